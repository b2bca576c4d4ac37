/**
 * The bitmap of physical frames: one bit a frame, and 1 means free.
 * Stands for: documented, lines 29 (a bitmap) and 45 (reclaim) of the milestones.
 * Observed: in `kernel/src/mm/frame.rs` at c3e4b7b1, frames of 4 KiB and their bits (3-12), how the bitmap is made (68-179), a run
 * (241-276), one frame (278-306), giving back (308-321), reclaim (343-366).
 * Differs: no commit that was read does what the model does without faults. The allocator there does not know who holds a frame; the
 * callers are in the model because its rules are about them. And the memory of the boot loader is reclaimed while the kernel stands on its
 * stack.
 * Faults read: `reclaimsEarly`, for the stack alone. The kernel reclaims (`kernel/src/main.rs` at 0cf7973c, lines 388-398) and later (434)
 * makes task 0 of what runs on the stack of the boot loader (`kernel/src/sched/mod.rs` at bbd7106a, lines 137-142); the files are of different
 * commits.
 * Faults concluded: `freesLate`, for giving back looks at the bit of the frame alone (316-321). `reclaimsAgain`, for reclaim sets every bit
 * of the region that is not set; it was seen to be called once. Neither was seen running.
 * Made up: `skipsBitmap`, `countsTwice` and `offByOne`.
 */
import { bool, id, mechanism, oneOf, orderedTable, range, type RowIn, setOf, type StateIn, table } from '../../../engine/language.ts';

const frame = id('frame');
const caller = id('caller');

const memory = mechanism({
  parameters: {
    frames: { label: 'Frames', least: 6, most: 8, default: 7 },
    callers: { label: 'Callers', least: 2, most: 3, default: 2 },
  },
  faults: {
    skipsBitmap: 'Boot counts before the bits of the bitmap itself are cleared.',
    countsTwice: { doc: 'Free does not ask whether the frame is free already.', drops: 'the frame is allocated' },
    offByOne: 'The search for a run does not look at its last frame.',
    reclaimsEarly: {
      doc: 'Reclaim does not wait until the kernel has its own tables and stack (as read upstream, for the stack).',
      drops: 'the kernel has its own tables and stack',
    },
    reclaimsAgain: {
      doc: 'Reclaim is called again when frames of the region are in use (concluded from reading).',
      drops: 'it is not reclaimed yet',
    },
    freesLate:
      'A caller gives back a frame that somebody else holds by now; the check sees only that it is allocated (concluded from reading).',
  },
  state: ({ frames, callers }) => ({
    frames: orderedTable(frame, frames, {
      region: oneOf('kernel', 'bitmap', 'usable', 'boot'), // what is there at boot; the bitmap lies at the start of usable memory
      free: bool, // its bit
    }),
    callers: table(caller, callers, { holds: setOf(frame) }), // parts of the kernel that ask for frames
    count: range(0, frames), // of free frames, as the allocator keeps it
    boot: oneOf('zeroed', 'marked', 'kept', 'counted'), // how far the bitmap is made
    owned: bool, // the kernel has its own segment table, page tables and stack
    reclaimed: bool, // the boot loader's memory is given to the allocator
  }),
  start: (s, { frames }) => {
    for (const it of s.frames) {
      it.region = it.index === 0 ? 'kernel' : it.index === 1 ? 'bitmap' : it.index < frames - 1 ? 'usable' : 'boot';
    }
  },
});

type Memory = StateIn<typeof memory>;
type Frame = RowIn<typeof memory, 'frame'>;
type Caller = RowIn<typeof memory, 'caller'>;

/** Frames in a run that is asked for. */
const RUN = 2;

const runFrom = ({ frames }: Memory, first: Frame, length = RUN): readonly Frame[] =>
  frames.filter(({ index }) => index >= first.index && index < first.index + length);
const fitsAt = (s: Memory, first: Frame): boolean => first.index + RUN <= s.frames.length;
const isFreeRun = (s: Memory, first: Frame): boolean => fitsAt(s, first) && runFrom(s, first).every((it) => it.free);

const lowestFree = ({ frames }: Memory): Frame | undefined => frames.find((it) => it.free);
const lowestFreeRun = (s: Memory): Frame | undefined => s.frames.find((first) => isFreeRun(s, first));

const freeFrames = ({ frames }: Memory): number => frames.filter((it) => it.free).length;
const holdersOf = ({ callers }: Memory, it: Frame): readonly Caller[] => callers.filter((by) => by.holds.has(it));

/** Changes the count. Only a fault takes it past none or all. */
const count = (s: Memory, change: number): void => {
  s.count = Math.max(0, Math.min(s.count + change, s.frames.length));
};

const handOut = (s: Memory, it: Frame, by: Caller): void => {
  it.free = false;
  by.holds = by.holds.with(it);
  count(s, -1);
};

const markUsable = memory.action({
  says: 'The bits of all usable frames are set.',
  when: { 'the bitmap is all zero': (_, s) => s.boot === 'zeroed' },
  then: (_, s) => {
    for (const it of s.frames) it.free = it.region === 'bitmap' || it.region === 'usable';
    s.boot = 'marked';
  },
});

const keepBitmap = memory.action({
  says: 'The bits of the frames that hold the bitmap itself are cleared.',
  when: { 'the usable frames are marked': (_, s) => s.boot === 'marked' },
  then: (_, s) => {
    for (const it of s.frames.filter(({ region }) => region === 'bitmap')) it.free = false;
    s.boot = 'kept';
  },
});

const countFree = memory.action({
  says: 'The bits that are set are counted.',
  when: { 'the bitmap has kept its own frames': (_, s, { skipsBitmap }) => s.boot === 'kept' || (skipsBitmap && s.boot === 'marked') },
  then: (_, s) => {
    s.count = freeFrames(s);
    s.boot = 'counted';
  },
});

const allocate = memory.action({
  says: '{by} gets {it}.',
  args: { it: frame, by: caller },
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the frame is free': ({ it }) => it.free,
    'no lower frame is free': ({ it }, s) => (lowestFree(s) ?? it).index >= it.index,
  },
  then: ({ it, by }, s) => handOut(s, it, by),
});

const allocateRun = memory.action({
  says: '{by} gets two frames in a row, from {first} on.',
  args: { first: frame, by: caller },
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the run ends inside memory': ({ first }, s) => fitsAt(s, first),
    'every frame of the run is free': ({ first }, s, { offByOne }) => runFrom(s, first, offByOne ? RUN - 1 : RUN).every((it) => it.free),
    'no run that is free starts lower': ({ first }, s) => (lowestFreeRun(s) ?? first).index >= first.index,
  },
  then: ({ first, by }, s) => {
    for (const it of runFrom(s, first)) handOut(s, it, by);
  },
});

const free = memory.action({
  says: '{by} gives back {it}.',
  args: { it: frame, by: caller },
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the frame is allocated': ({ it }) => !it.free,
    'the caller holds it, or it is free already': ({ it, by }, s, { freesLate }) =>
      it.free || by.holds.has(it) || (freesLate && holdersOf(s, it).length > 0),
  },
  then: ({ it, by }, s) => {
    it.free = true;
    by.holds = by.holds.without(it);
    count(s, +1);
  },
});

const ownTables = memory.action({
  says: 'The kernel stops using the segment table, page tables and stack of the boot loader.',
  when: { 'it still uses them': (_, s) => !s.owned },
  then: (_, s) => (s.owned = true),
});

const reclaimRegion = memory.action({
  says: 'The memory of the boot loader is reclaimed.',
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the kernel has its own tables and stack': (_, s) => s.owned,
    'it is not reclaimed yet': (_, s) => !s.reclaimed,
  },
  then: (_, s) => {
    for (const it of s.frames.filter(({ region, free }) => region === 'boot' && !free)) {
      it.free = true;
      count(s, +1);
    }
    s.reclaimed = true;
  },
});

export const model = memory.model({
  id: 'themelios/frame-allocator',
  title: 'Frame allocator',
  about: {
    question: 'Can one piece of memory get two owners?',
    group: 'access',
    picture: { scenario: 'firstFit', step: 7 },
    basis: 'documented',
    standsFor: 'lines 29 and 45 of the milestones',
    shows: 'how boot makes the bitmap, first fit for one frame and for a run, giving back, reclaiming the memory of the boot loader',
    leavesOut:
      'the lock that masks interrupts, the bytes of the bitmap, memory maps with more regions, that the page tables take frames themselves, and the number of usable frames, which reclaim does not raise',
    scaledDown: "a machine's memory in frames of 4 KiB there, 7 frames here; runs of any length there, of 2 frames here",
  },
  actions: { markUsable, keepBitmap, countFree, allocate, allocateRun, free, ownTables, reclaimRegion },
  always: {
    'a frame has one owner': (s) => s.frames.every((it) => holdersOf(s, it).length <= 1),
    'the count is the number of free frames': (s) => s.boot !== 'counted' || s.count === freeFrames(s),
    'the frames of the bitmap are never handed out': (s) => s.frames.every((it) => it.region !== 'bitmap' || holdersOf(s, it).length === 0),
    'memory that the kernel still uses is not free': (s) => s.owned || s.frames.every((it) => it.region !== 'boot' || !it.free),
  },
  sometimes: {
    'memory runs out': (s) => s.boot === 'counted' && s.count === 0,
    'two frames are free, but no run is': (s) => s.count === 2 && lowestFreeRun(s) === undefined,
  },
});
