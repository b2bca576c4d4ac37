/**
 * The feeds: dated facts as Atom (RFC 4287). A feed is as old as its newest fact and no clock is read, so two builds of the
 * same facts give the same feed.
 */
import { datedFacts, keyOf, undatedCount, type DatedFact } from '../../facts/dated.ts';
import { find, type Entries } from '../../facts/entries.ts';
import type { Address } from '../address-below.ts';
import { element, type Markup } from '../markup.ts';
import type { Where } from '../../components/spec/where.ts';
import { itemOf, type Saying } from './item.ts';

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

/** The feed of one system, or of all. One without a dated fact is as old as the day on which its system was last compared. */
export function atomFeed(entries: Entries, address: Address, system?: string): string {
  const facts = datedFacts(entries, system);
  const newest = facts[0]?.day ?? lastCompared(entries, system);
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
      `Observations of ${title ?? 'all systems'} with the day on which they held, newest first. Observations without a date are not in this feed: there are ${undated}.`,
    ),
    element('id', {}, `${authority}feeds/${name}`),
    element('updated', {}, instant(newest)),
    element('author', {}, element('name', {}, 'Orrery')),
    linkTo(address(`/feeds/${name}.xml`), 'self', 'application/atom+xml'),
    linkTo(address(system === undefined ? '/' : `/systems/${system}/`), 'alternate', 'text/html'),
    ...facts.flatMap((fact) => ['\n', entryOf(entries, fact, address)]),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}

/** A feed must say how old it is. Throws where there is no system either. */
function lastCompared(entries: Entries, system: string | undefined): string {
  const days = entries.systems.filter(({ id }) => system === undefined || id === system).map(({ data }) => data.start.compared);
  const last = days.sort().at(-1);
  if (last === undefined) throw new Error(`a feed needs a date, and there is no ${system === undefined ? 'system' : `system '${system}'`}`);
  return last;
}

function entryOf(entries: Entries, fact: DatedFact, address: Address): Markup {
  const { title, page, sayings } = itemOf(entries, fact);
  return element(
    'entry',
    {},
    element('title', {}, title),
    element('id', {}, authority + keyOf(fact)),
    element('updated', {}, instant(fact.day)),
    linkTo(address(page), 'alternate', 'text/html'),
    element('category', { term: fact.kind, label: kinds[fact.kind] }),
    element('category', { term: fact.system, label: find(entries, 'systems', fact.system)?.data.title }),
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

const sourceOf = ({ href, text }: Where, address: Address): Markup => element('a', { href: address(href) }, text);

const linkTo = (href: string, rel: string, type: string): Markup => element('link', { rel, type, href });

/** A day has no hour; midnight in UTC stands for it. */
const instant = (day: string): string => `${day}T00:00:00Z`;
