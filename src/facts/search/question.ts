/** A question as the search understands it. */
import { identifierIn, stemOf, tellingWords, wordsInName, type Identifier } from './words.ts';

export interface Question {
  /** As it was typed. */
  readonly typed: string;
  /** The words that carry it. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly identifier: Identifier | undefined;
  /** The last word may be going on: nothing was typed behind it. */
  readonly isOpen: boolean;
}

export function questionOf(typed: string): Question {
  const identifier = identifierIn(typed);
  const words = identifier && !identifier.isStrict ? [...new Set(wordsInName(identifier.name))] : tellingWords(typed);
  return { typed: typed.trim(), words, stems: words.map(stemOf), identifier, isOpen: /[\p{L}\p{N}]$/u.test(typed) };
}
