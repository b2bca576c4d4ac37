/** What the picture of the scheduler reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { explained, those, type Claims } from '../../../drawing/claims.ts';
import { listed, ordinal } from '../../../drawing/words.ts';

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

/** A plain state has lost its type on the way out of the engine; the scheduler's schema vouches for it. */
export const scheduleIn = (state: PlainState) => state as unknown as Schedule;

/** The places of a task in the queue, counted from 1: more than one by a fault. */
export const placesOf = ({ queue }: Schedule, i: number) => queue.flatMap((it, place) => (it === i ? [place + 1] : []));
const line = (s: Schedule, i: number) => listed(placesOf(s, i).map(ordinal));

const claims: Claims<Schedule> = {
  'no two tasks are running': {
    by: ({ tasks }) => those(tasks, ({ is }) => is === 'running'),
    says: (s, i) => `Task ${i} ${i === s.current ? 'has the processor' : 'is marked as running, too'}.`,
  },
  'no task stands in the queue twice': {
    by: (s) => those(s.tasks, (_, i) => placesOf(s, i).length > 1),
    says: (s, i) => `Task ${i} stands in the queue as the ${line(s, i)}.`,
  },
  'the idle task is never queued': {
    by: (s) => those(s.tasks, (_, i) => i === s.idle && s.queue.includes(i)),
    says: (s, i) => `Task ${i}, the idle task, stands in the queue as the ${line(s, i)}.`,
  },
  'a dead task neither runs nor waits to run': {
    by: (s) => those(s.tasks, ({ is }, i) => is === 'dead' && (s.queue.includes(i) || (i === s.current && !s.switching))),
    says: (s, i) => `Task ${i} has ended, and ${s.queue.includes(i) ? 'stands in the queue' : 'has the processor'}.`,
  },
  'the kernel stands on a stack that is not freed': {
    by: (s) => those(s.tasks, ({ stack }, i) => i === s.current && !stack),
    says: (_, i) => `The stack of task ${i} is freed, and the kernel still stands on it.`,
  },
  'a ready task waits for at most one slice of each other': {
    by: ({ tasks }) => those(tasks, ({ waited }) => waited >= tasks.length - 1),
    says: ({ tasks }, i) => `Task ${i} has waited for ${tasks[i]!.waited} slices, and only ${tasks.length - 2} others take turns with it.`,
  },
  'every ready task runs': {
    by: (s) => those(s.tasks, ({ is }, i) => is === 'ready' && i !== s.idle),
    says: (_, i) => `Task ${i} is ready, and its turn never comes.`,
  },
};

/** The tasks that break any of the sentences. */
export const blamed = (s: Schedule, broken: readonly string[]) => broken.flatMap((rule) => claims[rule]?.by(s) ?? []);

export const explain = (rule: string, s: Schedule) => explained(claims, rule, s);

/** What is to be said of a task beside its state. */
export function moreOf(s: Schedule, i: number): string {
  const { is, stack, waited } = s.tasks[i]!;
  const isQueued = s.queue.includes(i);
  const said = [
    isQueued && `${line(s, i)} in line`,
    is === 'ready' && !isQueued && (i === s.idle ? 'runs when none is in line' : 'not in line'),
    waited > 0 && `waited ${waited} ${waited === 1 ? 'slice' : 'slices'}`,
    is === 'dead' && 'its stack is kept',
    is === 'gone' && !stack && 'its stack is freed',
  ];
  return said.filter(Boolean).join(', ');
}
