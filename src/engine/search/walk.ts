/**
 * A random walk: from each state one of the actions that can go on, then one of its candidates. The same seed walks the same way.
 * Leaves out fairness: no candidate is promised the same chance.
 */
import { failureAfter } from '../run/failure.ts';
import type { Machine, CompiledAction } from '../run/machine.ts';
import { TransitionCache } from '../learning/transition-cache.ts';

export interface WalkOptions {
  /** Any integer. */
  readonly seed: number;
  readonly steps: number;
}
export interface Walk {
  /** The instances. */
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
    const instance = stepAfter(m, log, walker);
    if (instance < 0) return { log, ended: true };
    log.push(instance);
  }
  return { log, ended: false };
}

/** A step of the walker. One that insists in vain is a step; other code of the model that fails throws a ModelError. */
function stepAfter(m: Machine, log: readonly number[], walker: Walker): number {
  try {
    return walker.step();
  } catch (error) {
    TransitionCache.forget(m); // what was being learnt may be half done
    const failure = failureAfter(m, log, error);
    if (failure instanceof Error) throw failure;
    return failure.instance;
  }
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
  private readonly cache: TransitionCache;
  private readonly random: () => number;
  /** The actions in the order in which they are tried; shuffled as far as is needed. */
  private readonly order: Int32Array;

  constructor(m: Machine, random: () => number) {
    this.m = m;
    this.cache = TransitionCache.of(m);
    this.random = random;
    this.order = new Int32Array(m.actions.length);
    for (let v = 0; v < this.order.length; v++) this.order[v] = v;
  }

  /** Takes a step from the working state; its instance, or -1 when there is none. */
  step(): number {
    const { order, random, cache } = this;
    const { actions } = this.m;
    cache.begin();
    for (let left = order.length; left > 0; left--) {
      const at = random() % left;
      const v = order[at]!;
      order[at] = order[left - 1]!;
      order[left - 1] = v;
      const instance = this.takeOne(actions[v]!);
      if (instance >= 0) return instance;
    }
    return -1;
  }

  /** Takes the first candidate that can be taken from a random place on, going round; -1 when none can. */
  private takeOne(action: CompiledAction): number {
    const { cache } = this;
    const { count, first } = action;
    const begin = first + (count > 1 ? this.random() % count : 0);
    const after = cache.take(action, begin);
    if (after < first + count) return after;
    // None of the rest can be taken, so what is found from the first on stands before `begin`.
    const before = begin > first ? cache.take(action, first) : begin;
    return before < begin ? before : -1;
  }
}
