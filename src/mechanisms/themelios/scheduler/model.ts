/**
 * The preemptive round-robin scheduler: one queue of ready tasks, one processor, one timer.
 * Stands for: documented (milestones, phase 1: timer-driven, round-robin) and observed (facts 5.7, kernel/src/sched/mod.rs@bbd7106a).
 */
import { bool, clear, id, mechanism, oneOf, option, orderedTable, queue, range } from '../../../engine/language.ts';

const task = id('task');

const processor = mechanism({
  parameters: { tasks: { label: 'Tasks beside the idle one', least: 2, most: 4, default: 3 } },
  faults: {
    wakesAnyone: 'Wake does not ask whether the task is blocked.',
    wakesToTheFront: 'A woken task goes to the front of the queue.',
    reapsCurrent: 'The pass that frees stacks does not spare the one that the kernel stands on.',
    requeuesDead: 'A task that has ended goes back into the queue.',
    queuesIdle: 'The idle task is queued like any other.',
    keepsMark: 'A task that is put back into the queue stays marked as running.',
    acknowledgesLate: 'The interrupt controller is told of a tick only when the interrupted task runs again.',
  },
  state: ({ tasks }) => ({
    tasks: orderedTable(task, tasks + 1, {
      is: oneOf('gone', 'ready', 'running', 'blocked', 'dead'), // dead: it has ended; gone: its stack is freed too
      stack: bool, // it has one
      waited: range(0, tasks), // slices of others since it became ready
    }),
    queue: queue(task, tasks + 1), // ready tasks, the next one first; one place more than is needed, for faults
    current: task, // has the processor; the kernel stands on its stack
    idle: task, // which one it is; never changes
    switching: bool, // the scheduler is at work
    unacknowledged: option(task), // whose tick the controller is not yet told of; null but for a fault
  }),
  start: (s) => {
    const [main, idle] = s.tasks; // as upstream: task 0 is what booted, task 1 is idle
    s.current = main!;
    s.idle = idle!;
    for (const each of s.tasks) {
      each.stack = true;
      each.is = each === main ? 'running' : 'ready';
      if (each !== main && each !== idle) s.queue.push(each);
    }
  },
});

const run = processor.action({
  says: '{by} runs.',
  args: { by: task },
  when: { 'it has the processor': ({ by }, s) => by === s.current && !s.switching },
  then: () => {},
});

// prettier-ignore
const tick = processor.action({
  says: 'The timer interrupts {by}, and the scheduler is called.', args: { by: task }, fair: 'weak', // the timer never stops
  when: {
    'it has the processor': ({ by }, s) => by === s.current && !s.switching,
    'the last tick is acknowledged': (_, s) => s.unacknowledged === null,
  },
  then: ({ by }, s, { acknowledgesLate }) => { s.switching = true; if (acknowledgesLate) s.unacknowledged = by; },
});

// prettier-ignore
const yieldNow = processor.action({
  says: '{by} gives up the rest of its slice.', args: { by: task },
  when: {
    'it has the processor': ({ by }, s) => by === s.current && !s.switching,
    'it is not the idle task': ({ by }, s) => by !== s.idle,
  },
  then: (_, s) => { s.switching = true; },
});

// prettier-ignore
const block = processor.action({
  says: '{by} waits for something and blocks.', args: { by: task },
  when: {
    'it has the processor': ({ by }, s) => by === s.current && !s.switching,
    'it is not the idle task': ({ by }, s) => by !== s.idle,
  },
  then: ({ by }, s) => { by.is = 'blocked'; s.switching = true; },
});

// prettier-ignore
const exit = processor.action({
  says: '{by} ends. The kernel still stands on its stack.', args: { by: task },
  when: {
    'it has the processor': ({ by }, s) => by === s.current && !s.switching,
    'it is not the idle task': ({ by }, s) => by !== s.idle,
  },
  then: ({ by }, s) => { by.is = 'dead'; s.switching = true; },
});

const wake = processor.action({
  says: '{it} is woken and joins the queue.',
  args: { it: task },
  when: {
    'the task is blocked': ({ it }, s, { wakesAnyone }) => it.is === 'blocked' || (wakesAnyone && it.stack && it !== s.idle),
    'the scheduler is not at work': (_, s) => !s.switching,
    'the queue has room': (_, s, { tasks }) => s.queue.length < tasks, // it has, but for a fault
  },
  then: ({ it }, s, { wakesToTheFront }) => {
    const ahead = s.queue.items;
    it.is = 'ready';
    s.queue.push(it);
    if (wakesToTheFront) for (const _ of ahead) s.queue.push(s.queue.shift()); // turns the queue until it is first
  },
});

// prettier-ignore
const reap = processor.action({
  says: 'The scheduler frees the stack of {it}.', args: { it: task }, fair: 'weak',
  when: {
    'the task is dead': ({ it }) => it.is === 'dead',
    'the scheduler is at work': (_, s) => s.switching,
    'the kernel stands on another stack': ({ it }, s, { reapsCurrent }) => reapsCurrent || it !== s.current,
  },
  then: ({ it }) => clear(it),
});

// prettier-ignore
const switchTo = processor.action({
  says: 'The scheduler switches to {to}.', args: { to: task }, fair: 'weak',
  when: {
    'it is the first in the queue, else the one that runs, else the idle task': ({ to }, s) =>
      to === (s.queue.first ?? (s.current.is === 'running' ? s.current : s.idle)),
    'the scheduler is at work': (_, s) => s.switching,
    'the stacks of the dead are freed': (_, s) => s.tasks.every((each) => each.is !== 'dead' || each === s.current),
  },
  then: ({ to }, s, { tasks, keepsMark, queuesIdle, requeuesDead }) => {
    const from = s.current;
    if (from.is === 'running' || (requeuesDead && from.is === 'dead')) {
      if (from.is === 'running' && !keepsMark) from.is = 'ready';
      if (from !== s.idle || queuesIdle) s.queue.push(from);
    }
    s.queue.remove(to);
    for (const each of s.queue.items) each.waited = Math.min(each.waited + 1, tasks);
    to.is = 'running'; to.waited = 0;
    s.current = to; s.switching = false;
    if (s.unacknowledged === to) s.unacknowledged = null;
  },
});

export const model = processor.model({
  id: 'themelios/scheduler',
  title: 'Round-robin scheduler',
  about: {
    basis: 'documented',
    standsFor: 'phase 1, round robin',
    shows: 'slices and their end, waiting in line, blocking and waking, the idle task, death and the later pass that frees the stack',
    leavesOut: 'starting and killing others, what is saved at a switch, page tables and the lock; a task that is gone does not come back',
    scaledDown: 'any number of tasks there; 3 and the idle task here',
  },
  actions: { run, tick, yieldNow, block, exit, wake, reap, switchTo },
  always: {
    'no two tasks are running': (s) => s.tasks.filter((each) => each.is === 'running').length <= 1,
    'no task stands in the queue twice': (s) => new Set(s.queue.items).size === s.queue.length,
    'the idle task is never queued': (s) => !s.queue.has(s.idle),
    'a dead task neither runs nor waits to run': (s) =>
      (s.switching || s.current.is !== 'dead') && s.queue.items.every((each) => each.is !== 'dead'),
    'the kernel stands on a stack that is not freed': (s) => s.current.stack,
    'a ready task waits for at most one slice of each other': (s, { tasks }) => s.tasks.every((each) => each.waited < tasks),
  },
  sometimes: {
    'the idle task runs while all others are blocked': (s) =>
      !s.switching && s.current === s.idle && s.tasks.every((each) => each === s.idle || each.is === 'blocked'),
    'a task waits as long as the rule allows': (s, { tasks }) => s.tasks.some((each) => each.waited === tasks - 1),
  },
  eventually: {
    'every ready task runs': {
      of: task,
      once: ({ it }, s) => it.is === 'ready' && it !== s.idle,
      leadsTo: ({ it }) => it.is === 'running',
    },
  },
});
