/** What the model says of a snapshot. */
import { reachedAt as ask, type Machine, type Snapshot } from '../../engine/checker.ts';

/** Answers are kept, because a long run is asked again at each step along it. */
const reached = new WeakMap<Machine, WeakMap<Snapshot, readonly string[]>>();

/** The `sometimes` properties that hold in a snapshot, in the order of the model. */
export function reachedAt(m: Machine, snapshot: Snapshot): readonly string[] {
  const known = reached.get(m) ?? new WeakMap<Snapshot, readonly string[]>();
  reached.set(m, known);
  const found = known.get(snapshot);
  if (found) return found;
  const here = ask(m, snapshot);
  known.set(snapshot, here);
  return here;
}
