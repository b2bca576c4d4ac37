/** Memory for a search. When there is no more, the search ends and keeps what it has found. */

/** Its message is a sentence. */
export class OutOfMemory extends Error {}

/** What decision trees and effects are for. */
export const FOR_LEARNING = 'what is learnt of the model';

/** So many numbers, all zero. `what` they are for follows "no memory left for". */
export function reserve(numbers: number, what: string): Int32Array<ArrayBuffer> {
  try {
    return new Int32Array(numbers);
  } catch (error) {
    if (error instanceof RangeError) throw new OutOfMemory(`There was no memory left for ${what}.`, { cause: error });
    throw error;
  }
}
