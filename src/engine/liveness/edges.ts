/**
 * Every transition of a search, state by state (compressed sparse rows): what liveness needs beyond the states. Recorded only for models
 * that promise something, because it is as much memory again. It grows in chunks, so that nothing is copied.
 */
import { reserve } from '../state/reserve.ts';

/** Edges in a chunk. */
const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
const WITHIN = CHUNK - 1;
const FOR_EDGES = 'more transitions';

interface Chunk {
  readonly targets: Int32Array;
  readonly instances: Int32Array;
}

export class Edges {
  /** How many there are; they are numbered from 0, those of one state together. */
  count = 0;
  private readonly chunks: Chunk[] = [];
  /** The first edge of each state that was taken up, in the order of the states. */
  private firsts = new Int32Array(1 << 10);
  private states = 0;

  /** The edges added from now on leave the next state. */
  begin(): void {
    if (this.states + 1 >= this.firsts.length) {
      const wider = reserve(this.firsts.length * 2, FOR_EDGES);
      wider.set(this.firsts);
      this.firsts = wider;
    }
    this.firsts[this.states++] = this.count;
    this.firsts[this.states] = this.count;
  }

  /** An edge of the state that `begin` was last called for. */
  add(target: number, instance: number): void {
    const within = this.count & WITHIN;
    if (within === 0) this.chunks.push({ targets: reserve(CHUNK, FOR_EDGES), instances: reserve(CHUNK, FOR_EDGES) });
    const { targets, instances } = this.chunks[this.count >>> CHUNK_BITS]!;
    targets[within] = target;
    instances[within] = instance;
    this.firsts[this.states] = ++this.count;
  }

  /** The number of the first edge of a state; those of the next state follow its last. */
  first(state: number): number {
    return this.firsts[state]!;
  }
  /** The state that an edge leads to. */
  target(edge: number): number {
    return this.chunks[edge >>> CHUNK_BITS]!.targets[edge & WITHIN]!;
  }
  /** The instance that an edge is. */
  instance(edge: number): number {
    return this.chunks[edge >>> CHUNK_BITS]!.instances[edge & WITHIN]!;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.chunks.length * CHUNK * 8 + this.firsts.byteLength;
  }
}
