/** What the picture of the scheduler reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type System = StateOf<Model>;
type Task = System['tasks'][number];

/** Where a queued task stands on the line of keys: what is overdue shares one place. */
export const places = ['overdue', 0, 1, 2, 3] as const;
export type KeyPlace = (typeof places)[number];
const placeOf = ({ key }: Task): KeyPlace => (key < 0 ? 'overdue' : places.find((each) => each === key)!);

/** The tasks of a queue by their keys, the smallest first; those with equal keys by number. */
export const queueOf = ({ tasks }: System, cpu: number): readonly number[] =>
  tasks.flatMap(({ queued, home }, i) => (queued && home === cpu ? [i] : [])).toSorted((a, b) => tasks[a]!.key - tasks[b]!.key || a - b);

export const queuedAt = (s: System, cpu: number, place: KeyPlace): readonly number[] =>
  queueOf(s, cpu).filter((it) => placeOf(s.tasks[it]!) === place);

/** Whether another CPU could take it: it is a head, and no realtime task. */
export const mayBeStolen = (s: System, i: number): boolean => {
  const { queued, home, priority, key } = s.tasks[i]!;
  return queued && home !== null && s.cpus.length > 1 && priority !== 'realtime' && s.tasks[queueOf(s, home)[0]!]!.key === key;
};

const runsOn = ({ cpus }: System, i: number): readonly number[] => cpus.flatMap(({ runs }, cpu) => (runs === i ? [cpu] : []));

const due = (key: number) => (key < 0 ? `overdue by ${-key}` : key === 0 ? 'due now' : `due in ${key}`);

/** Every place in which a task is, in words. */
export function taskIs(s: System, i: number): string {
  const { state, queued, home, key, stolen } = s.tasks[i]!;
  const running = runsOn(s, i).map((cpu) => `runs on CPU\u00a0${cpu}${stolen ? ', which stole it' : ''}`);
  const waiting = queued ? [`queued with CPU\u00a0${home}, ${due(key)}${mayBeStolen(s, i) ? ', may be stolen' : ''}`] : [];
  if (state !== 'ready') return state;
  return listed([...running, ...waiting]);
}

export function cpuIs({ cpus }: System, i: number): string {
  const { runs, left } = cpus[i]!;
  if (runs === null) return 'idles';
  return left > 0 ? `runs task\u00a0${runs}, ${left} left` : `runs task\u00a0${runs}, quantum used up`;
}

export const words: View<Model>['words'] = {
  'a CPU passes over no smaller key in its own queue': ({ now, rows }) =>
    sentences(rows('CPU'), (it) => {
      const [head] = queueOf(now, it);
      return `CPU ${it} took task ${now.cpus[it]!.runs}, and passed over task ${head}, whose key was smaller.`;
    }),
  'a realtime task is not stolen': ({ now, rows }) =>
    sentences(rows('task'), (it) => `Task ${it} is a realtime task, and CPU ${now.tasks[it]!.home} has stolen it.`),
  'a task keeps the CPU until its quantum is used up': ({ rows }) =>
    sentences(rows('task'), (it) => `Task ${it} lost its CPU before its quantum was used up.`),
  'a task is in one place': ({ now, rows }) => sentences(rows('task'), (it) => `Task ${it} ${taskIs(now, it)}.`),
  'no key is overdue by more than a quantum for each other task': ({ now, config, rows }) =>
    sentences(rows('task'), (it) => `Task ${it} is ${due(now.tasks[it]!.key)}; ${(config.tasks - 1) * config.quantum} would be the most.`),
};
