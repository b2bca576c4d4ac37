/**
 * Pages in a window of 320 px, and there with the text spacing of WCAG 1.4.12: nothing makes the page wider than its window.
 * Of each kind of page the longest is looked at. The players of simulations are left out: they have tests of their own.
 */
import { expect, test, type Page } from '@playwright/test';
import { dist, readSite } from '../site/built-site.ts';

/** As WCAG 1.4.12 has it: what a reader may set without losing anything. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

const kindOf = (address: string): string =>
  address
    .replace(/^systems\/[^/]+\//, 'systems/*/')
    .replace(/^systems\/\*\/architecture\/(?!parts\/).+/, 'systems/*/architecture/*/')
    .replace(/^(milestones|platforms|sources|glossary)\/(?!by\/|as-of\/|drift\/)[^/]+\//, '$1/*/')
    .replace(/^milestones\/(as-of|by)\/.+/, 'milestones/$1/*/');
const pages = readSite(dist).pages.filter(({ address, html }) => /^[a-z]+\//.test(address) && !html.includes('<astro-island'));
const longest = [...Map.groupBy(pages, ({ address }) => kindOf(address)).values()].map(
  (kind) => kind.toSorted((a, b) => b.html.length - a.html.length)[0]!.address,
);
const addresses = [...new Set([...longest, 'systems/themelios/milestones/', 'systems/zos/', 'systems/zos/start/'])];

test.use({ viewport: { width: 320, height: 720 }, bypassCSP: true }); // the policy has no place for the style of this test

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('R11: no page is wider than a window of 320 px, with wider text spacing neither', async ({ page }) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  for (const address of addresses) {
    await page.goto(`/${address}`);
    const plain = await overflow(page);
    await page.addStyleTag({ content: spacing });
    const spaced = await overflow(page);
    if (plain > 0) wrong.push(`/${address}: ${plain} px wider than the window`);
    if (spaced > 0) wrong.push(`/${address}: ${spaced} px wider than the window with text spacing`);
  }
  expect(addresses.length).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});
