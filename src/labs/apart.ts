/**
 * The shortest run that tells two variants of a model apart: both are stepped through together, breadth first, until one can do what the other
 * cannot, or the same step leads to other states.
 */
import { begin, LearntSteps, type Machine } from '../engine/checker.ts';
import { followed } from './beginning.ts';
import type { Path } from './bench.ts';

export interface Apart {
  /** Its last step is refused by one of the two, or leads to different states. */
  readonly path: Path;
  /** Every clause that refuses it: in the first variant, or in the second; undefined where both can do it. */
  readonly refusedBy: { readonly first?: readonly string[]; readonly second?: readonly string[] };
}

/** So many pairs of states are looked at. */
const MOST_PAIRS = 200_000;

interface Pair {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly before: Pair | undefined;
  readonly instance: number;
}

/** Undefined where no run tells them apart. Both begin at their first states, which are to be alike. Too many pairs throw a RangeError. */
export function apart(first: Machine, second: Machine): Apart | undefined {
  if (JSON.stringify(first.schema) !== JSON.stringify(second.schema))
    throw new RangeError('Two variants with other states cannot be compared.');
  const steps = [new Steps(first), new Steps(second)] as const;
  const queue: Pair[] = [{ first: first.initial.slice(), second: second.initial.slice(), before: undefined, instance: -1 }];
  const known = new Set([keyOf(queue[0]!)]);
  for (const pair of queue) {
    const one = steps[0].from(pair.first);
    const other = steps[1].from(pair.second);
    for (const instance of [...new Set([...one.keys(), ...other.keys()])].sort((a, b) => a - b)) {
      const [a, b] = [one.get(instance), other.get(instance)];
      if (!a || !b || a.some((word, i) => word !== b[i])) return told(first, second, [...pathTo(pair), instance]);
      const next: Pair = { first: a, second: b, before: pair, instance };
      const key = keyOf(next);
      if (!known.has(key)) queue.push(next);
      known.add(key);
    }
    if (queue.length > MOST_PAIRS) throw new RangeError(`They are alike in ${MOST_PAIRS} states; no more are looked at.`);
  }
  return undefined;
}

/** What can be done from a state, and where it leads. */
class Steps {
  private readonly m: Machine;
  private readonly learnt: LearntSteps;
  private readonly fired: Float64Array;

  constructor(m: Machine) {
    this.m = m;
    this.learnt = new LearntSteps(m);
    this.fired = new Float64Array(m.actions.length);
  }

  from(words: Int32Array): Map<number, Int32Array> {
    const found = new Map<number, Int32Array>();
    this.m.words.set(words);
    this.learnt.each(this.fired, (instance) => void found.set(instance, this.m.words.slice()));
    return found;
  }
}

const keyOf = ({ first, second }: Pair): string => `${first.join()}|${second.join()}`;

function pathTo(pair: Pair): number[] {
  const path: number[] = [];
  for (let at: Pair | undefined = pair; at?.before; at = at.before) path.unshift(at.instance);
  return path;
}

function told(first: Machine, second: Machine, path: Path): Apart {
  const refusals = [first, second].map((m) => followed(m, begin(m), path).refused?.because);
  return { path, refusedBy: { ...(refusals[0] && { first: refusals[0] }), ...(refusals[1] && { second: refusals[1] }) } };
}
