/** The index of the site: every page, term, part and other name, in the order of the letters. */
import { grouped } from '../grouped.ts';
import type { SearchHit } from './hit.ts';

export interface IndexPlace {
  readonly address: string;
  readonly system: string | undefined;
  /** What is there, in a word. */
  readonly what: string;
  /** What the place is called, where the line is another word for it. */
  readonly title: string | undefined;
}
export interface IndexLine {
  readonly words: string;
  readonly places: readonly IndexPlace[];
}

/** Names that are sentences are looked for in their own lists: of the single records only terms and flows stand here. */
const isNamed = ({ extent, kind, what }: SearchHit): boolean =>
  (extent !== 'record' && kind !== 'Task') || kind === 'Term' || what === 'Flow';

/** Under which letter a line stands; what begins with none stands first. */
const letterOf = (key: string): string => (/^[a-z]/.test(key) ? key[0]!.toUpperCase() : '0–9');

/** An article does not decide the place. */
const keyOf = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(the|an?) /, '')
    .replace(/^[^a-z0-9]+/, '');

/** The letters with their lines. A word that several places have is one line. */
export function aToZ(hits: readonly SearchHit[]): { readonly letter: string; readonly lines: readonly IndexLine[] }[] {
  const named = hits.filter(isNamed).flatMap((hit) => [hit.title, ...hit.aliases].map((words) => ({ words, place: placeOf(hit, words) })));
  const lines = [...grouped(named, ({ words }) => keyOf(words))]
    .map(([key, list]) => ({ key, words: shortest(list), places: distinct(list.map(({ place }) => place)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...grouped(lines, ({ key }) => letterOf(key))].map(([letter, list]) => ({
    letter,
    lines: list.map(({ words, places }) => ({ words, places })),
  }));
}

/** `app` stands for `An app`. */
const shortest = (list: readonly { readonly words: string }[]): string =>
  list.map(({ words }) => words).reduce((a, b) => (b.length < a.length ? b : a));

function placeOf({ address, system, kind, what, title }: SearchHit, words: string): IndexPlace {
  return {
    address,
    system: system === title ? undefined : system,
    what: what ?? kind,
    title: keyOf(words) === keyOf(title) ? undefined : title,
  };
}

/** Each address once; the place that is called so stands for it. */
function distinct(places: readonly IndexPlace[]): IndexPlace[] {
  const byAddress = [...grouped(places, ({ address }) => address).values()];
  return byAddress.map((list) => list.find(({ title }) => title === undefined) ?? list[0]!);
}
