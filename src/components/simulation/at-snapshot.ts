/**
 * What the model says of a snapshot. The working memory of a machine is the engine's: it is written here and nowhere else in the player,
 * and never while something is drawn for another snapshot.
 */
import type { Machine, Snapshot } from '../../engine/checker.ts';

/** Answers are kept, because a long run is asked again at each step along it. */
const reached = new WeakMap<Machine, WeakMap<Snapshot, readonly string[]>>();

/** The `sometimes` properties that hold in a snapshot, in the order of the model. */
export function reachedAt(m: Machine, snapshot: Snapshot): readonly string[] {
  const known = reached.get(m) ?? new WeakMap<Snapshot, readonly string[]>();
  reached.set(m, known);
  const found = known.get(snapshot);
  if (found) return found;
  m.words.set(snapshot.words);
  const here = m.reachable.filter(({ holds }) => holds(m.state, m.config)).map(({ name }) => name);
  known.set(snapshot, here);
  return here;
}
