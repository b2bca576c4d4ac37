/**
 * Every state that a search has found: its words, and the instance that first led to it. It is also the breadth-first queue.
 * Exact: a state is looked up by its hash and compared in full. It grows in chunks, so that nothing is copied and no peak is twice
 * what is kept; only the hash table is copied when it grows.
 */
import { reserve } from './reserve.ts';

/** States in a chunk: small enough for a small search, large enough that a large one has few. */
const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const WITHIN = CHUNK - 1;

/** Slots of the first hash table. */
const FIRST_SLOTS = 1 << 13;
/** Below so many slots the next table has four times as many, then twice: each growth puts every state in its place again. */
const MANY_SLOTS = 1 << 19;
/** A table is at most so full. A probe stays within a cache line or two until then; a full one is 8 / 0.75 bytes a state, a new one twice that. */
const MOST_FULL = 0.75;
/** What memory is reserved for. */
const FOR_STATES = 'more states';
/** Two numbers: the hash of a state, and the number of the state plus one, or 0. */
const SLOT = 2;

interface Chunk {
  readonly words: Int32Array;
  readonly parents: Int32Array;
  readonly instances: Uint16Array | Int32Array;
}

export class Visited {
  /** How many states there are; they are numbered from 0 in the order in which they were found. */
  count = 0;
  private readonly width: number;
  private readonly factors: Int32Array;
  private readonly wideInstances: boolean;
  private readonly chunks: Chunk[] = [];
  /**
   * Open addressing with linear probing. The hash stands beside the number because most states that are added are known: a state of one
   * word is told by its hash alone, which is a bijection, and of a wider one the words are fetched only when the hashes agree.
   */
  private table = new Int32Array(FIRST_SLOTS * SLOT);
  /** With so many states the table grows. */
  private full = FIRST_SLOTS * MOST_FULL;

  /** For states of `width` words and instances below `instances`. */
  constructor(width: number, instances: number) {
    this.width = width;
    this.factors = factorsFor(width);
    this.wideInstances = instances > 1 << 16;
  }

  /**
   * The number of the state in `words`; if it is new, it was reached from `parent` by `instance`. Throws OutOfMemory when there is no memory
   * for more, and then still knows what it knew.
   */
  add(words: Int32Array, parent: number, instance: number): number {
    const { width, table } = this;
    const hash = hashOf(words, this.factors);
    const within = table.length - 1;
    let at = (hash << 1) & within;
    for (let entry = table[at + 1]!; entry !== 0; entry = table[at + 1]!) {
      if (table[at] === hash && (width === 1 || this.isSame(entry - 1, words))) return entry - 1;
      at = (at + SLOT) & within;
    }
    if (this.count >= this.full) at = this.grow(hash);
    const state = this.append(words, parent, instance);
    this.table[at] = hash;
    this.table[at + 1] = state + 1;
    return state;
  }

  /** Copies a state into `words`. */
  load(state: number, words: Int32Array): void {
    const { width } = this;
    const kept = this.chunks[state >>> CHUNK_BITS]!.words;
    const at = (state & WITHIN) * width;
    for (let i = 0; i < width; i++) words[i] = kept[at + i]!;
  }

  /** The state from which a state was first reached; that of the first is -1. */
  parent(state: number): number {
    return this.chunks[state >>> CHUNK_BITS]!.parents[state & WITHIN]!;
  }

  /** The instance by which a state was first reached. */
  instance(state: number): number {
    return this.chunks[state >>> CHUNK_BITS]!.instances[state & WITHIN]!;
  }

  /** The instances that lead to a state, one of the shortest ways. */
  pathTo(state: number): number[] {
    const path: number[] = [];
    for (let at = state; at > 0;) {
      const { parents, instances } = this.chunks[at >>> CHUNK_BITS]!;
      path.push(instances[at & WITHIN]!);
      at = parents[at & WITHIN]!;
    }
    return path.toReversed();
  }

  /** Bytes reserved. */
  get bytes(): number {
    const perState = this.width * 4 + 4 + (this.wideInstances ? 4 : 2);
    return this.chunks.length * CHUNK * perState + this.table.byteLength;
  }

  /** Whether a state is what is in `words`. */
  isSame(state: number, words: Int32Array): boolean {
    const { width } = this;
    const kept = this.chunks[state >>> CHUNK_BITS]!.words;
    const at = (state & WITHIN) * width;
    let i = 0;
    while (i < width && kept[at + i] === words[i]) i++;
    return i === width;
  }

  private append(words: Int32Array, parent: number, instance: number): number {
    const state = this.count;
    const within = state & WITHIN;
    if (within === 0) this.chunks.push(this.newChunk());
    this.count++;
    const chunk = this.chunks[state >>> CHUNK_BITS]!;
    for (let i = 0, at = within * this.width; i < this.width; i++) chunk.words[at + i] = words[i]!;
    chunk.parents[within] = parent;
    chunk.instances[within] = instance;
    return state;
  }

  private newChunk(): Chunk {
    const instances = reserve(this.wideInstances ? CHUNK : CHUNK / 2, FOR_STATES);
    return {
      words: reserve(CHUNK * this.width, FOR_STATES),
      parents: reserve(CHUNK, FOR_STATES),
      instances: this.wideInstances ? instances : new Uint16Array(instances.buffer),
    };
  }

  /** Makes room for more, and returns the place of a state with this hash that is not in the table. */
  private grow(hash: number): number {
    const { table: old } = this;
    this.table = reserve(old.length * (old.length < MANY_SLOTS * SLOT ? 4 : 2), 'the table of the states');
    this.full = (this.table.length / SLOT) * MOST_FULL;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      const at = this.freePlace(old[from]!);
      this.table[at] = old[from]!;
      this.table[at + 1] = old[from + 1]!;
    }
    return this.freePlace(hash);
  }

  private freePlace(hash: number): number {
    const { table } = this;
    const within = table.length - 1;
    let at = (hash << 1) & within;
    while (table[at + 1] !== 0) at = (at + SLOT) & within;
    return at;
  }
}

/** An odd factor for each word, from a sequence of full period (the multiplier is that of Borosh and Niederreiter 1983). */
export function factorsFor(width: number): Int32Array {
  let factor = 0x85ebca6b | 0;
  return Int32Array.from({ length: width }, () => (factor = Math.imul(factor, 0x6c078965) + 0x3c6ef35e) | 1);
}

/**
 * The hash of a state, by `factorsFor` as many words as it has. Each word is folded and multiplied by a factor of its own; the sum is then stirred by multiply and shift
 * (the steps of MurmurHash3's finalizer). A product carries bits upwards only: without the fold the highest bits of a word would meet those of
 * the others and nothing else. The products do not wait for one another. With one word each step can be undone, so that two states never have
 * the same hash.
 */
export function hashOf(words: Int32Array, factors: Int32Array): number {
  let hash = 0;
  for (let i = 0; i < factors.length; i++) {
    const word = words[i]!;
    hash = (hash + Math.imul(word ^ (word >>> 16), factors[i]!)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
