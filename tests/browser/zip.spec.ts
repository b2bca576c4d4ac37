/** The zip of the site, unpacked: a browser opens it from disk and follows its links; what cannot work there says so. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { dist } from '../site/built-site.ts';
import { readZip } from '../site/zip-reader.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-on-disk-'));
  for (const [path, bytes] of readZip(readFileSync(join(dist, 'data/orrery.zip')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test('it is read from disk, page by page', async ({ page }) => {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('requestfailed', (request) => wrong.push(request.url()));
  const at = (path: string) => pathToFileURL(join(folder, 'orrery', path)).href;
  await page.goto(at('index.html'));
  await expect(page.locator('.from-disk')).toHaveText(/no scripts.*search.*simulations/);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Systems' }).click();
  await expect(page).toHaveURL(at('systems/index.html'));
  await page.locator('main').getByRole('link', { name: 'ThemeliOS' }).first().click();
  await expect(page.locator('h1')).toHaveText('ThemeliOS');
  await page.getByRole('link', { name: 'The whole as one page' }).click();
  await expect(page).toHaveURL(at('systems/themelios/book/index.html'));
  await page.locator('.book-contents').getByRole('link', { name: 'Boot', exact: true }).click();
  await expect(page).toHaveURL(`${at('systems/themelios/book/index.html')}#architecture-boot`);
  await page.goto(at('simulations/themelios/frame-allocator/index.html'));
  await expect(page.locator('.storyboard').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'A to Z' }).first()).toBeVisible();
  expect(
    await page.evaluate(() => document.fonts.ready.then((it) => [...it].filter(({ status }) => status === 'loaded').length)),
  ).toBeGreaterThan(1);
  expect(wrong).toEqual([]);
});

test('it offers nothing that needs a script, and no way to itself', async ({ page }) => {
  await page.goto(pathToFileURL(join(folder, 'orrery/data/index.html')).href);
  await expect(page.getByRole('heading', { name: 'The whole site' })).toBeVisible();
  await expect(page.getByText('All pages as a zip')).toHaveCount(0);
  await expect(page.locator('.search-open')).toBeHidden();
});
