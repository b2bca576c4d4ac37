/** What one evaluation of model code reads of the state as it found it, and which bits it writes. */
import { maskOf } from './mask.ts';

/** A field is noted in pieces of at most so many bits, so that a node of a decision tree has at most sixteen branches. */
const PIECE_BITS = 4;

/** A word, a shift, how many bits, and how many values they can have. */
export const READ_SIZE = 4;

export class AccessLog {
  /** Every piece that was read before anything wrote it, once, in order: `READ_SIZE` numbers each, in the first `length` places. */
  reads = new Int32Array(64 * READ_SIZE);
  length = 0;
  /** Whether anything was written, were it the value that stood there before. */
  hasWritten = false;
  /** The bits of each word that were written. */
  readonly written: Int32Array;
  /** The bits of each word whose value follows from what is noted: they were read, or written. */
  private readonly known: Int32Array;

  constructor(words: number) {
    this.written = new Int32Array(words);
    this.known = new Int32Array(words);
  }

  /** Forgets what was noted. */
  begin(): void {
    this.length = 0;
    this.hasWritten = false;
    this.written.fill(0);
    this.known.fill(0);
  }

  /** Notes a read of `bits` bits that hold one of `size` codes, unless their value is known. */
  read(word: number, shift: number, bits: number, size: number): void {
    for (let done = 0; done < bits; done += PIECE_BITS) {
      const piece = Math.min(PIECE_BITS, bits - done);
      this.note(word, shift + done, piece, done + piece < bits ? 1 << piece : ((size - 1) >>> done) + 1);
    }
  }

  /** Notes that the bits of `mask` have been written. */
  wrote(word: number, mask: number): void {
    this.hasWritten = true;
    this.written[word]! |= mask;
    this.known[word]! |= mask;
  }

  private note(word: number, shift: number, bits: number, values: number): void {
    const mask = maskOf(bits) << shift;
    if ((mask & ~this.known[word]!) === 0) return;
    this.known[word]! |= mask;
    if (this.length === this.reads.length) {
      const wider = new Int32Array(this.reads.length * 2);
      wider.set(this.reads);
      this.reads = wider;
    }
    this.reads[this.length] = word;
    this.reads[this.length + 1] = shift;
    this.reads[this.length + 2] = bits;
    this.reads[this.length + 3] = values;
    this.length += READ_SIZE;
  }
}
