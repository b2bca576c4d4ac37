/**
 * Scheduling by virtual deadline: a task is queued with a key, the time and a penalty for its priority, and the smallest key runs next.
 * Stands for: observed behaviour, read in zig-old at dfc2461; no document describes keys. kernel/src/scheduler/root.zig: a choice is made only
 * where no task has the CPU (899-902), at an interrupt only once the quantum of a task is used up, or in idling (712-724); new tasks enter the
 * queue of the CPU that chooses (907-919), the smallest key leaves it (809-815, 921-929); with nothing of its own a CPU takes the head of
 * another queue, unless that is a realtime task (950-974); the task before is queued after the choice (984-999), or goes on (1002-1004).
 * kernel/src/scheduler/task.zig: the penalties (297-308). kernel/src/scheduler/future.zig: a task that wakes is queued with its home (226-241).
 * Inferred: that no task waits for ever. A key stays as it is, and every later one is at least the time by then.
 * Differs: the clock stands still while CPUs choose, so a task runs for a unit of time before it sleeps; keys are told from now on. dfc2461 queues the task before without the lock that a
 * thief takes (995 against 962), so that both may change the queue at once; that a task is then found twice is an illustration, `keepsStolen`.
 * Not shown: affinity (task.zig, 310-322); a CPU with more than two left interrupts one that idles (931-947), here one that idles may steal at
 * any time. A thief passes over a queue that is locked (962), so a task may go on here although another could be stolen. A task that yields
 * (794-805), tasks that end, the 0.25 ms of user tasks, the better penalty of a caller (root.zig, 671-691).
 */
// prettier-ignore
import { bool, type ConfigIn, id, mechanism, oneOf, option, orderedTable, range, type RowIn, type StateIn, table } from '../../../engine/language.ts';

const cpu = id('CPU');
const task = id('task');
const penalties = { realtime: 0, reactive: 1, normal: 2, background: 3 } as const;
type Priority = keyof typeof penalties;
const given: readonly Priority[] = ['realtime', 'background', 'normal', 'reactive']; // to tasks 0, 1, 2 and 3

const scheduling = mechanism({
  parameters: {
    cpus: { label: 'CPUs', least: 1, most: 2, default: 2 },
    tasks: { label: 'Tasks', least: 2, most: 4, default: 3 },
    quantum: { label: 'Quantum', least: 1, most: 2, default: 1 },
  },
  faults: {
    keysDoNotAge: 'The key is the penalty alone, without the time.',
    takesTheLast: { doc: 'A CPU takes any task of its queue.', drops: 'no other of its own or of the new tasks has a smaller key' },
    stealsAnything: { doc: 'A thief takes a realtime task, too.', drops: 'it is no realtime task' },
    cutsShort: { doc: 'An interrupt takes the CPU from a task before its quantum is used up.', drops: 'no quantum runs on the CPU' },
    goesOn: { doc: 'A task goes on after its quantum while others are queued.', drops: 'nothing is new, and nothing is queued with it' },
    keepsStolen: 'The victim finds the stolen task in its queue, too, since both changed it at once.',
  },
  state: ({ cpus, tasks, quantum }) => ({
    cpus: table(cpu, cpus, {
      runs: option(task), // null: it idles
      left: range(0, quantum), // of the quantum
      passed: bool, // its last choice passed over a smaller key; for the property
    }),
    tasks: orderedTable(task, tasks, {
      priority: oneOf('realtime', 'reactive', 'normal', 'background'),
      state: oneOf('new', 'ready', 'asleep'),
      queued: bool, // with its home
      home: option(cpu),
      key: range(-(tasks - 1) * quantum - 1, 3), // from now on; 0 while it is not queued
      stolen: bool, // when it was last taken
      cut: bool, // it lost the CPU before its quantum was used up; for the property
    }),
  }),
  start: (s) => {
    for (const each of s.tasks) [each.priority, each.key] = [given[each.index]!, 0];
  },
});

type System = StateIn<typeof scheduling>;
type Cpu = RowIn<typeof scheduling, 'CPU'>;
type Task = RowIn<typeof scheduling, 'task'>;
type Config = ConfigIn<typeof scheduling>;

const isRunning = ({ cpus }: System, it: Task): boolean => cpus.some(({ runs }) => runs === it);
const isQueuedWith = (by: Cpu, it: Task): boolean => it.queued && it.home === by;
const isFor = (by: Cpu, it: Task): boolean => it.state === 'new' || isQueuedWith(by, it);
const keyOf = (it: Task): number => (it.state === 'new' ? penalties[it.priority] : it.key);
const hasTaken = ({ runs, left }: Cpu): boolean => runs !== null && left > 0;
const isRealtime = ({ priority }: Task): boolean => priority === 'realtime';
/** Both are in one queue. */
const isBeside = (it: Task, other: Task): boolean => it.queued && other.queued && it.home === other.home;
const isHead = ({ tasks }: System, it: Task): boolean => tasks.every((each) => !isBeside(it, each) || each.key >= it.key);

function queue(it: Task, home: Cpu): void {
  [it.state, it.queued, it.home, it.key] = ['ready', true, home, penalties[it.priority]];
}

/** The CPU runs this task; the one before is queued after the choice. */
function load(by: Cpu, it: Task, { quantum }: Config): void {
  if (by.runs !== null) {
    by.runs.cut = by.left > 0;
    queue(by.runs, by);
  }
  [by.runs, by.left] = [it, quantum];
  [it.home, it.queued, it.key] = [by, false, 0];
}

const choose = scheduling.action({
  says: '{by} chooses {it} from its own queue.',
  args: { by: cpu, it: task },
  when: {
    'no quantum runs on the CPU': ({ by }) => !hasTaken(by),
    'it is new, or queued with this CPU': ({ by, it }) => isFor(by, it),
    'no other of its own or of the new tasks has a smaller key': ({ by, it }, { tasks }) =>
      tasks.every((each) => !isFor(by, each) || keyOf(each) >= keyOf(it)),
  },
  fair: 'weak',
  fairFor: ['by'],
  then: ({ by, it }, { tasks }, config) => {
    for (const each of tasks) if (each.state === 'new') queue(each, by);
    by.passed = tasks.some((each) => isQueuedWith(by, each) && each.key < it.key);
    it.stolen = false;
    load(by, it, config);
  },
});

const steal = scheduling.action({
  says: '{by} steals {it}.',
  args: { by: cpu, it: task },
  when: {
    'no quantum runs on the CPU': ({ by }) => !hasTaken(by),
    'there is nothing new, and nothing of its own': ({ by }, { tasks }) => !tasks.some((each) => isFor(by, each)),
    'it is the head of another queue': ({ by, it }, s) => it.queued && it.home !== by && isHead(s, it),
    'it is no realtime task': ({ it }) => !isRealtime(it),
  },
  then: ({ by, it }, _, config) => {
    const { home, key } = it;
    it.stolen = true;
    load(by, it, config);
    if (config.keepsStolen) [it.queued, it.home, it.key] = [true, home, key];
  },
});

const goOn = scheduling.action({
  says: '{by} lets its task go on, with a new quantum.',
  args: { by: cpu },
  when: {
    'its task has used up its quantum': ({ by }) => by.runs !== null && by.left === 0,
    'nothing is new, and nothing is queued with it': ({ by }, { tasks }) => !tasks.some((it) => isFor(by, it)),
  },
  fair: 'weak',
  fairFor: ['by'],
  then: ({ by }, _, { quantum }) => (by.left = quantum),
});

const tick = scheduling.action({
  says: 'Time passes.',
  when: {
    'no task waits for a CPU that can choose': (_, { cpus, tasks }) =>
      cpus.every((each) => hasTaken(each) || (each.runs === null && !tasks.some((it) => isQueuedWith(each, it)))),
  },
  then: (_, { cpus, tasks }, { keysDoNotAge, quantum }) => {
    for (const each of cpus) each.left = Math.max(0, each.left - 1);
    const least = -(tasks.length - 1) * quantum - 1;
    for (const it of tasks) if (it.queued && !keysDoNotAge) it.key = Math.max(least, it.key - 1);
  },
});

const sleep = scheduling.action({
  says: '{it} waits for something, and its CPU is free.',
  args: { it: task },
  when: {
    'it runs': ({ it }, s) => isRunning(s, it),
    'it has run for a unit of time': ({ it }, { cpus }, { quantum }) => cpus.every(({ runs, left }) => runs !== it || left < quantum),
  },
  then: ({ it }, { cpus }) => {
    for (const each of cpus) if (each.runs === it) [each.runs, each.left] = [null, 0];
    it.state = 'asleep';
  },
});

const wake = scheduling.action({
  says: '{it} wakes, and is queued with its home.',
  args: { it: task },
  when: { 'it is asleep': ({ it }) => it.state === 'asleep' },
  then: ({ it }) => {
    if (it.home !== null) queue(it, it.home);
  },
});

export const model = scheduling.model({
  id: 'violetos/deadline-scheduler',
  title: 'Deadline scheduler',
  about: {
    question: 'Does a background task run when others never stop?',
    group: 'turns',
    picture: { scenario: 'ages', step: 4 },
    basis: 'observed',
    standsFor: 'zig-old at dfc2461',
    shows: 'keys that come nearer as time passes, a quantum, a queue for each CPU, stealing, and tasks that sleep and wake',
    leavesOut: 'affinity, the interrupt to a CPU that idles, tasks that end, timers, and the penalty of user tasks',
    scaledDown:
      'penalties of 0, 5, 50 and 500 ms there, of 0, 1, 2 and 3 units here; quanta of 1 to 100 ms there, of one unit here; up to 256 CPUs there, 2 here',
  },
  actions: { choose, steal, goOn, tick, sleep, wake },
  always: {
    'a CPU passes over no smaller key in its own queue': ({ cpus }) => cpus.every(({ passed }) => !passed),
    'a realtime task is not stolen': ({ tasks }) => tasks.every((it) => !isRealtime(it) || !it.stolen),
    'a task keeps the CPU until its quantum is used up': ({ tasks }) => tasks.every(({ cut }) => !cut),
    'a task is in one place': (s) =>
      s.tasks.every((it) => s.cpus.filter(({ runs }) => runs === it).length + Number(it.queued) <= Number(it.state === 'ready')),
    'no key is overdue by more than a quantum for each other task': ({ tasks }, { quantum }) =>
      tasks.every(({ key }) => key >= -(tasks.length - 1) * quantum),
  },
  sometimes: {
    'a task is stolen': ({ tasks }) => tasks.some(({ stolen }) => stolen),
    'a realtime task waits while a background task has the CPU': ({ cpus, tasks }) =>
      tasks.some((it) => isRealtime(it) && cpus.some((by) => isQueuedWith(by, it) && hasTaken(by) && by.runs?.priority === 'background')),
    'a realtime task shields one behind it from a CPU that idles': (s) =>
      s.cpus.some(({ runs }) => runs === null) &&
      s.tasks.some((it) => isRealtime(it) && it.queued && isHead(s, it) && s.tasks.some((each) => each !== it && isBeside(it, each))),
    'a background task is due before a realtime one': ({ tasks }) =>
      tasks.some((it) => it.priority === 'background' && tasks.some((each) => isRealtime(each) && isBeside(it, each) && it.key < each.key)),
  },
  eventually: {
    'a task that is queued runs': {
      of: task,
      once: ({ it }) => it.queued,
      leadsTo: ({ it }, s) => isRunning(s, it),
    },
  },
});
