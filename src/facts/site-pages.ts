/** The addresses of the pages of this site: what a record or a page may lead to. A new file in `src/pages` has its line here. */
import { addressOf, partAddress } from './addresses.ts';
import type { Entries } from './entries.ts';

const fixed = [
  '/',
  '/systems/',
  '/platforms/',
  '/milestones/',
  '/compare/',
  '/rules/',
  '/simulations/',
  '/learn/',
  '/simulations/new/',
  '/tasks/',
  '/changes/',
  '/glossary/',
  '/sources/',
  '/sources/drift/',
  '/data/',
  '/a-to-z/',
  '/offline/',
];

/** Below a lab whose own page must not have its solution. */
const SOLUTION = 'solution/';

/**
 * Every page, with the ids of the records on the pages that list a collection; null where fragments are not known here.
 * Leaves out the arrangements of the board, which are views of one page. `prose` are the addresses of the pages of prose.
 */
export function sitePages(
  entries: Entries,
  prose: readonly string[],
  models: Iterable<string>,
): ReadonlyMap<string, readonly string[] | null> {
  const ids = (collection: 'rules' | 'glossary' | 'drift') => entries[collection].map(({ id }) => id);
  const pages = new Map<string, readonly string[] | null>([...fixed, ...prose].map((it) => [it, null]));
  pages.set('/rules/', ids('rules')).set('/glossary/', ids('glossary')).set('/sources/drift/', ids('drift'));
  for (const entry of [
    ...entries.systems,
    ...entries.milestones,
    ...entries.platforms,
    ...entries.sources,
    ...entries.architecture,
    ...entries.tasks,
    ...entries.labs,
    ...entries.paths,
  ])
    pages.set(addressOf(entry), null);
  for (const { id, data } of entries.architecture) for (const it of data.components) pages.set(partAddress(id, it.id), null);
  for (const entry of entries.systems)
    for (const address of ['start', 'milestones', 'platforms', 'facts', 'keep-right', 'book'].map((part) => `${addressOf(entry)}${part}/`))
      pages.set(address, null);
  for (const { id } of entries.systems) for (const part of ['milestones', 'platforms']) pages.set(`/embed/${id}/${part}/`, null);
  for (const { id } of entries.systems)
    for (const folder of ['changes', 'rules', 'glossary', 'learn/questions']) pages.set(`/${folder}/${id}/`, null);
  for (const entry of entries.labs) if (entry.data.kind === 'find') pages.set(addressOf(entry) + SOLUTION, null);
  for (const id of models) pages.set(`/simulations/${id}/`, null).set(`/embed/${id}/`, null);
  return pages;
}

/**
 * The page that a page of this site is a view of: of an arrangement of the board the board, of a frame its simulation or its list, of a book
 * its system, of a solution its lab, else itself.
 * The sitemap lists what is its own, and a view names the other as the one to be found.
 */
export function canonicalPage(page: string): string {
  const [, list] = /^(\/[a-z-]+\/)(?:by|as-of)\/[^/]+\/$/.exec(page) ?? [];
  if (page.startsWith('/learn/') && page.endsWith(`/${SOLUTION}`)) return page.slice(0, -SOLUTION.length);
  return (
    list ??
    page
      .replace(/^(\/systems\/[^/]+\/)book\/$/, '$1')
      .replace(/^\/embed\/(?=[^/]+\/(?:milestones|platforms)\/$)/, '/systems/')
      .replace(/^\/embed\//, '/simulations/')
  );
}
