/**
 * `npm run history -- <git directory or folder of dated files>`: reads every version of the documents that the sources track, says what
 * changed from each to the next, and what the records do not hold of it yet. `--write` puts that into the records, and nothing else.
 */
import { observationsIn } from '../upstream/versions/observations.ts';
import { courseOf, type Course } from '../upstream/versions/threads.ts';
import { toldOf } from '../upstream/versions/told.ts';
import { ChangeSet } from './command/change-set.ts';
import { form, runCommand, type Command } from './command/command.ts';
import { projectRoot } from './command/project.ts';
import { contentOrWhyNot } from './command/records.ts';
import { changeOf, putInto, type Change } from './history/changes.ts';
import { documentsAt, type TrackedDocument } from './history/documents.ts';

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

function history(folders: readonly string[], { write, brief, root }: { write: boolean; brief: boolean; root: string }): number {
  const content = contentOrWhyNot(root, 'nothing was compared');
  if (!content) return 2;
  const documents = folders.flatMap((folder) => documentsAt(content.entries, folder));
  const set = new ChangeSet(root, content);
  let lacking = 0;
  let unreadable = 0;
  for (const document of documents) {
    const { tracked, versions } = document;
    const course = courseOf(versions);
    // Two documents may tell of one thing: what the first wrote is there when the second is read.
    const { said, unheld } = observationsIn(set.entries, tracked, versions, course);
    const changes = said.flatMap((it) => changeOf(it, document) ?? []);
    print(document, course, changes, unheld, brief);
    lacking += changes.length;
    unreadable += document.unreadable.length;
    if (write) putInto(set, document, changes);
  }
  set.write();
  const lists = `${lacking} ${lacking === 1 ? 'list' : 'lists'} of observations`;
  console.log(
    lacking === 0 ? 'The records hold what the versions say.' : write ? `${lists} written.` : `${lists} to be written: --write does it.`,
  );
  if (write && lacking > 0) console.log('Now npm run facts -- --write.');
  return unreadable > 0 ? 2 : lacking > 0 ? 1 : 0;
}

function print(document: TrackedDocument, course: Course, changes: readonly Change[], unheld: readonly number[], brief: boolean): void {
  const { tracked, versions, from, unreadable } = document;
  const days = versions.map((it) => it.day).filter((it) => it !== undefined);
  const span = days.length > 0 || versions.length === 0 ? `${days.at(0) ?? ''} to ${days.at(-1) ?? ''}` : 'undated';
  console.log(`${tracked.path} of ${tracked.source}, ${versions.length} versions, ${span} (${from})`);
  for (const { says } of unreadable) console.error(`    unreadable  ${says}`);
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

if (import.meta.main) await runCommand(command);
