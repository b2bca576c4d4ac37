/**
 * Sutra: one connection between the callers of a client and a service, on which requests, replies and events pass as frames.
 * Stands for: documented (the primary source, lines 84-88: a request is answered, events come by themselves, both ends are generated from one
 * schema). Its details are observed at 45fc7afc: lib/sutra/protocol.go and tools/genapi/main.go, whose lines are named below.
 * Observed: a frame has an object, an opcode and a size, and no number of a request (protocol.go, 14-20); one request in flight, and a reply
 * goes to whoever waits for its opcode (171-213); what nobody waits for is an event (genapi, 543-558); the end of the connection is told to all
 * who wait (224-243); the service takes one request after the other, and closes when a handler fails or an opcode is unknown (genapi, 486-498;
 * api/service/server.go, 87-89); opcodes count from 1 through the sorted requests, then the events (genapi, 172-245).
 * Differs: 45fc7afc does not behave as the model does without a fault. An event can be sent while the reply of the request that caused it is
 * not yet written: the desktop has placed a new window (lib/graphics/shell/shell.go, 223-236), and its main goroutine sends to it
 * (libexec/desktop/desktop.go, 236-255): the fault `eventFirst`. The function for an event runs in the loop that receives (genapi,
 * 543-553 and 601-619), so that a request which it makes waits for ever: `asksInEvent`. An old client of a service that was generated anew
 * keeps its opcodes (genapi, 351-355): `serviceAhead`, and the other way `clientAhead`. All are concluded from reading, none was seen to run.
 * Illustration: the two requests and the event, cut down from api/desktop/api.ini, and CropWindow, which no schema has; a window for each caller.
 * Not shown: a payload over 65,535 bytes, whose length is cut (protocol.go, 114-127); the object, by which events alone are sorted.
 */
import { bool, id, mechanism, oneOf, option, queue, range, table, tuple } from '../../../engine/language.ts';
import type { ConfigIn, RowIn, StateIn } from '../../../engine/language.ts';

const caller = id('caller');
const request = oneOf('CreateWindow', 'DestroyWindow');
const opcode = range(1, request.names.length + 2); // with CropWindow and Input

const sutra = mechanism({
  parameters: {
    callers: { label: 'Callers', least: 1, most: 3, default: 2 },
    room: { label: 'Frames that a direction holds', least: 1, most: 3, default: 2 },
  },
  faults: {
    serviceAhead: 'The service alone is generated anew, from a schema with CropWindow (numbered as read at 45fc7afc).',
    clientAhead: 'The client alone is generated anew, from a schema with CropWindow (numbered as read at 45fc7afc).',
    unsorted: 'The names of the service are numbered without being sorted.',
    manyInFlight: { doc: 'A request is sent while another is in flight.', drops: 'no other request is in flight' },
    eventFirst: { doc: 'An event is sent before the reply to its cause (as read at 45fc7afc).', drops: 'no reply about it is due' },
    asksInEvent: 'The function for an event makes a request, in the loop that receives (as read at 45fc7afc).',
    forgetsWaiters: 'The end of the connection is not told to who waits.',
  },
  state: ({ callers, room }) => ({
    open: bool,
    serving: option(caller), // whose request was handled and is not answered yet
    loop: option(caller), // for whose reply the loop that receives waits itself; only with the fault
    callers: table(caller, callers, {
      state: oneOf('idle', 'waiting', 'answered', 'misled', 'told of the end'), // misled: it has taken what was not meant for it
      asked: option(request),
      ran: option(oneOf('CreateWindow', 'DestroyWindow', 'CropWindow')), // what the service ran for it
      listed: bool, // the next frame with its opcode is handed to it
      window: bool, // the service keeps a window for it
      knows: bool, // it was told the number of that window
      startled: bool, // an event came about a window that it does not know
    }),
    requests: queue(tuple({ opcode, of: caller }), room),
    answers: queue(tuple({ opcode, is: oneOf('reply', 'event'), of: caller }), room), // a frame has the opcode alone
  }),
  start: (s) => (s.open = true),
});

type Connection = StateIn<typeof sutra>;
export type Config = ConfigIn<typeof sutra>;
type Caller = RowIn<typeof sutra, 'caller'>;
type Asking = { readonly by: Caller; readonly request: NonNullable<Caller['asked']> };

/** The names of an API by their opcodes, which begin at 1: the requests by the alphabet, then the event. */
const numbered = (isAhead: boolean, isSorted = true) => {
  const requests = ['DestroyWindow', 'CreateWindow', ...(isAhead ? ['CropWindow' as const] : [])] as const;
  return [...(isSorted ? requests.toSorted() : requests), 'Input'] as const;
};
/** The names as the client and as the service was generated with them. */
export const namesOf = {
  client: ({ clientAhead }: Config) => numbered(clientAhead),
  service: ({ serviceAhead, unsorted }: Config) => numbered(serviceAhead, !unsorted),
};
const opcodeOf = (names: readonly (string | null)[], name: string | null): number => names.indexOf(name) + 1;

const isWaiting = ({ state }: Caller): boolean => state === 'waiting';
const hasRoom = (frames: Connection['requests'] | Connection['answers']): boolean => frames.length < frames.most;

/** Who waits for the opcode of the oldest answer. */
const awaiting = ({ answers, callers }: Connection, config: Config): Caller | undefined =>
  callers.find((each) => each.listed && opcodeOf(namesOf.client(config), each.asked) === answers.first?.opcode);

/** Nobody waits for the oldest answer, and the client has a function for its opcode. */
const isEvent = (s: Connection, config: Config): boolean =>
  !awaiting(s, config) && s.answers.first?.opcode === opcodeOf(namesOf.client(config), 'Input');

const mayAsk = {
  'the connection is open': (_: object, s: Connection) => s.open,
  'it waits for nothing': ({ by }: Asking) => !isWaiting(by),
  'it knows a window to destroy, or none and creates one': ({ by, request }: Asking) => by.knows === (request === 'DestroyWindow'),
  'no other request is in flight': (_: object, s: Connection) => !s.callers.some(isWaiting),
  'there is room for a frame': (_: object, s: Connection) => hasRoom(s.requests),
};

function ask({ by, request }: Asking, s: Connection, config: Config): void {
  for (const each of s.callers) if (each.asked === request) each.listed = false; // one place for each opcode
  by.state = 'waiting';
  by.asked = request;
  by.ran = null;
  by.listed = true;
  s.requests.push({ opcode: opcodeOf(namesOf.client(config), request), of: by });
}

const call = sutra.action({ says: '{by} asks for {request}.', args: { by: caller, request }, when: mayAsk, then: ask });

const handle = sutra.action({
  says: 'The service takes the oldest request and runs what its opcode stands for.',
  fair: 'weak',
  when: {
    'a request has come': (_, s) => s.requests.length > 0,
    'the one before it is answered': (_, s) => s.serving === null,
    'the connection is open': (_, s) => s.open,
  },
  then: (_, s, config) => {
    const { opcode, of } = s.requests.shift();
    const name = namesOf.service(config)[opcode - 1];
    if (name === undefined || name === 'Input') return void (s.open = false); // its opcode is no request
    of.ran = name;
    of.window = name === 'CropWindow' ? of.window : name === 'CreateWindow';
    s.serving = of;
  },
});

const fail = sutra.action({
  says: 'The handler reports an error, and the service closes the connection without a reply.',
  when: { 'a request was taken and not answered': (_, s) => s.serving !== null },
  then: (_, s) => Object.assign(s, { serving: null, open: false }),
});

const reply = sutra.action({
  says: 'The service writes the reply, with the opcode of the request.',
  fair: 'strong', // the lock of the writer is handed on, so events do not keep it for ever
  when: {
    'a request was taken and not answered': (_, s) => s.serving !== null,
    'there is room for a frame': (_, s) => hasRoom(s.answers),
  },
  then: (_, s, config) => {
    s.answers.push({ opcode: opcodeOf(namesOf.service(config), s.serving!.ran), is: 'reply', of: s.serving! });
    s.serving = null;
  },
});

const tell = sutra.action({
  says: 'The service sends the event Input about the window of {of}.',
  args: { of: caller },
  when: {
    'the window is there': ({ of }) => of.window,
    'no reply about it is due': ({ of }, s) => s.serving !== of,
    'the connection is open': (_, s) => s.open,
    'there is room for a frame': (_, s) => hasRoom(s.answers),
  },
  then: ({ of }, s, config) => s.answers.push({ opcode: opcodeOf(namesOf.service(config), 'Input'), is: 'event', of }),
});

const mayReceive = {
  'a frame has come': (_: object, s: Connection) => s.answers.length > 0,
  'the loop that receives is free': (_: object, s: Connection) => s.loop === null,
};

const receive = sutra.action({
  says: 'The client takes the oldest frame, for who waits for its opcode, or else for the function of the event.',
  when: mayReceive,
  then: (_, s, config) => {
    const [waits, event] = [awaiting(s, config), isEvent(s, config)];
    const { is, of } = s.answers.shift();
    if (event && !of.knows) of.startled = true;
    if (!waits) return;
    waits.listed = false;
    waits.state = is === 'reply' && of === waits ? 'answered' : 'misled';
    waits.knows = waits.asked === 'CreateWindow';
  },
});

const askInEvent = sutra.action({
  says: 'The function for the oldest event asks for {request} in the name of {by}, and the loop that receives waits.',
  fault: 'asksInEvent',
  args: { by: caller, request },
  when: { ...mayReceive, 'it is an event': (_, s, config) => isEvent(s, config), ...mayAsk },
  then: ({ by, request }, s, config) => {
    s.answers.shift();
    s.loop = by;
    ask({ by, request }, s, config);
  },
});

const learn = sutra.action({
  says: 'The client reads the end of the connection, and tells who waits.',
  when: {
    'the service has closed it': (_, s) => !s.open,
    'all that came before is read': (_, s) => s.answers.length === 0,
    'the loop that receives is free': (_, s) => s.loop === null,
    'somebody waits': (_, s) => s.callers.some(isWaiting),
  },
  then: (_, s, { forgetsWaiters }) => {
    for (const each of s.callers) if (isWaiting(each)) each.state = forgetsWaiters ? 'waiting' : 'told of the end';
  },
});

export const model = sutra.model({
  id: 'avyos/sutra',
  title: 'Sutra',
  about: {
    question: 'Whose reply is this, when a frame has no number of a request?',
    group: 'messages',
    picture: { scenario: 'whole', step: 6 },
    basis: 'documented',
    standsFor: 'one connection, its details observed',
    shows: 'requests, replies and events on one connection, opcodes by the alphabet, one request in flight, and the end of the connection',
    leavesOut: 'objects, properties, payloads, several connections, who may call, and a client that closes',
    scaledDown:
      'an API has three to ten requests there, two here and a third with the fault; a direction holds two frames here, bytes there',
  },
  actions: { call, handle, fail, reply, tell, receive, askInEvent, learn },
  always: {
    'the service runs what was asked for': (s) => s.callers.every((it) => it.ran === null || it.ran === it.asked),
    'a reply goes to the request that it answers': (s) => s.callers.every((it) => it.state !== 'misled'),
    'no event overtakes the reply to its cause': (s) => s.callers.every((it) => !it.startled),
  },
  sometimes: {
    'an event comes while a request waits': (s) => s.answers.first?.is === 'event' && s.callers.some(isWaiting),
    'a reply stands behind an event': (s) => s.answers.items.some((it, place) => it.is === 'reply' && place > 0),
    'a caller is told of the end': (s) => s.callers.some((it) => it.state === 'told of the end'),
  },
  eventually: {
    'who asks is answered or told of the end': { of: caller, once: ({ it }) => isWaiting(it), leadsTo: ({ it }) => !isWaiting(it) },
  },
  final: (s) => !s.open,
});
