/**
 * A channel: a connected pair of ends, each with a queue of the messages that have arrived for it.
 * Stands for: documented behaviour (docs/concepts/channel.md@98dae3c, lines 5-8 and 18: a bounded queue, delivery to the peer, an error at
 * once when it is full, a handle that is moved). Where that is silent, observed in kernel/src/channel.rs@98dae3c, whose lines are named below.
 * Observed: peer and room are looked at before a message is queued at the end (83-103); the oldest message comes first, and NoPeer only behind
 * the last one (183-197); every handle of a message is in the table before the first is taken (139-167; kernel/src/handle.rs, 143-145); a close
 * tells the peer and closes nothing that is queued (234-243). What then becomes of the queue is inferred: it goes when nobody refers to its end
 * any more (kernel/src/refcount.rs@98dae3c, 99-117).
 * Differs: 98dae3c does not behave as the model does without a fault. There the handles are out of the table (162) before peer and room are
 * looked at (170, 84, 88); that is the fault `takesFirst`. A receive has the message out of the queue (183) before it finds that the table has
 * no room for a handle (222; kernel/src/handle.rs, 101-104); that is the fault `takesBeforeRoom`, and a comment leaves open what should happen
 * (221).
 * Illustration: that a refused sender keeps its handles, and a table for each end. At 98dae3c all apps are one process with one table
 * (kernel/src/process.rs, 38-41; kernel/src/thread.rs, 58-65; kernel/src/startup.rs, 135-138).
 * Not shown: a handle that goes down with a queue is dropped and not closed (234-243; kernel/src/handle.rs, 164-168, is what closes), so that if
 * it was an end of a channel, the peer of that end is never told; an end that is closed keeps its own peer (234-243), so that its own close does
 * not show in its readiness (255-270).
 */
import { bool, id, mechanism, option, queue, range, type RowIn, setOf, type StateIn, table, tuple } from '../../../engine/language.ts';

const end = id('end');
const handle = id('handle');
const handles = setOf(handle);

const channel = mechanism({
  parameters: {
    room: { label: 'Messages that a queue holds', least: 1, most: 3, default: 2 },
    handles: { label: 'Handles', least: 1, most: 3, default: 2 },
  },
  faults: {
    copiesHandles: 'Send leaves the handles with the sender.',
    takesFirst: 'Send takes the handles before it looks for a peer and for room (as read at 98dae3c).',
    takesBeforeRoom:
      'Receive takes a message before it looks for room in the table, and a full table loses the handles (as read at 98dae3c).',
    noPeerFirst: { doc: 'Receive reports NoPeer before it looks into the queue.', drops: 'its queue is empty' },
    overtakes: 'A message with handles goes to the front of the queue.',
  },
  state: ({ room, handles: many }) => ({
    ends: table(end, 2, {
      open: bool,
      arrived: queue(tuple({ number: range(0, room), carries: handles }), room),
      sent: range(0, room), // the number of its next message; numbers go round, they are only for the property
      received: range(0, room), // the number of the next message it takes out
      toldNoPeer: bool, // a receive was answered with NoPeer
    }),
    handles: table(handle, many, {
      holder: option(end), // at which end it is in the table; at neither while a message carries it
      unread: bool, // it went down with the queue of an end that was closed
    }),
  }),
  start: (s) => {
    for (const each of s.ends) each.open = true;
    for (const each of s.handles) each.holder = s.ends[0] ?? null;
  },
});

type Pair = StateIn<typeof channel>;
type End = RowIn<typeof channel, 'end'>;
type Handle = RowIn<typeof channel, 'handle'>;

const peerOf = ({ ends }: Pair, one: End): End => ends.find((other) => other !== one)!;
const hasRoom = ({ arrived }: End): boolean => arrived.length < arrived.most;

/** The handles in the messages that wait at an end. */
const waitingAt = ({ arrived }: End): readonly Handle[] => arrived.items.flatMap(({ carries }) => carries.items);

/** In how many places a handle is: at an end, in a message, or gone down with a queue. */
const placesOf = ({ ends }: Pair, it: Handle): number =>
  Number(it.holder !== null) + Number(it.unread) + ends.flatMap(waitingAt).filter((each) => each === it).length;

/** The number of the message behind this one. */
const next = (number: number, room: number): number => (number + 1) % (room + 1);

/** Whether the messages at an end are those that are due, in their order. */
const isInOrder = ({ arrived, received }: End, room: number): boolean =>
  arrived.items.every(({ number }, place) => number === (place === 0 ? received : next(arrived.items[place - 1]!.number, room)));

const send = channel.action({
  says: '{by} sends a message that carries {carries}.',
  args: { by: end, carries: handles },
  when: {
    'the sender is open': ({ by }) => by.open,
    'the sender has every handle of the message (else HandleNotMovable)': ({ by, carries }) =>
      carries.items.every((each) => each.holder === by),
    'the peer is open (else NoPeer)': ({ by }, s, { takesFirst }) => takesFirst || peerOf(s, by).open,
    'the queue of the peer has room (else Full)': ({ by }, s, { takesFirst }) => takesFirst || hasRoom(peerOf(s, by)),
  },
  then: ({ by, carries }, s, { room, copiesHandles, overtakes }) => {
    const peer = peerOf(s, by);
    if (!copiesHandles) for (const each of carries.items) each.holder = null;
    if (!peer.open || !hasRoom(peer)) return; // reached only by the fault that takes first: it is refused too late
    const ahead = peer.arrived.items;
    peer.arrived.push({ number: by.sent, carries });
    if (overtakes && carries.size > 0) for (const _ of ahead) peer.arrived.push(peer.arrived.shift()); // turns the queue until it is first
    by.sent = next(by.sent, room);
  },
});

const receive = channel.action({
  says: '{by} receives the oldest message in its queue.',
  args: { by: end },
  when: {
    'the receiver is open': ({ by }) => by.open,
    'a message is queued (else Empty, or NoPeer)': ({ by }) => by.arrived.length > 0,
  },
  then: ({ by }, _, { room }) => {
    for (const each of by.arrived.shift().carries.items) each.holder = by;
    by.received = next(by.received, room);
  },
});

const receiveInVain = channel.action({
  says: '{by} receives the oldest message, its table is full, and the receive fails with TooManyHandles.',
  fault: 'takesBeforeRoom',
  args: { by: end },
  when: {
    'the receiver is open': ({ by }) => by.open,
    'the oldest message carries a handle': ({ by }) => (by.arrived.first?.carries.size ?? 0) > 0,
  },
  then: ({ by }, _, { room }) => {
    by.arrived.shift(); // and with it the handles that it carries
    by.received = next(by.received, room);
  },
});

const learnNoPeer = channel.action({
  says: '{by} tries to receive and is told that it has no peer.',
  args: { by: end },
  when: {
    'the receiver is open': ({ by }) => by.open,
    'the peer is closed': ({ by }, s) => !peerOf(s, by).open,
    'its queue is empty': ({ by }) => by.arrived.length === 0,
  },
  then: ({ by }) => (by.toldNoPeer = true),
});

const close = channel.action({
  says: '{by} is closed, and with it goes what it has not received.',
  args: { by: end },
  when: { 'it is open': ({ by }) => by.open },
  then: ({ by }) => {
    for (const each of waitingAt(by)) each.unread = true;
    while (by.arrived.length > 0) by.arrived.shift();
    by.open = false;
    by.toldNoPeer = false;
  },
});

export const model = channel.model({
  id: 'starina/channel',
  title: 'Channel',
  about: {
    question: 'Where is a handle while its message is under way?',
    group: 'messages',
    picture: { scenario: 'moves', step: 2 },
    basis: 'documented',
    standsFor: 'a pair of ends, its details observed',
    shows: 'handles that move with a message; Full, Empty and NoPeer instead of waiting; what is queued outlives the peer',
    leavesOut:
      'bytes, rights, listeners, other channels, what a handle is for, memory that runs out, and a message that names one handle twice, at which the kernel of 98dae3c stops (kernel/src/channel.rs, 155-162)',
    scaledDown:
      'a queue holds 128 messages there, 2 here; a message carries at most 3 handles there, here both that there are; a table has 128 places there, here it is full when the fault says so',
  },
  actions: { send, receive, learnNoPeer, close, receiveInVain },
  always: {
    'a handle is in exactly one place': (s) => s.handles.every((it) => placesOf(s, it) === 1),
    'messages arrive in the order they were sent': (s, { room }) => s.ends.every((each) => isInOrder(each, room)),
    'queued messages outlive the peer': (s) => s.ends.every((each) => !each.toldNoPeer || each.arrived.length === 0),
  },
  sometimes: {
    'a queue is full': (s) => s.ends.some((each) => !hasRoom(each)),
    'a message waits for the last end that is open': (s) => s.ends.some((each) => each.arrived.length > 0 && !peerOf(s, each).open),
    'a message with a handle is never read': (s) => s.handles.some((each) => each.unread),
  },
  final: (s) => s.ends.every((each) => !each.open),
});
