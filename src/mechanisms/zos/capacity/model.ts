/**
 * What a node may promise: its memory, and one pool of disk space in which its cache lies too.
 * Stands for: documented behaviour of zosbase 063d8956: what is kept back, and the check (docs/internals/capacity.md, lines 19-21 and 60-69;
 * docs/internals/primitives/readme.md, 181-187); a cache that grows at 60 percent and shrinks below 20 (docs/internals/storage/readme.md, 69 and
 * 86-96). Its details are observed in pkg of the same commit, and in zos 6caeb0ff.
 * Observed: the check (primitives/statistics.go, 114-160), made for an installation only (168-186); what counts (provision/storage/storage.go,
 * 702-720); the room in a pool (storage_light/storage.go, 839-856) and the quotas in it (storage_light/filesystem/btrfs.go, 246-271 and 411-425);
 * how the cache is sized (storage_light/storage.go, 682-717); what is kept back (zos, cmds/modules/provisiond/main.go, 412-427); a start, which
 * installs again what is not in error (zos, pkg/provision/engine.go, 643-661 and 736-758).
 * Differs: there the cache grows without a look at its pool (storage_light/storage.go, 696-716): `growsUnasked`; so does a volume
 * (primitives/volume/volume.go, 94-100; storage_light/storage.go, 419-430): `enlargesUnasked`. What is in error does not count
 * (provision/storage/storage.go, 704-707), as by the document only what is active does (capacity.md, 64): `uncountsErrors`. What is usable has no
 * sign (primitives/statistics.go, 130-134; gridtypes/common.go, 26): `wraps`. That the model without these faults refuses and counts is illustration.
 * Faults of documents: `lesserOfTwo` (capacity.md, 24) and `growsAtTwenty` (capacity.md, 40), which the code and other lines contradict;
 * `fixedCache`, the way before the decision of 2023-03-19 (docs/architecture/decisions/0005-dynamic-cache.md, 11-19).
 * Made up: all other faults; that the system uses just what is kept back for it, and a machine all of its memory or none; that with a fault too
 * neither the cache nor a volume is larger than the whole pool.
 * Not shown: an installation that is refused leaves its workload in error, which then holds nothing. A machine in error is killed by vmd
 * (vm/monitor.go, 166-175), and nothing was found that then removes its disk; here both are removed alike.
 */
import {
  bool,
  clear,
  type ConfigIn,
  id,
  mechanism,
  oneOf,
  orderedTable,
  range,
  type RowIn,
  type StateIn,
} from '../../../engine/language.ts';

const workload = id('workload');
const memory = oneOf('2 GiB', '4 GiB', '6 GiB');
const disk = oneOf('5 GiB', '10 GiB', '15 GiB');
const gibIn = (size: string): number => Number.parseInt(size, 10);

const node = mechanism({
  parameters: {
    memory: { label: 'Memory, in parts of 2 GiB', least: 3, most: 20, default: 4 },
    pool: { label: 'Pool, in steps of 5 GiB', least: 3, most: 6, default: 4 },
    workloads: { label: 'Workloads', least: 1, most: 3, default: 2 },
  },
  faults: {
    lags: 'The statistics lag: what is promised counts only once it is in use.',
    lesserOfTwo: 'The lesser of a tenth and 2 GiB is kept back, by the formula in the document.',
    exceeds: 'The system uses more memory than is kept back for it.',
    uncountsErrors: 'A workload in error no longer counts, although its machine still runs (as read at 063d8956).',
    wraps: 'Less than nothing is usable, and without a sign that is much (as read at 063d8956).',
    growsUnasked: {
      doc: 'The cache grows without a look at its pool (as read at 063d8956).',
      drops: 'the pool has room for a larger cache',
    },
    enlargesUnasked: {
      doc: 'A volume grows without a look at its pool (as read at 063d8956).',
      drops: 'the pool has room for a larger volume',
    },
    setsBack: 'A cache that need not grow goes back to its first size.',
    withoutStep: 'A cache that shrinks keeps no step more than it needs.',
    growsAtTwenty: 'The cache grows from 20 percent, by a line of the document.',
    fixedCache: 'The cache keeps its first size, as before the decision of 2023-03-19.',
    growsOnly: 'The cache never shrinks.',
  },
  state: ({ memory, pool, workloads }) => ({
    memory: range(1, memory), // what there is, in parts of 2 GiB
    cache: range(0, pool), // its quota, in steps of 5 GiB
    // In the cache, of 3 GiB each.
    files: range(0, Math.floor((pool * 5) / 3)),
    // In the order in which a start installs them. One with memory is a machine, one with disk a volume.
    workloads: orderedTable(workload, workloads, {
      state: oneOf('none', 'ok', 'error'),
      memory: range(0, memory),
      uses: bool, // all of its memory
      disk: range(0, pool), // its quota
    }),
  }),
  start: (s, { memory }) => ([s.memory, s.cache] = [memory, 1]),
});

type Config = ConfigIn<typeof node>;
// As plain data too, so that a test can hold the picture against them.
type Workload = Pick<RowIn<typeof node, 'workload'>, 'state' | 'memory' | 'uses' | 'disk'>;
type Node = Pick<StateIn<typeof node>, 'memory' | 'cache' | 'files'> & { readonly workloads: readonly Workload[] };

const memoryOf = (all: readonly Workload[]): number => all.reduce((sum, { memory }) => sum + memory, 0);
// What the system needs: a tenth of the memory, and at least 2 GiB.
export const reserveOf = ({ memory }: Node): number => Math.max(Math.floor(memory / 10), 1);
const inUse = (s: Node, { exceeds }: Config): number =>
  Math.min(reserveOf(s) + (exceeds ? 1 : 0), s.memory) + memoryOf(s.workloads.filter(({ uses }) => uses));

/** What a workload may ask for: all, less what is kept back and promised to others, or less what is in use if that is more. */
export function usableFor(it: Workload | undefined, s: Node, c: Config): number {
  const counted = s.workloads.filter((each) => each !== it && (each.state === 'ok' || !c.uncountsErrors) && (each.uses || !c.lags));
  const keptBack = c.lesserOfTwo ? Math.min(Math.floor(s.memory / 10), 1) : reserveOf(s);
  const left = s.memory - Math.max(memoryOf(counted) + keptBack, inUse(s, c));
  return left < 0 && c.wraps ? Infinity : Math.max(left, 0);
}

const roomIn = ({ cache, workloads }: Node, { pool }: Config): number => workloads.reduce((room, { disk }) => room - disk, pool - cache);

const percentOf = (files: number, cache: number): number => Math.floor((files * 3 * 100) / (cache * 5));
const growsFrom = ({ growsAtTwenty }: Config): number => (growsAtTwenty ? 20 : 60);
const isTight = ({ files, cache }: Node, c: Config): boolean => percentOf(files, cache) >= growsFrom(c);
const isWide = ({ files, cache }: Node): boolean => percentOf(files, cache) < 20 && cache > 1;
// Twice what the files take, cut to whole steps, and one step more.
const shrunkTo = (files: number): number => Math.floor((files * 3 * 2) / 5) + 1;

const startMachine = node.action({
  says: '{it} is a machine, and asks for {size} of memory.',
  args: { it: workload, size: memory },
  when: {
    'it is not there yet': ({ it }) => it.state === 'none',
    'so much memory is usable': ({ it, size }, s, c) => gibIn(size) / 2 <= usableFor(it, s, c),
  },
  then: ({ it, size }) => ([it.state, it.memory] = ['ok', gibIn(size) / 2]),
});

const makeVolume = node.action({
  says: '{it} is a volume, and asks for {size} of disk.',
  args: { it: workload, size: disk },
  when: {
    'it is not there yet': ({ it }) => it.state === 'none',
    'the pool has room for it': ({ size }, s, c) => gibIn(size) / 5 <= roomIn(s, c),
  },
  then: ({ it, size }) => ([it.state, it.disk] = ['ok', gibIn(size) / 5]),
});

const enlarge = node.action({
  says: 'The user enlarges the volume {it} by 5 GiB.',
  args: { it: workload },
  when: {
    'it is an installed volume': ({ it }) => it.state === 'ok' && it.disk > 0,
    'the pool has room for a larger volume': (_, s, c) => roomIn(s, c) > 0,
    'it is smaller than the whole pool': ({ it }, _, { pool }) => it.disk < pool,
  },
  then: ({ it }) => (it.disk += 1),
});

const use = node.action({
  says: 'The machine {it} begins to use all of its memory.',
  args: { it: workload },
  when: { 'it is a machine': ({ it }) => it.memory > 0, 'it does not use it yet': ({ it }) => !it.uses },
  then: ({ it }) => (it.uses = true),
});

const fail = node.action({
  says: '{it} is marked as in error, and what it holds is still there.',
  args: { it: workload },
  when: { 'it is installed': ({ it }) => it.state === 'ok' },
  then: ({ it }) => (it.state = 'error'),
});

const remove = node.action({
  says: '{it} is removed, with all that it holds.',
  args: { it: workload },
  when: { 'it is there': ({ it }) => it.state !== 'none' },
  then: ({ it }) => clear(it),
});

const restart = node.action({
  says: 'The node is switched off, and starts again with only {left} of memory.',
  args: { left: memory },
  when: { 'that is less than it has': ({ left }, s) => gibIn(left) / 2 < s.memory },
  then: ({ left }, s, c) => {
    s.memory = gibIn(left) / 2;
    for (const it of s.workloads) [it.uses, it.memory] = [false, it.state === 'ok' ? it.memory : 0]; // no machine in error starts
    for (const it of s.workloads) if (it.memory > usableFor(it, s, c)) [it.state, it.memory] = ['error', 0];
  },
});

const store = node.action({
  says: 'A file of 3 GiB comes into the cache.',
  when: { 'the cache has room for it': (_, s) => (s.files + 1) * 3 <= s.cache * 5 },
  then: (_, s) => (s.files += 1),
});

const drop = node.action({
  says: 'A file that nobody has read for long leaves the cache.',
  when: { 'there is a file': (_, s) => s.files > 0 },
  then: (_, s) => (s.files -= 1),
});

const grow = node.action({
  says: 'The cache is full enough, and storaged enlarges it by 5 GiB.',
  fair: 'weak',
  when: {
    'at least 60 percent of it are used': (_, s, c) => isTight(s, c),
    'the pool has room for a larger cache': (_, s, c) => roomIn(s, c) > 0,
    'it is smaller than the whole pool': (_, s, { pool }) => s.cache < pool,
    'it may grow': (_, __, { fixedCache }) => !fixedCache,
  },
  then: (_, s) => (s.cache += 1),
});

const shrink = node.action({
  says: 'The cache is nearly empty, and storaged makes it smaller.',
  fair: 'weak',
  when: {
    'less than 20 percent of it are used': (_, s, c) => isWide(s) || (c.setsBack && s.cache > 1 && !isTight(s, c)),
    'it may shrink': (_, __, { growsOnly }) => !growsOnly,
  },
  then: (_, s, { withoutStep, setsBack }) => (s.cache = setsBack ? 1 : shrunkTo(s.files) - (withoutStep ? 1 : 0)),
});

export const model = node.model({
  id: 'zos/capacity',
  title: 'Capacity',
  about: {
    question: 'May a node promise memory a second time while nobody uses it yet?',
    group: 'access',
    picture: { scenario: 'promised', step: 1 },
    basis: 'documented',
    standsFor: 'the check of memory, and the cache, their details observed',
    shows: 'memory that is promised once, whether it is used or not, beside what is kept back; a pool that volumes and the cache share',
    leavesOut: 'processors, rotating disks, the choice between pools, the root of a machine, paused workloads',
    scaledDown:
      'any number of workloads, and memory, disk and files of any size there; two workloads, 8 GiB, a pool of 20 GiB and files of 3 GiB here; a look at the cache every 5 minutes there, at any time here',
  },
  actions: { startMachine, makeVolume, enlarge, use, fail, remove, restart, store, drop, grow, shrink },
  always: {
    'promises and the reserve fit into the memory': (s) => memoryOf(s.workloads) + reserveOf(s) <= s.memory,
    'what is in use fits into the memory': (s, c) => inUse(s, c) <= s.memory,
    'the quotas fit into the pool': (s, c) => roomIn(s, c) >= 0,
    'the files fit into the cache': (s) => s.files * 3 <= s.cache * 5,
    'the cache has at least 5 GiB': (s) => s.cache >= 1,
    'a cache that shrinks would not grow again': (s, c) => !isWide(s) || percentOf(s.files, shrunkTo(s.files)) < growsFrom(c),
  },
  sometimes: {
    'all memory is promised, and no machine uses it': (s) =>
      memoryOf(s.workloads) + reserveOf(s) === s.memory && memoryOf(s.workloads) > 0 && s.workloads.every(({ uses }) => !uses),
    'the cache would grow, and the pool is full': (s, c) => isTight(s, c) && roomIn(s, c) === 0,
    'a machine in error still counts': (s) => s.workloads.some(({ state, memory }) => state === 'error' && memory > 0),
  },
  eventually: {
    'a cache of which 60 percent are used grows, or the pool is full': {
      once: (_, s) => percentOf(s.files, s.cache) >= 60,
      leadsTo: (_, s, c) => percentOf(s.files, s.cache) < 60 || roomIn(s, c) <= 0,
    },
    'a cache that is nearly empty gives room back': { once: (_, s) => isWide(s), leadsTo: (_, s) => !isWide(s) },
  },
});
