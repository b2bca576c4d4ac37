/** The two clocks: what the primary source says of a thing, and what its repository showed last. */
import type { Citation } from '../schemas/evidence.ts';
import { find, type Entries } from './entries.ts';

interface Observed {
  readonly asOf: string;
  readonly cite: readonly Citation[];
}

export interface Clocks<T> {
  /** What the primary source says; undefined where it says nothing. */
  readonly documented: T | undefined;
  /** The last observation upstream; undefined where nothing was found. */
  readonly found: T | undefined;
}

/** Splits a list of observations, oldest first, into the two clocks. */
export function clocksOf<T extends Observed>(entries: Entries, observations: readonly T[]): Clocks<T> {
  const kindOf = (it: T) => find(entries, 'sources', it.cite[0]!.source)?.data.kind;
  return {
    documented: observations.find((it) => kindOf(it) === 'primary'),
    found: observations.findLast((it) => kindOf(it) === 'upstream'),
  };
}
