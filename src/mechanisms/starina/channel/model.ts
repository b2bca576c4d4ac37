/**
 * A channel: a connected pair of ends, each with a queue of the messages that have arrived for it.
 * Stands for: observed behaviour (kernel/src/channel.rs). `takesFirst` is what channel.rs at 282b22b does: a message that is refused drops
 * the handles it has taken.
 */
import { bool, id, mechanism, option, queue, range, type RowIn, setOf, table, tuple } from '../../../engine/language.ts';

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
    takesFirst: 'Send takes the handles before it looks for a peer and for room.',
    noPeerFirst: 'Receive reports NoPeer before it looks into the queue.',
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
      holder: option(end), // whose process has it in its table; nobody's while a message carries it
      closed: bool, // it went down with a queue that nobody can read any more
    }),
  }),
  start: (s) => {
    for (const each of s.ends) each.open = true;
    for (const each of s.handles) each.holder = s.ends[0] ?? null;
  },
});

type End = RowIn<typeof channel, 'end'>;
const peerOf = (ends: readonly End[], one: End): End => ends.find((other) => other !== one)!;
const hasRoom = ({ arrived }: End): boolean => arrived.length < arrived.most;

const send = channel.action({
  says: '{by} sends a message that carries {carries}.',
  args: { by: end, carries: handles },
  when: {
    'the sender is open': ({ by }) => by.open,
    'the sender has every handle of the message': ({ by, carries }) => carries.items.every((each) => each.holder === by),
    'the peer is open (else NoPeer)': ({ by }, s, { takesFirst }) => takesFirst || peerOf(s.ends, by).open,
    'the queue of the peer has room (else Full)': ({ by }, s, { takesFirst }) => takesFirst || hasRoom(peerOf(s.ends, by)),
  },
  then: ({ by, carries }, s, { room, copiesHandles, overtakes }) => {
    const peer = peerOf(s.ends, by);
    if (!copiesHandles) for (const each of carries.items) each.holder = null;
    if (!peer.open || !hasRoom(peer)) return;
    const before = peer.arrived.length;
    peer.arrived.push({ number: by.sent, carries });
    if (overtakes && carries.size > 0) for (let i = 0; i < before; i++) peer.arrived.push(peer.arrived.shift());
    by.sent = (by.sent + 1) % (room + 1);
  },
});

const receive = channel.action({
  says: '{by} receives the oldest message in its queue.',
  args: { by: end },
  when: {
    'the receiver is open': ({ by }) => by.open,
    'a message is queued (else Empty)': ({ by }) => by.arrived.length > 0,
  },
  then: ({ by }, _, { room }) => {
    for (const each of by.arrived.shift().carries.items) each.holder = by;
    by.received = (by.received + 1) % (room + 1);
  },
});

const learnNoPeer = channel.action({
  says: '{by} tries to receive and is told that it has no peer.',
  args: { by: end },
  when: {
    'the receiver is open': ({ by }) => by.open,
    'the peer is closed': ({ by }, s) => !peerOf(s.ends, by).open,
    'its queue is empty': ({ by }, _, { noPeerFirst }) => noPeerFirst || by.arrived.length === 0,
  },
  then: ({ by }) => (by.toldNoPeer = true),
});

const close = channel.action({
  says: '{by} is closed, and with it goes what it has not received.',
  args: { by: end },
  when: { 'it is open': ({ by }) => by.open },
  then: ({ by }) => {
    for (const each of by.arrived.items.flatMap((message) => message.carries.items)) each.closed = true;
    while (by.arrived.length > 0) by.arrived.shift();
    by.open = false;
    by.toldNoPeer = false;
  },
});

const carried = (ends: readonly End[]) => ends.flatMap((each) => each.arrived.items.flatMap((message) => message.carries.items));

export const model = channel.model({
  id: 'starina/channel',
  title: 'Channel',
  about: {
    basis: 'observed',
    standsFor: 'a pair of ends',
    shows: 'handles that move with a message; Full, Empty and NoPeer instead of waiting; what is queued outlives the peer',
    leavesOut: 'bytes, other channels, listeners, and handles that are themselves an end of this channel',
    scaledDown: 'a queue holds 128 messages there, 2 here; a message 3 handles there, all there are here',
  },
  actions: { send, receive, learnNoPeer, close },
  always: {
    'a handle is in exactly one place': (s) =>
      s.handles.every((it) => Number(it.holder !== null) + Number(it.closed) + carried(s.ends).filter((each) => each === it).length === 1),
    'messages arrive in the order they were sent': (s, { room }) =>
      s.ends.every((to) => to.arrived.items.every((message, place) => message.number === (to.received + place) % (room + 1))),
    'queued messages outlive the peer': (s) => s.ends.every((to) => !to.toldNoPeer || to.arrived.length === 0),
  },
  sometimes: {
    'a queue is full': (s) => s.ends.some((each) => !hasRoom(each)),
    'a message waits for the last end that is open': (s) => s.ends.some((to) => to.arrived.length > 0 && !peerOf(s.ends, to).open),
    'a message with a handle is never read': (s) => s.handles.some((each) => each.closed),
  },
  final: (s) => s.ends.every((each) => !each.open),
});
