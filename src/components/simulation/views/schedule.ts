/** What the picture of the scheduler reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/run.ts';
import { listed, ordinal } from './words.ts';

interface Task {
  readonly is: 'gone' | 'ready' | 'running' | 'blocked' | 'dead';
  readonly stack: boolean;
  readonly waited: number;
}
export interface Schedule {
  readonly tasks: readonly Task[];
  readonly queue: readonly number[];
  readonly current: number;
  readonly idle: number;
  readonly switching: boolean;
  readonly unacknowledged: number | null;
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const scheduleIn = (state: PlainState) => state as unknown as Schedule;

interface Rule {
  /** The tasks that break it. */
  readonly by: (s: Schedule) => readonly number[];
  readonly says: (s: Schedule, by: readonly number[]) => string;
}

const placesOf = ({ queue }: Schedule, i: number) => queue.flatMap((it, place) => (it === i ? [place + 1] : []));
const those = ({ tasks }: Schedule, wanted: (task: Task, i: number) => boolean) => [...tasks.keys()].filter((i) => wanted(tasks[i]!, i));
const named = (some: readonly number[]) => `${some.length > 1 ? 'Tasks' : 'Task'} ${listed(some)}`;

const rules: Readonly<Record<string, Rule>> = {
  'no two tasks are running': {
    by: (s) => those(s, ({ is }) => is === 'running'),
    says: (s, by) => `${named(by)} are both marked as running. Only task ${s.current} has the processor.`,
  },
  'no task stands in the queue twice': {
    by: (s) => those(s, (_, i) => placesOf(s, i).length > 1),
    says: (s, by) => by.map((i) => `Task ${i} stands in the queue as the ${listed(placesOf(s, i).map(ordinal))}.`).join(' '),
  },
  'the idle task is never queued': {
    by: (s) => (s.queue.includes(s.idle) ? [s.idle] : []),
    says: (s) => `Task ${s.idle}, the idle task, stands ${listed(placesOf(s, s.idle).map(ordinal))} in the queue.`,
  },
  'a dead task neither runs nor waits to run': {
    by: (s) => those(s, ({ is }, i) => is === 'dead' && (s.queue.includes(i) || (i === s.current && !s.switching))),
    says: (s, by) =>
      by.map((i) => `Task ${i} has ended, and ${s.queue.includes(i) ? 'stands in the queue' : 'has the processor'}.`).join(' '),
  },
  'the kernel stands on a stack that is not freed': {
    by: (s) => (s.tasks[s.current]?.stack ? [] : [s.current]),
    says: (s) => `The stack of task ${s.current} is freed, and the kernel still stands on it.`,
  },
  'a ready task waits for at most one slice of each other': {
    by: (s) => those(s, ({ waited }) => waited >= s.tasks.length - 1),
    says: (s, by) =>
      by
        .map((i) => `Task ${i} has waited for ${s.tasks[i]!.waited} slices, and only ${s.tasks.length - 2} others take turns with it.`)
        .join(' '),
  },
  'every ready task runs': {
    by: (s) => those(s, ({ is }, i) => is === 'ready' && i !== s.idle),
    says: (s, by) =>
      (by.length > 0 ? `${named(by)} ${by.length > 1 ? 'are' : 'is'} ready, and the turn never comes.` : '') +
      (s.unacknowledged === null ? '' : ` The tick of task ${s.unacknowledged} is not acknowledged, so no other tick follows.`),
  },
};

/** The tasks that break any of the sentences. */
export const blamed = (s: Schedule, broken: readonly string[]) => broken.flatMap((rule) => rules[rule]?.by(s) ?? []);

export const explain = (rule: string, s: Schedule) => rules[rule]?.says(s, rules[rule].by(s)).trim() || undefined;

/** What is to be said of a task beside its state. */
export function moreOf(s: Schedule, i: number): string {
  const { is, stack, waited } = s.tasks[i]!;
  const line = placesOf(s, i);
  const said = [
    line.length > 0 && `${listed(line.map(ordinal))} in line`,
    is === 'ready' && line.length === 0 && (i === s.idle ? 'runs when none is in line' : 'not in line'),
    waited > 0 && `waited ${waited} ${waited === 1 ? 'slice' : 'slices'}`,
    is === 'dead' && 'its stack is kept',
    is === 'gone' && !stack && 'its stack is freed',
  ];
  return said.filter(Boolean).join(', ');
}
