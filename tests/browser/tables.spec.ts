/** Tables in prose on a phone. */
import { expect, test, type Page } from '@playwright/test';
import { overflow } from './accessibility.ts';

const phone = { width: 360, height: 740 };
/** Narrower than any: what a reader has who enlarges the page on a phone. */
const narrow = { width: 280, height: 740 };
/** Prose with wide tables: long names, many columns, paths. */
const manyColumns = [
  '/systems/violetos/architecture/system-calls/',
  '/systems/violetos/architecture/eras/',
  '/systems/starina/guides/service-in-javascript/',
  '/systems/avyos/architecture/repository/',
  '/systems/themelios/architecture/servers/',
] as const;

/** Words of the tables in prose that stand on two lines; a number of a source is none. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.locator('.sl-markdown-content table:not([class])').evaluateAll((tables) => {
    const linesOf = (text: Text, [word]: RegExpMatchArray, at: number): number => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    return tables.flatMap((table) => {
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
        for (const found of text.data.matchAll(/\w+/g)) if (linesOf(text, found, found.index) > 1) broken.push(found[0]);
      return broken;
    });
  });

test('on a phone the words of a table stay whole, and what does not fit scrolls in the table', async ({ page }) => {
  await page.setViewportSize(phone);
  for (const address of manyColumns) {
    await page.goto(address);
    expect(await page.locator('.sl-markdown-content table:not([class])').count(), address).toBeGreaterThan(0);
    expect(await brokenWords(page), address).toEqual([]);
  }
  await page.setViewportSize(narrow);
  await page.goto(manyColumns[0]);
  expect(await brokenWords(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
