/**
 * The address spaces of processes: each has page tables of its own for the lower half, and all share the tables of the kernel for the upper
 * half.
 * Stands for: documented, lines 39 (page tables) and 41 (isolated address spaces) of the milestones.
 * Observed: a new space (`kernel/src/mm/page_table.rs` at fcba4a59, lines 357-387), map (396-453), unmap (455-514), destroy (569-617); the
 * end of a process (`kernel/src/process/mod.rs` at fc03cb65, lines 546-597); the switch (`kernel/src/sched/mod.rs` at bbd7106a, lines
 * 398-415).
 * Differs: no commit that was read does what the model does without faults, as the three concluded ones say. Map does not ask there whose a
 * frame is. Destroying frees tables and no frame that they name (569-617), and nobody was seen to free those; here the kernel can free
 * them. Unmap drops the translation of the processor that it runs on (505-511), and there is one.
 * Faults concluded: `freesLoaded`. A switch to a kernel task loads no tables, for process 0 has none (`process/mod.rs`, 620-630;
 * `sched/mod.rs`, 409-414), and destroying does not ask which are loaded. `freesTablesFirst`, together with it: a kill refuses the running
 * task (`sched/mod.rs`, 595-597), and the answer is not looked at (`process/mod.rs`, 585-592); in an older version the tables of every
 * process went first (`process/mod.rs` at 0086c998, lines 505-517; a comment of the later one speaks of that order and its danger,
 * 579-582). `copiesKernelHalf`: a new space copies the 256 top entries of the kernel half (379-382), so what lies below them is shared, and
 * a top entry that comes later is not; none was seen to come. None of the three was seen running.
 * Made up: `forgetsFlush`, `keepsCache` and `freesMapped`. The allocator would not notice the last (`kernel/src/mm/frame.rs` at c3e4b7b1,
 * lines 312-321), and no caller that errs was seen.
 */
import { bool, clear, id, mechanism, oneOf, option, perId, type RowIn, type StateIn, table } from '../../../engine/language.ts';

const process = id('process');
const page = id('page');
const frame = id('frame');

const memory = mechanism({
  parameters: {
    pages: { label: 'Pages', least: 1, most: 2, default: 2 },
    frames: { label: 'Frames', least: 1, most: 3, default: 2 },
    processes: { label: 'Processes', least: 2, most: 3, default: 2 },
  },
  faults: {
    forgetsFlush: 'Unmap does not drop the cached translation.',
    keepsCache: 'A switch does not drop the cached translations.',
    copiesKernelHalf: 'A process does not see what the kernel maps later under a new top entry (concluded from reading).',
    freesMapped: { doc: 'A frame is freed without looking whether some process still maps it.', drops: 'no process maps it' },
    freesTablesFirst: {
      doc: 'The tables of a process are freed before its tasks are dead (as read in an older version; concluded later, for one that runs).',
      drops: 'all its tasks are dead',
    },
    freesLoaded: {
      doc: 'The tables of a process are freed without looking whether they are loaded (concluded from reading).',
      drops: 'its tables are not loaded',
    },
  },
  state: ({ pages, frames, processes }) => ({
    processes: table(process, processes, {
      tables: bool, // it has page tables
      task: bool, // a task of it is alive
      maps: perId(page, option(frame)), // its lower half
      kernelPage: bool, // its upper half shows the kernel's page
    }),
    pages: table(page, pages, { cached: option(frame) }), // what the processor remembers, for the tables that are loaded
    frames: table(frame, frames, { is: oneOf('free', 'private', 'shared') }),
    kernelPage: bool, // the kernel has mapped a page in its half
    running: option(process), // null: a task of the kernel
    loaded: option(process), // whose tables the processor walks; null: those that the kernel made at boot
  }),
});

type Process = RowIn<typeof memory, 'process'>;
type Page = RowIn<typeof memory, 'page'>;
type Frame = RowIn<typeof memory, 'frame'>;

/** The frame where the tables of a process place a page; null when there is none. */
const translate = (at: Page, tables: Process | null): Frame | null => tables?.maps.get(at) ?? null;
const mapsFrame = (it: Process, wanted: Frame) => it.maps.items.includes(wanted);

/** The processor forgets every translation. */
const flush = ({ pages }: StateIn<typeof memory>) => {
  for (const each of pages) each.cached = null;
};

const create = memory.action({
  says: '{it} is made, with an empty lower half and the upper half of the kernel.',
  args: { it: process },
  when: { 'its place is unused': ({ it }) => !it.tables && !it.task },
  then: ({ it }, s) => {
    it.tables = true;
    it.task = true;
    it.kernelPage = s.kernelPage;
  },
});

const mapPage = memory.action({
  says: 'The kernel maps {at} of {of} to {to} as {as} memory.',
  args: { of: process, at: page, to: frame, as: oneOf('private', 'shared') },
  when: {
    'the process has its tables': ({ of }) => of.tables,
    'nothing is mapped there': ({ of, at }) => translate(at, of) === null,
    'the frame is free, or shared already': ({ to: target, as: use }) =>
      target.is === 'free' || (target.is === 'shared' && use === 'shared'),
  },
  then: ({ of, at, to: target, as: use }) => {
    of.maps.set(at, target);
    target.is = use;
  },
});

const unmapPage = memory.action({
  says: 'The kernel unmaps {at} of {of}.',
  args: { of: process, at: page },
  when: { 'something is mapped there': ({ of, at }) => translate(at, of) !== null },
  then: ({ of, at }, _, { forgetsFlush }) => {
    of.maps.set(at, null);
    if (!forgetsFlush) at.cached = null;
  },
});

const freeFrame = memory.action({
  says: 'The kernel frees {it}.',
  args: { it: frame },
  when: {
    'the frame is in use, and not shared': ({ it }) => it.is === 'private', // upstream frees no shared one (`kernel/src/mm/shared.rs` at 0edb36ae, 17-18)
    'no process maps it': ({ it }, s) => s.processes.every((each) => !mapsFrame(each, it)),
  },
  then: ({ it }) => (it.is = 'free'),
});

const touch = memory.action({
  says: 'The process touches {at}, and the processor remembers where that is.',
  args: { at: page },
  when: {
    'a process runs': (_, s) => s.running !== null,
    'the page is mapped': ({ at }, s) => translate(at, s.running) !== null,
    'the processor has to look it up': ({ at }) => at.cached === null,
  },
  then: ({ at }, s) => (at.cached = translate(at, s.running)),
});

const switchTo = memory.action({
  says: 'The processor switches to {to} and loads its tables.',
  args: { to: process },
  when: {
    'a task of it is alive': ({ to: next }) => next.task,
    'it does not run': ({ to: next }, s) => s.running !== next,
  },
  then: ({ to: next }, s, { keepsCache }) => {
    s.running = next;
    s.loaded = next;
    if (!keepsCache) flush(s);
  },
});

const switchToKernel = memory.action({
  says: 'The processor switches to a task of the kernel. The same tables stay loaded.',
  when: { 'a process runs': (_, s) => s.running !== null },
  then: (_, s) => (s.running = null),
});

const mapKernel = memory.action({
  says: 'The kernel maps a page in its own half.',
  when: { 'the page is not mapped': (_, s) => !s.kernelPage },
  then: (_, s, { copiesKernelHalf }) => {
    s.kernelPage = true;
    if (copiesKernelHalf) return;
    for (const each of s.processes) if (each.tables) each.kernelPage = true;
  },
});

const killTasks = memory.action({
  says: 'All tasks of {of} are killed.',
  args: { of: process },
  when: {
    'a task of it is alive': ({ of }) => of.task,
    'it does not run': ({ of }, s) => s.running !== of,
  },
  then: ({ of }) => (of.task = false),
});

const destroy = memory.action({
  says: 'The page tables of {it} are freed.',
  args: { it: process },
  when: {
    'it has tables': ({ it }) => it.tables,
    'all its tasks are dead': ({ it }) => !it.task,
    'its tables are not loaded': ({ it }, s) => s.loaded !== it,
  },
  then: ({ it }) => {
    const { task } = it; // none is left but by a fault
    clear(it);
    it.task = task;
  },
});

export const model = memory.model({
  id: 'themelios/address-space',
  title: 'Address spaces',
  about: {
    question: 'Can a process still reach memory that was taken from it?',
    group: 'access',
    picture: { scenario: 'halves', step: 9 },
    basis: 'documented',
    standsFor: 'lines 39 and 41 of the milestones',
    shows: 'map and unmap, a shared frame, the cached translation and when it is dropped, the switch, the end of a process',
    leavesOut: 'the levels of the tables, the rights of a page, and how frames are found',
    scaledDown: '256 top entries in each half there, 2 pages below and 1 above here',
  },
  actions: { create, mapPage, unmapPage, freeFrame, touch, switchTo, switchToKernel, mapKernel, killTasks, destroy },
  always: {
    'a frame is mapped in two processes only if it is shared': (s) =>
      s.frames.every((each) => each.is === 'shared' || s.processes.filter((it) => mapsFrame(it, each)).length <= 1),
    'the kernel half is the same in every address space': (s) =>
      s.processes.every((each) => !each.tables || each.kernelPage === s.kernelPage),
    'what is cached is what the loaded tables say': (s) =>
      s.pages.every((each) => each.cached === null || each.cached === translate(each, s.loaded)),
    'a process has its tables until all its tasks are dead': (s) => s.processes.every((each) => !each.task || each.tables),
    'the tables that are loaded exist': (s) => s.processes.every((each) => each !== s.loaded || each.tables),
  },
  sometimes: {
    'two processes share a frame': (s) => s.frames.some((each) => s.processes.filter((it) => mapsFrame(it, each)).length === 2),
    'a task of the kernel runs on the tables of a process': (s) => s.running === null && s.loaded !== null,
  },
});
