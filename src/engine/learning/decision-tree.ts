/**
 * Decision trees over the bits of the state: one for each thing that model code is asked about it. Model code is pure, so what it answers
 * follows from the bits that it reads. When a case is met for the first time the code is asked and watched; from then on the answer is found
 * by looking at the same bits in the same order. Exact: a case that differs in any bit that was read is another case.
 * A tree that learns nearly as often as it is asked is given up: then the code itself is quicker.
 */
import { maskOf } from '../state/mask.ts';
import { READ_SIZE, type AccessLog } from '../state/access-log.ts';

/** A node: the word, the shift and the mask of what it looks at, then one slot for each value of that. */
export const HEAD = 3;
/** The slot of the first tree; slot 0 means nothing. */
export const ROOT = 1;
/** What stands in a slot: a node is positive, an answer negative. */
export const UNKNOWN = 0;

/** A tree is not judged before it has learned so many cases. */
const TRIAL = 2048;
/** Numbers in all nodes together: 8 MB. What does not fit is asked each time. */
const MOST = 1 << 21;

export class DecisionTrees {
  /** How many states have been looked at, which is at least how often each tree was asked. Whoever looks counts. */
  turn = 0;
  private readonly words: Int32Array;
  /** The slots from ROOT on are the roots of the trees; then come the nodes. Another array after it has grown. */
  nodes: Int32Array;
  private end: number;
  private readonly learned: Int32Array;
  private readonly givenUp: Uint8Array;

  /** `words` is the working state, in which answers are looked for. */
  constructor(words: Int32Array, count: number) {
    this.words = words;
    this.end = ROOT + count;
    this.nodes = new Int32Array(Math.max(1 << 8, 2 * this.end));
    this.learned = new Int32Array(count);
    this.givenUp = new Uint8Array(count);
  }

  /** The answer of a tree for the working state, or UNKNOWN. */
  find(tree: number): number {
    const { nodes, words } = this;
    let at = nodes[ROOT + tree]!;
    while (at > 0) at = nodes[at + HEAD + ((words[nodes[at]!]! >>> nodes[at + 1]!) & nodes[at + 2]!)]!;
    return at;
  }

  /** Whether it pays to learn what was not found. */
  isWorthwhile(tree: number): boolean {
    if (this.givenUp[tree] === 1) return false;
    const learned = this.learned[tree]!;
    if ((learned < TRIAL || learned * 2 < this.turn) && this.end < MOST) return true;
    this.givenUp[tree] = 1;
    this.nodes[ROOT + tree] = UNKNOWN;
    return false;
  }

  /** Keeps an answer below zero for all states that agree with `from` in what the watch noted. Throws when the code did not read as it did before. */
  learn(tree: number, { reads, length }: AccessLog, from: Int32Array, answer: number): void {
    let slot = ROOT + tree;
    for (let read = 0; read < length; read += READ_SIZE) {
      const word = reads[read]!;
      const shift = reads[read + 1]!;
      const bits = reads[read + 2]!;
      slot = this.nodeIn(slot, word, shift, bits) + HEAD + ((from[word]! >>> shift) & maskOf(bits));
    }
    if (this.nodes[slot]! > 0) throw impure();
    this.nodes[slot] = answer;
    this.learned[tree]!++;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.nodes.byteLength;
  }

  /** The node in a slot, made if there is none. */
  private nodeIn(slot: number, word: number, shift: number, bits: number): number {
    const node = this.nodes[slot]!;
    if (node !== UNKNOWN) {
      if (node < 0 || this.nodes[node] !== word || this.nodes[node + 1] !== shift || this.nodes[node + 2] !== maskOf(bits)) throw impure();
      return node;
    }
    const made = this.end;
    this.end += HEAD + (1 << bits);
    if (this.end > this.nodes.length) {
      const wider = new Int32Array(this.nodes.length * 2);
      wider.set(this.nodes);
      this.nodes = wider;
    }
    this.nodes[slot] = made;
    this.nodes[made] = word;
    this.nodes[made + 1] = shift;
    this.nodes[made + 2] = maskOf(bits);
    return made;
  }
}

const impure = (): Error =>
  new Error(
    'A clause, an effect or a property of the model reads something else in the same state: it must depend on nothing but its arguments.',
  );
