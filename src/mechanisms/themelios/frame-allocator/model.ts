/**
 * The bitmap of physical frames: one bit a frame, and 1 means free.
 * Stands for: documented (milestones, phase 1: bitmap-based) and observed (facts 5.6, kernel/src/mm/frame.rs@c3e4b7b1). The allocator does
 * not know who holds a frame; it is shown because the rules are about it. The last two faults are inferred from reading the code.
 */
import { bool, id, mechanism, oneOf, orderedTable, range, type RowIn, setOf, table } from '../../../engine/language.ts';

const frame = id('frame');
const caller = id('caller');

const memory = mechanism({
  parameters: { frames: { label: 'Frames', least: 6, most: 8, default: 7 }, callers: { label: 'Callers', least: 2, most: 3, default: 2 } },
  faults: {
    skipsBitmap: 'Boot counts before the bits of the bitmap itself are cleared.',
    countsTwice: 'Free does not ask whether the frame is free already.',
    offByOne: 'The search for a run does not look at its last frame.',
    reclaimsEarly: 'Reclaim does not wait until the kernel has its own tables and stack.',
    reclaimsAgain: 'Reclaim is called again when frames of the region are in use.',
    freesLate: 'A caller gives back a frame that somebody else holds by now; the check sees only that it is allocated.',
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
    for (const each of s.frames) {
      each.region = each.index === 0 ? 'kernel' : each.index === 1 ? 'bitmap' : each.index < frames - 1 ? 'usable' : 'boot';
    }
  },
});

type Frame = RowIn<typeof memory, 'frame'>;

const RUN = 2;
const inRun = (first: Frame, each: Frame, length = RUN): boolean => each.index >= first.index && each.index < first.index + length;

/** The count after a change. It stays between none and all without this, but for a fault. */
const bounded = (count: number, frames: number): number => Math.max(0, Math.min(count, frames));

// prettier-ignore
const markUsable = memory.action({
  says: 'The bits of all usable frames are set.',
  when: { 'the bitmap is all zero': (_, s) => s.boot === 'zeroed' },
  then: (_, s) => { for (const each of s.frames) each.free = each.region === 'bitmap' || each.region === 'usable'; s.boot = 'marked'; },
});

// prettier-ignore
const keepBitmap = memory.action({
  says: 'The bits of the frames that hold the bitmap itself are cleared.',
  when: { 'the usable frames are marked': (_, s) => s.boot === 'marked' },
  then: (_, s) => { for (const each of s.frames) if (each.region === 'bitmap') each.free = false; s.boot = 'kept'; },
});

// prettier-ignore
const countFree = memory.action({
  says: 'The bits that are set are counted.',
  when: { 'the bitmap has kept its own frames': (_, s, { skipsBitmap }) => s.boot === 'kept' || (skipsBitmap && s.boot === 'marked') },
  then: (_, s) => { s.count = s.frames.filter((each) => each.free).length; s.boot = 'counted'; },
});

// prettier-ignore
const allocate = memory.action({
  says: '{by} gets {it}.', args: { it: frame, by: caller },
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the frame is free': ({ it }) => it.free,
    'no lower frame is free': ({ it }, s) => !s.frames.some((each) => each.free && each.index < it.index),
  },
  then: ({ it, by }, s, { frames }) => { it.free = false; s.count = bounded(s.count - 1, frames); by.holds = by.holds.with(it); },
});

const allocateRun = memory.action({
  says: '{by} gets two frames in a row, from {first} on.',
  args: { first: frame, by: caller },
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the run ends inside memory': ({ first }, s) => first.index + RUN <= s.frames.length,
    'every frame of the run is free': ({ first }, s, { offByOne }) =>
      s.frames.every((each) => each.free || !inRun(first, each, offByOne ? RUN - 1 : RUN)),
    'no run that is free starts lower': ({ first }, s) =>
      !s.frames.some((start) => start.index < first.index && s.frames.every((each) => each.free || !inRun(start, each))),
  },
  then: ({ first, by }, s, { frames }) => {
    for (const each of s.frames.filter((each) => inRun(first, each))) {
      each.free = false;
      by.holds = by.holds.with(each);
    }
    s.count = bounded(s.count - RUN, frames);
  },
});

// prettier-ignore
const free = memory.action({
  says: '{by} gives back {it}.', args: { it: frame, by: caller },
  when: {
    'the allocator is ready': (_, s) => s.boot === 'counted',
    'the frame is allocated': ({ it }, _, { countsTwice }) => countsTwice || !it.free,
    'the caller holds it, or it is free already': ({ it, by }, s, { freesLate }) =>
      it.free || by.holds.has(it) || (freesLate && s.callers.some((each) => each.holds.has(it))),
  },
  then: ({ it, by }, s, { frames }) => { it.free = true; s.count = bounded(s.count + 1, frames); by.holds = by.holds.without(it); },
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
    'the kernel has its own tables and stack': (_, s, { reclaimsEarly }) => s.owned || reclaimsEarly,
    'it is not reclaimed yet': (_, s, { reclaimsAgain }) => !s.reclaimed || reclaimsAgain,
  },
  then: (_, s, { frames }) => {
    for (const each of s.frames.filter((each) => each.region === 'boot' && !each.free)) {
      each.free = true;
      s.count = bounded(s.count + 1, frames);
    }
    s.reclaimed = true;
  },
});

export const model = memory.model({
  id: 'themelios/frame-allocator',
  title: 'Frame allocator',
  about: {
    basis: 'documented',
    standsFor: 'phase 1',
    shows: 'how boot makes the bitmap, first fit for one frame and for a run, giving back, reclaiming the memory of the boot loader',
    leavesOut: 'the lock that masks interrupts, the bytes of the bitmap, and memory maps with more regions',
    scaledDown: "a machine's memory in frames of 4 KiB there, 7 frames here; runs of any length there, of 2 here",
  },
  actions: { markUsable, keepBitmap, countFree, allocate, allocateRun, free, ownTables, reclaimRegion },
  always: {
    'a frame has one owner': (s) => s.frames.every((each) => s.callers.filter((by) => by.holds.has(each)).length <= 1),
    'the count is the number of free frames': (s) => s.boot !== 'counted' || s.count === s.frames.filter((each) => each.free).length,
    'the frames of the bitmap are never handed out': (s) =>
      s.frames.every((each) => each.region !== 'bitmap' || !s.callers.some((by) => by.holds.has(each))),
    'memory that the kernel still uses is not free': (s) => s.owned || s.frames.every((each) => each.region !== 'boot' || !each.free),
  },
  sometimes: {
    'memory runs out': (s) => s.boot === 'counted' && s.count === 0,
    'two frames are free, but no run is': (s) =>
      s.count === 2 && !s.frames.some((each) => each.free && s.frames.some((next) => next.free && next.index === each.index + 1)),
  },
});
