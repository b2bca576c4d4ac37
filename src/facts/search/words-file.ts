/**
 * All words and all names from code that the site holds, as one file: what a browser loads when a question has a word that no title has.
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
  /** By the name as it is written. */
  readonly names: ReadonlyMap<string, readonly Place[]>;
}

interface WordsFile {
  readonly words: string;
  readonly names: readonly (readonly [name: string, ...places: (number | string)[]])[];
}

/** A shorter word has too many neighbours to be a slip of one of them. */
export const shortestWord = 4;

/** `texts` in the order of the list of names. */
export function writeWords(texts: readonly IndexedText[]): string {
  const words = new Set(texts.flatMap(({ content }) => wordsOf(content)).filter((it) => it.length >= shortestWord && !/\d/.test(it)));
  const names = new Map<string, (number | string)[]>();
  for (const [hit, text] of texts.entries())
    for (const [name, sections] of namesIn(text)) {
      const places = names.get(name) ?? [];
      for (const section of sections) places.push(section === '' ? hit : `${hit}#${section}`);
      names.set(name, places);
    }
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, places]): WordsFile['names'][number] => [name, ...places]);
  return JSON.stringify({ words: [...words].sort().join(' '), names: sorted } satisfies WordsFile);
}

export function readWords(file: string): Words {
  const { words, names } = JSON.parse(file) as WordsFile;
  return { words: words === '' ? [] : words.split(' '), names: new Map(names.map(([name, ...places]) => [name, places.map(placeOf)])) };
}

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
