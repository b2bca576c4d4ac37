/**
 * Address spaces: each process has page tables of its own for the lower half, and all share the kernel's tables for the upper half.
 * Stands for: documented (milestones, phase 2: custom page tables, isolated address spaces) and observed (facts 5.11,
 * kernel/src/mm/page_table.rs@fcba4a59, kernel/src/process/mod.rs@fc03cb65). The fault `freesLoaded` is inferred: a switch to a kernel task
 * loads no tables, and nothing was found that looks at the loaded ones when a process is destroyed.
 */
import { bool, clear, id, mechanism, oneOf, option, perId, table } from '../../../engine/language.ts';

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
    copiesKernelHalf: 'A new process gets a copy of the tables of the kernel half, not the tables themselves.',
    freesMapped: 'A frame is freed without looking whether some process still maps it.',
    freesTablesFirst: 'The tables of a process are freed before its tasks are dead.',
    freesLoaded: 'The tables of a process are freed without looking whether they are loaded.',
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

// prettier-ignore
const create = memory.action({
  says: '{it} is made, with an empty lower half and the upper half of the kernel.', args: { it: process },
  when: { 'its place is unused': ({ it }) => !it.tables && !it.task },
  then: ({ it }, s) => { it.tables = true; it.task = true; it.kernelPage = s.kernelPage; },
});

// prettier-ignore
const mapPage = memory.action({
  says: 'The kernel maps {at} of {of} to {to} as {as} memory.', args: { of: process, at: page, to: frame, as: oneOf('private', 'shared') },
  when: {
    'the process has its tables': ({ of }) => of.tables,
    'nothing is mapped there': ({ of, at }) => of.maps.get(at) === null,
    'the frame is free, or shared already': ({ to, as }) => to.is === 'free' || (to.is === 'shared' && as === 'shared'),
  },
  then: ({ of, at, to, as }) => { of.maps.set(at, to); to.is = as; },
});

// prettier-ignore
const unmapPage = memory.action({
  says: 'The kernel unmaps {at} of {of}.', args: { of: process, at: page },
  when: { 'something is mapped there': ({ of, at }) => of.maps.get(at) !== null },
  then: ({ of, at }, _, { forgetsFlush }) => { of.maps.set(at, null); if (!forgetsFlush) at.cached = null; },
});

const freeFrame = memory.action({
  says: 'The kernel frees {it}.',
  args: { it: frame },
  when: {
    'the frame is in use, and not shared': ({ it }) => it.is === 'private', // shared ones are never freed upstream
    'no process maps it': ({ it }, s, { freesMapped }) => freesMapped || s.processes.every((each) => !each.maps.items.includes(it)),
  },
  then: ({ it }) => (it.is = 'free'),
});

const touch = memory.action({
  says: 'The process touches {at}, and the processor remembers where that is.',
  args: { at: page },
  when: {
    'a process runs': (_, s) => s.running !== null,
    'the page is mapped': ({ at }, s) => s.running?.maps.get(at) != null,
    'the processor has to look it up': ({ at }) => at.cached === null,
  },
  then: ({ at }, s) => (at.cached = s.running?.maps.get(at) ?? null),
});

// prettier-ignore
const switchTo = memory.action({
  says: 'The processor switches to {to} and loads its tables.', args: { to: process },
  when: {
    'a task of it is alive': ({ to }) => to.task,
    'it does not run': ({ to }, s) => s.running !== to,
  },
  then: ({ to }, s, { keepsCache }) => {
    s.running = s.loaded = to;
    if (!keepsCache) for (const each of s.pages) each.cached = null;
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
    for (const each of s.processes.filter((each) => each.tables && !copiesKernelHalf)) each.kernelPage = true;
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
    'all its tasks are dead': ({ it }, _, { freesTablesFirst }) => freesTablesFirst || !it.task,
    'its tables are not loaded': ({ it }, s, { freesLoaded }) => freesLoaded || s.loaded !== it,
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
    basis: 'documented',
    standsFor: 'phase 2, page tables',
    shows:
      'map and unmap, a frame that two processes share, the cached translation and when it is dropped, the switch, the end of a process',
    leavesOut: "the levels of the tables, rights of a page (all are writable), how frames are found, and reuse of a process's number",
    scaledDown: '256 top entries in each half there; 2 pages below and 1 above here',
  },
  actions: { create, mapPage, unmapPage, freeFrame, touch, switchTo, switchToKernel, mapKernel, killTasks, destroy },
  always: {
    'a frame is mapped in two processes only if it is shared': (s) =>
      s.frames.every((each) => each.is === 'shared' || s.processes.filter(({ maps }) => maps.items.includes(each)).length <= 1),
    'the kernel half is the same in every address space': (s) =>
      s.processes.every((each) => !each.tables || each.kernelPage === s.kernelPage),
    'what is cached is what the loaded tables say': (s) =>
      s.pages.every((each) => each.cached === null || s.loaded?.maps.get(each) === each.cached),
    'a process has its tables until all its tasks are dead': (s) => s.processes.every((each) => !each.task || each.tables),
    'the tables that are loaded exist': (s) => s.loaded === null || s.loaded.tables,
  },
  sometimes: {
    'two processes share a frame': (s) => s.frames.some((each) => s.processes.filter(({ maps }) => maps.items.includes(each)).length === 2),
    'a task of the kernel runs on the tables of a process': (s) => s.running === null && s.loaded !== null,
  },
});
