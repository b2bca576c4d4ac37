/**
 * The wait on a list of futures: one call, an entry for each future, a threshold, and whether the first failure ends it.
 * Stands for: documented behaviour, by the comments of the library at dfc2461. basalt/src/sync/future.zig: the four modes (199-209), the
 * threshold and what 0 stands for (211-217), an answer of success, of the failed entry, or that the threshold is out of reach (131-135), and
 * that a future another task waits on is invalid to a second one (231-233). basalt/src/syscall/root.zig: not to sleep (29-55).
 * Observed, where they are silent, in kernel/src/scheduler of dfc2461. root.zig: entries are taken in the order of the list, and the wait may
 * end at any of them (235-330); a future keeps its waiting task with the generation of the wait (315-320), which goes up at its beginning and
 * at its end (203; 206, 1029); an answer is made when the task is loaded (1040-1050). future.zig: what settles counts, and wakes, only with that
 * generation (188-226, 276-294), and settles once (163-165, 259-261).
 * Differs: dfc2461 does not behave as the model does without a fault. A barrier ends at the first failure (root.zig, 230 and 328; future.zig,
 * 290-292), where its comment has it wait for all (basalt, 205-206): the fault `barrierEndsEarly`. On waking, insolvency is looked at before
 * the failure (root.zig, 1042-1045): `losesTheFailure`. The entry of a second waiter is invalid, and yet the future is given to it unless the
 * wait stops at a failure (264-273, 315-319): `secondTakesOver`. An entry whose number belongs to no future skips the test (237-250), and
 * when nothing is pending any more the call reports success (358-361): `deadNumberSucceeds`.
 * The comments do not agree: by 131 and 211-213 a threshold that is out of reach is insolvent in every mode; the model follows 135 and 205-209.
 * Illustration: that a barrier in which something failed answers insolvent when all have settled; its comment names no answer. With a guard
 * removed, a late future counts for the new wait; there it would also write over the entry at its old place.
 * Not shown: futures that count upwards, and their second count for one wait; a list whose entries are settled beforehand (root.zig, 216-230);
 * one future twice in a list; who may settle a future (125-141).
 */
// prettier-ignore
import { type ConfigIn, id, mechanism, oneOf, option, orderedTable, perId, range, type RowIn, setOf, table } from '../../../engine/language.ts';

const future = id('future');
const task = id('task');
const list = setOf(future);
const mode = oneOf('race', 'any resolve', 'barrier', 'transaction');

const wait = mechanism({
  parameters: {
    futures: { label: 'Futures', least: 1, most: 3, default: 2 },
    tasks: { label: 'Tasks', least: 1, most: 2, default: 2 },
    waits: { label: 'Waits of all tasks together', least: 1, most: 3, default: 2 },
  },
  faults: {
    forgetsGenerations: 'A future does not compare the generation of the wait (the guard is removed).',
    cancelsInSilence: 'A cancellation wakes nobody.',
    comparesPendingOnly: 'The threshold is compared with what is pending, without what has resolved.',
    settlesTwice: { doc: 'A future that was settled can be settled again.', drops: 'the future is pending' },
    barrierEndsEarly: 'A barrier ends at the first failure, and the others are still pending (as read at dfc2461).',
    losesTheFailure: 'On waking, insolvency is looked at before the failure (as read at dfc2461).',
    secondTakesOver: 'A second waiter is told invalid and takes the place of the first all the same (as read at dfc2461).',
    deadNumberSucceeds:
      'When the last entry belongs to no future and nothing is pending, the call reports success without a test (as read at dfc2461).',
  },
  state: ({ futures, tasks, waits }) => ({
    waits: range(0, waits), // that were begun
    futures: orderedTable(future, futures, {
      status: oneOf('pending', 'resolved', 'cancelled', 'gone'), // gone: its number belongs to no future any more
      settled: range(0, 2), // how often, for the property
      waiter: option(task),
      generation: range(0, 2 * waits), // of the wait for which the waiter was registered
    }),
    tasks: table(task, tasks, {
      state: oneOf('running', 'asleep', 'queued'), // queued: awake, and not loaded yet
      generation: range(0, 2 * waits), // odd while it waits
      mode,
      entries: perId(future, oneOf('not in the list', 'pending', 'resolved', 'cancelled', 'invalid')),
      pending: range(0, futures),
      resolved: range(0, futures),
      failed: option(future), // the first entry that failed
      told: oneOf('nothing', 'success', 'the failure', 'insolvent', 'would suspend'), // the answer to its last wait
    }),
  }),
});

type Task = RowIn<typeof wait, 'task'>;
type Future = RowIn<typeof wait, 'future'>;
type Config = ConfigIn<typeof wait>;

const count = (it: Task, ...of: readonly string[]): number => it.entries.items.filter((each) => of.includes(each)).length;
const thresholdOf = (it: Task): number =>
  it.mode === 'race' || it.mode === 'any resolve' ? 1 : it.entries.items.length - count(it, 'not in the list');
const stopsAtFailure = ({ mode }: Task): boolean => mode === 'race' || mode === 'transaction';
const isLive = ({ waiter, generation }: Future): boolean => waiter !== null && generation === waiter.generation;

/** What the library promises of each mode: whether the wait is over, by its entries. */
const isOver = (it: Task): boolean => {
  const [pending, resolved, failed] = [count(it, 'pending'), count(it, 'resolved'), count(it, 'cancelled', 'invalid')];
  if (it.mode === 'race') return resolved + failed > 0;
  if (it.mode === 'any resolve') return resolved > 0 || pending === 0;
  return pending === 0 || (it.mode === 'transaction' && failed > 0);
};

/** The answer that the counts allow; null while the wait goes on. */
function answer(it: Task, { barrierEndsEarly, losesTheFailure, comparesPendingOnly }: Config) {
  const isOutOfReach = thresholdOf(it) > it.pending + (comparesPendingOnly ? 0 : it.resolved);
  const isInsolvent = isOutOfReach && (it.mode !== 'barrier' || barrierEndsEarly || it.pending === 0);
  if (it.resolved >= thresholdOf(it)) return 'success';
  if (stopsAtFailure(it) && it.failed !== null && !(losesTheFailure && isInsolvent && it.state === 'queued')) return 'the failure';
  return isInsolvent ? 'insolvent' : null;
}

/** An entry is settled, and the counts with it. */
function countEntry(it: Task, of: Future, as: 'resolved' | 'cancelled' | 'invalid'): void {
  if (it.entries.get(of) !== 'not in the list') it.entries.set(of, as);
  it.pending = Math.max(0, it.pending - 1);
  if (as === 'resolved') it.resolved += 1;
  else it.failed ??= of;
}

/** Looks at one entry as the wait begins: it is counted, or the future learns who waits. */
function enlist(by: Task, of: Future, { secondTakesOver }: Config): void {
  const isTaken = isLive(of) && of.waiter !== by;
  if (of.status === 'gone' || isTaken) countEntry(by, of, 'invalid');
  else if (of.status !== 'pending') countEntry(by, of, of.status);
  if (of.status !== 'pending' || (isTaken && !(secondTakesOver && !stopsAtFailure(by)))) return;
  [of.waiter, of.generation] = [by, by.generation];
}

function end(by: Task, told: Task['told']): void {
  [by.state, by.told] = ['running', told];
  by.generation += 1;
}

const begin = wait.action({
  says: '{by} waits for {over} in the mode {how}, and {sleeps}.',
  args: { by: task, over: list, how: mode, sleeps: oneOf('may sleep', 'may not sleep') },
  when: {
    'the task runs': ({ by }) => by.state === 'running',
    'the list names a future': ({ over }) => over.size > 0,
    'one more wait is allowed here': (_, s, { waits }) => s.waits < waits,
  },
  then: ({ by, over, how, sleeps }, s, config) => {
    s.waits += 1;
    by.generation += 1;
    for (const each of s.futures) by.entries.set(each, over.has(each) ? 'pending' : 'not in the list');
    [by.mode, by.told, by.pending, by.resolved, by.failed] = [how, 'nothing', over.size, 0, null];
    for (const each of over.items) {
      enlist(by, each, config);
      const skipsTheTest = config.deadNumberSucceeds && each.status === 'gone' && !stopsAtFailure(by);
      const told = skipsTheTest ? null : answer(by, config);
      if (told !== null) return end(by, told);
    }
    // Nothing is pending only by the fault that skips a test.
    if (by.pending > 0 && sleeps === 'may sleep') by.state = 'asleep';
    else end(by, by.pending > 0 ? 'would suspend' : 'success');
  },
});

const settle = wait.action({
  says: '{it} is {as}.',
  args: { it: future, as: oneOf('resolved', 'cancelled') },
  when: {
    'its number belongs to a future': ({ it }) => it.status !== 'gone',
    'the future is pending': ({ it }) => it.status === 'pending',
  },
  then: ({ it, as }, _, config) => {
    const waiter = isLive(it) || config.forgetsGenerations ? it.waiter : null;
    it.status = as;
    it.settled = Math.min(2, it.settled + 1);
    [it.waiter, it.generation] = [null, 0];
    if (waiter === null) return;
    countEntry(waiter, it, as);
    const wakes = answer(waiter, config) !== null && !(config.cancelsInSilence && as === 'cancelled');
    if (waiter.state === 'asleep' && wakes) waiter.state = 'queued';
  },
});

const load = wait.action({
  says: '{it} is loaded by its CPU and gets its answer.',
  args: { it: task },
  when: { 'it is queued': ({ it }) => it.state === 'queued' },
  then: ({ it }, _, config) => end(it, answer(it, config) ?? 'nothing'),
});

const release = wait.action({
  says: 'The last reference to {it} is given back, and its number belongs to no future any more.',
  args: { it: future },
  when: { 'it is settled': ({ it }) => it.status === 'resolved' || it.status === 'cancelled' },
  then: ({ it }) => (it.status = 'gone'),
});

export const model = wait.model({
  id: 'violetos/future-wait',
  title: 'Wait on futures',
  about: {
    question: 'When does a wait on several futures end, and what is it told?',
    group: 'turns',
    picture: { scenario: 'barrier', step: 2 },
    basis: 'documented',
    standsFor: 'one call on a list of futures, its details observed',
    shows: 'four modes of waiting, counts against a threshold, an answer when it cannot be reached, one waiter a future, generations',
    leavesOut: 'payloads, futures that count upwards, timers, lists that were used before, processes, and the CPUs that tasks run on',
    scaledDown:
      'a list names 32 futures there unless the build sets another number, 2 here; a task waits as often as it likes there, all tasks together twice here',
  },
  actions: { begin, settle, load, release },
  always: {
    'insolvent means that the threshold was out of reach': ({ tasks }) =>
      tasks.every((it) => it.told !== 'insolvent' || thresholdOf(it) > count(it, 'resolved', 'pending')),
    'a wait ends only when its mode says so': ({ tasks }) =>
      tasks.every((it) => it.told === 'nothing' || it.told === 'would suspend' || isOver(it)),
    'a wait that is over sleeps no longer': ({ tasks }) => tasks.every((it) => it.state !== 'asleep' || !isOver(it)),
    'success means that the threshold was reached': ({ tasks }) =>
      tasks.every((it) => it.told !== 'success' || count(it, 'resolved') >= thresholdOf(it)),
    'a wait that stops at a failure is told which': ({ tasks }) =>
      tasks.every((it) => !stopsAtFailure(it) || (it.told !== 'insolvent' && (it.told !== 'the failure' || it.failed !== null))),
    'only futures of the present wait are counted': ({ tasks }) =>
      tasks.every((it) => it.generation === 0 || (it.pending === count(it, 'pending') && it.resolved === count(it, 'resolved'))),
    'a future knows the one task that sleeps on it': ({ tasks, futures }) =>
      tasks.every((it) => it.state !== 'asleep' || futures.every((each) => it.entries.get(each) !== 'pending' || each.waiter === it)),
    'a future is settled once': ({ futures }) => futures.every((it) => it.settled <= 1),
  },
  sometimes: {
    'a barrier still waits after a failure': ({ tasks }) =>
      tasks.some((it) => it.state === 'asleep' && it.mode === 'barrier' && it.failed !== null),
    'a task is told that its wait is insolvent': ({ tasks }) => tasks.some((it) => it.told === 'insolvent'),
    'a future keeps the generation of a wait that has ended': ({ futures }) => futures.some((it) => it.waiter !== null && !isLive(it)),
    'a second waiter is told that the future is invalid': ({ tasks, futures }) =>
      futures.some((it) => isLive(it) && tasks.some((each) => each.entries.get(it) === 'invalid')),
  },
  final: ({ tasks }) => tasks.every(({ state }) => state === 'running'),
});
