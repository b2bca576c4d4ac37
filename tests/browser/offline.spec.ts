/**
 * Without a network, after a visit: pages, the search, a simulation and its check, the editor; what was never visited is said to be so. What
 * becomes of it when the host has another build is tried in `offline-update.spec.ts`.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { dist, published } from '../site/built-site.ts';
import { edited, flaws, panel, patient, run } from './edit-page.ts';
import { kept, search, searchFor, visit } from './offline-page.ts';
import { serve } from './serve.ts';

test.use({ serviceWorkers: 'allow', actionTimeout: 30_000 });
test.setTimeout(240_000);

for (const { name, folder, base } of [
  { name: 'at the root of a host', folder: dist, base: '/' },
  { name: 'below a path', folder: published.folder, base: published.base },
])
  test.describe(name, () => {
    let site: Awaited<ReturnType<typeof serve>>;
    test.beforeAll(async () => {
      site = await serve(folder, base);
    });
    test.afterAll(() => site.close());

    test('a page that was visited is there, its neighbour is not, and that is said', async ({ page, context }) => {
      await visit(page, `${site.url}glossary/`);
      await visit(page, `${site.url}systems/avyos/`);
      await context.setOffline(true);
      await page.goto(`${site.url}glossary/`);
      await expect(page.locator('h1')).toHaveText('Glossary');
      expect(await page.evaluate(() => document.styleSheets.length > 0 && getComputedStyle(document.body).fontFamily)).toMatch(/Brygada/);
      await page.goto(`${site.url}systems/avyos`);
      await expect(page).toHaveURL(`${site.url}systems/avyos/`);
      await page.goto(`${site.url}systems/zos/`);
      await expect(page.locator('h1')).toHaveText('Without a network');
      await expect(page.locator('#was-asked')).toContainText(`${base}systems/zos/`);
      const list = page.locator('#kept-pages a');
      await expect(list).toHaveText([/avyos/i, /Glossary/]);
      await list.nth(1).click();
      await expect(page).toHaveURL(`${site.url}glossary/`);
    });

    test('the search answers, and a hit is opened where it was visited', async ({ page, context }) => {
      await visit(page, `${site.url}rules/`);
      await context.setOffline(true);
      await page.reload();
      await searchFor(page, 'revoke');
      const hit = search(page).locator('.search-hits li').filter({ hasText: 'themelios.capability.revoke-reaches-descendants' }).first();
      await hit.getByRole('link').click();
      await expect(page).toHaveURL(/rules\/#themelios\.capability\.revoke/);
    });
  });

test.describe('simulations', () => {
  let site: Awaited<ReturnType<typeof serve>>;
  test.beforeEach(async () => {
    site = await serve(dist);
  });
  test.afterEach(() => site.close());

  test('one that was visited is played and checked', async ({ page, context }) => {
    await visit(page, `${site.url}simulations/${edited}/`);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('toolbar', { name: 'Run' })).toBeVisible(patient);
    await page
      .getByRole('button', { name: /^Check/ })
      .first()
      .click();
    await expect(
      page
        .locator('.simulation')
        .getByText(/states/)
        .first(),
    ).toBeVisible(patient);
  });

  test('the editor runs a changed model, once it was used', async ({ page, context }) => {
    await visit(page, `${site.url}simulations/${edited}/`);
    await page.reload();
    await page.getByRole('button', { name: 'Edit this model' }).click();
    await expect(flaws(page)).toHaveText('No error.', patient);
    await expect.poll(() => kept(page), patient).toEqual(expect.arrayContaining(['/sandbox/']));
    await context.setOffline(true);
    await site.close();
    await page.reload();
    await page.getByRole('button', { name: 'Edit this model' }).click();
    await expect(flaws(page)).toHaveText('No error.', patient);
    expect(await run(page)).toMatch(/runs/);
    // What runs has no origin here either.
    const frames = page.frames().filter((it) => it !== page.mainFrame());
    expect(await Promise.all(frames.map((it) => it.evaluate(() => self.origin)))).toEqual(expect.arrayContaining(['null']));
    await expect(panel(page)).toBeVisible();
  });
});

test.describe('bounds', () => {
  test('of more pages than are kept, those visited longest ago give way', async ({ page, context }) => {
    const site = await serve(dist);
    await visit(page, `${site.url}glossary/`);
    await page.reload();
    // As if two hundred pages had been visited before: the oldest first.
    await page.evaluate(async () => {
      const name = (await caches.keys()).find((it) => it.endsWith(' pages'))!;
      const cache = await caches.open(name);
      const of = async (path: string) =>
        cache.put(path, new Response('<title>x</title>', { headers: { 'x-kept-bytes': '16', 'x-kept-title': 'x' } }));
      for (let i = 0; i < 199; i++) await of(`/visited/${i}/`);
    });
    await page.goto(`${site.url}rules/`);
    await expect.poll(() => kept(page), patient).toEqual(expect.arrayContaining(['/rules/']));
    await expect.poll(async () => (await kept(page)).includes('/glossary/'), patient).toBe(false);
    expect((await kept(page)).filter((it) => it.startsWith('/visited/')).length).toBe(199);
    await removeAll(page, context, site.url);
    await site.close();
  });
});

/** What the page of what is kept offers. */
async function removeAll(page: Page, context: BrowserContext, url: string): Promise<void> {
  await page.goto(`${url}offline/`);
  await page.getByRole('button', { name: 'Remove all of it' }).click();
  await expect(page.locator('#kept-sum')).toHaveText('Nothing is kept on this device.');
  await context.setOffline(true);
  await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
}

test('where service workers are refused, nothing breaks', async ({ page }) => {
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(navigator.serviceWorker, 'register', { value: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  });
  await page.goto('/glossary/');
  await searchFor(page, 'revoke');
  await page.goto('/offline/');
  await expect(page.locator('#kept-sum')).toHaveText('Nothing is kept on this device.');
  expect(wrong).toEqual([]);
});
