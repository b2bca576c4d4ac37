/** Turns records into the public shapes of `schemas/published.ts`. */
import type { Citation, CollectionName } from '../../schemas/evidence.ts';
import { shownFields, type Lab } from '../../schemas/labs.ts';
import type { Source } from '../../schemas/sources.ts';
import type { Deliverable, Milestone } from '../../schemas/milestones.ts';
import { addressOf } from '../../facts/addresses.ts';
import { citationsIn } from '../../facts/citations.ts';
import { statusOf } from '../../facts/deliverables.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { tasksIn } from '../../facts/tasks.ts';
import { isPrimarySource, sideOf, sourcesIn, type Observed, type Sources } from '../../facts/evidence.ts';
import { inAlphabet } from '../../facts/alphabet.ts';

/** All records of a collection, in the order of their ids; `prefix` is the base path without its last slash. */
export function published(entries: Entries, collection: CollectionName, prefix: string): object[] {
  return [...(entries[collection] as readonly Entry[])].sort(byPlace).map((entry) => publishedRecord(entry, prefix, entries));
}

function publishedRecord(entry: Entry, prefix: string, entries: Entries): object {
  const sources = sourcesIn(entries);
  const addressed = { id: entry.id, url: prefix + addressOf(entry) };
  if (isSource(entry)) return { ...addressed, ...publishedSource(entry.data) };
  if (entry.collection === 'paths') return { ...addressed, ...entry.data };
  if (isLab(entry)) return { ...addressed, ...publishedLab(entry.data) };
  const task = isTask(entry) ? { state: tasksIn(entries).find((it) => it.entry.id === entry.id)!.state } : {};
  const record = { ...addressed, ...task, ...entry.data, citations: distinct(citationsIn(entry.data).map(({ citation }) => citation)) };
  if (isPlatform(entry)) return { ...record, states: withSides(entry.data.states, sources) };
  if (!isMilestone(entry)) return record;
  const deliverables = entry.data.deliverables.map((it) => ({
    ...it,
    ...(it.status ? { status: withSides(it.status, sources) } : {}),
    url: prefix + addressOf(entry, { id: it.id, field: 'deliverables' }),
    documented: documentedStatus(it, entry.data, sources),
  }));
  return { ...record, status: withSides(entry.data.status, sources), deliverables };
}

/** Each with its side, so that a reader of the data need not look up its source. */
const withSides = (observations: readonly Observed[], sources: Sources): object[] =>
  observations.map((it) => ({ ...it, side: sideOf(it, sources) }));

/** The field is promised for each deliverable: one that no primary source names is unknown, for that reason and without a citation. */
function documentedStatus(deliverable: Deliverable, milestone: Milestone, sources: Sources): object {
  const said = statusOf(deliverable, milestone, sources, 'documented');
  if (!said) return { status: 'unknown', basis: 'unknown', why: `No primary source names ${milestone.label}.`, cite: [] };
  const { status, basis, why, cite } = said;
  return { status, basis, ...(why ? { why } : {}), cite };
}

/** Version 1 of the interface calls the hashes of the lines `linePrints`. */
function publishedSource(data: Source): object {
  if (!isPrimarySource(data)) return data;
  const { lineHashes, ...rest } = data;
  return { ...rest, linePrints: lineHashes };
}

/** Without its solution, with the names that version 1 of the interface gave to its settings and to the faults that an answer must notice. */
function publishedLab(data: Lab): object {
  const config = data.with ?? {};
  const trials = 'must' in data ? data.must.filter(({ finds }) => 'breaks' in finds) : [];
  const kills = trials.flatMap((it) => Object.entries(it.with ?? {}).flatMap(([name, value]) => (value === true ? [name] : [])));
  return {
    ...shownFields<unknown>(data),
    config,
    kills: [...new Set(kills)],
    citations: distinct(citationsIn(data).map(({ citation }) => citation)),
  };
}

const isLab = (entry: Entry): entry is Entry<'labs'> => entry.collection === 'labs';
const isSource = (entry: Entry): entry is Entry<'sources'> => entry.collection === 'sources';
const isMilestone = (entry: Entry): entry is Entry<'milestones'> => entry.collection === 'milestones';
const isTask = (entry: Entry): entry is Entry<'tasks'> => entry.collection === 'tasks';
const isPlatform = (entry: Entry): entry is Entry<'platforms'> => entry.collection === 'platforms';

/** Systems and milestones in their own order, everything else by its id. */
function byPlace(a: Entry, b: Entry): number {
  const place = (entry: Entry) => ('order' in entry.data ? entry.data.order : 0);
  const system = (entry: Entry) => ('system' in entry.data && isMilestone(entry) ? entry.data.system : '');
  return inAlphabet(system(a), system(b)) || place(a) - place(b) || inAlphabet(a.id, b.id);
}

const distinct = (all: readonly Citation[]): Citation[] => [...new Map(all.map((it) => [JSON.stringify(it), it])).values()];
