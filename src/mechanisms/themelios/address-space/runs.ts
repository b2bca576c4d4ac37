/** Runs of `themelios/address-space`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    halves: {
      title: 'Two processes with lower halves of their own, one shared frame, and one kernel half',
      // prettier-ignore
      steps: [
        { create: { it: 0 } }, { create: { it: 1 } }, { mapPage: { of: 0, at: 0, to: 0, as: 'private' } },
        { mapPage: { of: 0, at: 1, to: 1, as: 'shared' } }, { mapPage: { of: 1, at: 1, to: 1, as: 'shared' } }, { mapKernel: {} },
        { switchTo: { to: 0 } }, { touch: { at: 0 } }, { switchTo: { to: 1 } },
      ],
      ends: 'safe',
    },
    end: {
      title: 'A process ends: its tasks first, then its tables, then its frame serves another',
      // prettier-ignore
      steps: [
        { create: { it: 0 } }, { create: { it: 1 } }, { mapPage: { of: 0, at: 0, to: 0, as: 'private' } }, { switchTo: { to: 1 } },
        { killTasks: { of: 0 } }, { destroy: { it: 0 } }, { freeFrame: { it: 0 } }, { mapPage: { of: 1, at: 0, to: 0, as: 'private' } },
      ],
      ends: 'safe',
    },
    alive: {
      title: 'Tables are not freed while a task may still run on them',
      steps: [{ create: { it: 0 } }, { destroy: { it: 0 } }],
      ends: { refused: 'all its tasks are dead' },
    },
    stale: {
      title: 'Without a flush, the process goes on using a page that is unmapped',
      with: { forgetsFlush: true },
      // prettier-ignore
      steps: [
        { create: { it: 0 } }, { mapPage: { of: 0, at: 0, to: 0, as: 'private' } }, { switchTo: { to: 0 } }, { touch: { at: 0 } },
        { unmapPage: { of: 0, at: 0 } },
      ],
      ends: { violates: 'what is cached is what the loaded tables say' },
    },
    borrowed: {
      title: 'A task of the kernel frees the tables that it runs on',
      with: { freesLoaded: true },
      // prettier-ignore
      steps: [
        { create: { it: 0 } }, { switchTo: { to: 0 } }, { switchToKernel: {} }, { killTasks: { of: 0 } }, { destroy: { it: 0 } },
      ],
      ends: { violates: 'the tables that are loaded exist' },
    },
    itself: {
      title: 'A running process is destroyed, and its task lives on',
      with: { freesTablesFirst: true, freesLoaded: true },
      steps: [{ create: { it: 0 } }, { switchTo: { to: 0 } }, { destroy: { it: 0 } }],
      ends: { violates: 'a process has its tables until all its tasks are dead' },
    },
    late: {
      title: 'A process does not see a page of the kernel that is newer',
      with: { copiesKernelHalf: true },
      steps: [{ create: { it: 0 } }, { mapKernel: {} }],
      ends: { violates: 'the kernel half is the same in every address space' },
    },
  },
  expect: [
    { states: 17_862, transitions: 141_707, depth: 15 },
    { symmetric: true, states: 8_998, transitions: 71_461, depth: 15 },
    { with: { forgetsFlush: true }, violates: 'what is cached is what the loaded tables say', steps: 5 },
    { with: { keepsCache: true }, violates: 'what is cached is what the loaded tables say', steps: 6 },
    { with: { copiesKernelHalf: true }, violates: 'the kernel half is the same in every address space', steps: 2 },
    { with: { freesMapped: true }, violates: 'a frame is mapped in two processes only if it is shared', steps: 5 },
    { with: { freesTablesFirst: true }, violates: 'a process has its tables until all its tasks are dead', steps: 2 },
    { with: { freesLoaded: true }, violates: 'the tables that are loaded exist', steps: 5 },
  ],
});
