/**
 * Every state that a search has found: its words, and the choice that first led to it. It is also the breadth-first queue.
 * Exact: a state is looked up by its hash and compared in full. It grows in chunks, so that nothing is copied and no peak is twice
 * what is kept; only the hash table doubles.
 */

/** States in a chunk: small enough for a small search, large enough that a large one has few. */
const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const WITHIN = CHUNK - 1;

/** Entries of the first hash table. */
const FIRST_SLOTS = 1 << 13;

interface Chunk {
  readonly words: Int32Array;
  readonly parents: Int32Array;
  readonly choices: Uint16Array | Int32Array;
}

export class Visited {
  /** How many states there are; they are numbered from 0 in the order in which they were found. */
  count = 0;
  private readonly width: number;
  private readonly wideChoices: boolean;
  private readonly chunks: Chunk[] = [];
  /** Open addressing: the number of a state plus one, or 0. At most half full. */
  private table = new Int32Array(FIRST_SLOTS);

  /** For states of `width` words and choices below `choices`. */
  constructor(width: number, choices: number) {
    this.width = width;
    this.wideChoices = choices > 1 << 16;
  }

  /** The number of the state in `words`; if it is new, it was reached from `parent` by `choice`. */
  add(words: Int32Array, parent: number, choice: number): number {
    const { table, width, chunks } = this;
    const mask = table.length - 1;
    let slot = hashOf(words, 0, width) & mask;
    for (let entry = table[slot]!; entry !== 0; entry = table[slot]!) {
      const kept = chunks[(entry - 1) >>> CHUNK_BITS]!.words;
      const at = ((entry - 1) & WITHIN) * width;
      let i = 0;
      while (i < width && kept[at + i] === words[i]) i++;
      if (i === width) return entry - 1;
      slot = (slot + 1) & mask;
    }
    table[slot] = this.count + 1;
    return this.append(words, parent, choice);
  }

  /** Copies a state into `words`. */
  load(state: number, words: Int32Array): void {
    const { width } = this;
    const kept = this.chunks[state >>> CHUNK_BITS]!.words;
    const at = (state & WITHIN) * width;
    for (let i = 0; i < width; i++) words[i] = kept[at + i]!;
  }

  /** The choices that lead to a state, one of the shortest ways. */
  pathTo(state: number): number[] {
    const path: number[] = [];
    for (let at = state; at > 0;) {
      const { parents, choices } = this.chunks[at >>> CHUNK_BITS]!;
      path.push(choices[at & WITHIN]!);
      at = parents[at & WITHIN]!;
    }
    return path.toReversed();
  }

  /** Bytes reserved. */
  get bytes(): number {
    const perState = this.width * 4 + 4 + (this.wideChoices ? 4 : 2);
    return this.chunks.length * CHUNK * perState + this.table.byteLength;
  }

  private append(words: Int32Array, parent: number, choice: number): number {
    const state = this.count++;
    const within = state & WITHIN;
    if (within === 0) this.chunks.push(this.newChunk());
    const chunk = this.chunks[state >>> CHUNK_BITS]!;
    for (let i = 0, at = within * this.width; i < this.width; i++) chunk.words[at + i] = words[i]!;
    chunk.parents[within] = parent;
    chunk.choices[within] = choice;
    if (this.count * 2 > this.table.length) this.rehash();
    return state;
  }

  private newChunk(): Chunk {
    const choices = this.wideChoices ? new Int32Array(CHUNK) : new Uint16Array(CHUNK);
    return { words: new Int32Array(CHUNK * this.width), parents: new Int32Array(CHUNK), choices };
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let state = 0; state < this.count; state++) {
      let slot = hashOf(this.chunks[state >>> CHUNK_BITS]!.words, (state & WITHIN) * this.width, this.width) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = state + 1;
    }
    this.table = table;
  }
}

/** Multiply and shift over the words from `at`; the constants are those of MurmurHash3's finalizer. */
function hashOf(words: Int32Array, at: number, width: number): number {
  let hash = 0;
  for (let i = at; i < at + width; i++) {
    hash = Math.imul(hash ^ words[i]!, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
