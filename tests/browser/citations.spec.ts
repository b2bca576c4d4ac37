/**
 * From a statement to the lines that it rests on, in one click. The code host is not asked: what the click asks of it is caught, and held
 * against what the page's source cites.
 */
import { expect, test } from '@playwright/test';
import { everyEntry } from '../../src/facts/entries.ts';
import { citationsIn } from '../../src/facts/citations.ts';
import { forgeAddress } from '../../src/facts/forge.ts';
import { citationOf } from '../../src/facts/integrity/cite-element.ts';
import { addresses } from './kinds.ts';
import { entries, prose } from './records.ts';

/** Statements tried of each system. */
const TRIED = 10;

const webOf = new Map(entries.sources.flatMap(({ id, data }) => (data.kind === 'upstream' ? [[id, data.web] as const] : [])));

/** The addresses of all lines that records and pages cite of repositories. */
const cited = new Set(
  [
    ...everyEntry(entries).flatMap(({ data }) => citationsIn(data).map(({ citation }) => citation)),
    ...prose.flatMap(({ address, content }) =>
      content.elements
        .filter(({ name }) => name === 'Cite')
        .map(({ attributes }) => citationOf(entries, /^\/systems\/([^/]+)\//.exec(address)?.[1], Object.fromEntries(attributes))),
    ),
  ].flatMap((citation) => (citation.lines && webOf.has(citation.source) ? [forgeAddress(webOf.get(citation.source)!, citation)] : [])),
);

for (const { id } of entries.systems)
  test(`from ${TRIED} statements of ${id} to the lines of their repository in one click each`, async ({ page, context }) => {
    await context.route(/^https:/, (route) => route.fulfill({ status: 204 })); // the page stays
    await page.setViewportSize({ width: 1440, height: 900 });
    let left = TRIED;
    for (const address of addresses.filter((it) => it.startsWith(`systems/${id}/architecture/`) && !it.includes('/parts/'))) {
      await page.goto(`/${address}`);
      const links = page.locator('.ref a[href*="#L"][href^="https:"]:visible'); // those of a difference lie in its fold
      for (let nth = 0; nth < Math.min(await links.count(), 4) && left > 0; nth++, left--) {
        const href = (await links.nth(nth).getAttribute('href'))!;
        expect(cited.has(href), href).toBe(true);
        expect(href).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/[0-9a-f]{6,40}\/[^?#]+(\?plain=1)?#L\d+(-L\d+)?$/);
        const [asked] = await Promise.all([
          page.waitForRequest((request) => request.isNavigationRequest() && request.url().startsWith('https:')),
          links.nth(nth).click(),
        ]);
        expect(asked.url().replace(/#.*/, '')).toBe(href.replace(/#.*/, ''));
      }
      if (left === 0) break;
    }
    expect(left).toBe(0);
  });
