/** The search: how it opens, what it finds, where a hit leads, and that nothing of it is loaded before. */
import { expect, test, type Page } from '@playwright/test';
import { published } from '../site/built-site.ts';
import { serve } from './serve.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search facts' });
const words = (page: Page) => dialog(page).getByRole('searchbox', { name: 'Search facts' });
const hits = (page: Page) => dialog(page).locator('.search-hits').getByRole('link');
const status = (page: Page) => dialog(page).getByRole('status');

async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await words(page).fill(text);
  await expect(status(page)).toHaveText(/hits?$/);
}

/** How many hits the status line counts: `40 of 57 hits`, `3 hits`. */
const counted = async (page: Page): Promise<number> => Number(/(\d+) hits?$/.exec((await status(page).textContent()) ?? '')?.[1]);

test('a hit leads to the record itself, in view', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'revoke');
  await hits(page).filter({ hasText: 'themelios.capability.revoke-reaches-descendants' }).click();
  await expect(page).toHaveURL('/rules/#themelios.capability.revoke-reaches-descendants');
  await expect(page.locator('[id="themelios.capability.revoke-reaches-descendants"]')).toBeInViewport();
});

test('a deliverable is found as well as a rule', async ({ page }) => {
  await page.goto('/glossary/');
  await searchFor(page, 'revoke');
  const deliverable = dialog(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Deliverable' }) });
  const link = deliverable.getByRole('link').first();
  const [path = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('#');
  await link.click();
  await expect(page).toHaveURL(`${path}#${id}`);
  expect(path).toMatch(/^\/milestones\/themelios-phase-\d+\/$/);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test.describe('it opens', () => {
  test('on a slash', async ({ page }) => {
    await page.goto('/systems/');
    await page.keyboard.press('/');
    await expect(words(page)).toBeFocused();
  });

  test('on Control and K', async ({ page }) => {
    await page.goto('/systems/');
    await page.keyboard.press('Control+k');
    await expect(words(page)).toBeFocused();
  });

  test('on its button', async ({ page }) => {
    await page.goto('/systems/');
    await page.getByRole('button', { name: 'Search facts' }).click();
    await expect(words(page)).toBeFocused();
  });

  test('and loads nothing before', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/systems/', { waitUntil: 'networkidle' });
    expect(asked.filter((it) => it.includes('pagefind'))).toEqual([]);
    await searchFor(page, 'channel');
    expect(asked.filter((it) => it.includes('pagefind')).length).toBeGreaterThan(2);
  });
});

test('a filter by system and a filter by kind narrow the hits', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'memory');
  const all = await counted(page);
  await dialog(page).getByRole('group', { name: 'System' }).getByRole('checkbox', { name: 'ThemeliOS' }).check();
  await expect.poll(() => counted(page)).toBeLessThan(all);
  const ofSystem = await counted(page);
  for (const system of await dialog(page).locator('.search-system').allTextContents()) expect(system).toBe('ThemeliOS');
  await dialog(page).getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: 'Rule', exact: true }).check();
  await expect.poll(() => counted(page)).toBeLessThan(ofSystem);
  await expect(dialog(page).locator('.search-hits h2')).toHaveText(['Rule']);
});

test('no hit gives a sentence that says what to do', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await words(page).fill('zxqvwk');
  await expect(status(page)).toHaveText('Nothing is called “zxqvwk”. Try a shorter word, or take out a filter.');
  await expect(hits(page)).toHaveCount(0);
});

test.describe('S3: what could not be loaded', () => {
  const errorsOf = (page: Page): string[] => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    return errors;
  };

  test('is told after the connection is lost, and asked for again at the next question', async ({ page, context }) => {
    const errors = errorsOf(page);
    await page.goto('/');
    await searchFor(page, 'revoke');
    await context.setOffline(true);
    await words(page).fill('channel');
    await expect(status(page)).toHaveText(
      'The part of the index with “channel” could not be loaded. Check the connection and search again.',
    );
    await expect(hits(page)).toHaveCount(0);
    await words(page).fill('scheduler');
    await expect(status(page)).toHaveText('The index could not be loaded. Check the connection and type again.');
    await context.setOffline(false);
    await words(page).fill('channel');
    await expect(status(page)).toHaveText(/hits?$/);
    await expect(hits(page).first()).toBeVisible();
    // The filters are offered once, however often the index was loaded.
    await expect(dialog(page).getByRole('checkbox', { name: 'ThemeliOS' })).toHaveCount(1);
    expect(errors).toEqual([]);
  });

  test('is told when the search is opened without a connection, and comes when there is one', async ({ page, context }) => {
    const errors = errorsOf(page);
    await page.goto('/');
    await context.setOffline(true);
    await page.keyboard.press('/');
    await expect(status(page)).toHaveText('The index could not be loaded. Check the connection and type again.');
    await context.setOffline(false);
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(/hits?$/);
    expect(errors).toEqual([]);
  });

  test('is told when a single hit is lost, and the others are shown', async ({ page }) => {
    const errors = errorsOf(page);
    let lost = 0;
    await page.route(/\/fragment\//, (route) => (lost++ === 0 ? route.fulfill({ status: 404, body: 'not here' }) : route.continue()));
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(/^\d+ hits for “revoke”; others could not be loaded\. Check the connection and search again\.$/);
    expect(await hits(page).count()).toBeGreaterThan(3);
    await words(page).fill('revoked');
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(/hits?$/);
    expect(errors).toEqual([]);
  });

  test('is told when a part of the index has gone', async ({ page }) => {
    await page.route(/\/index\//, (route) => route.fulfill({ status: 404, body: 'not here' }));
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(
      'The part of the index with “revoke” could not be loaded. Check the connection and search again.',
    );
  });
});

test('arrows walk the hits, Return opens the first, Escape closes', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'revoke');
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(words(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await searchFor(page, 'revoke');
  const first = await hits(page).first().getAttribute('href');
  await words(page).press('Enter');
  await expect(page).toHaveURL(first!);
});

test('every hit that is shown leads to a page of this site', async ({ page, request }) => {
  await page.goto('/');
  await searchFor(page, 'boot');
  const addresses = await hits(page).evaluateAll((links) => links.map((it) => (it as HTMLAnchorElement).pathname));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of new Set(addresses)) expect((await request.get(address)).status()).toBe(200);
});

test('it works below a path as well', async ({ page }) => {
  const { url, close } = await serve(published.folder, published.base);
  try {
    await page.goto(url);
    await searchFor(page, 'revoke');
    await hits(page).filter({ hasText: 'themelios.capability.revoke-reaches-descendants' }).click();
    await expect(page).toHaveURL(`${url}rules/#themelios.capability.revoke-reaches-descendants`);
    await expect(page.locator('[id="themelios.capability.revoke-reaches-descendants"]')).toBeInViewport();
  } finally {
    await close();
  }
});
