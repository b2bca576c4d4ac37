/** What the lists of observations in records must become, so that they hold what the versions of a document say. */
import type { Entry } from '../../facts/entries.ts';
import { missingIn, placeAmong, type Held as HeldObservation } from '../../upstream/versions/missing.ts';
import type { Observation, Said } from '../../upstream/versions/observations.ts';
import type { ChangeSet } from '../command/change-set.ts';
import type { TrackedDocument } from './documents.ts';
import { withCommits, withObservations, type ListEdit, type ListPath } from './lists.ts';

/** What one list of a record is to become. */
export interface Change {
  readonly entry: Entry<'milestones'> | Entry<'platforms'>;
  readonly part: string | undefined;
  readonly edit: ListEdit;
  readonly fresh: readonly Observation[];
  readonly stale: number;
}

interface Held extends HeldObservation {
  readonly by?: 'history' | undefined;
}

function heldOf({ entry, part }: Pick<Said, 'entry' | 'part'>): Held[] {
  if (entry.collection === 'platforms') return entry.data.states.map((it) => ({ ...it, word: it.state }));
  const status = part === undefined ? entry.data.status : (entry.data.deliverables.find((it) => it.id === part)?.status ?? []);
  return status.map((it) => ({ ...it, word: it.status }));
}

/** What the list of a record must become; undefined where it holds all. A deliverable without a list of its own has the state of its milestone. */
export function changeOf(said: Said, { tracked, versions }: Pick<TrackedDocument, 'tracked' | 'versions'>): Change | undefined {
  const held = heldOf(said);
  if (held.length === 0) return undefined;
  // What was written by a reading of these very versions is worked out anew.
  const isOurs = ({ by, cite }: Held): boolean =>
    by === 'history' &&
    cite.every(
      (it) =>
        it.source === tracked.source &&
        versions.some(({ commit, path }) => commit === it.commit && (it.path === tracked.path || it.path === path)),
    );
  const kept = held.filter((it) => !isOurs(it));
  const missing = missingIn(kept, said.observations, (it) => placeAmong(versions, tracked, it));
  const fresh = missing.map((it) => it.observation);
  const before = held.filter(isOurs);
  const isSame = (it: Observation, { asOf, word, cite: [cite] }: Held): boolean =>
    it.asOf === asOf && it.word === word && it.commit === cite?.commit && it.cite[0]?.path === cite?.path;
  const isEqual = fresh.length === before.length && fresh.every((it, i) => isSame(it, before[i]!));
  if (isEqual) return undefined;
  const remove = held.flatMap((it, i) => (isOurs(it) ? [i] : []));
  const add = missing.map(({ observation, behind }) => ({ behind: behind < 0 ? -1 : held.indexOf(kept[behind]!), observation }));
  return { entry: said.entry, part: said.part, edit: { remove, add }, fresh, stale: before.length };
}

/** Puts them into the records, and the commits that they cite into the record of the source. */
export function putInto(set: ChangeSet, { tracked, versions }: TrackedDocument, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  for (const { entry, part, edit } of changes) {
    const isPlatform = entry.collection === 'platforms';
    const path: ListPath = isPlatform ? ['states'] : part === undefined ? ['status'] : ['deliverables', { id: part }, 'status'];
    set.change(entry.file, withObservations(set.text(entry.file), path, isPlatform ? 'state' : 'status', edit));
  }
  const cited = new Set(changes.flatMap(({ fresh }) => fresh.map((it) => it.commit)));
  const commits = versions.flatMap(({ commit, day }) => (cited.has(commit) ? [{ commit, day, path: tracked.path }] : []));
  const source = set.entries.sources.find((it) => it.id === tracked.source)!;
  set.change(source.file, withCommits(set.text(source.file), commits));
}
