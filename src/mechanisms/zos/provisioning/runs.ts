/** Runs of `zos/provisioning`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    crash: {
      title: 'A job that a crash interrupts is run again',
      // prettier-ignore
      steps: [
        { provision: { wants: ['mount', 'network', 'machine'] } }, { peek: {} }, { install: { it: 'mount' } }, { crash: {} },
        { peek: {} }, { install: { it: 'network' } }, { install: { it: 'machine' } }, { dequeue: {} },
      ],
      ends: 'safe',
    },
    order: {
      title: 'A machine is not installed before its disk and its network',
      steps: [{ provision: { wants: ['mount', 'network', 'machine'] } }, { peek: {} }, { install: { it: 'machine' } }],
      ends: { refused: 'all that comes before it in the order of types is there' },
    },
    early: {
      title: 'A job that leaves the queue before it has run is lost in a crash',
      with: { dequeuesFirst: true },
      steps: [{ provision: { wants: ['mount'] } }, { peek: {} }, { crash: {} }],
      ends: { violates: 'no accepted job is lost' },
    },
    forgotten: {
      title: 'A removal that has not run does not survive a reboot',
      with: { wipesQueue: true },
      steps: [{ provision: { wants: ['mount'] } }, { deprovision: {} }, { reboot: {} }],
      ends: { violates: 'no accepted job is lost' },
    },
  },
  expect: [
    { states: 2_216, transitions: 6_444, depth: 19 },
    { with: { dequeuesFirst: true }, violates: 'no accepted job is lost', steps: 3 },
    { with: { wipesQueue: true }, violates: 'no accepted job is lost', steps: 3 },
    { with: { uninstallsInOrder: true }, violates: 'an installed machine has its mount and its network', steps: 9 },
    { with: { installsAtOnce: true }, violates: 'an installed machine has its mount and its network', steps: 3 },
    { with: { replaysDeleted: true }, violates: 'what is deleted stays deleted', steps: 10 },
  ],
});
