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
      title:
        'As read at 6caeb0ff: a removal that has not run is lost in a reboot, its deployment rerun if its contract can still be had, and asked for again',
      with: { wipesQueue: true },
      // prettier-ignore
      steps: [
        { provision: { wants: ['mount'] } }, { peek: {} }, { install: { it: 'mount' } }, { dequeue: {} }, { cancel: {} }, { deprovision: {} },
        { reboot: {} }, { deprovision: {} }, { peek: {} }, { install: { it: 'mount' } }, { dequeue: {} }, { peek: {} }, { uninstall: { it: 'mount' } },
        { dequeue: {} },
      ],
      ends: 'safe',
    },
    outdated: {
      title: 'As read at 6caeb0ff: an update that has not run is lost in a reboot',
      with: { wipesQueue: true },
      steps: [{ provision: { wants: ['mount'] } }, { update: { wants: ['network'] } }, { reboot: {} }],
      ends: { violates: 'no accepted job is lost' },
    },
    cleaned: {
      title: 'As read at 6caeb0ff: a crash before anything is installed, and the start deletes the deployment whose job waits',
      with: { cleansWaiting: true },
      steps: [{ provision: { wants: ['mount'] } }, { crash: {} }, { peek: {} }, { dequeue: {} }],
      ends: { violates: 'no accepted job is lost' },
    },
    neverCame: {
      title: 'As read at 6caeb0ff: a reboot before anything is installed, and neither deployment nor job is left',
      with: { wipesQueue: true, cleansWaiting: true },
      steps: [{ provision: { wants: ['mount'] } }, { reboot: {} }],
      ends: { violates: 'no accepted job is lost' },
    },
  },
  expect: [
    { states: 3_763, transitions: 13_733, depth: 18 },
    { with: { dequeuesFirst: true }, violates: 'no accepted job is lost', steps: 3 },
    { with: { wipesQueue: true }, violates: 'no accepted job is lost', steps: 3 },
    { with: { cleansWaiting: true }, violates: 'no accepted job is lost', steps: 4 },
    { with: { wipesQueue: true, cleansWaiting: true }, violates: 'no accepted job is lost', steps: 2 },
    { with: { uninstallsInOrder: true }, violates: 'an installed machine has its mount and its network', steps: 9 },
    { with: { installsAtOnce: true }, violates: 'an installed machine has its mount and its network', steps: 3 },
    { with: { replaysDeleted: true }, violates: 'what is deleted stays deleted', steps: 10 },
  ],
});
