/** Runs of `zos/upgrade-rollout`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const order = 'test runs only what dev has run, and production only what test has run';
const named = 'outside dev a node runs only what the registrar has named';
const whole = 'a node that does not upgrade has all packages of its tag';
const machines = 'a machine outlives the upgrade of its node';
const spared = 'an upgrade stops neither identityd nor redis';

const halfway = (it: number) => [{ look: { it } }, { install: { it, what: 'containerd' } }, { start: { it, what: 'containerd' } }] as const;
const upgrade = (it: number) =>
  [...halfway(it), { install: { it, what: 'zos.flist' } }, { start: { it, what: 'vmd' } }, { finish: { it } }] as const;
const release = (it: 'QA' | 'test' | 'production') => [{ release: { it, by: 'link' } }, { release: { it, by: 'registrar' } }] as const;

export const runs = withRuns(model, {
  scenarios: {
    whole: {
      title: 'A version comes to dev, to test and to production, there to the test farm first',
      // prettier-ignore
      steps: [
        { build: {} }, ...upgrade(0), ...release('test'), { markSafe: { it: 'test' } }, ...upgrade(2), ...release('production'), ...upgrade(3),
        { markSafe: { it: 'production' } }, ...upgrade(4),
      ],
      ends: 'safe',
    },
    early: {
      title: 'Production does not get what test has not run',
      steps: [{ build: {} }, { release: { it: 'production', by: 'link' } }],
      ends: { refused: 'the network before runs that version' },
    },
    unnamed: {
      title: 'A link alone lets no node upgrade',
      steps: [{ build: {} }, { release: { it: 'QA', by: 'link' } }, { look: { it: 1 } }],
      ends: { refused: 'the registrar names the same, or the network is dev' },
    },
    unsafe: {
      title: 'A node off the list waits for the flag',
      steps: [{ build: {} }, ...release('QA'), { look: { it: 1 } }],
      ends: { refused: 'the version is marked safe, or the farm is on the list' },
    },
    back: {
      title: 'An upgrade that fails leaves what was there, and begins anew',
      steps: [{ build: {} }, ...halfway(0), { fail: { it: 0 } }, ...upgrade(0)],
      ends: 'safe',
    },
    anything: {
      title: 'As read at 6caeb0ff: production gets what test has never run',
      with: { releasesAnything: true },
      steps: [{ build: {} }, ...release('production'), { look: { it: 3 } }, { install: { it: 3, what: 'containerd' } }],
      ends: { violates: order },
    },
    boots: {
      title: 'As read at 6caeb0ff: a reboot passes by both gates',
      with: { bootTakesLink: true },
      steps: [{ build: {} }, { release: { it: 'QA', by: 'link' } }, { reboot: { it: 1 } }],
      ends: { violates: named },
    },
    mixture: {
      title: 'As read at 6caeb0ff: an upgrade that fails leaves packages of two versions',
      with: { leavesMixture: true },
      steps: [{ build: {} }, ...halfway(0), { fail: { it: 0 } }],
      ends: { violates: whole },
    },
    killed: {
      title: 'As read at 92444a7: the supervisor stops vmd, and a machine of a user with it',
      with: { killsMachines: true },
      steps: [{ build: {} }, ...halfway(0), { install: { it: 0, what: 'zos.flist' } }],
      ends: { violates: machines },
    },
    stuck: {
      title: 'An upgrade that stops identityd stops itself',
      with: { stopsAll: true },
      steps: [{ build: {} }, ...halfway(0), { install: { it: 0, what: 'zos.flist' } }],
      ends: { violates: spared },
    },
  },
  expect: [
    { states: 925, transitions: 7653, depth: 40 },
    { with: { others: 2 }, states: 4453, transitions: 46_924, depth: 46 },
    { with: { releasesAnything: true }, violates: order, steps: 5 },
    { with: { bootTakesLink: true }, violates: named, steps: 3 },
    { with: { leavesMixture: true }, violates: whole, steps: 5 },
    { with: { killsMachines: true }, violates: machines, steps: 5 },
    { with: { asksNoVersion: true }, violates: named, steps: 4 },
    { with: { asksNoFlag: true }, violates: 'outside dev a node off the list runs only what was marked safe', steps: 5 },
    { with: { listOnly: true }, violates: 'a version that the gates let in comes to the node', stem: 10, loop: 1 },
    { with: { tagFirst: true }, violates: whole, steps: 3 },
    { with: { anyOrder: true }, violates: 'the package zos.flist is never newer than the one that it needs', steps: 3 },
    { with: { stopsAll: true }, violates: spared, steps: 5 },
  ],
});
