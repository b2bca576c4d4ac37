/**
 * What was observed on a day, one item for each record and day, newest first: what a reader who comes back wants to know.
 * Leaves out whatever carries no date; `undatedCount` says how much that is.
 */
import { everyEntry, type Entries, type Entry } from './entries.ts';
import { isUpstreamSource } from './evidence.ts';
import { inAlphabet } from './alphabet.ts';

type Milestone = Entry<'milestones'>['data'];
type MilestoneObservation = Milestone['status'][number];
type PlatformObservation = Entry<'platforms'>['data']['states'][number];
type SystemObservation = Entry<'systems'>['data']['upstream'][number];

/** What was said of one thing on a day, in order, and the last that was said before. */
export interface Sighting<T> {
  readonly now: readonly T[];
  readonly before: T | undefined;
}

interface Dated<Kind, Name extends Entry['collection']> {
  readonly kind: Kind;
  readonly entry: Entry<Name>;
  readonly system: string;
  /** `2026-08-21`. */
  readonly day: string;
}

export type DatedFact =
  | (Dated<'milestone', 'milestones'> & {
      readonly whole: Sighting<MilestoneObservation>;
      /** Those of its deliverables of which a source spoke on that day. */
      readonly parts: readonly (Sighting<MilestoneObservation> & { readonly deliverable: Milestone['deliverables'][number] })[];
    })
  | (Dated<'platform', 'platforms'> & Sighting<PlatformObservation>)
  | (Dated<'system', 'systems'> & Sighting<SystemObservation>)
  | Dated<'drift', 'drift'>
  /** A repository was read. */
  | Dated<'reading', 'sources'>;

/** The name of a fact that stays the same whatever its words become: `milestones/starina-roadmap-1/2025-10-16`. */
export const keyOf = ({ entry, day }: DatedFact): string => `${entry.collection}/${entry.id}/${day}`;

/** That a repository was read is no news of what it holds. */
export const isNews = ({ kind }: Pick<DatedFact, 'kind'>): boolean => kind !== 'reading';

/** All dated facts, or those of one system; of one day in the order of their keys. */
export function datedFacts(entries: Entries, system?: string): DatedFact[] {
  const all: DatedFact[] = [
    ...entries.milestones.flatMap(ofMilestone),
    ...entries.platforms.flatMap((entry) =>
      daysOf(entry.data.states).map((day) => ({
        kind: 'platform' as const,
        entry,
        system: entry.data.system,
        day,
        ...on(day, entry.data.states),
      })),
    ),
    ...entries.systems.flatMap((entry) =>
      daysOf(entry.data.upstream).map((day) => ({
        kind: 'system' as const,
        entry,
        system: entry.id,
        day,
        ...on(day, entry.data.upstream),
      })),
    ),
    ...entries.drift.flatMap((entry) =>
      daysOf([entry.data.observed]).map((day) => ({ kind: 'drift' as const, entry, system: entry.data.system, day })),
    ),
    ...entries.sources.flatMap((entry) =>
      isUpstreamSource(entry.data) ? [{ kind: 'reading' as const, entry, system: entry.data.system, day: entry.data.read }] : [],
    ),
  ];
  return all
    .filter((it) => system === undefined || it.system === system)
    .sort((a, b) => inAlphabet(b.day, a.day) || inAlphabet(keyOf(a), keyOf(b)));
}

function ofMilestone(entry: Entry<'milestones'>): DatedFact[] {
  const { system, status, deliverables } = entry.data;
  const days = daysOf([...status, ...deliverables.flatMap((it) => it.status ?? [])]);
  return days.map((day) => ({
    kind: 'milestone',
    entry,
    system,
    day,
    whole: on(day, status),
    parts: deliverables.map((deliverable) => ({ deliverable, ...on(day, deliverable.status ?? []) })).filter(({ now }) => now.length > 0),
  }));
}

interface Observed {
  readonly asOf: string;
}

const daysOf = (observations: readonly Observed[]): string[] => [
  ...new Set(observations.map((it) => it.asOf).filter((day) => day !== 'undated')),
];

function on<T extends Observed>(day: string, observations: readonly T[]): Sighting<T> {
  const first = observations.findIndex((it) => it.asOf === day);
  return { now: observations.filter((it) => it.asOf === day), before: first > 0 ? observations[first - 1] : undefined };
}

/** How many observations of the same kinds carry no date: of all, or of one system. */
export function undatedCount(entries: Entries, system?: string): number {
  return everyEntry(entries)
    .filter((it) => system === undefined || (it.collection === 'systems' ? it.id : 'system' in it.data && it.data.system) === system)
    .flatMap(observationsOf)
    .filter((it) => it.asOf === 'undated').length;
}

function observationsOf({ data }: Entry): readonly Observed[] {
  if ('deliverables' in data) return [...data.status, ...data.deliverables.flatMap((it) => it.status ?? [])];
  if ('states' in data) return data.states;
  if ('upstream' in data) return data.upstream;
  return 'observed' in data ? [data.observed] : [];
}
