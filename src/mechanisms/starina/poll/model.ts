/**
 * A poll: channels that it listens to, a queue of the ids that may be ready, and the threads that wait for one of them.
 * Stands for: observed behaviour, kernel/src/poll.rs@98dae3c, whose lines are named below, with what its comments promise: one waiter is woken
 * so that no herd comes (180-181), and readiness is asked anew (266-267). The documents only say that to wait is in effect the one call that
 * blocks (docs/tutorials/your-first-app.md@98dae3c, 190).
 * Observed: a unique queue (34-58); a notification queues the id whatever the event, and wakes the first waiter if it is of interest (66-85);
 * an add looks whether the object is ready (174-185); a remove takes the id out of the queue (225-240); a wait pops ids until one is ready, puts
 * it back at the end, or blocks (242-287); a woken thread looks again and may block again (kernel/src/thread.rs@98dae3c, 176-198); a receive
 * that leaves messages tells the listeners so (kernel/src/channel.rs@98dae3c, 201-205); a thread that can run keeps the processor
 * (kernel/src/thread.rs, 160-163), so that it handles what it was told before another looks.
 * Differs: 98dae3c lets a thread stand among the waiters twice, which is the fault `standsTwice`. The main thread of an app is put into the run
 * queue twice at its start (kernel/src/thread.rs, 70; kernel/src/startup.rs, 138). A thread that is told of something after a sleep keeps its
 * blocked state (thread.rs, 180-186), so that its next call puts it into the run queue once more (94-102; kernel/src/syscall.rs, 630-636). Each
 * turn that finds nothing makes it a waiter (poll.rs, 285): there the line grows by one with every sleep, here no thread stands in it a third
 * time. That a wake-up is lost by it is concluded from reading, and no app there has two threads on one poll.
 * Illustration: that an app handles what it is told before it waits again. All other faults are made up.
 * Not shown: the order of the run queue, which is first in, first out there (kernel/src/scheduler.rs, 22-41); here any thread in it may be next.
 */
import {
  bool,
  type ConfigIn,
  id,
  mechanism,
  oneOf,
  option,
  queue,
  range,
  type RowIn,
  type StateIn,
  table,
} from '../../../engine/language.ts';

const channel = id('channel');
const thread = id('thread');

const poll = mechanism({
  parameters: {
    channels: { label: 'Channels', least: 1, most: 3, default: 2 },
    threads: { label: 'Threads', least: 1, most: 4, default: 3 },
    room: { label: 'Messages that a channel holds', least: 1, most: 3, default: 2 },
  },
  faults: {
    trustsQueue: 'Wait reports the first id in the queue and does not ask its channel (an edge without a second look).',
    forgetsReported: 'Wait does not put the id that it reports back into the queue.',
    putsFirst: 'Wait puts the id that it reports back at the front of the queue.',
    queuesTwice: 'A notification queues an id that is in the queue already.',
    wakesAll: 'A notification wakes every waiter.',
    wakesForAnything: 'A notification wakes a waiter whatever the event.',
    addLooksNot: 'Add does not look whether the channel is ready already.',
    restIsSilent: 'A receive that leaves messages tells nobody.',
    manyProcessors: {
      doc: 'A thread looks while another has yet to handle what it was told, as several processors would allow.',
      drops: 'no other thread has yet to handle what it was told',
    },
    standsTwice: 'The main thread at its start, and any after a sleep, is in the run queue twice, so a waiter twice (as read at 98dae3c).',
  },
  state: ({ channels, threads, room }) => ({
    channels: table(channel, channels, {
      messages: range(0, room), // readable while there are any
      listened: bool, // the poll listens to it, for READABLE
    }),
    threads: table(thread, threads, {
      state: oneOf('running', 'asleep', 'woken'), // woken: put into the run queue, to look again
      told: option(channel), // of what the last wait told it, until it has handled that
      misled: bool, // ghost: what it was told of was not ready
      secondTurn: bool, // it is in the run queue a second time; only with the fault
    }),
    ready: queue(channel, channels + 1),
    waiters: queue(thread, 2 * threads),
    wokeTooMany: bool, // ghost: the last notification woke more than one thread, or one for an event of no interest
  }),
  start: (s, { standsTwice }) => {
    for (const each of s.channels) each.listened = true;
    s.threads[0]!.secondTurn = standsTwice;
  },
});

type Poll = StateIn<typeof poll>;
type Channel = RowIn<typeof poll, 'channel'>;
type Thread = RowIn<typeof poll, 'thread'>;
type Config = ConfigIn<typeof poll>;

const isReady = (it: Channel): boolean => it.listened && it.messages > 0;

function enqueue(s: Poll, it: Channel, { queuesTwice }: Config): void {
  // With the fault one id may stand twice: one is enough to see, and there is room for no more.
  if (!s.ready.has(it) || (queuesTwice && new Set(s.ready.items).size === s.ready.length)) s.ready.push(it);
}

/** Takes the first waiter; only one that sleeps has anything of it. */
function wakeFirst(s: Poll): void {
  const woken = s.waiters.shift();
  if (woken.state === 'asleep') woken.state = 'woken';
}

function notify(s: Poll, it: Channel, isOfInterest: boolean, config: Config): void {
  const waited = s.waiters.length;
  enqueue(s, it, config);
  if (isOfInterest || config.wakesForAnything) while (s.waiters.length > (config.wakesAll ? 0 : Math.max(0, waited - 1))) wakeFirst(s);
  s.wokeTooMany = waited - s.waiters.length > Number(isOfInterest);
}

/** A thread looks for something that is ready: it is told of the first, or it sleeps. */
function look(by: Thread, s: Poll, config: Config): void {
  while (s.ready.length > 0) {
    const it = s.ready.shift();
    if (isReady(it) || (config.trustsQueue && it.listened)) {
      if (!config.forgetsReported) enqueue(s, it, config);
      if (config.putsFirst) for (const _ of s.ready.items.slice(1)) s.ready.push(s.ready.shift()); // turns the queue until it is first
      [by.state, by.told, by.misled] = ['running', it, !isReady(it)];
      return;
    }
  }
  s.waiters.push(by);
  by.state = 'asleep';
}

const arrive = poll.action({
  says: 'A message arrives at {at}, which is then READABLE.',
  args: { at: channel },
  when: { 'its queue has room': ({ at }, _, { room }) => at.messages < room },
  then: ({ at }, s, config) => {
    at.messages += 1;
    if (at.listened) notify(s, at, true, config);
  },
});

const becomeWritable = poll.action({
  says: 'The peer of {at} receives, so that {at} is WRITABLE, for which the poll does not listen.',
  args: { at: channel },
  when: { 'the poll listens to it': ({ at }) => at.listened },
  then: ({ at }, s, config) => notify(s, at, false, config),
});

/** A thread that can run keeps the processor, so it handles what it was told before another looks. */
const isAlone = ({ by }: { readonly by: Thread }, s: Poll): boolean => s.threads.every((each) => each === by || each.told === null);

const wait = poll.action({
  says: '{by} waits on the poll.',
  args: { by: thread },
  fair: 'weak', // the loop of an app comes back to its wait
  fairFor: ['by'],
  when: {
    'the thread runs': ({ by }) => by.state === 'running',
    'it has handled what it was told': ({ by }) => by.told === null,
    'no other thread has yet to handle what it was told': isAlone,
  },
  then: ({ by }, s, config) => look(by, s, config),
});

const lookAgain = poll.action({
  says: '{by} has its turn, and the kernel looks again for it.',
  args: { by: thread },
  fair: 'weak',
  fairFor: ['by'],
  when: {
    'the thread is in the run queue': ({ by }) => by.state === 'woken' || (by.state === 'asleep' && by.secondTurn),
    'no other thread has yet to handle what it was told': isAlone,
  },
  then: ({ by }, s, config) => {
    by.secondTurn &&= by.state === 'woken';
    look(by, s, config);
    by.secondTurn ||= config.standsTwice && by.told !== null && !s.waiters.has(by); // its next call queues it once more
  },
});

const receive = poll.action({
  says: '{by} receives a message from the channel that it was told of.',
  args: { by: thread },
  fair: 'weak',
  fairFor: ['by'],
  when: { 'it was told of a channel': ({ by }) => by.told !== null },
  then: ({ by }, s, config) => {
    const from = by.told!;
    if (from.messages > 0) from.messages -= 1;
    [by.told, by.misled] = [null, false];
    if (isReady(from) && !config.restIsSilent) notify(s, from, true, config);
  },
});

const someoneRuns = (_: object, s: Poll): boolean => s.threads.some(({ state }) => state === 'running');

const remove = poll.action({
  says: 'A thread takes {it} out of the poll.',
  args: { it: channel },
  when: { 'a thread runs': someoneRuns, 'the poll listens to it': ({ it }) => it.listened },
  then: ({ it }, s) => {
    it.listened = false;
    while (s.ready.has(it)) s.ready.remove(it);
  },
});

const add = poll.action({
  says: 'A thread adds {it} to the poll.',
  args: { it: channel },
  when: { 'a thread runs': someoneRuns, 'the poll does not listen to it yet (else AlreadyExists)': ({ it }) => !it.listened },
  then: ({ it }, s, config) => {
    it.listened = true;
    if (isReady(it) && !config.addLooksNot) notify(s, it, true, config);
  },
});

/** Somebody will see to a channel: a thread was woken and will look, or was told of it and will receive. */
const isSeenTo = ({ threads }: Poll, it: Channel): boolean => threads.some(({ state, told }) => state === 'woken' || told === it);

export const model = poll.model({
  id: 'starina/poll',
  title: 'Poll',
  about: {
    question: 'Can a thread sleep while a message waits for it?',
    group: 'turns',
    picture: { scenario: 'woken', step: 4 },
    basis: 'observed',
    standsFor: 'poll.rs at 98dae3c',
    shows: 'a queue of ids that may be ready, the second look before one is reported, the one waiter that is woken',
    leavesOut:
      'interests that change, CLOSED, a wait that does not block, interrupts and timers, a poll that goes away, memory that runs out, and in which order the threads that were woken run',
    scaledDown:
      'a channel holds 128 messages there, 2 here; a poll has any number of channels and threads there, 2 channels and 3 threads here',
  },
  actions: { arrive, becomeWritable, wait, lookAgain, receive, remove, add },
  always: {
    'an id stands in the ready queue at most once': (s) => s.channels.every((it) => s.ready.items.filter((at) => at === it).length < 2),
    'what is reported was ready': (s) => s.threads.every((each) => !each.misled),
    'a channel that is ready stands in the queue': (s) => s.channels.every((it) => !isReady(it) || s.ready.has(it)),
    'a notification wakes one thread at most, and only for an event of interest': (s) => !s.wokeTooMany,
    'nobody sleeps while a ready channel is seen to by nobody': (s) =>
      s.channels.every((it) => !isReady(it) || isSeenTo(s, it) || s.threads.every(({ state }) => state !== 'asleep')),
  },
  sometimes: {
    'an id in the queue is not ready': (s) => s.ready.items.some((it) => !isReady(it)),
    'two threads wait': (s) => s.waiters.length > 1,
  },
  eventually: {
    'a channel that is ready is reported in its turn': {
      of: channel,
      once: ({ it }) => isReady(it),
      leadsTo: ({ it }, s) => !isReady(it) || s.threads.some(({ told }) => told === it),
    },
  },
  final: (s) => s.channels.every(({ listened }) => !listened),
});
