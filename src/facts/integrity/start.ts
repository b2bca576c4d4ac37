/** How to start: whatever in a command stands for something has a real value, one step has one first command, and what is seen is a flow. */
import { find, type Entries, type Entry, type Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';
import { placeholdersIn, stepNames } from '../start.ts';

export const badStarts = (entries: Entries): Problem[] =>
  entries.systems.flatMap((entry) => [...unfilled(entry), ...twoFirsts(entry), ...unseen(entry, entries)]);

function unfilled({ file, data }: Entry<'systems'>): Problem[] {
  return data.start.commands.flatMap(({ run, fill = [], older }, i) => {
    const field = ['start', 'commands', i];
    const bare = older ? [] : placeholdersIn(run ?? '').filter((it) => !fill.some(({ is }) => is === it));
    const idle = fill.filter(({ is }) => !run?.includes(is));
    return [
      ...bare.map((it) => ({ file, field: [...field, 'run'], says: `nothing real is given for ${it}`, fix: 'Give it values in `fill`.' })),
      ...idle.map(({ is }) => ({
        file,
        field: [...field, 'fill'],
        says: `${is} does not stand in the command`,
        fix: 'Correct it, or take it out.',
      })),
    ];
  });
}

function twoFirsts({ file, data }: Entry<'systems'>): Problem[] {
  return stepNames.flatMap((does) => {
    const firsts = data.start.commands.flatMap((it, i) => (it.does === does && it.main ? [i] : []));
    return firsts.slice(1).map((i) => ({
      file,
      field: ['start', 'commands', i, 'main'],
      says: `the step ${does} has a first command already`,
      fix: 'Leave one of them.',
    }));
  });
}

function unseen({ file, id, data }: Entry<'systems'>, entries: Entries): Problem[] {
  const { see } = data.start;
  const flows = find(entries, 'architecture', id)?.data.flows.map((it) => it.id) ?? [];
  if (see === undefined || flows.includes(see)) return [];
  const meant = nearest(see, flows);
  return [
    {
      file,
      field: ['start', 'see'],
      says: `${id} has no flow '${see}'`,
      fix: meant ? `Did you mean '${meant}'?` : `It has ${flows.join(', ') || 'none'}.`,
    },
  ];
}
