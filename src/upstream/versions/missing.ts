/** What a list of observations lacks of what the versions of a document say, and where that comes in it. */
import type { Citation } from '../../schemas/evidence.ts';
import type { Tracked } from '../tracked.ts';
import type { Observation, StateWord } from './observations.ts';
import type { Version } from './version.ts';

/** An observation that a list holds. */
export interface Held {
  readonly asOf: string;
  readonly word: StateWord;
  readonly cite: readonly Pick<Citation, 'source' | 'commit' | 'path'>[];
}

export interface Missing {
  readonly observation: Observation;
  /** The place in `held` behind which it comes; -1 where it comes first. */
  readonly behind: number;
}

/**
 * The observations of a list that are missing in it: those without which it would say something else of that day, or of that version.
 * `placeOf` is the place among the versions of what carries no date.
 */
export function missingIn(held: readonly Held[], said: readonly Observation[], placeOf: (it: Held) => number): Missing[] {
  const known: Held[] = [...held];
  return said.flatMap((observation): Missing[] => {
    const isUndated = observation.asOf === 'undated';
    const place = placeOf(observation);
    const isOfItsTime = (it: Held): boolean => it.asOf === observation.asOf && (!isUndated || placeOf(it) === place);
    const isBefore = (it: Held): boolean =>
      isUndated ? it.asOf === 'undated' && placeOf(it) <= place : it.asOf === 'undated' || it.asOf <= observation.asOf;
    // What a person found on that very day, or in that very version, holds, whatever the document says.
    if (held.some(isOfItsTime)) return [];
    const before = isUndated
      ? known.filter(isBefore).reduce<Held | undefined>((newest, it) => (newest && placeOf(newest) > placeOf(it) ? newest : it), undefined)
      : newestBy(known, observation.asOf);
    if (before?.word === observation.word) return [];
    known.push(observation);
    return [{ observation, behind: held.findLastIndex(isBefore) }];
  });
}

function newestBy<T extends { readonly asOf: string }>(observations: readonly T[], day: string): T | undefined {
  let newest: T | undefined;
  for (const it of observations) if (it.asOf !== 'undated' && it.asOf <= day && (!newest || it.asOf >= newest.asOf)) newest = it;
  return newest;
}

/**
 * Where something without a date stands among the versions: at the last that it cites, before all of them where it rests on the primary
 * source, and behind them where it rests on something whose age nobody knows, so that it stays the newest.
 */
export function placeAmong(versions: readonly Version[], { source }: Tracked, { cite }: Held): number {
  const cited = versions.findLastIndex(({ commit }) => cite.some((it) => it.source === source && it.commit === commit));
  if (cited >= 0) return cited;
  return cite.some((it) => it.commit === undefined) ? -1 : versions.length;
}
