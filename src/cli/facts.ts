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
      says: 'Reads src/content of this project. Only --write changes a file, and only when the facts are sound.',
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
  const { entries, faults } = checkContent(content, models);
  const isSound = faults.length === 0;
  // Until the facts are sound, neither they nor the sentences are what they will be; a long sentence keeps no history from being written.
  const problems = isSound ? [...checkProse(content), ...(write ? bringUpToDate(content) : staleIn(content))] : faults;
  for (const problem of problems) console.error(problem);
  const counts = Object.entries(entries).map(([name, records]) => ({ name, count: records.length }));
  for (const { name, count } of counts) console.log(`${String(count).padStart(4)} ${name}`);
  if (isSound && counts.every(({ count }) => count === 0)) {
    console.error(`There is no record below ${projectRoot}/src/content, so nothing was checked.`);
    return 2;
  }
  console.log(problems.length === 0 ? 'no problem' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return problems.length === 0 ? 0 : 1;
}

/** What the history does not tell as it is. */
function staleIn(content: Content): string[] {
  const stale = staleHistory(historyTextOf(projectRoot), content);
  return stale === undefined ? [] : [stale];
}

/** Notes what changed, and returns why it could not. */
function bringUpToDate(content: Content): string[] {
  const unreadable = historyProblem(historyTextOf(projectRoot));
  if (unreadable !== undefined) return [unreadable];
  console.log(writeHistory(projectRoot, content, today()) ? `changed  ${historyFile}` : `${historyFile} is up to date`);
  return [];
}

if (import.meta.main) await runCommand(command);
