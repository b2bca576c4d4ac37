/** The page of the data: its badges are drawn, and what is to be copied is whole. */
import { expect, test } from '@playwright/test';

test('every badge is drawn in the size that the page keeps free for it', async ({ page }) => {
  await page.goto('/data/');
  const badges = page.locator('.badges summary img');
  expect(await badges.count()).toBeGreaterThan(25);
  const wrong = await badges.evaluateAll(async (images) => {
    const all = images as HTMLImageElement[];
    await Promise.all(all.map((it) => it.decode()));
    return all.filter((it) => it.naturalWidth !== Number(it.getAttribute('width')) || it.naturalHeight !== 20).map((it) => it.src);
  });
  expect(wrong).toEqual([]);
});

test('a badge opens on what to copy, with whole addresses, and a key copies it', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/data/');
  const badge = page.locator('#badge-themelios-milestones');
  await badge.locator('summary').press('Enter');
  const [markdown, html, endpoint] = await badge.locator('pre').allInnerTexts();
  const [picture, more] = [`${baseURL}/badges/themelios/milestones`, `${baseURL}/systems/themelios/milestones/`];
  expect(markdown).toBe(`[![ThemeliOS milestones as documented, in Orrery](${picture}.svg)](${more})`);
  expect(html).toBe(`<a href="${more}"><img src="${picture}.svg" alt="ThemeliOS milestones as documented, in Orrery"></a>`);
  expect(endpoint).toBe(`https://img.shields.io/endpoint?url=${picture}.json`);
  await badge.getByRole('button', { name: 'Copy: Markdown' }).click();
  await expect(badge.getByRole('status').first()).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(markdown);
});

test('without script it is a text to select, and there is no key', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/data/');
  const badge = page.locator('#badge-themelios-milestones');
  await badge.locator('summary').click();
  await expect(badge.locator('pre').first()).toContainText('(/badges/themelios/milestones.svg)');
  await expect(badge.locator('button').first()).toBeHidden();
  await context.close();
});
