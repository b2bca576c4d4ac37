/** What a page of architecture leads to: simulations of what it tells, and open work that asks for it to be read. */
import type { Entries, Entry } from './entries.ts';
import { find } from './entries.ts';
import { readyTasks } from './tasks.ts';
import { taskSizes } from '../schemas/tasks.ts';

/** More are a list, and not a next step. */
const most = { models: 2, tasks: 2 };

export interface NextSteps {
  /** Ids of models: those that the page shows, else those that check its rules. */
  readonly models: readonly string[];
  /** Ready ones that name the page as reading, the smallest first; then those that rest on one of its rules. */
  readonly tasks: readonly Entry<'tasks'>[];
}

/** `simulations` and `rules` are the ids of what the page shows. */
export function goOn(entries: Entries, page: string, simulations: readonly string[], rules: readonly string[]): NextSteps {
  const checking = rules.flatMap((id) => find(entries, 'rules', id)?.data.checkedBy.map(({ model }) => model) ?? []);
  const models = simulations.length > 0 ? simulations : [...new Set(checking)];
  const ready = readyTasks(entries)
    .map(({ entry }) => entry)
    .sort((a, b) => taskSizes.indexOf(a.data.size) - taskSizes.indexOf(b.data.size));
  const asks = (it: Entry<'tasks'>): boolean => (it.data.read.docs ?? []).includes(page);
  const restsOn = (it: Entry<'tasks'>): boolean => (it.data.read.rules ?? []).some((id) => rules.includes(id));
  const tasks = [...ready.filter(asks), ...ready.filter((it) => !asks(it) && restsOn(it))];
  return { models: models.slice(0, most.models), tasks: tasks.slice(0, most.tasks) };
}
