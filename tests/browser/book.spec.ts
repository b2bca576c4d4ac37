/**
 * The book of a system on paper: each chapter begins a sheet, nothing runs out of the paper, nothing stands there that can only be pressed, and
 * ink is on white. The book of one system for each change, of all with `npm run test:all`.
 */
import { expect, test } from '@playwright/test';
import { oneIn } from '../site/built-site.ts';
import { addresses } from './kinds.ts';

const books = oneIn(
  5,
  addresses.filter((it) => /^systems\/[^/]+\/book\/$/.test(it)),
);
/** The width of A4 between the margins, in pixels of a style sheet. */
const sheet = { width: 680, height: 1000 };

test.use({ viewport: sheet, colorScheme: 'dark' });
test.setTimeout(300_000);

test('there are books', () => expect(books.length).toBeGreaterThan(0));

for (const address of books)
  test(`/${address} is made for paper`, async ({ page }) => {
    await page.goto(`/${address}`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.on-paper')).toContainText(`/${address}`);
    const found = await page.evaluate(() => {
      const shown = (of: string) => [...document.querySelectorAll(`main ${of}`)].filter((it) => it.checkVisibility());
      const say = (it: Element) => `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}`;
      return {
        chapters: shown('.chapter').map((it) => getComputedStyle(it).breakBefore),
        wide: shown('table, svg, pre, figure, p, li')
          .filter((it) => it.getBoundingClientRect().right > innerWidth + 1)
          .map(say),
        pressed: shown('button, input, select, summary, iframe')
          .filter((it) => !it.closest('.drift'))
          .map(say),
        dark: shown('.chapter, .chapter p, .chapter pre, .chapter table')
          .filter((it) => {
            const [r = 0, g = 0, b = 0, a = 1] = (/rgba?\(([^)]+)\)/.exec(getComputedStyle(it).backgroundColor)?.[1] ?? '')
              .split(/[ ,/]+/)
              .map(Number);
            return a > 0 && r + g + b < 600;
          })
          .map(say),
        pictures: shown('.chapter .bands svg').length,
        boards: shown('.chapter .storyboard').length,
      };
    });
    expect(found.chapters.length).toBeGreaterThan(10);
    expect(new Set(found.chapters)).toEqual(new Set(['page']));
    expect(found.wide).toEqual([]);
    expect(found.pressed).toEqual([]);
    expect(found.dark).toEqual([]);
    expect(found.pictures).toBeGreaterThan(5);
    expect(found.boards).toBeGreaterThan(2);
    const sheets = [...(await page.pdf({ format: 'A4' })).toString('latin1').matchAll(/\/Type\s*\/Page(?![s\w])/g)].length;
    expect(sheets).toBeGreaterThan(found.chapters.length);
    expect(sheets).toBeLessThan(found.chapters.length * 8);
  });
