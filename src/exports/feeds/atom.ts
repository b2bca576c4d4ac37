/**
 * The feeds: dated facts as Atom (RFC 4287). A feed is as old as its newest fact and no clock is read, so two builds of the
 * same facts give the same feed.
 */
import { datedFacts, keyOf, undatedCount, type DatedFact } from '../../facts/dated.ts';
import { find, type Entries } from '../../facts/entries.ts';
import { ownDays, type OwnDay, type OwnHistory } from '../../facts/own-history.ts';
import type { Address } from '../address-below.ts';
import { element, type Markup } from '../markup.ts';
import { itemOf, itemOfDay, type Item, type Place, type Saying } from './item.ts';

/**
 * Stands before every id (RFC 4151). An id must outlive hosts and paths, so it names none that resolves: the ending `.alt` is
 * kept free of the DNS (RFC 9476). Never change it: every reader would take every entry for new.
 */
const authority = 'tag:orrery.alt,2026:';

const kinds: Readonly<Record<DatedFact['kind'], string>> = {
  milestone: 'Milestone',
  platform: 'Platform',
  system: 'Project',
  drift: 'Documented against found',
  reading: 'Reading',
};

/** Before the history is known there is none. */
const noHistory: OwnHistory = { lines: [], addressNow: () => undefined };

/**
 * The feed of one system, or of all: dated facts, and for each day what Orrery added and corrected, as one entry a system. One without an
 * entry is as old as the day on which its system was last compared.
 */
export function atomFeed(entries: Entries, address: Address, system?: string, history: OwnHistory = noHistory): string {
  const items = [
    ...datedFacts(entries, system).map((it) => ofFact(entries, it)),
    ...ownDays(history.lines, system).map((it) => ofDay(entries, it, history)),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  const newest = items[0]?.day ?? lastCompared(entries, system);
  const name = system ?? 'all';
  const title = find(entries, 'systems', system ?? '')?.data.title;
  const undated = undatedCount(entries, system);
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
    element('title', {}, title === undefined ? 'Orrery: what was observed' : `Orrery: what was observed of ${title}`),
    element(
      'subtitle',
      {},
      `Observations of ${title ?? 'all systems'} with the day on which they held, and what Orrery added and corrected on a day, newest first. Observations without a date are not in this feed: there are ${undated}.`,
    ),
    element('id', {}, `${authority}feeds/${name}`),
    element('updated', {}, instant(newest)),
    element('author', {}, element('name', {}, 'Orrery')),
    linkTo(address(`/feeds/${name}.xml`), 'self', 'application/atom+xml'),
    linkTo(address(system === undefined ? '/' : `/systems/${system}/`), 'alternate', 'text/html'),
    ...items.flatMap((it) => ['\n', entryOf(entries, it, address)]),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}

/** What becomes an entry. */
interface FeedItem extends Item {
  /** Stays the same whatever its words become, and stands behind the authority. */
  readonly key: string;
  readonly day: string;
  readonly system: string;
  readonly category: { readonly term: string; readonly label: string };
}

const ofFact = (entries: Entries, fact: DatedFact): FeedItem => ({
  ...itemOf(entries, fact),
  key: keyOf(fact),
  day: fact.day,
  system: fact.system,
  category: { term: fact.kind, label: kinds[fact.kind] },
});

const ofDay = (entries: Entries, ownDay: OwnDay, history: OwnHistory): FeedItem => ({
  ...itemOfDay(entries, ownDay, history),
  key: `changes/${ownDay.system}/${ownDay.day}`,
  day: ownDay.day,
  system: ownDay.system,
  category: { term: 'orrery', label: 'Added and corrected here' },
});

/** A feed must say how old it is. Throws where there is no system either. */
function lastCompared(entries: Entries, system: string | undefined): string {
  const days = entries.systems.filter(({ id }) => system === undefined || id === system).map(({ data }) => data.start.compared);
  const last = days.sort().at(-1);
  if (last === undefined) throw new Error(`a feed needs a date, and there is no ${system === undefined ? 'system' : `system '${system}'`}`);
  return last;
}

function entryOf(entries: Entries, { title, page, sayings, key, day, system, category }: FeedItem, address: Address): Markup {
  return element(
    'entry',
    {},
    element('title', {}, title),
    element('id', {}, authority + key),
    element('updated', {}, instant(day)),
    linkTo(address(page), 'alternate', 'text/html'),
    element('category', { ...category }),
    element('category', { term: system, label: find(entries, 'systems', system)?.data.title }),
    element(
      'content',
      { type: 'xhtml' },
      element('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, ...sayings.map((it) => paragraphOf(it, address))),
    ),
  );
}

/** The sentence, then its sources as links. */
const paragraphOf = ({ text, places }: Saying, address: Address): Markup =>
  element('p', {}, text, ...places.flatMap((it, i) => [i === 0 ? ' (' : '; ', sourceOf(it, address), i === places.length - 1 ? ')' : '']));

const sourceOf = ({ href, text }: Place, address: Address): Markup => element('a', { href: address(href) }, text);

const linkTo = (href: string, rel: string, type: string): Markup => element('link', { rel, type, href });

/** A day has no hour; midnight in UTC stands for it. */
const instant = (day: string): string => `${day}T00:00:00Z`;
