/** `npm run facts`: reads all records and says what is wrong with them, without building the site. */
import { modelsOrWhyNot } from './command/models.ts';
import { checkRecords } from '../records/check.ts';
import { form, runCommand, type Command } from './command/command.ts';
import { projectRoot } from './command/project.ts';

export const command: Command = {
  name: 'facts',
  says: 'checks all records, and says for each problem the file, the line, the field and what to do',
  exits: { 0: 'no problem', 1: 'something is wrong with a record', 2: 'the call is wrong, or there are no records' },
  forms: { '': form({ says: 'Reads src/content of this project; nothing is changed.', words: [], options: {}, run: facts }) },
};

async function facts(): Promise<number> {
  const models = await modelsOrWhyNot();
  if (models === undefined) return 1;
  const { entries, faults } = checkRecords(projectRoot, models);
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
  console.log('no problem');
  return 0;
}

if (import.meta.main) await runCommand(command);
