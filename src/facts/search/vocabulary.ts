/** A set of words that a question is held against: whether it knows one, and which of them another is a slip of. */
import { distance, nearest } from '../nearest.ts';
import { stemOf } from './words.ts';

/** A shorter word has too many neighbours to be a slip of one of them. */
const shortestSlip = 4;
/** Up to this length one letter may be off, beyond it two. */
const longestOfOne = 6;

export class Vocabulary {
  readonly #words: ReadonlySet<string>;
  readonly #stems: ReadonlySet<string>;

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    this.#stems = new Set([...this.#words].map(stemOf));
  }

  /** Whether it has the word, in this form or another; of a word that is still being typed also whether it has one that begins so. */
  knows(word: string, isOpen: boolean): boolean {
    if (this.#words.has(word) || this.#words.has(stemOf(word)) || this.#stems.has(stemOf(word))) return true;
    return isOpen && [...this.#words].some((it) => it.startsWith(word));
  }

  /** The word that another is a slip of: one or two letters off, and beginning alike. */
  meantBy(word: string): string | undefined {
    if (word.length < shortestSlip) return undefined;
    const meant = nearest(word, [...this.#words].filter((it) => it[0] === word[0] && it.length >= shortestSlip)); // prettier-ignore
    return meant !== undefined && distance(word, meant) <= (word.length > longestOfOne ? 2 : 1) ? meant : undefined;
  }
}

/** What a word is a slip of, in the first vocabulary that has a word as near as any. */
export function meantIn(word: string, vocabularies: readonly Vocabulary[]): string | undefined {
  const found = vocabularies.flatMap((it) => it.meantBy(word) ?? []);
  return found.sort((a, b) => distance(word, a) - distance(word, b))[0];
}
