/** `clear(row)`, for effects that leave a row unused. */
import type { Memory, Packed } from './packed.ts';

const CLEAR = Symbol('clear');

/**
 * Sets every field of a row to its zero: false, the least number, the first word, no value, nothing in it.
 * An unused row must be all zero, or states that mean the same would be counted apart.
 */
export function clear(row: { readonly kind: string }): void {
  (row as { [CLEAR](): void } & typeof row)[CLEAR]();
}

/** Lets `clear` reach the bits of every row of `prototype`: those of `masks`, one for each of its words. */
export function defineClear({ words, watch }: Memory, prototype: object, masks: readonly number[]): void {
  const value = function (this: Packed): void {
    for (let i = 0; i < masks.length; i++) {
      words[this.word + i]! &= ~(masks[i]! << this.shift);
      watch?.wrote(this.word + i, masks[i]! << this.shift);
    }
  };
  Object.defineProperty(prototype, CLEAR, { value });
}
