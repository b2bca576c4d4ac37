/** The board over all systems: what each milestone says at every moment that the board can be shown at. Its order is `arrange.ts`. */
import type { Citation } from '../../schemas/evidence.ts';
import type { Milestone, MilestoneStatus } from '../../schemas/milestones.ts';
import type { Entries, Entry } from '../entries.ts';
import { bySide, sourcesIn, type Moment } from '../evidence.ts';
import { completeAt, momentsOf } from './as-of.ts';

export type Observation = Milestone['status'][number] & { readonly cite: readonly Citation[] };

/** What a row says at a moment. */
export interface Reading {
  /** One at a moment, or none where nothing was said by then. With both clocks, what each says, the documented one first. */
  readonly statuses: readonly (MilestoneStatus | undefined)[];
  /** The observation that counts at the moment; undefined with both clocks. */
  readonly observation: Observation | undefined;
  /** How many deliverables are known to be complete, with both clocks as documented; undefined where nothing was said by then. */
  readonly done: number | undefined;
}

export interface BoardRow {
  readonly id: string;
  readonly data: Milestone;
  /** All observations: the documented one first, then the others as the record has them. */
  readonly observations: readonly Observation[];
  /** The areas of its deliverables; the one of most of them first, and where several are equal, the one that is named first. */
  readonly areas: readonly string[];
  readonly both: Reading;
  /** One for each moment of the board. */
  readonly readings: readonly Reading[];
}

/** The moments of the board: as documented, as found without a date, and each day of an observation, oldest first. */
export function boardMoments(entries: Entries): Moment[] {
  const lists = entries.milestones.flatMap(({ data }) => [
    data.status,
    ...data.deliverables.flatMap((it) => (it.status ? [it.status] : [])),
  ]);
  const { documented, foundUndated, days } = momentsOf(lists, sourcesIn(entries));
  return [
    ...(documented ? [{ at: 'documented' } as const] : []),
    ...(foundUndated ? [{ at: 'found-undated' } as const] : []),
    ...days.map((day) => ({ at: 'day', day }) as const),
  ];
}

/** `documented`, `found-undated`, `2025-10-16`: how an address names a moment. */
export const momentName = (moment: Moment): string => (moment.at === 'day' ? moment.day : moment.at);

/** The rows of the board in the order of their own sources, the systems as `systems` lists them. */
export function boardRows(entries: Entries, systems: readonly string[], moments: readonly Moment[]): BoardRow[] {
  return systems.flatMap((system) =>
    entries.milestones
      .filter((it) => it.data.system === system)
      .sort((a, b) => a.data.order - b.data.order)
      .map((it) => boardRow(entries, it, moments)),
  );
}

function boardRow(entries: Entries, { id, data }: Entry<'milestones'>, moments: readonly Moment[]): BoardRow {
  const sources = sourcesIn(entries);
  const { documented, found, everFound, at } = bySide(data.status, sources);
  const areas = Map.groupBy(data.deliverables, (it) => it.area);
  return {
    id,
    data,
    observations: [...(documented ? [documented] : []), ...everFound],
    areas: [...areas].sort(([, a], [, b]) => b.length - a.length).map(([area]) => area),
    both: {
      statuses: [...new Set([documented?.status, ...(found ? [found.status] : [])])],
      observation: undefined,
      done: completeAt(data, { at: 'documented' }, sources),
    },
    readings: moments.map((moment) => {
      const observation = at(moment);
      return { statuses: [observation?.status], observation, done: completeAt(data, moment, sources) };
    }),
  };
}
