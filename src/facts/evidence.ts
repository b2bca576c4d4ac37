/**
 * What is documented and what was found: the one place that tells them apart. A primary source documents; a repository is
 * where something was found. Everything else asks `bySide`, and `evidence.test.ts` refuses code that asks a source itself.
 */
import type { Citation } from '../schemas/evidence.ts';
import type { PrimarySource, Source, UpstreamSource } from '../schemas/sources.ts';
import type { Entries } from './entries.ts';

export type Side = 'documented' | 'found';

/** What is said of a thing at some time, and where that stands. */
export interface Observed {
  /** A day, `2025-10-16`, or `undated`. */
  readonly asOf: string;
  readonly cite: readonly Citation[];
}

/** `documented`: the primary source. A day, `2025-10-16`. `found-undated`: a copy of the repository that carries no date. */
export type Moment = { readonly at: 'documented' } | { readonly at: 'day'; readonly day: string } | { readonly at: 'found-undated' };

export const isPrimarySource = (source: Source): source is PrimarySource => source.kind === 'primary';
export const isUpstreamSource = (source: Source): source is UpstreamSource => source.kind === 'upstream';

/** The side of a source, by its id; undefined for a source that is not there. */
export type Sources = (id: string) => Side | undefined;

const known = new WeakMap<Entries, Sources>();

export function sourcesIn(entries: Entries): Sources {
  const before = known.get(entries);
  if (before) return before;
  const sides = new Map(entries.sources.map(({ id, data }): [string, Side] => [id, isPrimarySource(data) ? 'documented' : 'found']));
  const sources: Sources = (id) => sides.get(id);
  known.set(entries, sources);
  return sources;
}

/** Documented as soon as a primary source says it, whatever else does; undefined where no source of it is there. */
export function sideOf({ cite }: Pick<Observed, 'cite'>, sources: Sources): Side | undefined {
  const sides = cite.map(({ source }) => sources(source));
  return sides.find((it) => it === 'documented') ?? sides.find((it) => it === 'found');
}

export interface BySide<T> {
  /** What the primary source says; of several sayings the first. Undefined where it says nothing. */
  readonly documented: T | undefined;
  /** What was found last; undefined where nothing was found. */
  readonly found: T | undefined;
  /** Everything that was found, oldest first. */
  readonly everFound: readonly T[];
  /** What counts at a moment. Nothing is carried from one side to the other: without a date by that day there is no answer. */
  at(moment: Moment): T | undefined;
}

/** Observations of one thing, oldest first, by what they rest on. */
export function bySide<T extends Observed>(observations: readonly T[], sources: Sources): BySide<T> {
  const on = (side: Side): T[] => observations.filter((it) => sideOf(it, sources) === side);
  const documented = on('documented')[0];
  const everFound = on('found');
  return {
    documented,
    found: everFound.at(-1),
    everFound,
    at(moment) {
      if (moment.at === 'documented') return documented;
      if (moment.at === 'found-undated') return everFound.findLast((it) => it.asOf === 'undated');
      return newestBy(observations, moment.day);
    },
  };
}

/** Of one day, the last observation counts. */
function newestBy<T extends Observed>(observations: readonly T[], day: string): T | undefined {
  let newest: T | undefined;
  for (const it of observations)
    if (it.asOf !== 'undated' && it.asOf <= day && (newest === undefined || it.asOf >= newest.asOf)) newest = it;
  return newest;
}
