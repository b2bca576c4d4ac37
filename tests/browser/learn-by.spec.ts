/** Questions and paths: an answer with its reason at once, a box for each step that outlives the page, and both without script. */
import { expect, test } from '@playwright/test';
import { violations } from './accessibility.ts';

test('a choice is answered at once, and the first one counts', async ({ page }) => {
  await page.goto('/learn/questions/themelios/');
  const questions = page.locator('[data-question]');
  const all = await questions.count();
  expect(all).toBeGreaterThanOrEqual(10);
  for (let i = 0; i < all; i += 1) await expect(questions.nth(i).locator('[data-right]')).toHaveCount(1);
  const first = questions.first();
  await first.locator('input:not([data-right])').first().check();
  await expect(first.locator('.because:visible')).toHaveText(/^\s*No\. /);
  await expect(first.getByRole('status')).toContainText('No.');
  await first.locator('[data-right]').check();
  await expect(first.locator('.because:visible')).toHaveText(/^\s*Right\. /);
  await questions.nth(1).locator('[data-right]').check();
  await expect(page.locator('[data-tally]')).toHaveText(`Right at the first try: 1 of 2; ${all - 2} are left.`);
  expect(await violations(page)).toEqual([]);
});

test('without script the answers are behind a word', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/learn/questions/starina/');
  const [answer] = await page.locator('details').all();
  await answer!.locator('summary').click();
  await expect(answer!.locator('.right')).toContainText('Right.');
  await page.goto('/learn/paths/rust/');
  await expect(page.locator('.path-steps > li')).not.toHaveCount(0);
  await context.close();
});

test('the steps of a path stay ticked, here and in another tab, and on the list', async ({ page, context }) => {
  await page.goto('/learn/paths/capabilities/');
  const boxes = page.locator('.path-steps input');
  await boxes.nth(1).check();
  await expect(page.locator('[data-path-says]')).toContainText('1 of');
  const other = await context.newPage();
  await other.goto('/learn/paths/capabilities/');
  await expect(other.locator('.path-steps input').nth(1)).toBeChecked();
  await other.locator('.path-steps input').nth(0).check();
  await expect(boxes.nth(0)).toBeChecked();
  await other.goto('/learn/');
  await expect(other.locator('[data-path-progress=capabilities]')).toHaveText(', 2 done');
  await page.reload();
  await expect(page.locator('[data-path-says]')).toContainText('2 of');
  expect(await violations(page)).toEqual([]);
});

test('a browser that keeps nothing says so, and the boxes work until the page is left', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('refused'); } })); // prettier-ignore
  await page.goto('/learn/paths/rust/');
  await page.locator('.path-steps input').first().check();
  await expect(page.locator('[data-path-says]')).toContainText('keeps nothing');
  await expect(page.locator('.path-steps input').first()).toBeChecked();
});
