/**
 * The supervisor in PID 1: it starts the services of a list, hears of each that ends, and restarts it or gives it up.
 * Stands for: documented (PID 1 supervises services), its details observed (main.go and supervisor/supervisor.go of sbin/init at 022216fe).
 * `dropsEnds` and `restartsAfterStop` are what that code does.
 */
import { bool, id, mechanism, oneOf, orderedTable, queue, range, type RowIn, type StateIn, tuple } from '../../../engine/language.ts';

const service = id('service');
const manner = oneOf('cleanly', 'with a failure');
const policies = ['on-failure', 'always', 'never'] as const; // those of services 0, 1, 2, and so on

const supervisor = mechanism({
  parameters: {
    services: { label: 'Services', least: 2, most: 4, default: 3 },
    retries: { label: 'Retries', least: 1, most: 3, default: 1 },
    room: { label: 'Ends that the channel holds', least: 1, most: 3, default: 1 },
  },
  faults: {
    keepsRetries: 'A clean end does not reset the retries.',
    dropsEnds: { doc: 'An end that finds the channel full is dropped.', drops: 'the channel has room' },
    startsAnywhere: { doc: 'Services start without regard to the list.', drops: 'all before it in the list were started' },
    stopsForwards: 'The stop goes through the list from its beginning.',
    restartsAfterStop: 'The stop does not call off restarts.',
    takesNewest: 'The supervisor takes the newest end from the channel.',
  },
  state: ({ services, retries, room }) => ({
    stopping: bool,
    services: orderedTable(service, services, {
      policy: oneOf(...policies),
      state: oneOf('new', 'started', 'restarting', 'signaled', 'ended', 'failed'), // what the supervisor believes
      process: oneOf('none', 'running', 'zombie'), // what is so; a zombie has ended and is not reaped
      end: manner, // of the zombie
      retries: range(0, retries + 1),
      inARow: range(0, retries + 1), // failures since the last clean end, for the property
    }),
    ends: queue(tuple({ of: service, how: manner }), room), // the channel from the signal handler to the supervisor
  }),
  start: (s) => {
    for (const each of s.services) each.policy = policies[each.index % policies.length]!;
  },
});

type Init = StateIn<typeof supervisor>;
type Service = RowIn<typeof supervisor, 'service'>;

const before = ({ services }: Init, it: Service) => services.filter((each) => each.index < it.index);
const after = ({ services }: Init, it: Service) => services.filter((each) => each.index > it.index);
const allStarted = ({ services }: Init): boolean => services.every((each) => each.state !== 'new');
const channelHasRoom = ({ ends }: Init): boolean => ends.length < ends.most;

/** The end that the supervisor takes from the channel next. */
const nextEnd = ({ ends }: Init, takesNewest: boolean) => ends.items.at(takesNewest ? -1 : 0);

const start = supervisor.action({
  says: 'PID 1 starts {it} for the first time.',
  args: { it: service },
  fair: 'weak',
  when: {
    'it is new': ({ it }) => it.state === 'new',
    'all before it in the list were started': ({ it }, s) => before(s, it).every((each) => each.state !== 'new'),
  },
  then: ({ it }) => {
    it.state = 'started';
    it.process = 'running';
  },
});

const exit = supervisor.action({
  says: 'The process of {it} ends {how}.',
  args: { it: service, how: manner },
  when: { 'its process runs': ({ it }) => it.process === 'running' },
  then: ({ it, how }) => {
    it.process = 'zombie';
    it.end = how;
  },
});

const reap = supervisor.action({
  says: 'The signal handler reaps {it} and puts its end into the channel.',
  args: { it: service },
  fair: 'strong', // the handler comes back to a zombie as often as there is room
  fairFor: ['it'],
  when: {
    'its process has ended': ({ it }) => it.process === 'zombie',
    'the channel has room': (_, s) => channelHasRoom(s),
  },
  then: ({ it }, s) => {
    if (channelHasRoom(s)) s.ends.push({ of: it, how: it.end });
    it.process = 'none';
    it.end = 'cleanly';
  },
});

const handleExit = supervisor.action({
  says: 'The supervisor hears of the end of {it} and decides what becomes of it.',
  args: { it: service },
  fair: 'weak',
  fairFor: ['it'],
  when: {
    'its end is the oldest in the channel': ({ it }, s, { takesNewest }) => nextEnd(s, takesNewest)?.of === it,
    'all services were started': (_, s) => allStarted(s),
    'no restart is under way': (_, s) => s.services.every((each) => each.state !== 'restarting'),
  },
  then: ({ it }, s, { retries, keepsRetries, restartsAfterStop }) => {
    const end = s.ends.items.find((each) => each.of === it)!;
    const failed = end.how === 'with a failure';
    const wantsRestart = it.policy === 'always' || (it.policy === 'on-failure' && failed);
    s.ends.remove(end);
    it.inARow = failed ? it.inARow + 1 : 0;
    if (!failed && !keepsRetries) it.retries = 0;
    if (failed && wantsRestart) it.retries += 1;
    if (s.stopping && !restartsAfterStop) it.state = 'ended';
    else if (failed && (!wantsRestart || it.retries > retries)) it.state = 'failed';
    else it.state = wantsRestart ? 'restarting' : 'ended';
  },
});

const restart = supervisor.action({
  says: 'A second has passed, and the supervisor starts {it} again.',
  args: { it: service },
  fair: 'weak',
  when: { 'its restart is under way': ({ it }) => it.state === 'restarting' },
  then: ({ it }) => {
    it.state = 'started';
    it.process = 'running';
  },
});

const stop = supervisor.action({
  says: 'PID 1 begins to stop all services.',
  when: {
    'all services were started': (_, s) => allStarted(s),
    'no stop has begun': (_, s) => !s.stopping,
  },
  then: (_, s, { restartsAfterStop }) => {
    s.stopping = true;
    for (const each of s.services) if (each.state === 'restarting' && !restartsAfterStop) each.state = 'ended';
  },
});

const terminate = supervisor.action({
  says: 'PID 1 sends SIGTERM to {it}.',
  args: { it: service },
  when: {
    'a stop has begun': (_, s) => s.stopping,
    'it is started': ({ it }) => it.state === 'started',
    'nothing after it in the list is still started': ({ it }, s, { stopsForwards }) =>
      (stopsForwards ? before(s, it) : after(s, it)).every((each) => each.state !== 'started'),
  },
  then: ({ it }) => (it.state = 'signaled'),
});

export const model = supervisor.model({
  id: 'avyos/supervisor',
  title: 'Supervisor',
  about: {
    basis: 'documented',
    standsFor: 'PID 1, its details observed',
    shows: 'the order of the start, three policies of restarting, retries that a clean end resets, a full channel, the stop in reverse',
    leavesOut:
      'oneshot services, starting and stopping one service by hand, SIGKILL after two seconds, and a command that cannot be started',
    scaledDown: 'ten retries there, one here; room for ten ends in the channel there, for one here',
  },
  actions: { start, exit, reap, handleExit, restart, stop, terminate },
  always: {
    'a service starts after all before it in the list': (s) =>
      s.services.every((it) => it.state === 'new' || before(s, it).every((each) => each.state !== 'new')),
    'an end is never forgotten': (s) =>
      s.services.every((it) => it.state !== 'started' || it.process !== 'none' || s.ends.items.some((each) => each.of === it)),
    'only failures in a row end a service for good': (s, { retries }) =>
      s.services.every((it) => it.state !== 'failed' || it.policy === 'never' || it.inARow > retries),
    'the stop goes through the list in reverse': (s) =>
      s.services.every((it) => it.state !== 'signaled' || after(s, it).every((each) => each.state !== 'started')),
    'nothing starts once the stop has begun': (s) => !s.stopping || s.services.every((each) => each.state !== 'restarting'),
  },
  sometimes: {
    'a service is given up': (s) => s.services.some((each) => each.state === 'failed' && each.policy !== 'never'),
    'an end waits because the channel is full': (s) => !channelHasRoom(s) && s.services.some((each) => each.process === 'zombie'),
    'all services have stopped': (s) => s.stopping && s.services.every((each) => each.process === 'none'),
  },
  eventually: {
    'a service that fails runs again or is given up': {
      of: service,
      once: ({ it }) => it.process === 'zombie' && it.end === 'with a failure',
      leadsTo: ({ it }, s) => it.process === 'running' || it.state === 'failed' || s.stopping,
    },
  },
  final: (s) => s.services.every((each) => each.state === 'ended' || each.state === 'failed'),
});
