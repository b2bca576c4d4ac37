/** A dated fact in the words of a feed: its title, and what there is to say of it with its sources. */
import { addressOf } from '../../facts/addresses.ts';
import type { DatedFact, Sighting } from '../../facts/dated.ts';
import { find, type Entries } from '../../facts/entries.ts';
import { byKind, ownChanges, ownDayAddress, type OwnDay, type OwnHistory } from '../../facts/own-history.ts';
import { changeWords, countsOf, sumOf } from '../../facts/own-words.ts';
import type { Basis, Citation } from '../../schemas/evidence.ts';
import { dayWords } from '../../components/spec/day-words.ts';
import { claimHead, driftWords } from '../../components/spec/drift-words.ts';
import { milestoneWords, platformWords, upstreamWords } from '../../components/spec/state-words.ts';
import { whereOf, type Where } from '../../components/spec/where.ts';
import { isUpstreamSource, sideOf, sourcesIn } from '../../facts/evidence.ts';

/** A link behind a paragraph: to a source, or to what the paragraph names. */
export type Place = Pick<Where, 'href' | 'text'>;

/** One paragraph, and where that stands. */
export interface Saying {
  readonly text: string;
  readonly places: readonly Place[];
}

export interface Item {
  readonly title: string;
  /** Root-relative. */
  readonly page: string;
  readonly sayings: readonly Saying[];
}

interface Observation {
  readonly asOf: string;
  readonly cite: readonly Citation[];
  readonly note?: string | undefined;
  readonly why?: string | undefined;
  readonly basis?: Basis | undefined;
}

export function itemOf(entries: Entries, fact: DatedFact): Item {
  const system = find(entries, 'systems', fact.system)?.data.title ?? fact.system;
  const page = addressOf(fact.entry);
  switch (fact.kind) {
    case 'milestone': {
      const { label, title } = fact.entry.data;
      const wordOf = (it: (typeof fact.whole.now)[number]) => milestoneWords[it.status].word;
      const parts = fact.parts.flatMap(({ deliverable, ...seen }) => said(entries, seen, wordOf, `${deliverable.title}. `));
      const news = fact.whole.now.at(-1);
      const word = news ? changeOf(wordOf(news), fact.whole.before && wordOf(fact.whole.before)) : 'parts of it';
      return { title: `${system}, ${label} (${title}): ${word}`, page, sayings: [...said(entries, fact.whole, wordOf), ...parts] };
    }
    case 'platform': {
      const wordOf = (it: (typeof fact.now)[number]) => platformWords[it.state].word;
      const word = changeOf(wordOf(fact.now.at(-1)!), fact.before && wordOf(fact.before));
      return { title: `${system}, platform ${fact.entry.data.title}: ${word}`, page, sayings: said(entries, fact, wordOf) };
    }
    case 'system': {
      const wordOf = (it: (typeof fact.now)[number]) => `${upstreamWords[it.state].word}. ${it.text}`;
      const word = upstreamWords[fact.now.at(-1)!.state].word.toLowerCase();
      return { title: `${system}, the project: ${word}`, page, sayings: said(entries, fact, wordOf) };
    }
    case 'drift': {
      const { title, documented, observed } = fact.entry.data;
      const sayings = [
        {
          text: `${driftWords[fact.entry.data.class]}. ${claimHead(entries, fact.entry.data)}: ${documented.text}`,
          places: placesOf(entries, documented),
        },
        { text: `As found, ${fact.day}: ${observed.text}`, places: placesOf(entries, observed) },
      ];
      return { title: `${system}, documented against found: ${title}`, page, sayings };
    }
    case 'reading': {
      const { data } = fact.entry;
      const sayings = isUpstreamSource(data) ? [{ text: data.how, places: [] }] : [];
      return { title: `${system}, sources: ${data.title} was read`, page, sayings };
    }
  }
}

/** `planned, was partly`; `still planned`; the word alone where nothing was said before. */
function changeOf(now: string, before: string | undefined): string {
  const [is, was] = [now.toLowerCase(), before?.toLowerCase()];
  if (was === undefined) return is;
  return is === was ? `still ${is}` : `${is}, was ${was}`;
}

/** Of a day and a kind an entry names these many; the page has all of them. */
const mostNamed = 12;

/** What Orrery did on a day to what it says of one system: a paragraph for each change and kind, with links to what can still be read. */
export function itemOfDay(entries: Entries, day: OwnDay, { addressNow }: OwnHistory): Item {
  const system = find(entries, 'systems', day.system)?.data.title ?? day.system;
  const sayings = ownChanges.flatMap((change) =>
    byKind(day.did[change]).map(({ lines }): Saying => {
      const named = lines.slice(0, mostNamed);
      const more = lines.length - named.length;
      const gone = named.flatMap((line) => (addressNow(line) === undefined ? [line.title] : []));
      const text = `${changeWords[change]}: ${countsOf(lines)}${gone.length > 0 ? `, ${gone.join('; ')}` : ''}${more > 0 ? `, the first ${mostNamed} here` : ''}.`;
      return { text, places: named.flatMap((line) => ofPlace(addressNow(line), line.title)) };
    }),
  );
  return { title: `${system}, in Orrery: ${sumOf(day)}`, page: ownDayAddress(day), sayings };
}

const ofPlace = (href: string | undefined, text: string): Place[] => (href === undefined ? [] : [{ href, text }]);

/** What was said on the day, and what had been said before it. */
function said<T extends Observation>(entries: Entries, { now, before }: Sighting<T>, wordOf: (it: T) => string, of = ''): Saying[] {
  const saying = (it: T, when: string): Saying => ({
    text: [`${of}${when}: ${wordOf(it).replace(/\.$/, '')}.`, it.note, it.why].filter((part) => part !== undefined).join(' '),
    places: placesOf(entries, it),
  });
  return [
    ...now.map((it) => saying(it, isDocumented(entries, it) ? 'As documented' : `As found, ${dayWords(it.asOf)}`)),
    ...(before
      ? [saying(before, isDocumented(entries, before) ? 'Before that, as documented' : `Before that, as found, ${dayWords(before.asOf)}`)]
      : []),
  ];
}

const isDocumented = (entries: Entries, it: Observation): boolean => sideOf(it, sourcesIn(entries)) === 'documented';

const placesOf = (entries: Entries, { cite, basis }: { readonly cite: readonly Citation[]; readonly basis?: Basis | undefined }): Where[] =>
  cite.map((citation) => whereOf(entries, citation, basis));
