/**
 * The border of the distro container: what is made for its inside, what would be bound in, and the one door that is meant to be there.
 * Stands for: documented (the primary source, lines 18-21 and 110-112: processes of the distribution run inside a container with the least
 * privilege and by default without access to services, devices or files of the host; 166-170: it is made and managed, the rule of the
 * service boundary holds inside, and services are used when that is allowed). How it is made is observed in
 * libexec/distro/runtime.go@45fc7afc, whose lines are named below.
 * Observed: new namespaces (211-224); mounts made before the root is changed, /proc and /dev among them (245-278, 338-355); paths that the caller
 * of a run names (401-412, 465-494); pivot_root, and the old root taken away (625-646); only then the command (142-174).
 * Differs: the commit does not behave as the model does without a fault. It binds the /proc of the host where there is one (285-303):
 * `hostProc`. It binds the nodes of graphics, sound and frame buffer (414-463): `hostDevices`. There is no user namespace when the service is
 * root, as it is under PID 1, and no privilege is dropped (211-224): `keepsPrivilege`. Any path that a caller names is bound (401-412,
 * 530-562): `bindsAnything`.
 * Inferred from Linux: who has the privilege of the host's root may follow /proc/1/root of the host's /proc into the host's files.
 * Illustration: a user namespace and a /proc of its own as what the documents' border would be; one container for several processes, where
 * the commit makes one for each command; one who allows and forbids, whom the documents do not name.
 * Not shown: the network, which is that of the host; the relayed socket of Wayland; links in the archive that is unpacked.
 */
import { bool, clear, flags, id, mechanism, oneOf, type StateIn, table } from '../../../engine/language.ts';

const process = id('process');
const things = [
  'the distribution',
  'the files of the host',
  'the processes of the host',
  'the devices of the host',
  'the privilege of the host',
] as const;
const reachable = flags(...things);

const container = mechanism({
  parameters: { processes: { label: 'Processes', least: 1, most: 3, default: 2 } },
  faults: {
    hostProc: 'The /proc of the host is bound in (as read at 45fc7afc).',
    hostDevices: 'Devices for graphics and sound are bound in (as read at 45fc7afc).',
    keepsPrivilege: 'Root in the container is the root of the host (as read at 45fc7afc).',
    bindsAnything: { doc: 'Whatever path a caller names is bound in (as read at 45fc7afc).', drops: 'the path lies inside the border' },
    keepsOldRoot: 'The old root is not taken away.',
    runsEarly: { doc: 'A process runs before the root is changed.', drops: 'the root was changed' },
    servesAnyone: { doc: 'A service serves whoever asks.', drops: 'it serves only what is allowed' },
  },
  state: ({ processes }) => ({
    stage: oneOf('not made', 'in new namespaces', 'closed'),
    isHostRoot: bool, // root inside has the privilege of the host's
    proc: oneOf('none', 'its own', 'of the host'),
    dev: oneOf('none', 'harmless', 'with graphics and sound'),
    bound: oneOf('nothing', 'a path inside', 'a path of the host'), // what the caller has named
    oldRoot: bool, // the root of the host can still be found inside
    allowed: bool, // the container may use services
    processes: table(process, processes, {
      is: oneOf('none', 'running'),
      reached: reachable,
      asks: oneOf('nothing', 'waiting', 'served', 'refused'),
      overstepped: bool, // it was served when that was not allowed
    }),
  }),
});

type Container = StateIn<typeof container>;

/** To what a way leads from inside. */
const leadsTo = (s: Container) => ({
  'the distribution': true,
  'the files of the host':
    s.stage !== 'closed' || s.oldRoot || s.bound === 'a path of the host' || (s.proc === 'of the host' && s.isHostRoot),
  'the processes of the host': s.proc === 'of the host',
  'the devices of the host': s.dev === 'with graphics and sound',
  'the privilege of the host': s.isHostRoot,
});

const isInUse = ({ processes }: Container): boolean => processes.some((each) => each.is === 'running');

const isolate = container.action({
  says: 'The service begins a container, in namespaces of its own.',
  when: { 'there is no container yet': (_, s) => s.stage === 'not made' },
  then: (_, s, { keepsPrivilege }) => ([s.stage, s.isHostRoot] = ['in new namespaces', keepsPrivilege]),
});

const giveProc = container.action({
  says: 'The container is given a /proc.',
  when: {
    'it is being made': (_, s) => s.stage === 'in new namespaces',
    'it has none yet': (_, s) => s.proc === 'none',
  },
  then: (_, s, { hostProc }) => (s.proc = hostProc ? 'of the host' : 'its own'),
});

const giveDev = container.action({
  says: 'The container is given a /dev with harmless nodes.',
  when: {
    'it is being made': (_, s) => s.stage === 'in new namespaces',
    'it has no devices yet': (_, s) => s.dev === 'none',
  },
  then: (_, s, { hostDevices }) => (s.dev = hostDevices ? 'with graphics and sound' : 'harmless'),
});

const bind = container.action({
  says: 'The caller has {what} bound into the container.',
  args: { what: oneOf('a path inside', 'a path of the host') },
  when: {
    'it is being made': (_, s) => s.stage === 'in new namespaces',
    'the caller has named none yet': (_, s) => s.bound === 'nothing',
    'the path lies inside the border': ({ what }) => what === 'a path inside',
  },
  then: ({ what }, s) => (s.bound = what),
});

const changeRoot = container.action({
  says: 'The distribution becomes the root of the container, and the old root is taken away.',
  when: {
    'it is being made': (_, s) => s.stage === 'in new namespaces',
    'it has a /proc and a /dev': (_, s) => s.proc !== 'none' && s.dev !== 'none',
  },
  then: (_, s, { keepsOldRoot }) => ([s.stage, s.oldRoot] = ['closed', keepsOldRoot]),
});

const run = container.action({
  says: '{it} starts in the container.',
  args: { it: process },
  when: {
    'there is a container': (_, s) => s.stage !== 'not made',
    'the root was changed': (_, s) => s.stage === 'closed',
    'it does not run yet': ({ it }) => it.is === 'none',
  },
  then: ({ it }) => (it.is = 'running'),
});

const reach = container.action({
  says: '{by} reaches for {to}.',
  args: { by: process, to: oneOf(...things) },
  when: {
    'it runs': ({ by }) => by.is === 'running',
    'it has not reached it yet': ({ by, to }) => !by.reached.has(to),
    'a way leads there from inside': ({ to }, s) => leadsTo(s)[to],
  },
  then: ({ by, to }) => (by.reached = by.reached.with(to)),
});

const ask = container.action({
  says: '{by} asks a service of the host.',
  args: { by: process },
  when: {
    'it runs': ({ by }) => by.is === 'running',
    'it waits for no answer': ({ by }) => by.asks !== 'waiting',
  },
  then: ({ by }) => (by.asks = 'waiting'),
});

const answer = container.action({
  says: 'The service answers {to}, which is {how}.',
  args: { to: process, how: oneOf('served', 'refused') },
  when: {
    'it waits for an answer': ({ to }) => to.asks === 'waiting',
    'it serves only what is allowed': ({ how }, s) => how === 'refused' || s.allowed,
  },
  then: ({ to, how }, s) => {
    to.asks = how;
    if (how === 'served' && !s.allowed) to.overstepped = true;
  },
});

const allow = container.action({
  says: 'The container is allowed to use services.',
  when: { 'it is not allowed yet': (_, s) => !s.allowed },
  then: (_, s) => (s.allowed = true),
});

const forbid = container.action({
  says: 'The container is no longer allowed to use services.',
  when: { 'it is allowed': (_, s) => s.allowed },
  then: (_, s) => (s.allowed = false),
});

const end = container.action({
  says: '{it} ends; with the last process the container goes.',
  args: { it: process },
  when: { 'it runs': ({ it }) => it.is === 'running' },
  then: ({ it }, s) => {
    clear(it);
    if (isInUse(s)) return;
    [s.stage, s.proc, s.dev, s.bound] = ['not made', 'none', 'none', 'nothing'];
    [s.isHostRoot, s.oldRoot] = [false, false];
  },
});

export const model = container.model({
  id: 'avyos/distro-container',
  title: 'Distro container',
  about: {
    question: 'What of the host can a program of the distribution reach?',
    group: 'access',
    picture: { scenario: 'asks', step: 7 },
    basis: 'documented',
    standsFor: 'the compatibility layer, its details observed',
    shows: 'what a container is made of, each thing of the host to which a way could lead, and a service that is asked across the border',
    leavesOut: 'the network, system calls, the download and the unpacking, other mounts, windows, and which service is asked',
    scaledDown:
      'any number of processes there, two here; seventeen steps of making a container there, five here; any number of paths that a caller names there, one here',
  },
  actions: { isolate, giveProc, giveDev, bind, changeRoot, run, reach, ask, answer, allow, forbid, end },
  always: {
    'no process reaches the files of the host': (s) => s.processes.every((each) => !each.reached.has('the files of the host')),
    'no process reaches the processes of the host': (s) => s.processes.every((each) => !each.reached.has('the processes of the host')),
    'no process reaches the devices of the host': (s) => s.processes.every((each) => !each.reached.has('the devices of the host')),
    'no process has the privilege of the host': (s) => s.processes.every((each) => !each.reached.has('the privilege of the host')),
    'a process runs only inside the border': (s) => s.stage === 'closed' || !isInUse(s),
    'a service serves the container only when that is allowed': (s) => s.processes.every((each) => !each.overstepped),
  },
  sometimes: {
    'a process in the container is served': (s) => s.processes.some((each) => each.asks === 'served'),
    'a process is refused': (s) => s.processes.some((each) => each.asks === 'refused'),
    'a process works in the distribution': (s) => s.processes.some((each) => each.reached.has('the distribution')),
  },
});
