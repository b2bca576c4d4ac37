/**
 * Which observation counts at a moment: what the primary source says, what was seen by a day, or what a copy without a
 * date shows. Nothing is carried from one clock to the other: without a date by that day there is no answer.
 */
import type { Citation } from '../../schemas/evidence.ts';
import type { Milestone } from '../../schemas/milestones.ts';
import { find, type Entries } from '../entries.ts';

interface Observed {
  readonly asOf: string;
  readonly cite: readonly Citation[];
}

/** `documented`: the primary source. A day, `2025-10-16`. `found-undated`: a copy of the repository that carries no date. */
export type Moment = { readonly at: 'documented' } | { readonly at: 'day'; readonly day: string } | { readonly at: 'found-undated' };

export interface Moments {
  /** The days of all observations, each once, oldest first. */
  readonly days: readonly string[];
  readonly documented: boolean;
  readonly foundUndated: boolean;
}

/** Tells a primary source from a repository by its id. */
export type IsPrimary = (source: string) => boolean;

export const primaryIn =
  (entries: Entries): IsPrimary =>
  (source) =>
    find(entries, 'sources', source)?.data.kind === 'primary';

const fromPrimary = (it: Observed, isPrimary: IsPrimary): boolean => it.cite.some((cite) => isPrimary(cite.source));

/** The observation that counts, of a list that is oldest first; undefined where nothing was said by then. Of one day, the last counts. */
export function observedAt<T extends Observed>(observations: readonly T[], moment: Moment, isPrimary: IsPrimary): T | undefined {
  switch (moment.at) {
    case 'documented':
      return observations.find((it) => fromPrimary(it, isPrimary));
    case 'found-undated':
      return observations.findLast((it) => it.asOf === 'undated' && !fromPrimary(it, isPrimary));
    case 'day': {
      let latest: T | undefined;
      for (const it of observations)
        if (it.asOf !== 'undated' && it.asOf <= moment.day && (latest === undefined || it.asOf >= latest.asOf)) latest = it;
      return latest;
    }
  }
}

/** The moments that some lists of observations can be shown at. */
export function momentsOf(lists: readonly (readonly Observed[])[], isPrimary: IsPrimary): Moments {
  const all = lists.flat();
  return {
    days: [...new Set(all.map((it) => it.asOf).filter((day) => day !== 'undated'))].sort(),
    documented: all.some((it) => fromPrimary(it, isPrimary)),
    foundUndated: all.some((it) => it.asOf === 'undated' && !fromPrimary(it, isPrimary)),
  };
}

export interface AsOf<T> {
  readonly id: string;
  /** Undefined: nothing was said of it by then. */
  readonly observation: T | undefined;
}

type MilestoneObservation = Entries['milestones'][number]['data']['status'][number];
type PlatformObservation = Entries['platforms'][number]['data']['states'][number];

/** The status of every milestone at a moment, in the order of the entries. */
export const milestonesAt = (entries: Entries, moment: Moment): AsOf<MilestoneObservation>[] =>
  entries.milestones.map(({ id, data }) => ({ id, observation: observedAt(data.status, moment, primaryIn(entries)) }));

/** The state of every platform at a moment, in the order of the entries. */
export const platformsAt = (entries: Entries, moment: Moment): AsOf<PlatformObservation>[] =>
  entries.platforms.map(({ id, data }) => ({ id, observation: observedAt(data.states, moment, primaryIn(entries)) }));

/**
 * How many deliverables of a milestone are known to be complete at a moment: those that an observation of their own calls
 * so, and without one, all where the milestone as a whole is complete. Undefined: nothing was said of it by then.
 */
export function completeAt(milestone: Milestone, moment: Moment, isPrimary: IsPrimary): number | undefined {
  const whole = observedAt(milestone.status, moment, isPrimary);
  const parts = milestone.deliverables.map((it) => observedAt(it.status ?? [], moment, isPrimary) ?? whole);
  return parts.some((it) => it !== undefined) ? parts.filter((it) => it?.status === 'complete').length : whole && 0;
}

/** The moments at which the board and the matrix can be shown. */
export const allMoments = (entries: Entries): Moments =>
  momentsOf([...entries.milestones.map((it) => it.data.status), ...entries.platforms.map((it) => it.data.states)], primaryIn(entries));
