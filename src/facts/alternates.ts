/** Where the facts of a page are found in other forms: what its head links to as alternates. */
import { collectionNames, type CollectionName } from '../schemas/evidence.ts';

export interface Alternate {
  readonly type: 'application/json' | 'application/atom+xml' | 'text/markdown';
  readonly title: string;
  /** Root-relative. */
  readonly href: string;
}

/** Where the Markdown copy of a page of prose is: `/systems/avyos/architecture.md` for `/systems/avyos/architecture/`. */
export const markdownAddress = (page: string): string => (page === '/' ? '/index.md' : page.replace(/\/$/, '.md'));

/** Pages that are no prose and have a copy all the same. */
const copied: readonly string[] = ['/simulations/new/'];

/** The alternates of a page; `page` is root-relative, without the base path, and ends in a slash. */
export function alternatesOf(page: string, isProse: boolean): Alternate[] {
  const hasCopy = isProse || isLab(page) || copied.includes(page);
  const alternates: Alternate[] = hasCopy ? [{ type: 'text/markdown', title: 'This page in Markdown', href: markdownAddress(page) }] : [];
  const collection = collectionOf(page);
  if (!isProse && !copied.includes(page) && collection)
    alternates.push({ type: 'application/json', title: `Data: ${collection}`, href: `/api/v1/${collection}.json` });
  const feed = feedOf(page);
  if (feed)
    alternates.push({
      type: 'application/atom+xml',
      title: feed === 'all' ? 'All observations' : 'Observations of this system',
      href: `/feeds/${feed}.xml`,
    });
  return alternates;
}

/** The page of one lab, which has a copy as prose has; not that of a solution. */
const isLab = (page: string): boolean => /^\/learn\/[^/]+\/$/.test(page);

/** The collection that a page of records shows; `page` as for the alternates. */
export function collectionOf(page: string): CollectionName | 'simulations' | undefined {
  const [first = '', second, third] = page.split('/').slice(1, -1);
  if (first === 'sources') return second === 'drift' ? 'drift' : 'sources';
  if (first === 'learn') return second === 'questions' ? undefined : second === 'paths' ? 'paths' : 'labs';
  if (first === 'simulations') return 'simulations';
  if (first === 'compare') return 'systems';
  if (first === 'systems' && third !== undefined && third !== 'start') return collectionNames.find((name) => name === third);
  return collectionNames.find((name) => name === first);
}

/** The feed that a page belongs to: of one system below its pages, of all where all are shown. */
function feedOf(page: string): string | undefined {
  const [first, system] = page.split('/').slice(1, -1);
  if (first === 'systems' && system !== undefined) return system;
  if (first === 'changes') return system ?? 'all';
  return first === undefined || first === 'systems' || first === 'milestones' || first === 'platforms' || first === 'data'
    ? 'all'
    : undefined;
}
