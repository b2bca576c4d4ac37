/** `npm run new`: writes the files of something new, with every value that can be known, and says what is left to do. */
import type { Entries } from '../facts/entries.ts';
import { historyFile } from '../facts/own-history.ts';
import { writeHistory } from '../records/history-file.ts';
import { readContent } from '../records/reader.ts';
import { form, oneOf, runCommand, type Command, type Word } from './command/command.ts';
import { today } from './command/day.ts';
import { projectRoot } from './command/project.ts';
import { readRecords } from './new/ground.ts';
import { planMechanism } from './new/mechanism.ts';
import { planPage } from './new/page.ts';
import { Plan } from './new/plan.ts';
import { groups, planMilestone, planPlatform, planRule } from './new/records.ts';
import { measuredFields, planSystem } from './new/system.ts';

const title = { takes: 'text', says: 'what it is called; made from its name when left out' } as const;
const ofSystem = (says: string): readonly Word[] => [
  { name: 'system', says: 'the system that it belongs to', is: 'required' },
  { name: 'name', says, is: 'required' },
];

/** Makes a plan, carries it out, notes in the history what is new, and tells of it. */
function carryOut(make: (plan: Plan, entries: Entries) => void): number {
  const plan = new Plan(projectRoot);
  make(plan, readRecords(projectRoot));
  const { added, changed, left } = plan.carryOut();
  for (const file of added) console.log(`new      ${file}`);
  const isNoted = writeHistory(projectRoot, readContent(projectRoot), today());
  for (const file of isNoted ? [...changed, historyFile] : changed) console.log(`changed  ${file}`);
  if (left.length > 0) console.log('\nLeft to do:');
  for (const { file, line, says } of left) console.log(`  ${file}:${line}  ${says}`);
  console.log('\nnpm run facts checks the records, npm run check the code. git clean and git checkout undo this.');
  return 0;
}

export const command: Command = {
  name: 'new',
  says: 'writes the files of something new, and says what is left to do',
  exits: { 0: 'everything was written', 2: 'the call is wrong, or it is there already; then nothing was written' },
  forms: {
    system: form({
      says: 'A system: its record with every answer unknown, its primary source, an accent that every eye tells from the others.',
      words: [{ name: 'id', says: 'its id, lower case words joined by hyphens', is: 'required' }],
      options: {
        title,
        source: { takes: 'file', says: 'a copy of its primary source, which is measured; an empty placeholder when left out' },
        web: { takes: 'address', says: 'where its repository is read' },
      },
      run: ([id], given) => carryOut((plan, entries) => planSystem(plan, entries, id!, { ...given, today: today() })),
    }),
    mechanism: form({
      says: 'A mechanism: a folder with an example that is checked, its line in the registry, its style.',
      words: ofSystem('its name, which is the folder'),
      options: { title },
      run: ([system, name], given) => carryOut((plan, entries) => planMechanism(plan, entries, system!, name!, given.title)),
    }),
    page: form({
      says: 'A page of prose on the architecture of a system.',
      words: ofSystem('its name, which is the last part of its address'),
      options: { title },
      run: ([system, name], given) => carryOut((plan, entries) => planPage(plan, entries, system!, name!, given.title)),
    }),
    rule: form({
      says: 'A normative statement.',
      words: ofSystem('its name: what it is about, a dot, and what it says'),
      options: { title: { takes: 'text', says: 'the statement itself' } },
      run: ([system, name], given) => carryOut((plan, entries) => planRule(plan, entries, system!, name!, given.title)),
    }),
    milestone: form({
      says: 'A milestone, listed in its system.',
      words: ofSystem('its name, which follows the system in its id'),
      options: { title },
      run: ([system, name], given) => carryOut((plan, entries) => planMilestone(plan, entries, system!, name!, given.title)),
    }),
    platform: form({
      says: 'A platform, listed in its system.',
      words: ofSystem('its target, which is the row of the matrix: qemu-x86-64'),
      options: { title, group: { takes: 'group', says: `what kind of target it is: ${groups.join(', ')}` } },
      run: ([system, name], given) => {
        const group = given.group === undefined ? undefined : oneOf('group', given.group, groups);
        return carryOut((plan, entries) => planPlatform(plan, entries, system!, name!, { title: given.title, group }));
      },
    }),
    source: form({
      says: 'Prints the fields of a source that are measured on a copy of it: file, sha256, lineCount, linePrints. It writes nothing.',
      words: [{ name: 'file', says: 'the copy', is: 'required' }],
      options: {},
      run: ([file]) => {
        console.log(measuredFields(file!).trimEnd());
        return 0;
      },
    }),
  },
};

if (import.meta.main) await runCommand(command);
