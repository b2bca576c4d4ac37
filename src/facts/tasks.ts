/**
 * Which tasks can be begun. It follows from what was found last: a task is done when it was found done, or when the deliverable that it belongs to
 * was found complete on the same day or later; it waits while one before it is not done. Nothing that is done or waits is offered to anybody.
 */
import type { Task, TaskState } from '../schemas/tasks.ts';
import { statusOf } from './deliverables.ts';
import { find, type Entries, type Entry } from './entries.ts';
import { sourcesIn } from './evidence.ts';

export interface KnownTask {
  readonly entry: Entry<'tasks'>;
  readonly state: TaskState;
  /** The tasks that it still waits for. */
  readonly waitsFor: readonly Entry<'tasks'>[];
  /** The tasks that wait for it, now or after others. */
  readonly unlocks: readonly Entry<'tasks'>[];
}

const known = new WeakMap<Entries, readonly KnownTask[]>();

/** All tasks: system by system, within one the smallest first, as they stand in their files. */
export function tasksIn(entries: Entries): readonly KnownTask[] {
  const before = known.get(entries);
  if (before) return before;
  const done = new Set(entries.tasks.filter(({ data }) => isDone(data, entries)).map(({ id }) => id));
  const tasks = entries.tasks.map((entry): KnownTask => {
    const waitsFor = entry.data.after.filter((id) => !done.has(id)).flatMap((id) => find(entries, 'tasks', id) ?? []);
    const state = done.has(entry.id) ? 'done' : entry.data.after.every((id) => done.has(id)) ? 'ready' : 'blocked';
    return { entry, state, waitsFor, unlocks: entries.tasks.filter(({ data }) => data.after.includes(entry.id)) };
  });
  known.set(entries, tasks);
  return tasks;
}

/** The tasks that somebody can begin now. */
export const readyTasks = (entries: Entries): readonly KnownTask[] => tasksIn(entries).filter(({ state }) => state === 'ready');

/** The deliverable that a task belongs to, with its milestone. */
export function deliverableOf(task: Task, entries: Entries) {
  const milestone = task.milestone === undefined ? undefined : find(entries, 'milestones', task.milestone);
  const deliverable = milestone?.data.deliverables.find(({ id }) => id === task.deliverable);
  return { milestone, deliverable };
}

function isDone(task: Task, entries: Entries): boolean {
  const last = task.status.at(-1)!;
  if (last.status === 'done') return true;
  const { milestone, deliverable } = deliverableOf(task, entries);
  if (!milestone || !deliverable) return false;
  const found = statusOf(deliverable, milestone.data, sourcesIn(entries), 'found');
  return found?.status === 'complete' && isAsLate(found.asOf, last.asOf);
}

/** What carries no date is no later than anything. */
const isAsLate = (asOf: string, than: string): boolean => asOf !== 'undated' && (than === 'undated' || asOf >= than);
