/** Pages as hits: what each is by its address, and the other words that lead to it. */
import { aliases, sections, type Alias } from './aliases.ts';
import type { Kind, SearchHit } from './hit.ts';

/** What the head of a built page says. */
export interface PageHead {
  /** Root-relative, without the base path, ending in a slash. */
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Whether the text index reads all of it. */
  readonly isWhole: boolean;
  /** The ids of its headings, where they are known. */
  readonly headings?: readonly string[];
}

/** The first that fits says what a page is. */
const kindsByAddress: readonly (readonly [pattern: string, kind: Kind])[] = [
  ['/systems/*/start/', 'Start'],
  ['/learn/paths/**', 'Start'],
  ['/tasks/**', 'Task'],
  ['/systems/*/tasks/**', 'Task'],
  ['/guides/**', 'Task'],
  ['/systems/*/guides/**', 'Task'],
  ['/simulations/new/', 'Page'],
  ['/simulations/**', 'Simulation'],
];
/** Other forms of a page, and pages that stand alone in another's frame. */
const notFound = [
  '/embed/**',
  '/learn/*/solution/',
  '/milestones/as-of/**',
  '/milestones/by/**',
  '/platforms/as-of/**',
  '/systems/*/book/',
];
const ofSystem = /^\/(?:systems|simulations|guides|rules|glossary|changes|learn\/questions)\/([a-z0-9-]+)\//;

/** Whether an address is of a pattern; `*` stands for one step, `**` for any, none too. */
export function isOf(pattern: string, address: string): boolean {
  const steps = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '.{0,}')
    .replaceAll('*', '[^/]+');
  return new RegExp(`^${steps}$`).test(address);
}

/**
 * All hits of the site: its pages, then the records. A page that a record is about is that record's hit. `titles` are the systems' by their
 * ids, `texts` what is searched of a page besides its description, by its address.
 */
export function siteHits(
  pages: readonly PageHead[],
  records: readonly SearchHit[],
  titles: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string> = new Map(),
): SearchHit[] {
  const addresses = new Set(records.map(({ address }) => address));
  const own = pages
    .filter(({ address }) => address.endsWith('/') && !addresses.has(address) && !notFound.some((it) => isOf(it, address)))
    .map((page) => pageHit(page, titles, texts.get(page.address)));
  return withAliases([...own, ...pages.flatMap((page) => sectionHits(page, titles)), ...records], aliases);
}

function sectionHits(page: PageHead, titles: ReadonlyMap<string, string>): SearchHit[] {
  return sections
    .filter(({ page: pattern, id }) => isOf(pattern, page.address) && page.headings?.includes(id))
    .map(({ id, title }) => ({ ...pageHit(page, titles), address: `${page.address}#${id}`, title, text: '', extent: 'summary' }));
}

function pageHit({ address, title, description, isWhole }: PageHead, titles: ReadonlyMap<string, string>, text?: string): SearchHit {
  const system = titles.get(ofSystem.exec(address)?.[1] ?? '');
  const id = /^\/simulations\/([a-z0-9-]+\/[a-z0-9-]+)\/$/.exec(address)?.[1];
  return {
    address,
    title: ownTitle(title, system),
    kind: kindsByAddress.find(([pattern]) => isOf(pattern, address))?.[1] ?? 'Page',
    id,
    system,
    aliases: [],
    text: [description, text].filter(Boolean).join(' '),
    extent: isWhole ? 'page' : 'summary',
  };
}

/** The head of a page names its system behind the title, and the hit shows that by itself. */
const ownTitle = (title: string, system: string | undefined): string =>
  [`, a simulation of ${system}`, `, ${system}`].reduce((left, end) => (left.endsWith(end) ? left.slice(0, -end.length) : left), title);

/** Each hit with the words of the data that lead to it. */
export function withAliases(hits: readonly SearchHit[], data: readonly Alias[]): SearchHit[] {
  const more = new Map<string, string[]>();
  for (const { words, leadsTo } of data) {
    const found = leadsTo.map((pattern) => hits.filter(({ address }) => isOf(pattern, address))).find((it) => it.length > 0) ?? [];
    for (const { address } of found) more.set(address, [...(more.get(address) ?? []), ...words]);
  }
  return hits.map((hit) => (more.has(hit.address) ? { ...hit, aliases: [...hit.aliases, ...more.get(hit.address)!] } : hit));
}
