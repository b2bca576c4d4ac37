/**
 * Decision trees over the bits of the state: one for each thing that model code is asked about it. Model code is pure, so what it answers
 * follows from the bits that it reads. When a case is met for the first time the code is asked and its reads are noted; from then on the
 * answer is found by looking at the same bits in the same order. Exact: a case that differs in any bit that was read is another case.
 * A tree that learns nearly as often as it is asked is given up: then the code itself is quicker. How a node is written is known here alone.
 */
import { maskOf } from '../state/mask.ts';
import { FOR_LEARNING, reserve } from '../state/reserve.ts';
import { READ_SIZE, type AccessLog } from '../state/access-log.ts';

/** A node: what it looks at, in one number, then one slot for each value of that. */
const HEAD = 1;
/** In that number: the mask of a piece, which has at most four bits, lowest; then the shift, for which `>>>` takes five bits; then the word. */
const MASK = 15;
const SHIFT = 31;
const SHIFT_AT = 4;
const WORD_AT = 9;
/** The slot of the first tree; slot 0 means nothing. */
const ROOT = 1;
/** What stands in a slot: a node is positive, an answer negative. */
export const UNKNOWN = 0;
/** In the slot of a value that the bits never have. */
const NEVER = -0x80000000;
/** A tree with more leaves than this is not taken apart. */
const MOST_LEAVES = 48;

/** One way through a tree: the bits of each word at which it looks, what stands there, and the answer. */
export interface Path {
  readonly looked: Int32Array;
  readonly bits: Int32Array;
  readonly answer: number;
}

/** When to stop learning. Tests set both low, so that every path is taken. */
export interface LearningLimits {
  /** A tree is not judged before it has learnt so many cases. */
  readonly trial: number;
  /** Numbers in all nodes together. What does not fit is asked each time; what is known by then stays known. */
  readonly most: number;
  /** In which turns the candidates are narrowed anew (narrowing.ts, commuting.ts); after the last the trees have nearly all they will ever have. */
  readonly narrowing: readonly number[];
}

/** `most` is 8 MB. */
export const USUAL_LIMITS: LearningLimits = { trial: 2048, most: 1 << 21, narrowing: [1024, 8192, 65536] };

export class DecisionTrees {
  /** How many states have been looked at, which is at least how often each tree was asked. Whoever looks counts. */
  turn = 0;
  private readonly words: Int32Array;
  private readonly limits: LearningLimits;
  /** The slots from ROOT on are the roots of the trees; then come the nodes. Another array after it has grown. */
  private nodes: Int32Array;
  private end: number;
  private readonly learnt: Int32Array;
  private readonly givenUp: Uint8Array;

  /** `words` is the working state, in which answers are looked for. */
  constructor(words: Int32Array, count: number, limits: LearningLimits = USUAL_LIMITS) {
    this.words = words;
    this.limits = limits;
    this.end = ROOT + count;
    this.nodes = new Int32Array(Math.max(1 << 8, 2 * this.end));
    this.learnt = new Int32Array(count);
    this.givenUp = new Uint8Array(count);
  }

  /** The answer of a tree for the working state, or UNKNOWN. */
  find(tree: number): number {
    const { nodes, words } = this;
    let at = nodes[ROOT + tree]!;
    while (at > 0) {
      const looks = nodes[at]!;
      at = nodes[at + HEAD + ((words[looks >>> WORD_AT]! >>> (looks >>> SHIFT_AT)) & looks & MASK)]!;
    }
    return at;
  }

  /** Every way through a tree, those to what is not known included; none when they are too many. */
  paths(tree: number): readonly Path[] {
    const { length } = this.words;
    const paths: Path[] = [];
    this.follow(this.nodes[ROOT + tree]!, new Int32Array(length), new Int32Array(length), paths);
    return paths.length > MOST_LEAVES ? [] : paths;
  }

  /** Whether it pays to learn what was not found. */
  isWorthwhile(tree: number): boolean {
    if (this.givenUp[tree] === 1 || this.isFull) return false;
    const learnt = this.learnt[tree]!;
    if (learnt * 2 < this.turn || learnt < this.limits.trial) return true;
    this.givenUp[tree] = 1;
    this.nodes[ROOT + tree] = UNKNOWN;
    return false;
  }

  /**
   * Keeps an answer below zero for all states that agree with `from` in what was noted. False when the code did not read as it did before
   * in such a state: then it is not pure, and nothing is kept.
   */
  learn(tree: number, { reads, length }: AccessLog, from: Int32Array, answer: number): boolean {
    let slot = ROOT + tree;
    for (let read = 0; read < length; read += READ_SIZE) {
      const word = reads[read]!;
      const shift = reads[read + 1]!;
      const bits = reads[read + 2]!;
      const node = this.nodeIn(slot, (word << WORD_AT) | (shift << SHIFT_AT) | maskOf(bits), reads[read + 3]!);
      if (node === UNKNOWN) return false;
      slot = node + HEAD + ((from[word]! >>> shift) & maskOf(bits));
    }
    if (this.nodes[slot]! > 0) return false;
    this.nodes[slot] = answer;
    this.learnt[tree]!++;
    return true;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.nodes.byteLength;
  }
  /** Whether the nodes take as much as they may. */
  get isFull(): boolean {
    return this.end >= this.limits.most;
  }
  /** How many trees have been given up. */
  get abandoned(): number {
    return this.givenUp.reduce((sum, each) => sum + each, 0);
  }

  private follow(slot: number, looked: Int32Array, bits: Int32Array, paths: Path[]): void {
    if (slot === NEVER || paths.length > MOST_LEAVES) return;
    if (slot <= 0) {
      paths.push({ looked: looked.slice(), bits: bits.slice(), answer: slot });
      return;
    }
    const looks = this.nodes[slot]!;
    const [word, shift, mask] = [looks >>> WORD_AT, (looks >>> SHIFT_AT) & SHIFT, looks & MASK];
    const [lookedBefore, bitsBefore] = [looked[word]!, bits[word]!];
    looked[word] = lookedBefore | (mask << shift);
    for (let value = 0; value <= mask; value++) {
      bits[word] = bitsBefore | (value << shift);
      this.follow(this.nodes[slot + HEAD + value]!, looked, bits, paths);
    }
    looked[word] = lookedBefore;
    bits[word] = bitsBefore;
  }

  /** The node in a slot, made if there is none; UNKNOWN when another one stands there. */
  private nodeIn(slot: number, looks: number, values: number): number {
    const { nodes } = this;
    const node = nodes[slot]!;
    if (node === UNKNOWN) return this.newNode(slot, looks, values);
    return node > 0 && nodes[node] === looks ? node : UNKNOWN;
  }

  private newNode(slot: number, looks: number, values: number): number {
    const made = this.end;
    const end = made + HEAD + 1 + (looks & MASK);
    if (end > this.nodes.length) {
      const wider = reserve(this.nodes.length * 2, FOR_LEARNING);
      wider.set(this.nodes);
      this.nodes = wider;
    }
    this.end = end;
    this.nodes[slot] = made;
    this.nodes[made] = looks;
    this.nodes.fill(NEVER, made + HEAD + values, end);
    return made;
  }
}
