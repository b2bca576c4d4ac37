/** What the picture of a wait reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Waiting = StateOf<Model>;
export type Task = Waiting['tasks'][number];
export type Entry = Task['entries'][number];

const countOf = ({ entries }: Task, ...of: readonly Entry[]) => entries.filter((each) => of.includes(each)).length;

export const hasWaited = ({ generation }: Task) => generation > 0;
const isWaiting = ({ state }: Task) => state !== 'running';
const listLength = ({ entries }: Task) => entries.length - entries.filter((each) => each === 'not in the list').length;
export const thresholdOf = (it: Task) => (it.mode === 'race' || it.mode === 'any resolve' ? 1 : listLength(it));

/** What a task is doing, in a word or two. */
export const taskIs = (it: Task) => (it.state === 'queued' ? 'awake, queued' : it.state);

/** `barrier`, and what of it is over. */
export const waitIs = (it: Task) =>
  hasWaited(it) ? `${isWaiting(it) ? '' : 'last: '}${it.mode}, generation ${it.generation}` : 'no wait yet';

const failedAs = (it: Task) => (it.failed === null ? '' : ` of future\u00a0${it.failed}`);

/** The answer to the last wait. */
export function toldIs(it: Task): string {
  if (it.told === 'nothing') return isWaiting(it) ? 'no answer yet' : 'no answer';
  if (it.told === 'the failure') return `told the failure${failedAs(it)}`;
  return `told ${it.told}`;
}

/** `1 resolved + 1 pending, of 2`. */
export const countsAre = (it: Task) => `${it.resolved} resolved and ${it.pending} pending, threshold ${thresholdOf(it)}`;

/** Whom a future wakes; a registration for a wait that has ended wakes nobody. */
export function registered({ futures, tasks }: Waiting, i: number): string {
  const { waiter, generation } = futures[i]!;
  if (waiter === null) return 'nobody';
  return `task\u00a0${waiter}, generation ${generation}${tasks[waiter]!.generation === generation ? '' : ' (over)'}`;
}

const entriesOf = ({ entries }: Task) =>
  listed(entries.flatMap((each, i) => (each === 'not in the list' ? [] : [`future\u00a0${i} is ${each}`])));

export const words: View<Model>['words'] = {
  'insolvent means that the threshold was out of reach': ({ now, rows }) =>
    sentences(rows('task'), (it) => {
      const task = now.tasks[it]!;
      const reach = countOf(task, 'resolved', 'pending');
      return `Task ${it} was told insolvent, and ${reach} resolved or pending could still reach the threshold of ${thresholdOf(task)}.`;
    }),
  'a wait ends only when its mode says so': ({ now, rows }) =>
    sentences(rows('task'), (it) => {
      const task = now.tasks[it]!;
      return `The ${task.mode} of task ${it} has ended with ${task.told}, while ${entriesOf(task)}.`;
    }),
  'a wait that is over sleeps no longer': ({ now, rows }) =>
    sentences(rows('task'), (it) => {
      const task = now.tasks[it]!;
      return `Task ${it} sleeps in a ${task.mode} that is over: ${entriesOf(task)}.`;
    }),
  'success means that the threshold was reached': ({ now, rows }) =>
    sentences(rows('task'), (it) => {
      const task = now.tasks[it]!;
      return `Task ${it} was told success, with ${countOf(task, 'resolved')} resolved of a threshold of ${thresholdOf(task)}.`;
    }),
  'a wait that stops at a failure is told which': ({ now, rows }) =>
    sentences(
      rows('task'),
      (it) => `Task ${it} was told ${now.tasks[it]!.told}, and not that the failure${failedAs(now.tasks[it]!)} ended its wait.`,
    ),
  'only futures of the present wait are counted': ({ now, rows }) =>
    sentences(rows('task'), (it) => {
      const task = now.tasks[it]!;
      const [pending, resolved] = [countOf(task, 'pending'), countOf(task, 'resolved')];
      return `Task ${it} counts ${task.resolved} resolved and ${task.pending} pending; in its list ${resolved} are resolved and ${pending} pending.`;
    }),
  'a future knows the one task that sleeps on it': ({ now, rows }) =>
    sentences(rows('task'), (it) => {
      const lost = now.tasks[it]!.entries.flatMap((each, i) => (each === 'pending' && now.futures[i]!.waiter !== it ? [i] : []));
      return `Task ${it} sleeps on future ${listed(lost)}, where ${listed(lost.map((i) => registered(now, i)))} is registered.`;
    }),
  'a future is settled once': ({ rows }) => sentences(rows('future'), (it) => `Future ${it} was settled a second time.`),
};
