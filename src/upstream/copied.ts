/** Whether a text repeats another word for word: a source is cited, never copied. Names, paths and commands are what they are, so a run of them is no copy. */

/** A run of so many words that stands in a source too was copied. */
const wordsOfARun = 8;
/** Of these so many are ordinary words: what is left is names, which nobody can say otherwise. */
const ordinaryOfARun = 5;

interface Token {
  readonly word: string;
  readonly isName: boolean;
}

/** The words of a text. What stands between backticks, and what is written as no ordinary word is, is a name. */
function tokensOf(text: string): Token[] {
  return text.split('`').flatMap((part, i) =>
    [...part.matchAll(/[\p{L}\p{N}_./:@#'’+&-]+/gu)].flatMap(({ 0: raw, index }): Token[] => {
      const word = raw.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      if (word === '') return [];
      const isFirst = /(^|[.!?:])\s*$/.test(part.slice(Math.max(0, index - 3), index));
      const isWritten = /[\d_./:@#+&]|.\p{Lu}/u.test(word) || (/^\p{Lu}/u.test(word) && !isFirst);
      return [{ word: word.replaceAll('’', "'").toLowerCase(), isName: i % 2 === 1 || isWritten }];
    }),
  );
}

const keyAt = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + wordsOfARun)
    .map(({ word }) => word)
    .join(' ');

/** The runs of our own texts, to be looked for in one source after the other. */
export class OwnRuns<Place> {
  readonly #places = new Map<string, Place[]>();

  add(text: string, place: Place): void {
    const tokens = tokensOf(text);
    for (let at = 0; at + wordsOfARun <= tokens.length; at++) {
      if (tokens.slice(at, at + wordsOfARun).filter((it) => !it.isName).length < ordinaryOfARun) continue;
      const key = keyAt(tokens, at);
      this.#places.set(key, [...(this.#places.get(key) ?? []), place]);
    }
  }

  /** Every run that stands in this source, each once, with where we say it. */
  in(source: string): { readonly run: string; readonly places: readonly Place[] }[] {
    const tokens = tokensOf(source);
    const found = new Map<string, readonly Place[]>();
    for (let at = 0; at + wordsOfARun <= tokens.length; at++) {
      const key = keyAt(tokens, at);
      const places = this.#places.get(key);
      if (places) found.set(key, places);
    }
    return [...found].map(([run, places]) => ({ run, places }));
  }
}
