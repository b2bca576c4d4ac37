/** The width of words in a face that is known by a table, for pictures that are laid out where no font is at hand. */

export interface Face {
  /** Thousandths of the size, from the space to the tilde, in the order of ASCII. */
  readonly widths: readonly number[];
  /** What a letter outside of ASCII is taken for. */
  readonly usual: number;
}

/** In thousandths of the size. */
export const lengthIn = ({ widths, usual }: Face, words: string): number =>
  [...words].reduce((sum, letter) => sum + (widths[letter.codePointAt(0)! - 32] ?? usual), 0);
