/**
 * Which steps can change places. Two candidates commute when neither reads or writes a bit that the other writes: after both of them the state
 * is the same in either order. A breadth-first search that found a state by a step need not follow those that commute with it and come before
 * it: from the state before, they led to states that were found earlier and taken up earlier, and there this step was tried. So where they lead
 * is known, exactly, and what is known keeps its number.
 * What a candidate reads and writes is told by its tree, as far as it has been learnt. A way that is learnt later takes the candidate out until
 * it is asked for again; one that was gone and not kept, for good.
 */
import { FOR_LEARNING, reserve } from '../state/reserve.ts';

/** Candidates in one number of a set. */
const IN_A_PART = 32;
/** The sets together are at most so many numbers, half a megabyte. */
const MOST_NUMBERS = 1 << 17;
/** At most so many pairs of words are compared each time; more would take longer than they save. */
const MOST_WORK = 1 << 20;

/** The bits that a candidate reads or writes when it is taken, and those that it writes, in each word of the state. */
export interface Footprint {
  readonly touched: Int32Array;
  readonly written: Int32Array;
}

export class Commuting {
  /** For each candidate a set of those before it that commute with it, 32 to a number; then the empty set. */
  sets = new Int32Array(0);
  /** Numbers in a set. */
  readonly parts: number;
  private readonly candidates: number;
  private readonly words: number;
  /** 1 for a candidate that was taken on a way that no tree knows. */
  private readonly unknown: Uint8Array;
  private readonly isIn: Uint8Array;

  /** A state has so many words. */
  constructor(candidates: number, words: number) {
    this.candidates = candidates;
    this.words = words;
    this.parts = Math.ceil(candidates / IN_A_PART);
    this.unknown = new Uint8Array(candidates);
    this.isIn = new Uint8Array(candidates);
    this.sets = new Int32Array(this.parts);
  }

  /** Where in `sets` the set of the candidate begins, and the empty set without one. */
  setOf(candidate: number | undefined): number {
    return candidate === undefined ? this.sets.length - this.parts : Math.min(candidate * this.parts, this.sets.length - this.parts);
  }

  /** Begins anew. `footprint` is asked about each candidate, and answers nothing where no tree knows it. */
  renew(footprint: (candidate: number) => Footprint | undefined): void {
    const { candidates, parts, unknown, isIn } = this;
    if (candidates * parts > MOST_NUMBERS || candidates * candidates * this.words > MOST_WORK) return;
    const known = Array.from({ length: candidates }, (_, at) => (unknown[at] === 1 ? undefined : footprint(at)));
    this.sets = reserve((candidates + 1) * parts, FOR_LEARNING);
    for (const [at, one] of known.entries()) {
      isIn[at] = one ? 1 : 0;
      if (!one) continue;
      for (const [before, other] of known.slice(0, at).entries()) {
        if (other && commute(one, other)) this.sets[at * parts + (before >> 5)]! |= 1 << (before & 31);
      }
    }
  }

  /** To be called when a candidate was taken on a way that is new; `isKept` when its tree knows it now. */
  goesNewWay(candidate: number, isKept: boolean): void {
    if (!isKept) this.unknown[candidate] = 1;
    if (this.isIn[candidate] === 0) return;
    this.isIn[candidate] = 0;
    const { sets, parts } = this;
    sets.fill(0, candidate * parts, (candidate + 1) * parts);
    for (let part = candidate >> 5; part < sets.length; part += parts) sets[part]! &= ~(1 << (candidate & 31));
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.sets.byteLength;
  }
}

function commute(one: Footprint, other: Footprint): boolean {
  for (let word = 0; word < one.touched.length; word++) {
    if ((one.touched[word]! & other.written[word]!) !== 0 || (one.written[word]! & other.touched[word]!) !== 0) return false;
  }
  return true;
}
