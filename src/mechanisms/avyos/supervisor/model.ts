/**
 * The supervisor in PID 1: it starts the services of a list, hears of each that ends, and restarts it or gives it up.
 * Stands for: documented (the primary source, lines 37, 57 and 79: PID 1 starts services and supervises them). Its details are observed in
 * sbin/init at 45fc7afc: supervisor/supervisor.go, whose lines are named below, and main.go.
 * Observed: the start in the order of the list (127-155); what the policy makes of an end, and the retries (205-239); the second before a
 * restart, in which no other end is handled (168-174, 249-265); SIGTERM in reverse order, SIGKILL two seconds later (98-125); both for one
 * service (307-340); a channel with room for ten ends (52), to which the reaper writes (main.go, 70-86).
 * Differs: the commit does not behave as the model does without a fault. It drops an end that finds the channel full (main.go, 79-84): the
 * fault `dropsEnds`. A service that is stopped alone is restarted by its policy, which does not ask who ended it (220-228): `policyBeatsStop`.
 * SIGKILL meets whatever process the service has two seconds after the stop, alone (325-332) or of all (119-124): `killsTheNext`. When all are
 * stopped, a restart under way goes on (255-265), and one more end is handled by its policy before the loop asks whether to stop (168-184):
 * `restartsAfterStop`.
 * Illustration: that an end waits for room, that a stop outlasts the policy and calls a restart off, that the end of a process calls SIGKILL off.
 * Not shown: a start by hand is refused only with a mark that the stop has just cleared, so that the old process may run on beside the new one
 * (287, 334, 354-358); a SIGTERM to PID 1 is handled where children are reaped, so that nothing is reaped any more (main.go, 57-66).
 */
import { bool, id, mechanism, oneOf, orderedTable, queue, range, type RowIn, type StateIn, tuple } from '../../../engine/language.ts';

const service = id('service');
const manner = oneOf('cleanly', 'with a failure', 'by SIGKILL');
const ends = { 'ended cleanly': 'cleanly', 'ended with a failure': 'with a failure', 'ended by SIGKILL': 'by SIGKILL' } as const;

const supervisor = mechanism({
  parameters: {
    services: { label: 'Services', least: 2, most: 4, default: 3 },
    retries: { label: 'Retries', least: 1, most: 3, default: 1 },
    room: { label: 'Ends that the channel holds', least: 1, most: 3, default: 1 },
  },
  faults: {
    keepsRetries: 'A clean end does not reset the retries.',
    dropsEnds: { doc: 'An end that finds the channel full is dropped (as read at 45fc7afc).', drops: 'the channel has room' },
    startsAnywhere: { doc: 'Services start without regard to the list.', drops: 'all before it in the list were started' },
    stopsForwards: 'The stop goes through the list from its beginning.',
    restartsAfterStop: 'The stop of all calls off no restart, and one more end is handled after it (as read at 45fc7afc).',
    policyBeatsStop: 'A service that is stopped alone is restarted by its policy (as read at 45fc7afc).',
    killsTheNext: 'SIGKILL, two seconds after SIGTERM, meets whatever process the service has then (as read at 45fc7afc).',
    takesNewest: 'The supervisor takes the newest end from the channel.',
  },
  state: ({ services, retries, room }) => ({
    stopping: bool, // all services are being stopped
    left: bool, // the supervisor has left its loop and hears of no more ends
    services: orderedTable(service, services, {
      state: oneOf('new', 'started', 'restarting', 'signaled', 'ended', 'failed'), // what the supervisor believes
      process: oneOf('none', 'running', 'ended cleanly', 'ended with a failure', 'ended by SIGKILL'), // what is so; ended: not reaped yet
      retries: range(0, retries + 1),
      inARow: range(0, retries + 1), // failures since the last clean end, for the property
      byHand: bool, // it was stopped alone, and nobody has asked to start it since
      timer: bool, // SIGKILL is due, whatever process it has by then; only with the fault
    }),
    ends: queue(tuple({ of: service, how: manner }), room), // the channel from the signal handler to the supervisor
  }),
});

type Init = StateIn<typeof supervisor>;
type Service = RowIn<typeof supervisor, 'service'>;

const before = ({ services }: Init, it: Service) => services.filter((each) => each.index < it.index);
const after = ({ services }: Init, it: Service) => services.filter((each) => each.index > it.index);
const wasStarted = ({ state }: Service): boolean => state !== 'new';
/** Services 0, 1 and 2 have the policies on-failure, always and never, and so on. */
const policyOf = ({ index }: Service) => (['on-failure', 'always', 'never'] as const)[index % 3]!;

/** How the process of a service has ended; null while it runs, and once it is reaped. */
const endOf = ({ process }: Service) => (process === 'none' || process === 'running' ? null : ends[process]);

const start = supervisor.action({
  says: 'PID 1 starts {it}.',
  args: { it: service },
  fair: 'weak',
  when: {
    'it is new, or was stopped alone and has ended': ({ it }) => it.state === 'new' || (it.byHand && it.state === 'ended'),
    'all before it in the list were started': ({ it }, s) => before(s, it).every(wasStarted),
    'no stop of all has begun': (_, s) => !s.stopping,
  },
  then: ({ it }) => {
    it.state = 'started';
    it.process = 'running';
    it.byHand = false;
  },
});

const exit = supervisor.action({
  says: 'The process of {it} ends {how}.',
  args: { it: service, how: manner },
  when: {
    'its process runs': ({ it }) => it.process === 'running',
    'SIGKILL comes after SIGTERM': ({ it, how }) => how !== 'by SIGKILL' || it.state === 'signaled' || it.timer,
  },
  then: ({ it, how }) => {
    it.process = `ended ${how}`;
    if (how === 'by SIGKILL') it.timer = false;
  },
});

const reap = supervisor.action({
  says: 'The signal handler reaps {it} and puts its end into the channel.',
  args: { it: service },
  fair: 'strong', // the handler comes back to a zombie as often as there is room
  fairFor: ['it'],
  when: {
    'its process has ended': ({ it }) => endOf(it) !== null,
    'the channel has room': (_, s) => s.ends.length < s.ends.most,
  },
  then: ({ it }, s) => {
    if (s.ends.length < s.ends.most) s.ends.push({ of: it, how: endOf(it)! });
    it.process = 'none';
  },
});

const handleExit = supervisor.action({
  says: 'The supervisor hears of the end of {it} and decides what becomes of it.',
  args: { it: service },
  fair: 'weak',
  fairFor: ['it'],
  when: {
    'its end is the oldest in the channel': ({ it }, s, { takesNewest }) => s.ends.items.at(takesNewest ? -1 : 0)?.of === it,
    'all services were started': (_, s) => s.services.every(wasStarted),
    'no restart is under way': (_, s) => s.services.every((each) => each.state !== 'restarting'),
    'the supervisor is in its loop': (_, s) => !s.left,
  },
  then: ({ it }, s, { retries, keepsRetries, restartsAfterStop, policyBeatsStop }) => {
    const end = s.ends.items.find((each) => each.of === it)!;
    const failed = end.how !== 'cleanly';
    const isToStop = (s.stopping && !restartsAfterStop) || (it.byHand && !policyBeatsStop);
    const wantsRestart = !isToStop && (policyOf(it) === 'always' || (policyOf(it) === 'on-failure' && failed));
    s.ends.remove(end);
    it.inARow = failed ? it.inARow + Number(!isToStop) : 0;
    if (!failed && !keepsRetries) it.retries = 0;
    if (failed && wantsRestart) it.retries += 1;
    if (failed && !isToStop && (!wantsRestart || it.retries > retries)) it.state = 'failed';
    else it.state = wantsRestart ? 'restarting' : 'ended';
    s.left = s.stopping && restartsAfterStop && it.state !== 'restarting';
  },
});

const restart = supervisor.action({
  says: 'A second has passed, and the supervisor starts {it} again.',
  args: { it: service },
  fair: 'weak',
  when: { 'its restart is under way': ({ it }) => it.state === 'restarting' },
  then: ({ it }, s) => {
    it.state = 'started';
    it.process = 'running';
    s.left = s.stopping;
  },
});

const stop = supervisor.action({
  says: 'PID 1 begins to stop all services.',
  when: {
    'all services were started': (_, s) => s.services.every(wasStarted),
    'no stop of all has begun': (_, s) => !s.stopping,
  },
  then: (_, s, { restartsAfterStop }) => {
    s.stopping = true;
    for (const each of s.services) if (each.state === 'restarting' && !restartsAfterStop) each.state = 'ended';
  },
});

const terminate = supervisor.action({
  says: '{it} is to stop, alone or with all others, and PID 1 sends SIGTERM to it.',
  args: { it: service },
  when: {
    'it is started': ({ it }) => it.state === 'started',
    'of all that are to stop, nothing after it in the list is still started': ({ it }, s, { stopsForwards }) =>
      !s.stopping || (stopsForwards ? before(s, it) : after(s, it)).every((each) => each.state !== 'started'),
  },
  then: ({ it }, s, { killsTheNext }) => {
    it.state = 'signaled';
    it.byHand = !s.stopping;
    it.timer = killsTheNext;
  },
});

export const model = supervisor.model({
  id: 'avyos/supervisor',
  title: 'Supervisor',
  about: {
    question: 'Can the end of a service be forgotten?',
    group: 'turns',
    picture: { scenario: 'whole', step: 4 },
    basis: 'documented',
    standsFor: 'PID 1, its details observed',
    shows: 'the order of the start, three policies of restarting, the count of retries, a full channel, the stop of one service and of all',
    leavesOut: 'oneshot services, other children of PID 1, a command that cannot be started, and a start before the old process has ended',
    scaledDown:
      'six services in the list there, three here; ten retries there, one here; room for ten ends in the channel there, for one here; of times only their order',
  },
  actions: { start, exit, reap, handleExit, restart, stop, terminate },
  always: {
    'a service starts after all before it in the list': (s) => s.services.every((it) => !wasStarted(it) || before(s, it).every(wasStarted)),
    'an end is never forgotten': (s) =>
      s.services.every((it) => it.state !== 'started' || it.process !== 'none' || s.ends.items.some((each) => each.of === it)),
    'only failures in a row end a service for good': (s, { retries }) =>
      s.services.every((it) => it.state !== 'failed' || policyOf(it) === 'never' || it.inARow > retries),
    'the stop goes through the list in reverse': (s) =>
      s.services.every((it) => it.state !== 'signaled' || it.byHand || after(s, it).every((each) => each.state !== 'started')),
    'nothing starts once the stop has begun': (s) => !s.stopping || s.services.every((each) => each.state !== 'restarting'),
    'a service that was stopped alone stays stopped': (s) => s.services.every((it) => !it.byHand || it.state !== 'started'),
    'SIGKILL meets only a process that was sent SIGTERM': (s) =>
      s.services.every((it) => it.process !== 'ended by SIGKILL' || it.state === 'signaled'),
  },
  sometimes: {
    'a service is given up': (s) => s.services.some((each) => each.state === 'failed' && policyOf(each) !== 'never'),
    'an end waits because the channel is full': (s) => s.ends.length === s.ends.most && s.services.some((each) => endOf(each) !== null),
    'all services have stopped': (s) => s.stopping && s.services.every((each) => each.process === 'none'),
  },
  eventually: {
    'a service that fails runs again or is given up': {
      of: service,
      once: ({ it }) => endOf(it) !== null && endOf(it) !== 'cleanly',
      leadsTo: ({ it }, s) => it.process === 'running' || it.state === 'failed' || it.byHand || s.stopping,
    },
  },
  final: (s) => s.services.every((each) => each.state === 'ended' || each.state === 'failed'),
});
