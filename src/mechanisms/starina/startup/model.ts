/**
 * The start of the apps: each declares what it exports and what it needs, and each need becomes a channel before any of them runs.
 * Stands for: documented behaviour (docs/comparison-with-others.md@98dae3c, lines 57-61: apps describe what they need, the startup process
 * prepares it and starts them with their environment, and nothing is looked for later). Where that is silent, observed in
 * kernel/src/startup.rs@98dae3c, whose lines are named below.
 * Observed: a first pass makes a pair for each export (37-50); a second one goes over the list again (52), and for each need makes a fresh pair,
 * queues one end as a Connect on the startup channel of the server and puts the other into the environment (78-116); a service that is not
 * there stops the boot with its name and that of the app (81); then the app gets its own startup channel and a thread (119-138). No thread runs
 * until both passes are over (kernel/src/main.rs@98dae3c, 63-68).
 * Differs: at 98dae3c two apps may export one service, and the later one in the list gets all clients (46): the fault `laterReplaces`. That
 * the model without faults refuses this is illustration. A spec is a constant of the app there and no file (23-32).
 * Made up: all other faults. `servedFirst` is how a system would start its services that lets an app run only behind its servers.
 * Not shown: a second export of one app stops the boot in the first pass (42-45); here it cannot be declared. The needs of an app are looked up in
 * the order of its spec (55), so that of two missing services the first is named; here any may be next. A startup channel holds 128 messages
 * (kernel/src/channel.rs, 24, 87-90), and a Connect that finds it full stops the boot as well (98); here it holds one of each app. The threads begin
 * in the order of the list (kernel/src/scheduler.rs, 22-41); here in any. Each is put into the run queue twice (138, and kernel/src/thread.rs, 70),
 * of which `starina/poll` tells.
 */
import { id, mechanism, oneOf, option, orderedTable, queue, type RowIn, setOf, type StateIn, table } from '../../../engine/language.ts';

const app = id('app');
const service = id('service');

const startup = mechanism({
  parameters: {
    apps: { label: 'Apps', least: 1, most: 4, default: 3 },
    services: { label: 'Services', least: 1, most: 3, default: 2 },
  },
  faults: {
    listOrder: {
      doc: 'The needs of an app are resolved when its place in the list is reached, whether all exports have their channels or not.',
      drops: 'every exported service has its channel',
    },
    startsUnmet: { doc: 'An app gets its thread without regard to its needs.', drops: 'each of its needs is in its environment' },
    runsAtOnce: { doc: 'An app runs as soon as it has a thread.', drops: 'every app has its thread' },
    stopsNameless: 'The boot stops without the name of the service.',
    losesConnect: 'A Connect to a server that has no thread yet is dropped.',
    laterReplaces: {
      doc: 'Two apps may export one service, and the later one in the list replaces the channel of the earlier (as read at 98dae3c).',
      drops: 'no other app exports it',
    },
    servedFirst: 'An app runs only once all servers that it needs run.',
  },
  state: ({ apps, services }) => ({
    boot: oneOf('not begun', 'under way', 'stopped'),
    missing: option(service), // what the boot stopped for
    inNeed: option(app), // and who needs it
    apps: orderedTable(app, apps, {
      exports: option(service),
      needs: setOf(service),
      has: setOf(service), // in its environment: its end of a fresh channel to each
      state: oneOf('listed', 'exported', 'queued', 'running'), // exported: its startup channel is made; queued: it has a thread
      connects: queue(app, apps), // on its startup channel: each the other end of the channel of a client
      serves: setOf(app), // whose ends it has received
    }),
    services: table(service, services, {
      leadsTo: option(app), // to whose startup channel the end for clients belongs
    }),
  }),
});

type Start = StateIn<typeof startup>;
type App = RowIn<typeof startup, 'app'>;
type Service = RowIn<typeof startup, 'service'>;

const hasThread = ({ state }: App): boolean => state === 'queued' || state === 'running';
const isMet = ({ needs, has }: App): boolean => needs.items.every((each) => has.has(each));
const exportsAreMade = ({ apps }: Start): boolean => apps.every((each) => each.exports === null || each.state !== 'listed');
const before = ({ apps }: Start, it: App) => apps.filter((each) => each.index < it.index);
const begins = (_: object, s: Start): boolean => s.boot === 'not begun';
const isUnderWay = (_: object, s: Start): boolean => s.boot === 'under way';

/** Who can be reached by the channel that an app has to a service: the servers with a Connect of it, waiting or received. */
const serversOf = ({ apps }: Start, client: App, to: Service) =>
  apps.filter((each) => each.exports === to && (each.connects.has(client) || each.serves.has(client)));

const declareExport = startup.action({
  says: '{it} declares that it exports {what}.',
  args: { it: app, what: service },
  when: {
    'the boot has not begun': begins,
    'it exports nothing yet (else the boot stops)': ({ it }) => it.exports === null,
    'no other app exports it': ({ what }, s) => s.apps.every((each) => each.exports !== what),
  },
  then: ({ it, what }) => (it.exports = what),
});

const declareNeed = startup.action({
  says: '{it} declares that it needs {what}.',
  args: { it: app, what: service },
  when: { 'the boot has not begun': begins, 'it does not declare it yet': ({ it, what }) => !it.needs.has(what) },
  then: ({ it, what }) => (it.needs = it.needs.with(what)),
});

const boot = startup.action({
  says: 'The kernel begins to load the apps.',
  when: { 'the boot has not begun': begins },
  then: (_, s) => (s.boot = 'under way'),
});

const makeChannel = startup.action({
  says: 'First pass: the kernel makes the startup channel of {it}.',
  args: { it: app },
  fair: 'weak',
  when: {
    'the boot is under way': isUnderWay,
    'it exports a service': ({ it }) => it.exports !== null,
    'it is listed only': ({ it }) => it.state === 'listed',
    'those before it that export have theirs': ({ it }, s) =>
      before(s, it).every((each) => each.exports === null || each.state !== 'listed'),
  },
  then: ({ it }) => {
    it.state = 'exported';
    it.exports!.leadsTo = it;
  },
});

const lookUp = startup.action({
  says: 'Second pass: the kernel looks up {what} for {it}. It makes a channel and queues a Connect at the server, or it stops the boot.',
  args: { it: app, what: service },
  fair: 'weak',
  when: {
    'the boot is under way': isUnderWay,
    'every exported service has its channel': (_, s) => exportsAreMade(s),
    'those before it in the list have their threads': ({ it }, s) => before(s, it).every(hasThread),
    'it needs it and has no channel to it': ({ it, what }) => it.needs.has(what) && !it.has.has(what) && !hasThread(it),
  },
  then: ({ it, what }, s, { stopsNameless, losesConnect }) => {
    const server = what.leadsTo;
    if (server === null) {
      [s.boot, s.missing, s.inNeed] = ['stopped', stopsNameless ? null : what, it];
      return;
    }
    it.has = it.has.with(what);
    if (hasThread(server) || !losesConnect) server.connects.push(it);
  },
});

const start = startup.action({
  says: '{it} gets its environment and a thread, which does not run yet.',
  args: { it: app },
  fair: 'weak',
  when: {
    'the boot is under way': isUnderWay,
    'every exported service has its channel': (_, s) => exportsAreMade(s),
    'those before it in the list have their threads': ({ it }, s) => before(s, it).every(hasThread),
    'it has none yet, and its own startup channel is made': ({ it }) => it.state === (it.exports === null ? 'listed' : 'exported'),
    'each of its needs is in its environment': ({ it }) => isMet(it),
  },
  then: ({ it }) => (it.state = 'queued'),
});

const run = startup.action({
  says: 'The main function of {it} begins.',
  args: { it: app },
  fair: 'weak',
  fairFor: ['it'],
  when: {
    'the boot has not stopped': isUnderWay,
    'its thread is in the queue': ({ it }) => it.state === 'queued',
    'every app has its thread': (_, s) => s.apps.every(hasThread),
    'its servers run, if that is asked for': ({ it }, _, { servedFirst }) =>
      !servedFirst || it.needs.items.every((each) => each.leadsTo === it || each.leadsTo?.state === 'running'),
  },
  then: ({ it }) => (it.state = 'running'),
});

const accept = startup.action({
  says: '{it} receives the oldest Connect on its startup channel.',
  args: { it: app },
  fair: 'weak',
  fairFor: ['it'],
  when: { 'its main function runs': ({ it }) => it.state === 'running', 'a Connect waits': ({ it }) => it.connects.length > 0 },
  then: ({ it }) => (it.serves = it.serves.with(it.connects.shift())),
});

export const model = startup.model({
  id: 'starina/startup',
  title: 'Start of the apps',
  about: {
    question: 'Does an app find its service when the server comes later in the list?',
    group: 'turns',
    picture: { scenario: 'whole', step: 6 },
    basis: 'documented',
    standsFor: 'declarative initialisation',
    shows:
      'exports and needs that become channels and Connect messages, in two passes over one list, and the boot that stops for a missing service',
    leavesOut:
      'devices and the frequency of the timer in an environment, rights, handles as numbers and a full table of them, what apps say to each other later, and memory that runs out',
    scaledDown:
      'six apps with three services in the list there, three apps and two services here; 128 Connects in a startup channel there, one of each app here',
  },
  actions: { declareExport, declareNeed, boot, makeChannel, lookUp, start, run, accept },
  always: {
    'no need is looked up before every export has its channel': (s) =>
      exportsAreMade(s) || (s.boot !== 'stopped' && s.apps.every((each) => each.has.size === 0)),
    'no app runs before every need of every app is met': (s) => s.apps.every(({ state }) => state !== 'running') || s.apps.every(isMet),
    'a boot that stops names a service that nobody exports, and who needs it': (s) =>
      s.boot !== 'stopped' || (s.missing !== null && s.inNeed!.needs.has(s.missing) && s.apps.every((each) => each.exports !== s.missing)),
    'a channel that an app was given has its other end with a server': (s) =>
      s.apps.every((it) => it.has.items.every((each) => serversOf(s, it, each).length === 1)),
    'an exported service leads to the app that exports it': (s) =>
      s.apps.every((it) => it.exports === null || it.state === 'listed' || it.exports.leadsTo === it),
  },
  sometimes: {
    'a Connect waits for a server that has no thread yet': (s) => s.apps.some((it) => it.connects.length > 0 && !hasThread(it)),
    'two apps that need each other both run': (s) =>
      s.apps.some((a) =>
        s.apps.some((b) => a !== b && a.state === 'running' && b.state === 'running' && a.serves.has(b) && b.serves.has(a)),
      ),
    'the boot stops': (s) => s.boot === 'stopped',
  },
  eventually: {
    'once the boot begins, every app runs or the boot stops': {
      of: app,
      once: (_, s) => s.boot === 'under way',
      leadsTo: ({ it }, s) => it.state === 'running' || s.boot === 'stopped',
    },
  },
  final: (s) => s.boot === 'stopped' || s.apps.every(({ state, connects }) => state === 'running' && connects.length === 0),
});
