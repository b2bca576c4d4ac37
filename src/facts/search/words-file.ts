/**
 * All words and all names from code that the site holds, as one file: what a browser loads at the first question.
 * With it the search may say that nothing holds a word, where a name stands letter for letter, and which word was meant.
 */
import { identifiersIn, wordsOf } from './words.ts';

/** The text of a hit as the text index has it. */
export interface IndexedText {
  readonly content: string;
  /** The headings, by the number of the word that they begin with. */
  readonly headings: readonly { readonly id: string; readonly location: number }[];
}

/** Where a name from code stands: the hit's place in the list of names, and the section of its page. */
export interface Place {
  readonly hit: number;
  readonly section: string | undefined;
}

export interface Words {
  readonly words: readonly string[];
  /** By the name as it is written: where a text says it, and where it is only cited. */
  readonly names: ReadonlyMap<string, readonly Place[]>;
  readonly cited: ReadonlyMap<string, readonly Place[]>;
}

type Row = readonly [name: string, ...places: (number | string)[]];
interface WordsFile {
  readonly words: string;
  readonly names: readonly Row[];
  readonly cited: readonly Row[];
}

/** `texts` in the order of the list of names; `cited` are names with the places that only cite them. */
export function writeWords(texts: readonly IndexedText[], cited: ReadonlyMap<string, readonly Place[]> = new Map()): string {
  const words = new Set(texts.flatMap(({ content }) => wordsOf(content)).filter((it) => !/\d/.test(it)));
  const names = new Map<string, Place[]>();
  for (const [hit, text] of texts.entries())
    for (const [name, sections] of namesIn(text)) {
      const places = [...sections].map((section) => ({ hit, section: section === '' ? undefined : section }));
      names.set(name, [...(names.get(name) ?? []), ...places]);
    }
  return JSON.stringify({ words: [...words].sort().join(' '), names: rowsOf(names), cited: rowsOf(cited) } satisfies WordsFile);
}

const rowsOf = (names: ReadonlyMap<string, readonly Place[]>): Row[] =>
  [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, places]) => [name, ...places.map(({ hit, section }) => (section === undefined ? hit : `${hit}#${section}`))]);

export function readWords(file: string): Words {
  const { words, names, cited } = JSON.parse(file) as WordsFile;
  return { words: words === '' ? [] : words.split(' '), names: placesOf(names), cited: placesOf(cited) };
}

const placesOf = (rows: readonly Row[]): Map<string, Place[]> => new Map(rows.map(([name, ...places]) => [name, places.map(placeOf)]));

function placeOf(place: number | string): Place {
  if (typeof place === 'number') return { hit: place, section: undefined };
  const [hit, section] = place.split('#');
  return { hit: Number(hit), section };
}

/** The names in a text, each with the sections that it stands in; an empty one stands before the first heading. */
function namesIn({ content, headings }: IndexedText): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  let section = '';
  let next = 0;
  for (const [at, word] of content.split(/\s+/).entries()) {
    for (; next < headings.length && headings[next]!.location <= at; next++) section = headings[next]!.id;
    for (const name of identifiersIn(word)) {
      const sections = found.get(name) ?? new Set();
      found.set(name, sections.add(section === '_top' ? '' : section));
    }
  }
  return found;
}
