/** Tasks: no circle of waiting, nothing waits for another system, and a deliverable is one of its milestone. */
import { cyclesIn } from '../dependencies.ts';
import { find, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';

export function badTasks(entries: Entries): Problem[] {
  return [...entries.tasks.flatMap((entry) => [...badDeliverable(entry, entries), ...strangers(entry, entries)]), ...circles(entries)];
}

function badDeliverable({ file, data }: Entry<'tasks'>, entries: Entries): Problem[] {
  const at = (field: FieldPath, says: string, fix: string): Problem[] => [{ file, field, says, fix }];
  if (data.milestone === undefined)
    return data.deliverable === undefined ? [] : at(['deliverable'], 'a deliverable belongs to a milestone', 'Name its milestone, too.');
  const milestone = find(entries, 'milestones', data.milestone);
  if (!milestone) return []; // already reported as a reference that leads nowhere
  if (milestone.data.system !== data.system)
    return at(['milestone'], `${data.milestone} is of another system`, `Name a milestone of ${data.system}.`);
  if (data.deliverable === undefined) return [];
  const ids = milestone.data.deliverables.map(({ id }) => id);
  if (ids.includes(data.deliverable)) return [];
  const meant = nearest(data.deliverable, ids);
  return at(
    ['deliverable'],
    `${data.milestone} has no deliverable '${data.deliverable}'`,
    meant ? `Did you mean '${meant}'?` : `It has ${ids.join(', ') || 'none'}.`,
  );
}

function strangers({ file, data }: Entry<'tasks'>, entries: Entries): Problem[] {
  return data.after.flatMap((id, i) => {
    const before = find(entries, 'tasks', id);
    return before && before.data.system !== data.system
      ? [{ file, field: ['after', i], says: `${id} is a task of another system`, fix: `Name a task of ${data.system}.` }]
      : [];
  });
}

function circles(entries: Entries): Problem[] {
  return cyclesIn(entries.tasks.map(({ id, data }) => ({ id, needs: data.after }))).map((cycle) => {
    const { file, data } = find(entries, 'tasks', cycle[0]!)!;
    const next = cycle[1] ?? cycle[0]!;
    return {
      file,
      field: ['after', data.after.indexOf(next)],
      says: cycle.length === 1 ? 'this task waits for itself' : `a circle: ${[...cycle, cycle[0]].join(' waits for ')}`,
      fix: 'Take out the one that does not have to wait.',
    };
  });
}
