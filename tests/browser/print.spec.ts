/**
 * Paper: a guide and the page of a simulation take four sheets of A4 at most, each sheet names page and address, and nothing stands there
 * that can only be pressed. Guides and simulations of two systems are printed for each change, all of them with `npm run test:all`.
 */
import { expect, test, type Page } from '@playwright/test';
import { everything, oneIn } from '../site/built-site.ts';
import { addresses, oneOfEachKind } from './kinds.ts';

const atMost = 4;
const perSystem = (pattern: RegExp): readonly string[] => {
  const all = addresses.filter((it) => pattern.test(it));
  return everything ? all : [...new Map(all.map((it) => [pattern.exec(it)![1], it])).values()].slice(0, 2);
};
const printed = [...perSystem(/^systems\/([^/]+)\/guides\/./), ...perSystem(/^simulations\/([^/]+)\/./)];

/** How many sheets a page takes; its objects stand uncompressed in what Chromium writes. */
const sheetsOf = async (page: Page): Promise<number> =>
  [...(await page.pdf({ format: 'A4' })).toString('latin1').matchAll(/\/Type\s*\/Page(?![s\w])/g)].length;

/** What stands on paper though a reader of paper can do nothing with it. */
const pressed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    // The line of a difference is on paper the heading of its two sides.
    [...document.querySelectorAll('button, input, select, summary, iframe, [role="slider"]')]
      .filter((it) => !it.closest('.drift') || getComputedStyle(it).listStyleType !== 'none')
      .filter((it) => it.checkVisibility())
      .map((it) => `${it.tagName} ${it.textContent.trim().slice(0, 30)}`),
  );

/** The line that is repeated on each sheet, because it is fixed to it. */
async function expectNamed(page: Page, address: string): Promise<void> {
  const line = page.locator('.on-paper');
  await expect(line, address).toBeVisible();
  await expect(line).toHaveCSS('position', 'fixed');
  const title = await page.locator('h1').first().innerText();
  await expect(line).toContainText(title);
  await expect(line).toContainText(`/${address}`);
}

test.describe.configure({ mode: 'parallel' });

for (const address of printed)
  test(`/${address} takes ${atMost} sheets at most, and each is named`, async ({ page }) => {
    await page.goto(`/${address}`);
    expect(await sheetsOf(page)).toBeLessThanOrEqual(atMost);
    await page.emulateMedia({ media: 'print' });
    await expectNamed(page, address);
    expect(await pressed(page)).toEqual([]);
  });

test('a simulation that was played prints as one that was not: its storyboard', async ({ page }) => {
  const address = printed.find((it) => it.startsWith('simulations/'))!;
  await page.goto(`/${address}`);
  const before = await sheetsOf(page);
  await page.locator('.simulation').scrollIntoViewIfNeeded();
  await page.getByRole('toolbar', { name: 'Run' }).waitFor();
  expect(await sheetsOf(page)).toBe(before);
});

test('every kind of page names itself on paper', async ({ page }) => {
  const kinds = oneOfEachKind.filter((it) => it !== 'no-such-page/' && !it.startsWith('embed/'));
  await page.emulateMedia({ media: 'print' });
  for (const address of oneIn(3, kinds)) {
    await page.goto(`/${address}`);
    await expect(page.locator('.on-paper')).toContainText(`/${address}`);
    await expect(page.locator('.on-paper')).toBeVisible();
  }
});

test('code has the inks of paper, whatever theme the screen has', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/${printed.find((it) => it.includes('/guides/'))!}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const lightness = await page
    .locator('.expressive-code .ec-line span')
    .evaluateAll((all) => all.map((it) => Math.max(...(getComputedStyle(it).color.match(/\d+/g) ?? []).slice(0, 3).map(Number))));
  expect(lightness.length).toBeGreaterThan(5);
  expect(Math.max(...lightness)).toBeLessThan(175);
});
