/** Paths: each leads to pages that are there, holds an exercise, ends at a task that can be begun, and takes about an hour. */
import type { Entries, Entry, Problem } from '../entries.ts';
import { minutesOf, stepsIn, taskOf } from '../paths.ts';
import { addressFault, type Pages } from './addresses.ts';
import type { Prose } from './page-content.ts';

/** An hour, as far as that can be told before it is walked. */
const LEAST_MINUTES = 45;
const MOST_MINUTES = 75;

export const badPaths = (entries: Entries, prose: readonly Prose[], pages: Pages): Problem[] =>
  entries.paths.flatMap((entry) => badPath(entry, entries, prose, pages));

function badPath({ file, data }: Entry<'paths'>, entries: Entries, prose: readonly Prose[], pages: Pages): Problem[] {
  const at = (field: Problem['field'], says: string, fix: string): Problem => ({ file, field, says, fix });
  const faults: Problem[] = data.steps.flatMap((step, i) => {
    const fault = 'read' in step ? addressFault(step.read, pages) : undefined;
    return fault ? [{ file, field: ['steps', i, 'read'], ...fault }] : [];
  });
  const last = data.steps.at(-1)!;
  if (!('take' in last)) faults.push(at(['steps', data.steps.length - 1], 'the last step is no task', 'End it with `take`.'));
  else if (taskOf(last.take, entries) === undefined)
    faults.push(at(['steps', data.steps.length - 1, 'take'], 'none of these tasks can be begun', 'Name another one: /tasks/ lists them.'));
  if (!data.steps.some((step) => 'lab' in step)) faults.push(at(['steps'], 'it has no exercise', 'Add a step with `lab`.'));
  const minutes = minutesOf(stepsIn(data, entries, prose));
  if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES)
    faults.push(at(['steps'], `it takes ${minutes} minutes`, `A path takes an hour: from ${LEAST_MINUTES} to ${MOST_MINUTES} minutes.`));
  return faults;
}
