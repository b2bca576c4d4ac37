/** `npm run mutants`: puts ten small errors into each model, one at a time, and says which its properties and counts notice. */
import { isMechanism, mechanismIds } from '../mechanisms/registry.ts';
import { readSurvivors, UNKNOWN, withReasons, writeSurvivors } from '../mutants/survivors.ts';
import { AT_LEAST, inWords, MUTANTS, trials, type Tried } from '../mutants/trial.ts';
import { form, runCommand, WrongCall, type Command } from './command/command.ts';

export const command: Command = {
  name: 'mutants',
  says: 'small errors in the models, and whether they notice them',
  exits: {
    0: 'all is well',
    1: `a model notices fewer than ${AT_LEAST} of ${MUTANTS}, or a survivor has no reason`,
    2: 'the call is wrong',
  },
  forms: {
    '': form({
      says: `Tries ${MUTANTS} errors in each model, always the same, and prints what noticed them.`,
      words: [{ name: 'id', says: 'a model, by its system and mechanism; all without it', is: 'optional' }],
      options: { write: { says: 'writes those that nothing noticed to src/mutants/survivors.txt; reasons that stand there are kept' } },
      run: async ([id], { write }) => {
        if (id !== undefined && !isMechanism(id)) throw new WrongCall(`There is no model '${id}'. There are ${mechanismIds.join(', ')}.`);
        if (id !== undefined && write) throw new WrongCall('--write is for all models, so it goes without one.');
        return mutants(id === undefined ? mechanismIds : [id], write);
      },
    }),
  },
};

async function mutants(ids: readonly string[], write: boolean): Promise<number> {
  const { tryOut } = trials();
  const found = new Map<string, readonly string[]>();
  const before = readSurvivors();
  for (const id of ids) {
    const tried = await tryOut(id);
    const survivors = tried.filter(({ notice }) => !notice).map(({ change }) => inWords(change));
    found.set(id, survivors);
    print(id, tried, ids.length === 1);
    for (const it of survivors) console.log(`    ${it}\n      ${before.get(id)?.get(it) ?? UNKNOWN}`);
  }
  const survivors = withReasons(found, before);
  if (write) writeSurvivors(survivors);
  const isTold = [...survivors.values()].every((errors) => ![...errors.values()].includes(UNKNOWN));
  return isTold && [...found.values()].every(({ length }) => MUTANTS - length >= AT_LEAST) ? 0 : 1;
}

function print(id: string, tried: readonly Tried[], isWhole: boolean): void {
  const by = new Map<string, number>();
  for (const { notice } of tried) if (notice) by.set(notice.by, (by.get(notice.by) ?? 0) + 1);
  const noticed = tried.filter(({ notice }) => notice).length;
  console.log(`${id.padEnd(32)} ${noticed} of ${tried.length} noticed: ${[...by].map(([it, many]) => `${it} ${many}`).join(', ')}`);
  if (!isWhole) return;
  for (const { change, notice } of tried) if (notice) console.log(`    ${inWords(change)}\n      ${notice.by}: ${notice.says}`);
}

if (import.meta.main) await runCommand(command);
