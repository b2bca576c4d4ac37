/**
 * The provisioning engine of a node: one deployment, a queue of jobs on disk, and one loop that makes each job come true.
 * Stands for: documented behaviour (zosbase 063d8956, docs/internals/provision/readme.md, lines 65 and 76: a durable queue, one job at a time,
 * tried again after a crash; 100, 104-110 and 117: order, replay, removals before additions). Its details are observed in zos 6caeb0ff,
 * pkg/provision/engine.go, whose lines are named below.
 * Observed: stored first, queued second (350-365); peek, run, dequeue (493-567); removal in the reverse order of types and then of the whole
 * deployment (852-876); installation in their order (909-923); what an update removes and adds (951-987); a replay of what is stored, of
 * workloads neither deleted nor in error, if the contract can be had (628-672, 736-739, 510-524, 591-598). That a contract has ended is heard
 * of by an event, or found by a comparison at the start and each hour for what has an installed workload (cmds/modules/provisiond/events.go,
 * 25-79, 144-170): a lost removal is asked for again.
 * Differs: the code does not behave as the model does without a fault. At the first start after a reboot it deletes the queue (318-320;
 * cmds/modules/provisiond/main.go, 322-324): `wipesQueue`. At each start, before the engine, it deletes a stored deployment of which no
 * workload is ok or paused, so also one whose job still waits (main.go, 215-217; zosbase pkg/provision/storage/storage.go, 743-783, the same at
 * v1.0.3, with which zos is built); the job that is left finds nothing and ends (720-731, 561): `cleansWaiting`. A reboot in the code is both.
 * Illustration: a reboot that keeps the queue and puts the replay first; a removal that is asked for again where nothing is installed yet.
 * Not shown: at 6caeb0ff the call for a contract gives back an empty one (pkg/registrar_gateway/registrar_gateway.go, 200-209), so that no installation
 * passes the check of its contract (596-598) and the comparison finds no contract at all (219-223); a check that fails puts all stored
 * workloads into error and ends the job (514-523); a job that runs again adds a workload that was deleted beside it (721-727, 990-1019).
 */
import { flags, mechanism, oneOf, option, queue, type StateIn, tuple } from '../../../engine/language.ts';

const types = ['mount', 'network', 'machine'] as const; // in the order of installation
type Type = (typeof types)[number];
const workload = oneOf(...types);
const workloads = flags(...types);
const job = tuple({ op: oneOf('provision', 'update', 'deprovision', 'replay'), wants: workloads });

const typesBefore = (it: Type): readonly Type[] => types.slice(0, types.indexOf(it));
const typesAfter = (it: Type): readonly Type[] => types.slice(types.indexOf(it) + 1);

/** The machine needs a disk and a network; the others need nothing. */
const isComplete = (set: typeof workloads.none): boolean => !set.has('machine') || (set.has('mount') && set.has('network'));

const engine = mechanism({
  parameters: { room: { label: 'Jobs that the queue holds', least: 1, most: 3, default: 2 } },
  faults: {
    dequeuesFirst: 'The loop takes a job out of the queue before it runs it.',
    wipesQueue: 'A reboot throws the queue away and replays what is stored (as read at 6caeb0ff).',
    cleansWaiting: 'A start deletes a stored deployment of which nothing is installed yet (as read at 6caeb0ff).',
    uninstallsInOrder: 'Workloads are uninstalled in the order of installation.',
    installsAtOnce: {
      doc: 'Workloads are installed without regard to the order of types.',
      drops: 'all that comes before it in the order of types is there',
    },
    replaysDeleted: 'The replay takes in what was deleted.',
  },
  state: ({ room }) => ({
    wanted: workloads, // what the user was last promised, and nothing when the contract has ended; the engine does not know it
    stored: workloads, // in the database and not deleted
    okay: workloads, // of these, what was installed once; the others wait for it
    known: workloads, // in the database, deleted or not; nothing when the deployment is not there
    running: workloads, // what is really there
    jobs: queue(job, room + 1), // on disk; one place is kept for the replay
    current: option(job), // in the memory of provisiond: the job that the loop runs
  }),
});

type Node = StateIn<typeof engine>;

/** Whether the job that runs wants this type. */
const isWanted = ({ current }: Node, it: Type): boolean => current !== null && current.wants.has(it);

/** What the user was last promised, as far as the engine can still know: by the last job ahead, by what is stored, or by what runs. */
function lastPromise({ current, jobs, stored, running }: Node): typeof workloads.none {
  const ahead = [...(current ? [current] : []), ...jobs.items];
  const asked = ahead.findLast(({ op }) => op !== 'replay');
  return asked?.wants ?? (ahead.length > 0 ? stored : running);
}

/** The daemon starts: what was in memory is gone, and perhaps more. */
const start = (s: Node, cleansWaiting: boolean): void => {
  s.current = null;
  if (cleansWaiting && s.okay.size === 0) s.stored = s.known = workloads.none;
};

const provision = engine.action({
  says: 'The user asks for {wants}; the deployment is stored and queued.',
  args: { wants: workloads },
  when: {
    'something is asked for, a machine with mount and network': ({ wants }) => wants.size > 0 && isComplete(wants),
    'no such deployment is stored or queued': (_, s) => s.known.size === 0 && s.jobs.length === 0,
  },
  then: ({ wants }, s) => {
    s.wanted = wants;
    s.stored = wants;
    s.known = wants;
    s.jobs.push({ op: 'provision', wants });
  },
});

const update = engine.action({
  says: 'The user changes the deployment to {wants}; the change is queued.',
  args: { wants: workloads },
  when: {
    'something is asked for, a machine with mount and network': ({ wants }) => wants.size > 0 && isComplete(wants),
    'the deployment is there and not given up': (_, s) => s.known.size > 0 && s.wanted.size > 0,
    'the queue has room': (_, s, { room }) => s.jobs.length < room,
  },
  then: ({ wants }, s) => {
    s.wanted = wants;
    s.jobs.push({ op: 'update', wants });
  },
});

const cancel = engine.action({
  says: 'The user gives the deployment up; its contract ends.',
  when: { 'something is promised': (_, s) => s.wanted.size > 0 },
  then: (_, s) => (s.wanted = workloads.none),
});

const deprovision = engine.action({
  says: 'The node hears that the contract has ended, or finds it in its comparison; the removal is queued.',
  when: {
    'the contract has ended': (_, s) => s.wanted.size === 0,
    'the deployment is stored': (_, s) => s.known.size > 0,
    'its removal is not queued yet': (_, s) => s.jobs.items.every(({ op }) => op !== 'deprovision'),
    'the queue has room': (_, s, { room }) => s.jobs.length < room,
  },
  then: (_, s) => s.jobs.push({ op: 'deprovision', wants: workloads.none }),
});

const peek = engine.action({
  says: 'The loop looks at the oldest job and begins to run it.',
  when: {
    'no job is running': (_, s) => s.current === null,
    'a job is queued': (_, s) => s.jobs.length > 0,
  },
  then: (_, s, { dequeuesFirst }) => {
    s.current = s.jobs.first!;
    if (dequeuesFirst) s.jobs.shift();
  },
});

const uninstall = engine.action({
  says: 'The {it} is uninstalled and marked as deleted.',
  args: { it: workload },
  when: {
    'the job does not want it': ({ it }, s) => s.current !== null && !isWanted(s, it),
    'it is stored': ({ it }, s) => s.stored.has(it),
    'all that comes after it in the order of types stays or is gone': ({ it }, s, { uninstallsInOrder }) =>
      (uninstallsInOrder ? typesBefore(it) : typesAfter(it)).every((each) => isWanted(s, each) || !s.stored.has(each)),
  },
  then: ({ it }, s) => {
    s.running = s.running.without(it);
    s.stored = s.stored.without(it);
    s.okay = s.okay.without(it);
  },
});

const install = engine.action({
  says: 'The {it} is installed.',
  args: { it: workload },
  when: {
    'the job wants it': ({ it }, s) => isWanted(s, it),
    'the deployment is stored': (_, s) => s.known.size > 0,
    'it is not there': ({ it }, s) => !s.running.has(it),
    'the removals are done': (_, s) => s.stored.items.every((each) => isWanted(s, each)),
    'all that comes before it in the order of types is there': ({ it }, s) =>
      typesBefore(it).every((each) => !isWanted(s, each) || s.running.has(each)),
  },
  then: ({ it }, s) => {
    s.running = s.running.with(it);
    if (s.current!.op === 'update') s.stored = s.stored.with(it); // an update stores what it adds when it installs it
    s.okay = s.okay.with(it).and(s.stored);
    s.known = s.known.with(it);
  },
});

const dequeue = engine.action({
  says: 'The job ends and leaves the queue.',
  when: {
    'a job is running': (_, s) => s.current !== null,
    'the job has come true, or its deployment is gone': (_, s) =>
      s.known.size === 0 || (s.current?.wants === s.running && s.stored.isSubsetOf(s.running)),
  },
  then: (_, s, { dequeuesFirst }) => {
    if (s.current!.op === 'deprovision') s.known = workloads.none; // the whole deployment is deleted
    s.current = null;
    if (!dequeuesFirst) s.jobs.shift();
  },
});

const crash = engine.action({
  says: 'The daemon crashes and starts again.',
  when: { 'a job is queued or running': (_, s) => s.jobs.length > 0 || s.current !== null },
  then: (_, s, { cleansWaiting }) => start(s, cleansWaiting),
});

const reboot = engine.action({
  says: 'The node reboots: nothing runs any more, and what is stored is queued again.',
  then: (_, s, { wipesQueue, replaysDeleted, cleansWaiting }) => {
    start(s, cleansWaiting);
    const others = wipesQueue ? [] : s.jobs.items.filter(({ op }) => op !== 'replay');
    const wants = replaysDeleted ? s.known : s.stored;
    while (s.jobs.length > 0) s.jobs.shift();
    if (wants.size > 0) s.jobs.push({ op: 'replay', wants });
    for (const each of others) s.jobs.push(each);
    s.running = workloads.none;
  },
});

export const model = engine.model({
  id: 'zos/provisioning',
  title: 'Provisioning',
  about: {
    question: 'Is an accepted job lost when the engine dies?',
    group: 'turns',
    picture: { scenario: 'crash', step: 4 },
    basis: 'documented',
    standsFor: 'one deployment, its details observed',
    shows: 'a job that leaves the queue last; the order of types and its reverse; the replay at boot; a removal that is asked for again',
    leavesOut: 'signatures, versions, the check of the contract, other deployments, changes in place, pausing, sizes, workloads that fail',
    scaledDown:
      'thirteen types of workload there, eight of them in a fixed order, three here; a queue without a bound there, of two jobs here',
  },
  actions: { provision, update, cancel, deprovision, peek, uninstall, install, dequeue, crash, reboot },
  always: {
    // A removal is asked for again for as long as the deployment is stored.
    'no accepted job is lost': (s) => s.wanted.size === 0 || s.wanted === lastPromise(s),
    'an installed machine has its mount and its network': (s) => isComplete(s.running),
    'what is deleted stays deleted': (s) => s.running.isSubsetOf(s.stored),
  },
  sometimes: {
    'everything is installed': (s) => s.running.size === types.length,
    'a removal waits behind the replay': (s) => s.current?.op === 'replay' && s.jobs.items.at(-1)?.op === 'deprovision',
  },
});
