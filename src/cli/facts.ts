/** `npm run facts`: reads all records and says what is wrong with them, without building the site; and keeps the history of them. */
import { historyFile } from '../facts/own-history.ts';
import { checkContent, checkProse } from '../records/check.ts';
import { historyTextOf, writeHistory } from '../records/history-file.ts';
import { historyProblem, staleHistory } from '../records/own-history.ts';
import { readContent, type Content } from '../records/reader.ts';
import { form, runCommand, type Command, type Given } from './command/command.ts';
import { today } from './command/day.ts';
import { modelsOrWhyNot } from './command/models.ts';
import { projectRoot } from './command/project.ts';

const options = {
  write: { says: `notes in ${historyFile}, under today's day, what was added, corrected and taken out since its last line` },
} as const;

export const command: Command = {
  name: 'facts',
  says: 'checks all records and the words of all pages, and says for each problem the file, the line, the field and what to do',
  exits: {
    0: 'no problem',
    1: 'something is wrong with a record or a sentence, or the history does not tell of a record as it is',
    2: 'the call is wrong, or there are no records',
  },
  forms: {
    '': form({
      says: 'Reads src/content of this project. Only --write changes a file, and only when nothing is wrong.',
      words: [],
      options,
      run: facts,
    }),
  },
};

async function facts(_: readonly string[], { write }: Given<typeof options>): Promise<number> {
  const models = await modelsOrWhyNot();
  if (models === undefined) return 1;
  const content = readContent(projectRoot);
  const checked = checkContent(content, models);
  const { entries } = checked;
  // Sentences are looked at when the facts are sound.
  const faults = checked.faults.length > 0 ? checked.faults : checkProse(content);
  for (const fault of faults) console.error(fault);
  const counts = Object.entries(entries).map(([name, records]) => ({ name, count: records.length }));
  for (const { name, count } of counts) console.log(`${String(count).padStart(4)} ${name}`);
  if (faults.length > 0) {
    console.log(`${faults.length} ${faults.length === 1 ? 'problem' : 'problems'}`);
    return 1;
  }
  if (counts.every(({ count }) => count === 0)) {
    console.error(`There is no record below ${projectRoot}/src/content, so nothing was checked.`);
    return 2;
  }
  return write ? bringUpToDate(content) : compareHistory(content);
}

/** Looked at when nothing else is wrong: until then the records are not what they will be. */
function compareHistory(content: Content): number {
  const stale = staleHistory(historyTextOf(projectRoot), content);
  if (stale !== undefined) console.error(stale);
  console.log(stale === undefined ? 'no problem' : '1 problem');
  return stale === undefined ? 0 : 1;
}

function bringUpToDate(content: Content): number {
  const unreadable = historyProblem(historyTextOf(projectRoot));
  if (unreadable !== undefined) {
    console.error(unreadable);
    return 1;
  }
  console.log(writeHistory(projectRoot, content, today()) ? `changed  ${historyFile}` : `${historyFile} is up to date`);
  console.log('no problem');
  return 0;
}

if (import.meta.main) await runCommand(command);
