/** The board and the matrix at a moment: which moments there are, and what every record says then. */
import type { Milestone } from '../../schemas/milestones.ts';
import type { Entries } from '../entries.ts';
import { bySide, sideOf, sourcesIn, type Moment, type Observed, type Sources } from '../evidence.ts';

export interface Moments {
  /** The days of all observations, each once, oldest first. */
  readonly days: readonly string[];
  readonly documented: boolean;
  readonly foundUndated: boolean;
}

/** The moments that some lists of observations can be shown at. */
export function momentsOf(lists: readonly (readonly Observed[])[], sources: Sources): Moments {
  const all = lists.flat().map((it) => ({ asOf: it.asOf, side: sideOf(it, sources) }));
  return {
    days: [...new Set(all.map((it) => it.asOf).filter((day) => day !== 'undated'))].sort(),
    documented: all.some((it) => it.side === 'documented'),
    foundUndated: all.some((it) => it.asOf === 'undated' && it.side === 'found'),
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
  entries.milestones.map(({ id, data }) => ({ id, observation: bySide(data.status, sourcesIn(entries)).at(moment) }));

/** The state of every platform at a moment, in the order of the entries. */
export const platformsAt = (entries: Entries, moment: Moment): AsOf<PlatformObservation>[] =>
  entries.platforms.map(({ id, data }) => ({ id, observation: bySide(data.states, sourcesIn(entries)).at(moment) }));

/**
 * How many deliverables of a milestone are known to be complete at a moment: those that an observation of their own calls
 * so, and without one, all where the milestone as a whole is complete. Undefined: nothing was said of it by then.
 */
export function completeAt(milestone: Milestone, moment: Moment, sources: Sources): number | undefined {
  const whole = bySide(milestone.status, sources).at(moment);
  const parts = milestone.deliverables.map((it) => bySide(it.status ?? [], sources).at(moment) ?? whole);
  return parts.some((it) => it !== undefined) ? parts.filter((it) => it?.status === 'complete').length : whole && 0;
}

/** The moments at which the board and the matrix can be shown. */
export const allMoments = (entries: Entries): Moments =>
  momentsOf([...entries.milestones.map((it) => it.data.status), ...entries.platforms.map((it) => it.data.states)], sourcesIn(entries));
