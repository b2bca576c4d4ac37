/**
 * Which candidates are left when one looks at each byte of the state alone. For every value of a byte there is a set of the candidates that it
 * does not rule out, whatever stands in the other bytes; only what is in all the sets of a state is looked up in the trees. A clause that reads
 * one row is decided by a byte or two, so most candidates fall away without being touched.
 * Of many that are left it is certain what they do, because some byte rules out every other way through their tree. Ways that no state has gone
 * yet are the exception: they are strange, and in a state that may go a strange way all that is left is looked up. Sets are made when a value
 * is first met. All of this stays true, because what a tree has once answered stays.
 */
import { FOR_LEARNING, reserve } from '../state/reserve.ts';
import { UNKNOWN, type DecisionTrees, type Path } from './decision-tree.ts';

const VALUES = 256;
/** Candidates in one number of a set. */
const IN_A_PART = 32;
/** The sets together are at most so many numbers, half a megabyte: more would not stay near the processor. */
const MOST_NUMBERS = 1 << 17;
/** What it costs to look at a number of a set, if to look up a candidate costs 1. */
const COST_OF_A_NUMBER = 0.5;
/** So many strange ways fit into a number. */
const MOST_STRANGE = 31;
const ALL_STRANGE = 0x7fffffff;

/** What a sieve is in `plan`: its word, the shift inside it, the first part that it bears on, the size of its sets and where they begin. */
const IN_PLAN = 5;

interface Byte {
  readonly word: number;
  readonly shift: number;
}

/** What is known of a candidate. */
interface Candidate {
  readonly at: number;
  readonly paths: readonly Path[];
}

/** A byte that rules something out. */
interface Sieve extends Byte {
  /** Those whose trees look at the byte. */
  readonly candidates: readonly Candidate[];
  /** The part with the first of them. */
  readonly first: number;
  /** Numbers in a set: the strange ways that the value does not rule out, below zero when the set has not been made; then the parts. */
  readonly size: number;
  /** Where the set of value 0 begins; the others follow it. */
  readonly begin: number;
}

export class Narrowing {
  private readonly decisions: DecisionTrees;
  private readonly words: Int32Array;
  /** For each candidate the end of its action. */
  private readonly ends: Int32Array;
  /** A bit for each candidate, 32 to a number. */
  private readonly all: Int32Array;
  /** The same, of those that are left in the state with which `begin` was called. */
  readonly left: Int32Array;
  /** What each candidate that is left surely does there; UNKNOWN where it is to be looked up. */
  effects: Int32Array;
  /** `effects` where no way is strange. */
  private readonly certain: Int32Array;
  /** `effects` in a state that may go a strange way: UNKNOWN only. */
  private readonly uncertain: Int32Array;
  private strange: readonly Path[] = [];
  private sieves: readonly Sieve[] = [];
  /** What `begin` needs of the sieves. */
  private plan: Int32Array = new Int32Array(0);
  private sets: Int32Array = new Int32Array(0);

  /** Rules nothing out before it is renewed. `ends` has for each candidate the end of its action. */
  constructor(words: Int32Array, decisions: DecisionTrees, ends: Int32Array) {
    this.words = words;
    this.decisions = decisions;
    this.ends = ends;
    this.all = partsFor(ends.length);
    this.left = this.all.slice();
    this.certain = new Int32Array(ends.length);
    this.uncertain = new Int32Array(ends.length);
    this.effects = this.uncertain;
  }

  /** Begins anew with what the trees know by now; rules nothing out where to look each candidate up, of which `looked` are in a state, costs less. */
  renew(looked: number): void {
    const candidates = Array.from(this.ends, (_, at) => ({ at, paths: this.decisions.paths(at) }));
    const sieves = sievesOf(this.words, candidates);
    const numbers = sieves.reduce((sum, { size }) => sum + size, 0);
    const pays = numbers * VALUES <= MOST_NUMBERS && numbers * COST_OF_A_NUMBER <= looked;
    this.sieves = pays ? sieves : [];
    this.plan = Int32Array.from(this.sieves.flatMap(({ word, shift, first, size, begin }) => [word, shift, first, size, begin]));
    this.sets = reserve(pays ? numbers * VALUES : 0, FOR_LEARNING).fill(-1);
    this.certain.fill(UNKNOWN);
    this.strange = [];
    if (pays) for (const candidate of candidates) this.certain[candidate.at] = this.certainEffect(candidate);
  }

  /** Leaves the candidates that no byte of the working state rules out. */
  begin(): void {
    const { left, all, words, plan, sets } = this;
    let strange = ALL_STRANGE;
    for (let part = 0; part < all.length; part++) left[part] = all[part]!;
    for (let at = 0; at < plan.length; at += IN_PLAN) {
      const value = (words[plan[at]!]! >>> plan[at + 1]!) & (VALUES - 1);
      const first = plan[at + 2]!;
      const size = plan[at + 3]!;
      const set = plan[at + 4]! + value * size;
      if (sets[set]! < 0) this.make(this.sieves[at / IN_PLAN]!, value);
      strange &= sets[set]!;
      for (let part = 1; part < size; part++) left[first + part - 1]! &= sets[set + part]!;
    }
    this.effects = strange === 0 ? this.certain : this.uncertain;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.sets.byteLength;
  }

  private make(sieve: Sieve, value: number): void {
    const { sets, ends } = this;
    const { candidates, first, size } = sieve;
    const set = sieve.begin + value * size;
    sets[set] = this.strange.reduce((left, path, nth) => (mayGo(path, sieve, value) ? left | (1 << nth) : left), 0);
    for (const { at, paths } of candidates) {
      const closed = Math.min(at + this.closedWith(paths, sieve, value), ends[at]!, (first + size - 1) * IN_A_PART);
      for (let out = at; out < closed; out++) sets[set + 1 + (out >> 5) - first]! &= ~(1 << (out & 31));
    }
  }

  /** How many candidates are refused on every way on which this value stands in the byte. */
  private closedWith(paths: readonly Path[], byte: Byte, value: number): number {
    let least = this.ends.length + 1;
    for (const path of paths) if (mayGo(path, byte, value)) least = Math.min(least, this.refusedBy(path));
    return least > this.ends.length ? 0 : least;
  }

  private refusedBy({ answer }: Path): number {
    return answer >= -this.ends.length ? -answer : 0;
  }

  /** The effect in which all ways end that no byte rules out; UNKNOWN when there is no such one. Notes which ways are strange. */
  private certainEffect({ paths }: Candidate): number {
    let effect = UNKNOWN;
    for (const path of paths) {
      if (path.answer === UNKNOWN || path.answer === effect || this.isRuledOut(path, paths)) continue;
      if (effect !== UNKNOWN || this.refusedBy(path) > 0) return UNKNOWN;
      effect = path.answer;
    }
    if (effect === UNKNOWN) return UNKNOWN;
    const strange = [...this.strange, ...paths.filter(({ answer }) => answer === UNKNOWN)];
    if (strange.length > MOST_STRANGE) return UNKNOWN;
    this.strange = strange;
    return effect;
  }

  /** Whether some byte alone shows that a state that goes this way is refused. */
  private isRuledOut(way: Path, paths: readonly Path[]): boolean {
    return this.sieves.some((byte) => looksAt(way, byte) && paths.every((path) => this.refusedBy(path) > 0 || !agree(path, way, byte)));
  }
}

/** A set of all of so many candidates. */
function partsFor(candidates: number): Int32Array {
  const parts = new Int32Array(Math.ceil(candidates / IN_A_PART)).fill(-1);
  if (candidates % IN_A_PART > 0) parts[parts.length - 1] = (1 << (candidates % IN_A_PART)) - 1;
  return parts;
}

/** One for each byte at which a tree looks. */
function sievesOf(words: Int32Array, all: readonly Candidate[]): Sieve[] {
  const sieves: Sieve[] = [];
  let begin = 0;
  for (let nth = 0; nth < words.length * 4; nth++) {
    const byte = { word: nth >> 2, shift: (nth & 3) * 8 };
    const candidates = all.filter(({ paths }) => paths.some((path) => looksAt(path, byte)));
    if (candidates.length === 0) continue;
    const first = candidates[0]!.at >> 5;
    const size = (candidates.at(-1)!.at >> 5) - first + 2;
    sieves.push({ ...byte, candidates, first, size, begin });
    begin += size * VALUES;
  }
  return sieves;
}

const within = (words: Int32Array, { word, shift }: Byte): number => (words[word]! >>> shift) & (VALUES - 1);

const looksAt = ({ looked }: Path, byte: Byte): boolean => within(looked, byte) !== 0;

/** Whether a state with this value in the byte may go this way. */
const mayGo = ({ looked, bits }: Path, byte: Byte, value: number): boolean => ((value ^ within(bits, byte)) & within(looked, byte)) === 0;

/** Whether the same value of the byte may go both ways. */
const agree = (one: Path, other: Path, byte: Byte): boolean =>
  ((within(one.bits, byte) ^ within(other.bits, byte)) & within(one.looked, byte) & within(other.looked, byte)) === 0;

/** The first candidate in what is left of a part, which is not empty. */
export const firstOf = (part: number, left: number): number => (part << 5) + 31 - Math.clz32(left & -left);
