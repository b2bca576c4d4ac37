/** The shortest runs of the model as shipped to what an answer must leave possible. */
import { begin, candidateOf, LearntSteps, type Machine } from '../engine/checker.ts';
import type { Path } from './bench.ts';
import { shortestTo } from './goals.ts';

/** So many states are looked at. */
const MOST_STATES = 100_000;

/** To where the `sometimes` holds. */
export const pathToSeeing = (m: Machine, goal: string): Path | undefined => shortestTo(m, begin(m), { sometimes: goal });

/** To the end of the first step of this action. */
export const pathToFiring = (m: Machine, action: string): Path | undefined =>
  firstOf(runs(m), (path) => path.length > 0 && candidateOf(m, path.at(-1)!).action === action);

function firstOf<Of>(all: Iterable<Of>, fits: (it: Of) => boolean): Of | undefined {
  for (const it of all) if (fits(it)) return it;
  return undefined;
}

/** A run for each transition, breadth first: a shortest one to the state that it leaves, and one step more. The first is the empty run. */
export function* runs(m: Machine): Generator<Path> {
  const learnt = new LearntSteps(m);
  const fired = new Float64Array(m.actions.length);
  const queue: { readonly words: Int32Array; readonly path: Path }[] = [{ words: m.initial.slice(), path: [] }];
  const known = new Set([queue[0]!.words.join()]);
  yield [];
  for (const { words, path } of queue) {
    const found: { readonly instance: number; readonly words: Int32Array }[] = [];
    m.words.set(words);
    learnt.each(fired, (instance) => void found.push({ instance, words: m.words.slice() }));
    for (const next of found) {
      const longer = [...path, next.instance];
      const key = next.words.join();
      if (!known.has(key)) queue.push({ words: next.words, path: longer });
      known.add(key);
      yield longer;
    }
    if (known.size > MOST_STATES) return;
  }
}
