/** A whole check as a sequence of slices, so that whoever runs it, a worker or the page itself, can listen, pause and stop between two. */
import { type Canon, canonical, type Exploration, type Machine, Search } from '../../engine/checker.ts';
import type { Counts, Outcome } from './check.ts';

/** Where the search gives up on a device that may be a phone; it then says that it was not exhaustive. */
export const MOST_STATES = 2_000_000;

/** Takes a search a little further; true when there is nothing left to do. */
export type Slice = (search: Search) => boolean;

/**
 * Yields the counts after each slice, and returns what was found. With `symmetric` a second search follows, in which states that differ
 * only in the order of alike rows count once. Only the time of the slices is counted.
 */
export function* checking(m: Machine, symmetric: boolean, slice: Slice, most = MOST_STATES): Generator<Counts, Outcome> {
  const clock = new Clock();
  const found = yield* searching(m, { most }, slice, clock);
  const { states, transitions, depth, exhaustive, violation, deadlock, deadlocks, lasso, unchecked, fired, seen } = found;
  const unseen = m.reachable.map(({ name }) => name).filter((goal) => !seen.includes(goal));
  const { ms } = clock;
  const canon = symmetric && exhaustive ? canonical(m) : undefined;
  const once = canon && countsOf(yield* searching(m, { most, canon }, slice, clock));
  return { states, transitions, depth, exhaustive, violation, deadlock, deadlocks, lasso, unchecked, fired, unseen, symmetric: once, ms };
}

interface Options {
  readonly most: number;
  readonly canon?: Canon | undefined;
}

function* searching(m: Machine, options: Options, slice: Slice, clock: Clock): Generator<Counts, Exploration> {
  const search = clock.during(() => new Search(m, options));
  while (!clock.during(() => slice(search))) yield search.progress;
  return clock.during(() => search.result());
}

const countsOf = ({ states, transitions, depth }: Counts): Counts => ({ states, transitions, depth });

class Clock {
  ms = 0;

  during<Result>(work: () => Result): Result {
    const began = performance.now();
    const result = work();
    this.ms += performance.now() - began;
    return result;
  }
}
