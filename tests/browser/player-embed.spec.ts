/** The player alone in a frame, its page around it, and the catalogue. */
import { expect, test, type Page } from '@playwright/test';
import { violations } from './accessibility.ts';
import { at, simulationPage, openPlayer, player, toolbar } from './player-page.ts';

test.use({ actionTimeout: 15_000 });

const embed = '/embed/themelios/capability-space/';
const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

test('the frame holds the player and nothing of the site, and is worked like it', async ({ page }) => {
  await openPlayer(page, embed);
  await expect(page.locator('header.header, nav, .page-footer')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Capability space' })).toBeVisible();
  await toolbar(page).getByRole('button', { name: /^Step/ }).click();
  await at(page, 2);
  expect(await violations(page)).toEqual([]);
});

test('its theme is the reader’s, or the one that the address asks for', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(embed);
  expect(await themeOf(page)).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => themeOf(page)).toBe('dark');
  await page.goto(`${embed}?theme=light`);
  expect(await themeOf(page)).toBe('light');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without script its theme is the reader’s, ${colorScheme}`, async ({ browser }) => {
    const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [scripted, plain] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const page = await (await browser.newContext({ javaScriptEnabled, colorScheme })).newPage();
        await page.goto(new URL(`${embed}?theme=${colorScheme}`, test.info().project.use.baseURL).href);
        return page;
      }),
    );
    expect(await groundOf(plain!)).toBe(await groundOf(scripted!));
    expect(await plain!.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(colorScheme);
    await plain!.emulateMedia({ media: 'print' });
    expect(await groundOf(plain!)).toBe('rgb(255, 255, 255)');
    for (const page of [scripted!, plain!]) await page.context().close();
  });
}

test('without script it is the storyboard', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(new URL(embed, test.info().project.use.baseURL).href);
  await expect(page.locator('.story .frame').first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.context().close();
});

test('the page of a simulation shows the real file, its rules, its limits and the frame to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(simulationPage);
  await expect(page.locator('.source pre')).toContainText(["id: 'themelios/capability-space'", 'withRuns(model']);
  await expect(page.locator('.limits')).toContainText('Leaves out');
  await expect(page.getByRole('link', { name: 'Capabilities', exact: true })).toHaveAttribute('href', /architecture\/capabilities\/$/);
  expect(await page.getByRole('region', { name: /^Rule / }).count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Copy: the frame' }).click();
  await expect(page.locator('copy-snippet').last().getByRole('status')).toHaveText('Copied.');
  const frame = await page.evaluate(() => navigator.clipboard.readText());
  expect(frame).toContain(new URL(embed, page.url()).href);
  const elsewhere = await context.newPage();
  await elsewhere.setContent(frame);
  await expect(elsewhere.frameLocator('iframe').getByRole('toolbar', { name: 'Run' })).toBeVisible();
});

test('the catalogue filters by system and basis in the address, and without script leads to lists', async ({ page, browser }) => {
  await page.goto('/simulations/');
  const rows = page.locator('.catalogue [data-row]:visible');
  const all = await rows.count();
  const first = page.locator('a[data-facet="system"]:not([data-value=""])').first();
  const system = await first.getAttribute('data-value');
  await first.click();
  expect(new URL(page.url()).search).toBe(`?system=${system}`);
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(0);
  for (const row of await rows.all())
    await expect(row.getByRole('link').first()).toHaveAttribute('href', new RegExp(`/simulations/${system}/`));
  await page.reload();
  await expect(rows).toHaveCount(shown);
  await page.goBack();
  await expect(rows).toHaveCount(all);

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(new URL('/simulations/', test.info().project.use.baseURL).href);
  const addresses = await plain.locator('a[data-facet]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  for (const address of addresses) await expect(plain.locator(address)).toHaveCount(1);
  await plain.context().close();
});

test('a frame can be on a page whose player is elsewhere: keys stay inside', async ({ page }) => {
  await openPlayer(page, embed);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Home');
  await at(page, 1);
  await player(page).getByRole('slider').focus();
  await page.keyboard.press('Home');
  await at(page, 0);
});
