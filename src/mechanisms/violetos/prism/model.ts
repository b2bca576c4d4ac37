/**
 * A prism, the inbox of a process: the kernel fills one of its two buffers while the task of the prism reads the other.
 * Stands for: documented behaviour (comments of basalt/src/sync/prism.zig@a193e75: a consume that may wait gives an invocation, 45-46 and 55; the
 * queue pushes back or overwrites, 98-101; a notice for a dropped facet, set aside when the queue is full, 133-150). Its details are observed
 * in kernel/src/scheduler at a193e75: root.zig, whose lines are named below, prism.zig and facet.zig.
 * Observed: consume takes in what was set aside while there is room, then hands the buffer over and swaps, or waits (431-479); a full buffer turns
 * the caller away or gives up its oldest invocation and cancels that future (642-654; prism.zig, 208-226); an invocation wakes the task that
 * waits (642-681); a drop puts its notice into the buffer, or aside when that is full (facet.zig, 133-178).
 * Differs: neither commit that was read behaves as the model does without a fault. At both a notice that gives way to an invocation is gone,
 * because it has no future to cancel (prism.zig, 208-222): `forgetsNotice`; and a drop wakes nobody (facet.zig, 133-178): `dropsQuietly`. At
 * a193e75 the task is registered, the prism is unlocked, and only then is the task marked as asleep (457-464, 348-356), so that an invocation
 * from another CPU in between finds nobody asleep: `sleepsLate`. dfc2461 marks it under the lock (root.zig@dfc2461, 429-466) and registers it
 * nowhere, so that an invocation finds no task to wake (650-673): `forgetsConsumer`.
 * Illustration: a notice that is set aside when it gives way, a drop that wakes, and registering and falling asleep in one step.
 * Not shown: a buffer that has wrapped is read from its first place, so not from its oldest invocation unless that stands there (prism.zig,
 * 208-226; 469-478); a task that was woken gets the buffer without what was set aside (1041-1058); a bind wakes the task that waits with an error
 * (485-520, 1066-1068), and one that is registered and not yet asleep stays the one that is woken.
 */
import {
  bool,
  id,
  mechanism,
  oneOf,
  option,
  orderedTable,
  queue,
  range,
  type RowIn,
  type StateIn,
  table,
  tuple,
} from '../../../engine/language.ts';

const buffer = id('buffer');
const facet = id('facet');
const future = id('future');
const invocation = tuple({ through: facet, future: option(future) }); // without a future: the notice that the facet was dropped

const prism = mechanism({
  parameters: {
    overwrite: { label: 'Overwrite when full', least: 0, most: 1, default: 1 }, // 0: a full buffer pushes back; 1: it overwrites
    places: { label: 'Places in a buffer', least: 1, most: 3, default: 2 },
    facets: { label: 'Facets', least: 1, most: 2, default: 2 },
    futures: { label: 'Futures', least: 2, most: 3, default: 2 },
  },
  faults: {
    keepsCount: 'Consume swaps the buffers and does not reset the count of the one that is filled next.',
    swapsWhileWriting: 'Consume does not wait until the invocation is written.',
    leavesPending: 'An invocation gives way and its future stays pending.',
    forgetsNotice: 'A notice that gives way to an invocation is gone (as read at a193e75).',
    dropsQuietly: 'A drop does not wake the task that waits (as read at a193e75).',
    sleepsLate: 'The task is registered, the prism unlocked, and only then is the task asleep (as read at a193e75).',
    forgetsConsumer: 'The task that waits is not registered, so an invocation wakes nobody (as read at dfc2461).',
  },
  state: ({ places, facets, futures }) => ({
    filling: buffer, // the kernel writes into this one; the task reads the other
    writing: option(tuple({ into: buffer, through: facet, future })), // by a caller that holds the lock of the prism
    given: range(0, places), // what the last consume told the task: so many are in its buffer
    read: range(0, places), // how many of them it has read
    task: oneOf('awake', 'about to sleep', 'asleep'), // in consume; about to sleep: its call has looked, and has unlocked the prism
    aside: queue(facet, facets), // notices for which there was no room
    buffers: orderedTable(buffer, 2, { holds: queue(invocation, places) }),
    facets: table(facet, facets, { dropped: bool, told: bool }), // told: the task has read the notice
    futures: table(future, futures, { status: oneOf('unused', 'pending', 'resolved', 'canceled'), seen: bool }), // seen: by the task
  }),
});

type Inbox = StateIn<typeof prism>;
type Buffer = RowIn<typeof prism, 'buffer'>;
type Facet = RowIn<typeof prism, 'facet'>;
type Future = RowIn<typeof prism, 'future'>;

const isFull = ({ holds }: Buffer): boolean => holds.length === holds.most;
const isEmpty = (s: Inbox): boolean => s.filling.holds.length + s.aside.length === 0;

/** The buffer that the task reads. */
const taskBuffer = (s: Inbox): Buffer => s.buffers.find((each) => each !== s.filling)!;

/** What the task has still to read of what it was given, the next one first. */
const unread = (s: Inbox) => taskBuffer(s).holds.items.slice(s.read, s.given);

/** Everything that the task can come to read, but for what is set aside. */
const readable = (s: Inbox) => [...unread(s), ...s.filling.holds.items];
const canBeRead = (s: Inbox, it: Future): boolean => readable(s).some((each) => each.future === it);

/** How often the drop of a facet is told: as a notice that was read, that can be read, or that is set aside. */
const timesTold = (s: Inbox, it: Facet): number =>
  Number(it.told) + readable(s).filter((each) => each.future === null && each.through === it).length + Number(s.aside.has(it));

/** Wakes the task if it sleeps. One that is about to sleep is not found. */
const wake = (s: Inbox): void => {
  if (s.task === 'asleep') s.task = 'awake';
};

const invoke = prism.action({
  says: 'The caller invokes {through}, gets {answer} at once, and holds the lock of the prism.',
  args: { through: facet, answer: future },
  when: {
    'the facet is not dropped': ({ through }) => !through.dropped,
    'the future is not pending': ({ answer }) => answer.status !== 'pending',
    'the prism is unlocked': (_, s) => s.writing === null,
    'the buffer has room (else the call fails)': (_, s, { overwrite }) => overwrite === 1 || !isFull(s.filling),
  },
  then: ({ through, answer }, s) => {
    answer.status = 'pending';
    answer.seen = false;
    s.writing = { into: s.filling, through, future: answer };
  },
});

const write = prism.action({
  says: 'The invocation is written, in place of the oldest if the buffer is full; the prism is unlocked and its task woken.',
  when: { 'a caller holds the lock': (_, s) => s.writing !== null },
  then: (_, s, { leavesPending, forgetsNotice, forgetsConsumer }) => {
    const { into, through, future: answer } = s.writing!;
    if (isFull(into)) {
      const victim = into.holds.shift();
      if (victim.future && !leavesPending) victim.future.status = 'canceled';
      if (!victim.future && !forgetsNotice) s.aside.push(victim.through);
    }
    into.holds.push({ through, future: answer });
    s.writing = null;
    if (!forgetsConsumer) wake(s);
  },
});

const consume = prism.action({
  says: 'The task consumes: the buffers change places, and it reads the one that was being filled.',
  when: {
    'the task is awake': (_, s) => s.task === 'awake',
    'the task has read what it was given': (_, s) => s.read === s.given,
    'the prism is unlocked': (_, s, { swapsWhileWriting }) => swapsWhileWriting || s.writing === null,
    'something is queued or set aside': (_, s) => !isEmpty(s),
  },
  then: (_, s, { keepsCount }) => {
    const filled = s.filling;
    const emptied = taskBuffer(s);
    while (s.aside.length > 0 && !isFull(filled)) filled.holds.push({ through: s.aside.shift(), future: null });
    s.given = filled.holds.length;
    s.read = 0;
    s.filling = emptied;
    if (!keepsCount) while (emptied.holds.length > 0) emptied.holds.shift();
  },
});

const wait = prism.action({
  says: 'The task consumes, finds nothing, and waits.',
  when: {
    'the task is awake': (_, s) => s.task === 'awake',
    'the task has read what it was given': (_, s) => s.read === s.given,
    'the prism is unlocked': (_, s) => s.writing === null,
    'nothing is queued or set aside': (_, s) => isEmpty(s),
  },
  then: (_, s, { sleepsLate }) => (s.task = sleepsLate ? 'about to sleep' : 'asleep'),
});

const fallAsleep = prism.action({
  says: 'The task is marked as asleep, without another look.',
  fault: 'sleepsLate',
  when: { 'the task is about to sleep': (_, s) => s.task === 'about to sleep' },
  then: (_, s) => (s.task = 'asleep'),
});

const resolve = prism.action({
  says: 'The task reads an invocation and resolves {answer}.',
  args: { answer: future },
  when: { 'its invocation is the next in the buffer of the task': ({ answer }, s) => unread(s)[0]?.future === answer },
  then: ({ answer }, s) => {
    answer.status = 'resolved';
    answer.seen = true;
    s.read += 1;
  },
});

const learnDrop = prism.action({
  says: 'The task reads that {dropped} was dropped.',
  args: { dropped: facet },
  when: {
    'its notice is the next in the buffer of the task': ({ dropped }, s) =>
      unread(s)[0]?.future === null && unread(s)[0]?.through === dropped,
  },
  then: ({ dropped }, s) => {
    dropped.told = true;
    s.read += 1;
  },
});

const drop = prism.action({
  says: 'The caller drops {it}; the notice of it goes into the buffer, or aside if the buffer is full.',
  args: { it: facet },
  when: {
    'the facet is not dropped': ({ it }) => !it.dropped,
    'the prism is unlocked': (_, s) => s.writing === null,
  },
  then: ({ it }, s, { dropsQuietly }) => {
    it.dropped = true;
    if (isFull(s.filling)) s.aside.push(it);
    else s.filling.holds.push({ through: it, future: null });
    if (!dropsQuietly) wake(s);
  },
});

export const model = prism.model({
  id: 'violetos/prism',
  title: 'Prism',
  about: {
    question: 'Can one invocation be seen twice?',
    group: 'messages',
    picture: { scenario: 'swap', step: 6 },
    basis: 'documented',
    standsFor: 'the inbox of a process, its details observed',
    shows:
      'invocations that do not wait, the swap of the buffers, a full buffer that pushes back or overwrites, the notice of a dropped facet, the wait for the next one',
    leavesOut:
      'arguments, the mapping of the buffers, who holds a facet, moving the prism to another task, the other settings of the notice, a task that consumes before it has read, and the order in a buffer that has wrapped',
    scaledDown: 'a buffer has 128 to 4,096 places there, 2 here',
  },
  actions: { invoke, write, consume, wait, fallAsleep, resolve, learnDrop, drop },
  always: {
    'no invocation is seen twice': (s) => s.futures.every((it) => !it.seen || !canBeRead(s, it)),
    'a future pends only while its invocation can be read': (s) =>
      s.futures.every((it) => it.status !== 'pending' || s.writing?.future === it || canBeRead(s, it)),
    'a dropped facet is told once': (s) => s.facets.every((it) => !it.dropped || timesTold(s, it) === 1),
    'a waiting task has nothing to read': (s) => s.task !== 'asleep' || isEmpty(s),
  },
  sometimes: {
    'the kernel writes while the task reads': (s) => s.writing !== null && unread(s).length > 0,
    'an invocation gives way': (s) => s.futures.some((each) => each.status === 'canceled'),
    'a notice is set aside': (s) => s.aside.length > 0,
  },
  final: (s) => s.facets.every((each) => each.dropped),
});
