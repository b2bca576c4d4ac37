/** The addresses that the check of the content knows are those of the pages of the built site. */
import { expect, test } from 'vitest';
import { sitePages } from '../../src/facts/site-pages.ts';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { readContent } from '../../src/records/reader.ts';
import { dist, readSite, root } from './built-site.ts';

test('R3: a page is known to the check when it is on the site, and only then', () => {
  const { entries, prose } = readContent(root);
  const known = sitePages(
    entries,
    prose.map(({ address }) => address),
    mechanismIds,
  );
  const built = readSite(dist)
    .pages.map(({ address }) => `/${address}`)
    .filter((address) => address.endsWith('/') && !/^\/(milestones|platforms)\/(as-of|by)\//.test(address));
  expect([...known.keys()].sort()).toEqual(built.sort());
});
