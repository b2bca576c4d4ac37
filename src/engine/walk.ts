/**
 * A random walk: from each state one of the verbs that can go on, then one of its candidates. The same seed walks the same way.
 * It is quick because a clause that refuses without reading a parameter refuses every candidate of its verb, and one that read only the
 * first parameters refuses all that agree in them. Leaves out fairness: no candidate is promised the same chance.
 */
import type { Machine, Verb } from './machine.ts';

export interface WalkOptions {
  /** Any integer. */
  readonly seed: number;
  readonly steps: number;
}
export interface Walk {
  /** The choices. */
  readonly log: readonly number[];
  /** Whether the walk came to where nothing can happen before it had so many steps. */
  readonly ended: boolean;
}

/** Walks from the start, and leaves the machine where it ends. */
export function walk(m: Machine, { seed, steps }: WalkOptions): Walk {
  const random = randomFrom(seed);
  const log: number[] = [];
  m.words.set(m.initial);
  const walker = new Walker(m, random);
  while (log.length < steps) {
    const choice = walker.step();
    if (choice < 0) return { log, ended: true };
    log.push(choice);
  }
  return { log, ended: false };
}

/** Integers from 0 to 2^32 - 1 (Marsaglia 2003, xorshift32). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

export class Walker {
  private readonly m: Machine;
  private readonly random: () => number;
  /** The verbs in the order in which they are tried; shuffled as far as is needed. */
  private readonly order: Int32Array;

  constructor(m: Machine, random: () => number) {
    this.m = m;
    this.random = random;
    this.order = new Int32Array(m.verbs.length);
    for (let v = 0; v < this.order.length; v++) this.order[v] = v;
  }

  /** Takes a step from the working state; its choice, or -1 when there is none. */
  step(): number {
    const { order, random } = this;
    const { verbs, state, config } = this.m;
    for (let left = order.length; left > 0; left--) {
      const at = random() % left;
      const v = order[at]!;
      order[at] = order[left - 1]!;
      order[left - 1] = v;
      const verb = verbs[v]!;
      const choice = this.aim(verb);
      if (choice < 0) continue;
      verb.then(state, verb.args, config);
      return choice;
    }
    return -1;
  }

  /** Points the verb at a candidate that can happen, the first from a random place on, going round; -1 when none can. */
  private aim(verb: Verb): number {
    const { random } = this;
    const { cursor, sizes, count, params, first } = verb;
    if (count === 0) return -1;
    const last = params.length - 1;
    if (last < 0) return this.refusedAt(verb) === OPEN ? first : -1;
    let start = 0;
    for (let depth = 0; depth <= last; depth++) {
      cursor[depth] = random() % sizes[depth]!;
      start += cursor[depth]! * params[depth]!.stride;
    }
    let place = start;
    for (let done = 0; done < count;) {
      const refused = this.refusedAt(verb);
      if (refused === OPEN) return first + place;
      if (refused < 0) return -1;
      // All candidates up to the next value of the parameter that it read.
      const { stride } = params[refused]!;
      const skipped = stride - (place % stride);
      done += skipped;
      place += skipped;
      if (place >= count) place = 0;
      let rest = place;
      for (let depth = 0; depth <= last; depth++) {
        const { stride: by } = params[depth]!;
        cursor[depth] = (rest / by) | 0;
        rest -= cursor[depth]! * by;
      }
    }
    return -1;
  }

  /** The deepest parameter that the refusing clause read, -1 for none; or OPEN. */
  private refusedAt({ guards, args }: Verb): number {
    const { state, config, read } = this.m;
    for (let clause = 0; clause < guards.length; clause++) {
      read[0] = -1;
      if (!guards[clause]!(state, args, config)) return read[0]!;
    }
    return OPEN;
  }
}

/** No clause refused. */
const OPEN = -2;
