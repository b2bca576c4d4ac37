/**
 * Status over time as a table: each observation stands at its own moment and nowhere else. Nothing is carried over,
 * nothing lies between two moments, and what has no date has no place among the days.
 */
import { sideOf, type Moment, type Observed, type Sources } from '../evidence.ts';

export interface History<T> {
  /** As documented without a date, found without a date, then the days, oldest first; only those that have an observation. */
  readonly moments: readonly Moment[];
  /** One row for each list, one cell for each moment; undefined where nothing was said at it. Of several at one moment, the last. */
  readonly rows: readonly (readonly (T | undefined)[])[];
}

const momentOf = (it: Observed, sources: Sources): Moment =>
  it.asOf !== 'undated' ? { at: 'day', day: it.asOf } : { at: sideOf(it, sources) === 'documented' ? 'documented' : 'found-undated' };

/** Sorts as the moments stand: `0`, `1`, then the days, which begin with a `2`. */
const keyOf = (moment: Moment): string => (moment.at === 'documented' ? '0' : moment.at === 'found-undated' ? '1' : moment.day);

/** The history of some lists of observations, each oldest first. */
export function historyOf<T extends Observed>(lists: readonly (readonly T[])[], sources: Sources): History<T> {
  const moments = new Map(
    lists
      .flat()
      .map((it) => momentOf(it, sources))
      .map((moment) => [keyOf(moment), moment]),
  );
  const keys = [...moments.keys()].sort();
  return {
    moments: keys.map((key) => moments.get(key)!),
    rows: lists.map((list) => keys.map((key) => list.findLast((it) => keyOf(momentOf(it, sources)) === key))),
  };
}
