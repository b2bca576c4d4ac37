/**
 * The provisioning engine of a node: one deployment, a queue of jobs on disk, and one loop that makes each job come true.
 * Stands for: documented behaviour (zosbase docs/internals/provision/readme.md) and, where that is silent, observed
 * (pkg/provision/engine.go). `wipesQueue` is what engine.go does at the first start after a reboot, although the readme has the job that was
 * interrupted tried again.
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
    wipesQueue: 'A reboot throws the queue away and replays what is stored.',
    uninstallsInOrder: 'Workloads are uninstalled in the order of installation.',
    installsAtOnce: {
      doc: 'Workloads are installed without regard to the order of types.',
      drops: 'all that comes before it in the order of types is there',
    },
    replaysDeleted: 'The replay takes in what was deleted.',
  },
  state: ({ room }) => ({
    wanted: workloads, // what the user was last promised; the engine does not know it
    stored: workloads, // in the database and not deleted
    known: workloads, // in the database, deleted or not
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

const provision = engine.action({
  says: 'The user asks for {wants}; the deployment is stored and queued.',
  args: { wants: workloads },
  when: {
    'something is asked for': ({ wants }) => wants.size > 0,
    'a machine comes with a mount and a network': ({ wants }) => isComplete(wants),
    'no such deployment is stored or queued': (_, s) => s.stored.size === 0 && s.jobs.length === 0,
  },
  then: ({ wants }, s) => {
    s.wanted = wants;
    s.stored = wants;
    for (const each of wants.items) s.known = s.known.with(each);
    s.jobs.push({ op: 'provision', wants });
  },
});

const update = engine.action({
  says: 'The user changes the deployment to {wants}; the change is queued.',
  args: { wants: workloads },
  when: {
    'something is asked for': ({ wants }) => wants.size > 0,
    'a machine comes with a mount and a network': ({ wants }) => isComplete(wants),
    'the deployment is there and not given up': (_, s) => s.wanted.size > 0,
    'the queue has room': (_, s, { room }) => s.jobs.length < room,
  },
  then: ({ wants }, s) => {
    s.wanted = wants;
    s.jobs.push({ op: 'update', wants });
  },
});

const deprovision = engine.action({
  says: 'The user gives the deployment up; its removal is queued.',
  when: {
    'the deployment is there and not given up': (_, s) => s.wanted.size > 0,
    'the queue has room': (_, s, { room }) => s.jobs.length < room,
  },
  then: (_, s) => {
    s.wanted = workloads.none;
    s.jobs.push({ op: 'deprovision', wants: workloads.none });
  },
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
  },
});

const install = engine.action({
  says: 'The {it} is installed.',
  args: { it: workload },
  when: {
    'the job wants it': ({ it }, s) => isWanted(s, it),
    'it is not there': ({ it }, s) => !s.running.has(it),
    'the removals are done': (_, s) => s.stored.items.every((each) => isWanted(s, each)),
    'all that comes before it in the order of types is there': ({ it }, s) =>
      typesBefore(it).every((each) => !isWanted(s, each) || s.running.has(each)),
  },
  then: ({ it }, s) => {
    s.running = s.running.with(it);
    if (s.current!.op !== 'update') return;
    s.stored = s.stored.with(it); // an update stores what it adds when it installs it
    s.known = s.known.with(it);
  },
});

const dequeue = engine.action({
  says: 'The job has run and leaves the queue.',
  when: {
    'a job is running': (_, s) => s.current !== null,
    'the job has come true': (_, s) => s.current?.wants === s.running && s.stored.isSubsetOf(s.running),
  },
  then: (_, s, { dequeuesFirst }) => {
    s.current = null;
    if (!dequeuesFirst) s.jobs.shift();
  },
});

const crash = engine.action({
  says: 'The daemon crashes in the middle of a job and starts again.',
  when: { 'a job is running': (_, s) => s.current !== null },
  then: (_, s) => (s.current = null),
});

const reboot = engine.action({
  says: 'The node reboots: nothing runs any more, and what is stored is queued again.',
  then: (_, s, { wipesQueue, replaysDeleted }) => {
    const others = wipesQueue ? [] : s.jobs.items.filter(({ op }) => op !== 'replay');
    const wants = replaysDeleted ? s.known : s.stored;
    while (s.jobs.length > 0) s.jobs.shift();
    if (wants.size > 0) s.jobs.push({ op: 'replay', wants });
    for (const each of others) s.jobs.push(each);
    s.current = null;
    s.running = workloads.none;
  },
});

export const model = engine.model({
  id: 'zos/provisioning',
  title: 'Provisioning',
  about: {
    basis: 'documented',
    standsFor: 'one deployment',
    shows: 'a job leaves the queue only after it has run; install in the order of types and uninstall in reverse; the replay at boot',
    leavesOut: 'signatures, contracts and versions, several deployments, changes in place, pausing, sizes, and workloads that fail',
    scaledDown: 'thirteen types of workload there, three here; a queue on disk without a bound there, of two jobs here',
  },
  actions: { provision, update, deprovision, peek, uninstall, install, dequeue, crash, reboot },
  always: {
    'no accepted job is lost': (s) => s.wanted === lastPromise(s),
    'an installed machine has its mount and its network': (s) => isComplete(s.running),
    'what is deleted stays deleted': (s) => s.running.isSubsetOf(s.stored),
  },
  sometimes: {
    'everything is installed': (s) => s.running.size === types.length,
    'a removal waits behind the replay': (s) => s.current?.op === 'replay' && s.jobs.items.at(-1)?.op === 'deprovision',
  },
});
