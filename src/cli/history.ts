/**
 * `npm run history -- <git directory or folder of dated files>`: reads every version of the documents that the sources track, says what
 * changed from each to the next, and what the records do not hold of it yet. `--write` puts that into the records, and nothing else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entries, Entry } from '../facts/entries.ts';
import { describe } from '../records/problem-text.ts';
import { readContent } from '../records/reader.ts';
import { missingIn, placeAmong, type Held as HeldObservation } from '../upstream/versions/missing.ts';
import { observationsIn, type Observation, type Said } from '../upstream/versions/observations.ts';
import { courseOf, type Course } from '../upstream/versions/threads.ts';
import { toldOf } from '../upstream/versions/told.ts';
import { form, runCommand, type Command } from './command/command.ts';
import { projectRoot } from './command/project.ts';
import { documentsAt, type TrackedDocument } from './history/documents.ts';
import { withCommits, withObservations, type ListEdit, type ListPath } from './history/lists.ts';

export const command: Command = {
  name: 'history',
  says: 'reads all versions of the documents that tell of progress, and holds the records against them',
  exits: {
    0: 'the records hold what the versions say',
    1: 'the versions say something that the records do not hold; with --write it is in them now',
    2: 'the call is wrong, or something cannot be read',
  },
  forms: {
    '': form({
      says: 'Says what changed from version to version, and what the records lack. Only --write changes files: it adds and rewrites the observations that are marked by history, and no other line.',
      words: [
        {
          name: 'folder',
          says: 'a git directory, a folder of several, or folders of files <day>-<commit>.<ending> or undated-<place>-<commit>.<ending>, named after the system and the document',
          is: 'many',
        },
      ],
      options: {
        write: { says: 'puts what is lacking into the records' },
        brief: { says: 'leaves out the changes from version to version' },
        project: { takes: 'folder', says: 'reads and writes the records of another copy of this project' },
      },
      run: (folders, { write, brief, project }) => history(folders, { write, brief, root: project ?? projectRoot }),
    }),
  },
};

/** What one list of a record is to become. */
export interface Change {
  readonly entry: Entry<'milestones'> | Entry<'platforms'>;
  readonly part: string | undefined;
  readonly edit: ListEdit;
  readonly fresh: readonly Observation[];
  readonly stale: number;
}

function history(folders: readonly string[], { write, brief, root }: { write: boolean; brief: boolean; root: string }): number {
  const { entries, problems, lineOf } = readContent(root);
  if (problems.length > 0) {
    for (const problem of problems) console.error(describe(problem, lineOf(problem.file, problem.field)));
    console.error('The records cannot be read, so nothing was compared.');
    return 2;
  }
  const documents = folders.flatMap((folder) => documentsAt(entries, folder));
  let lacking = 0;
  let unreadable = 0;
  for (const document of documents) {
    const { tracked, versions } = document;
    // Two documents may tell of one thing: what the first wrote is there when the second is read.
    const now = write ? readContent(root).entries : entries;
    const course = courseOf(versions);
    const { said, unheld } = observationsIn(now, tracked, versions, course);
    const changes = said.flatMap((it) => changeOf(it, document) ?? []);
    print(document, course, changes, unheld, brief);
    lacking += changes.length;
    unreadable += document.unreadable.length;
    if (write && changes.length > 0) carryOut(root, now, document, changes);
  }
  const lists = `${lacking} ${lacking === 1 ? 'list' : 'lists'} of observations`;
  console.log(
    lacking === 0 ? 'The records hold what the versions say.' : write ? `${lists} written.` : `${lists} to be written: --write does it.`,
  );
  if (write && lacking > 0) console.log('Now npm run facts -- --write.');
  return unreadable > 0 ? 2 : lacking > 0 ? 1 : 0;
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
    cite.every((it) => it.source === tracked.source && it.path === tracked.path && versions.some(({ commit }) => commit === it.commit));
  const kept = held.filter((it) => !isOurs(it));
  const missing = missingIn(kept, said.observations, (it) => placeAmong(versions, tracked, it));
  const fresh = missing.map((it) => it.observation);
  const before = held.filter(isOurs);
  const isEqual =
    fresh.length === before.length &&
    fresh.every((it, i) => it.asOf === before[i]!.asOf && it.word === before[i]!.word && it.commit === before[i]!.cite[0]!.commit);
  if (isEqual) return undefined;
  const remove = held.flatMap((it, i) => (isOurs(it) ? [i] : []));
  const add = missing.map(({ observation, behind }) => ({ behind: behind < 0 ? -1 : held.indexOf(kept[behind]!), observation }));
  return { entry: said.entry, part: said.part, edit: { remove, add }, fresh, stale: before.length };
}

function print(document: TrackedDocument, course: Course, changes: readonly Change[], unheld: readonly number[], brief: boolean): void {
  const { tracked, versions, from, unreadable } = document;
  const days = versions.map((it) => it.day).filter((it) => it !== undefined);
  const span = days.length > 0 || versions.length === 0 ? `${days.at(0) ?? ''} to ${days.at(-1) ?? ''}` : 'undated';
  console.log(`${tracked.path} of ${tracked.source}, ${versions.length} versions, ${span} (${from})`);
  for (const it of unreadable) console.error(`    unreadable  ${it}`);
  if (!brief)
    for (const [n, { day, commit, items }] of versions.entries()) {
      const told =
        n === 0 ? [`the first version, ${items.length} ${items.length === 1 ? 'item' : 'items'}`] : toldOf(course.differences[n]!);
      for (const line of told.length > 0 ? told : ['nothing that is read here']) console.log(`    ${day ?? 'undated'} ${commit}  ${line}`);
    }
  for (const t of unheld) {
    const seen = course.threads[t]!.seen;
    const first = seen.findIndex((it) => it !== undefined);
    const item = seen.findLast((it) => it !== undefined)!;
    console.log(
      `    no record stands for the ${item.kind} “${item.words}”, there since ${versions[first]!.day ?? 'undated'} ${versions[first]!.commit}`,
    );
  }
  for (const { entry, part, fresh, stale } of changes) {
    const name = part === undefined ? entry.id : `${entry.id}#${part}`;
    if (fresh.length === 0) console.log(`    ${entry.file}  ${name}: ${stale} observations by history are no longer what the versions say`);
    for (const it of fresh) console.log(`    ${entry.file}  ${name}: ${it.asOf} ${it.word} (${it.commit})`);
  }
}

function carryOut(root: string, entries: Entries, { tracked, versions }: TrackedDocument, changes: readonly Change[]): void {
  const edited = (file: string, change: (text: string) => string): void => {
    const path = join(root, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  for (const { entry, part, edit } of changes) {
    const isPlatform = entry.collection === 'platforms';
    const path: ListPath = isPlatform ? ['states'] : part === undefined ? ['status'] : ['deliverables', { id: part }, 'status'];
    edited(entry.file, (text) => withObservations(text, path, isPlatform ? 'state' : 'status', edit));
  }
  const cited = new Set(changes.flatMap(({ fresh }) => fresh.map((it) => it.commit)));
  const commits = versions.flatMap(({ commit, day }) => (cited.has(commit) ? [{ commit, day, path: tracked.path }] : []));
  edited(entries.sources.find((it) => it.id === tracked.source)!.file, (text) => withCommits(text, commits));
}

if (import.meta.main) await runCommand(command);
