/** The catalogue of simulations: pictures and table, filters, words of 12 px inside their pictures, and no more width than there is. */
import { expect, test, type Page } from '@playwright/test';
import { looks, overflow, setTheme, violations } from './accessibility.ts';

const address = '/simulations/';
const entries = (page: Page) => page.locator('.catalogue .simulation-list > li:visible');
const rows = (page: Page) => page.locator('.catalogue tr[data-row]:visible');
const choose = (page: Page, name: string, value: string) =>
  page.locator(`.catalogue a:is([data-facet="${name}"], [data-view="${name}"])[data-value="${value}"]`);

/** Sets the theme in place: the site does nothing else on it than what its stylesheets say. */

test('each simulation is a picture, its question leads to it, and the questions stand in groups', async ({ page }) => {
  await page.goto(address);
  const all = await entries(page).count();
  expect(all).toBeGreaterThan(0);
  await expect(page.locator('.as-pictures svg.small')).toHaveCount(all);
  for (const entry of await entries(page).all()) {
    const link = entry.getByRole('link');
    await expect(link).toHaveCount(1);
    await expect(link).toHaveText(/\?$/);
    await expect(link).toHaveAttribute('href', /\/simulations\/[^/]+\/[^/]+\/$/);
    await expect(entry).toContainText(/in [\d,]+ states|violated|stuck/);
  }
  await expect(rows(page)).toHaveCount(0);
  const question = await entries(page).first().getByRole('link').textContent();
  await entries(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/simulations\/[^/]+\/[^/]+\/$/);
  expect(question).not.toBe('');
});

test('filters choose pictures and rows alike, hide a group that is empty, and the table is a second view', async ({ page }) => {
  await page.goto(address);
  const all = await entries(page).count();
  const heads = page.locator('.as-pictures h2:visible');
  const groups = await heads.count();
  await choose(page, 'system', 'zos').click();
  const ofOne = await entries(page).count();
  expect(ofOne).toBeLessThan(all);
  expect(await heads.count()).toBeLessThan(groups);
  expect(await heads.count()).toBeGreaterThan(0);
  await choose(page, 'as', 'table').click();
  expect(new URL(page.url()).search).toBe('?system=zos&as=table');
  await expect(entries(page)).toHaveCount(0);
  await expect(rows(page)).toHaveCount(ofOne);
  await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', /\/simulations\/zos\//);
  await choose(page, 'system', '').click();
  await expect(rows(page)).toHaveCount(all);
  await page.reload();
  await expect(rows(page)).toHaveCount(all);
  await choose(page, 'basis', 'illustration').click();
  const ofBasis = await rows(page).count();
  await choose(page, 'as', '').click();
  await expect(entries(page)).toHaveCount(ofBasis);
  await expect(entries(page).first()).toContainText('illustration');
  await expect(page.locator('.catalogue [role="status"]')).toHaveText(`${ofBasis} of ${all} shown.`);
  await page.goBack();
  await expect(rows(page)).toHaveCount(ofBasis);
});

test('without script both the pictures and the table are there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(new URL(address, baseURL).href);
  expect(await entries(plain).count()).toBeGreaterThan(0);
  await expect(rows(plain)).toHaveCount(await entries(plain).count());
  await choose(plain, 'as', 'table').click();
  expect(new URL(plain.url()).hash).toBe('#as-table');
  await context.close();
});

for (const width of [360, 1440]) {
  test(`at ${width} px words are 12 px high and inside their pictures, and axe finds nothing where it looks`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    const wrong = await page.locator('svg.small').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const box = picture.getBoundingClientRect();
        const scale = box.width / 184;
        return [...picture.querySelectorAll('text')].flatMap((text) => {
          const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const isInside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
          if (text.textContent === '' || (isInside && size > 11.9 && size < 12.1)) return [];
          return [`${text.textContent}: ${size} px, ${Math.round(left - box.left)} to ${Math.round(right - box.left)} of ${box.width}`];
        });
      }),
    );
    expect(wrong).toEqual([]);
    const { width: drawn } = (await page.locator('svg.small').first().boundingBox())!;
    expect(drawn).toBe(width === 360 ? 148 : 184);
    for (const look of looks.filter((it) => it.width === width))
      for (const query of ['', '?as=table']) {
        await page.goto(`${address}${query}`);
        await setTheme(page, look.theme);
        expect(await violations(page), `${look.theme} ${query}`).toEqual([]);
      }
  });
}

test('three stand in a row at 1440 px; at 320 px nothing is wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  const tops = await page
    .locator('.as-pictures section:first-of-type li')
    .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
  expect(new Set(tops.slice(0, 3)).size).toBe(1);
  for (const query of ['', '?as=table']) {
    await page.setViewportSize({ width: 320, height: 720 });
    await page.goto(`${address}${query}`);
    expect(await overflow(page)).toBe(0);
  }
});

test('the overview of a system lists its simulations as pictures', async ({ page }) => {
  await page.goto('/systems/zos/');
  const list = page.locator('.simulation-list > li');
  expect(await list.count()).toBeGreaterThan(0);
  for (const link of await list.getByRole('link').all()) await expect(link).toHaveAttribute('href', /\/simulations\/zos\//);
});
