/**
 * The preemptive round-robin scheduler: one queue of ready tasks, one processor, one timer.
 * Stands for: observed behaviour, `kernel/src/sched/mod.rs` at bbd7106a, lines 315-502 and 612-776. The documents ask for a preemptive
 * scheduler driven by a timer, with round robin (line 32 of the milestones).
 * Observed: in that file, the turns and the idle task outside the queue (315-354), yield (465-480), exit (482-502), block (612-634), wake
 * (636-654), the pass that frees stacks (749-776), a list of tasks without a bound (80-83). A comment says that a tick is acknowledged
 * before the switch (24-34). The number of a task that is gone is not given out again (102-113, 734-737), though comments speak
 * of reuse (82, 100-103).
 * Differs: in nothing that the model shows. That the timer never stops is what the model assumes, not what the file says.
 * Made up: all faults. `acknowledgesLate` is what the chapter on aarch64 warns of (`docs/src/aarch64.md` at cb5ba9d3, lines 76-78).
 */
import {
  bool,
  clear,
  id,
  mechanism,
  oneOf,
  option,
  orderedTable,
  queue,
  range,
  type RowIn,
  type StateIn,
} from '../../../engine/language.ts';

const task = id('task');

const processor = mechanism({
  parameters: { tasks: { label: 'Tasks beside the idle one', least: 2, most: 4, default: 3 } },
  faults: {
    wakesAnyone: 'Wake does not ask whether the task is blocked.',
    wakesToTheFront: 'A woken task goes to the front of the queue.',
    reapsCurrent: {
      doc: 'The pass that frees stacks does not spare the one that the kernel stands on.',
      drops: 'the kernel stands on another stack',
    },
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
    const [main, idle] = s.tasks; // as upstream (137-173): task 0 is what booted, task 1 is idle
    s.current = main!;
    s.idle = idle!;
    for (const each of s.tasks) {
      each.stack = true;
      each.is = each === main ? 'running' : 'ready';
      if (each !== main && each !== idle) s.queue.push(each);
    }
  },
});

type Task = RowIn<typeof processor, 'task'>;
type Processor = StateIn<typeof processor>;

/** While the scheduler is at work, no task has it. */
const hasProcessor = ({ by }: { readonly by: Task }, s: Processor) => by === s.current && !s.switching;
const isNotIdle = ({ by }: { readonly by: Task }, s: Processor) => by !== s.idle;

/** The first in the queue; when nobody waits, the task that was interrupted; when it cannot go on, the idle task. */
const nextToRun = (s: Processor): Task => {
  if (s.queue.first) return s.queue.first;
  return s.current.is === 'running' ? s.current : s.idle;
};

/** Puts a task at the end of the queue. The idle task never stands in it. */
const putBack = (it: Task, s: Processor, queuesIdle: boolean) => {
  if (it !== s.idle || queuesIdle) s.queue.push(it);
};

/** Things enter a queue at its end, so it is turned round until the task is first. */
const putInFront = (it: Task, s: Processor) => {
  const others = s.queue.items;
  s.queue.push(it);
  for (const _ of others) s.queue.push(s.queue.shift());
};

const isQueuedTwice = (it: Task, { queue: { items } }: Processor) => items.indexOf(it) < items.lastIndexOf(it);

const run = processor.action({
  says: '{by} runs.',
  args: { by: task },
  when: { 'it has the processor': hasProcessor },
  then: () => {},
});

const tick = processor.action({
  says: 'The timer interrupts {by}, and the scheduler is called.',
  args: { by: task },
  fair: 'weak', // the timer never stops
  when: {
    'it has the processor': hasProcessor,
    'the last tick is acknowledged': (_, s) => s.unacknowledged === null,
  },
  then: ({ by }, s, { acknowledgesLate }) => {
    s.switching = true;
    if (acknowledgesLate) s.unacknowledged = by;
  },
});

const yieldNow = processor.action({
  says: '{by} gives up the rest of its slice.',
  args: { by: task },
  when: { 'it has the processor': hasProcessor, 'it is not the idle task': isNotIdle },
  then: (_, s) => (s.switching = true),
});

const block = processor.action({
  says: '{by} waits for something and blocks.',
  args: { by: task },
  when: { 'it has the processor': hasProcessor, 'it is not the idle task': isNotIdle },
  then: ({ by }, s) => {
    by.is = 'blocked';
    s.switching = true;
  },
});

const exit = processor.action({
  says: '{by} ends. The kernel still stands on its stack.',
  args: { by: task },
  when: { 'it has the processor': hasProcessor, 'it is not the idle task': isNotIdle },
  then: ({ by }, s) => {
    by.is = 'dead';
    s.switching = true;
  },
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
    it.is = 'ready';
    if (wakesToTheFront) putInFront(it, s);
    else s.queue.push(it);
  },
});

const reap = processor.action({
  says: 'The scheduler frees the stack of {it}.',
  args: { it: task },
  fair: 'weak',
  when: {
    'the task is dead': ({ it }) => it.is === 'dead',
    'the scheduler is at work': (_, s) => s.switching,
    'the kernel stands on another stack': ({ it }, s) => it !== s.current,
  },
  then: ({ it }) => clear(it),
});

const switchTo = processor.action({
  says: 'The scheduler switches to {to}.',
  args: { to: task },
  fair: 'weak',
  when: {
    'it is the first in the queue, else the one that runs, else the idle task': ({ to: next }, s) => next === nextToRun(s),
    'the scheduler is at work': (_, s) => s.switching,
    'the stacks of the dead are freed': (_, s) => s.tasks.every((each) => each.is !== 'dead' || each === s.current),
  },
  then: ({ to: next }, s, { tasks, keepsMark, queuesIdle, requeuesDead }) => {
    const last = s.current;
    if (last.is === 'running' || (requeuesDead && last.is === 'dead')) putBack(last, s, queuesIdle);
    if (last.is === 'running' && !keepsMark) last.is = 'ready';
    s.queue.remove(next);
    for (const each of s.queue.items) each.waited = Math.min(each.waited + 1, tasks);
    next.is = 'running';
    next.waited = 0;
    s.current = next;
    s.switching = false;
    if (s.unacknowledged === next) s.unacknowledged = null;
  },
});

export const model = processor.model({
  id: 'themelios/scheduler',
  title: 'Round-robin scheduler',
  about: {
    question: 'How long can a ready task wait?',
    group: 'turns',
    picture: { scenario: 'turns', step: 5 },
    basis: 'observed',
    standsFor: 'kernel/src/sched/mod.rs at bbd7106a, lines 315-502 and 612-776',
    shows: 'slices and their end, waiting in line, blocking and waking, the idle task, death and the later pass that frees the stack',
    leavesOut:
      'starting and killing others, what is saved at a switch, page tables, the lock, and that task 0 stands on the stack of the boot loader, which is not freed with it',
    scaledDown: 'any number of tasks there; 3 and the idle task here',
  },
  actions: { run, tick, yieldNow, block, exit, wake, reap, switchTo },
  always: {
    'no two tasks are running': (s) => s.tasks.filter((each) => each.is === 'running').length <= 1,
    'no task stands in the queue twice': (s) => s.tasks.every((each) => !isQueuedTwice(each, s)),
    'the idle task is never queued': (s) => s.tasks.every((each) => each !== s.idle || !s.queue.has(each)),
    'a dead task neither runs nor waits to run': (s) =>
      s.tasks.every((each) => each.is !== 'dead' || (!s.queue.has(each) && (s.switching || each !== s.current))),
    'the kernel stands on a stack that is not freed': (s) => s.tasks.every((each) => each !== s.current || each.stack),
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
