/** Runs of `zos/boot-graph`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const early = 'nothing is started before what it comes after is ready';
const alone = 'a one-shot that has ended is left alone';
const untested = 'a daemon with a test runs only once its test can pass';
const settled = 'every unit comes up, or waits for a one-shot that has failed';

export const runs = withRuns(model, {
  scenarios: {
    whole: {
      title: 'Eight units come up, each after those that it names',
      // prettier-ignore
      steps: [
        { start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'internet' } }, { start: { it: 'storaged' } },
        { testInVain: { it: 'storaged' } }, { finish: { it: 'internet' } }, { appear: { it: 'storaged' } }, { passTest: { it: 'storaged' } },
        { start: { it: 'boot' } }, { finish: { it: 'boot' } }, { start: { it: 'identityd' } }, { start: { it: 'networkd' } },
        { appear: { it: 'identityd' } }, { passTest: { it: 'identityd' } }, { start: { it: 'flistd' } }, { appear: { it: 'networkd' } },
        { passTest: { it: 'networkd' } }, { start: { it: 'provisiond' } },
      ],
      ends: 'safe',
    },
    waits: {
      title: 'storaged is started, and boot still waits for its test',
      // prettier-ignore
      steps: [
        { start: { it: 'internet' } }, { start: { it: 'node-ready' } }, { finish: { it: 'internet' } }, { finish: { it: 'node-ready' } },
        { start: { it: 'storaged' } }, { appear: { it: 'storaged' } }, { start: { it: 'boot' } },
      ],
      ends: { refused: 'all that it comes after is up' },
    },
    stopped: {
      title: 'storaged stops and comes back, and what came after it goes on',
      // prettier-ignore
      steps: [
        { start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'internet' } }, { finish: { it: 'internet' } },
        { start: { it: 'storaged' } }, { appear: { it: 'storaged' } }, { passTest: { it: 'storaged' } }, { start: { it: 'boot' } },
        { finish: { it: 'boot' } }, { start: { it: 'identityd' } }, { stop: { it: 'storaged', how: 'error' } }, { appear: { it: 'identityd' } },
        { passTest: { it: 'identityd' } }, { start: { it: 'flistd' } }, { lookAgain: { it: 'storaged' } }, { start: { it: 'storaged' } },
        { appear: { it: 'storaged' } }, { passTest: { it: 'storaged' } },
      ],
      ends: 'safe',
    },
    failed: {
      title: 'A one-shot that fails keeps all waiting that come after it',
      // prettier-ignore
      steps: [
        { start: { it: 'internet' } }, { start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'storaged' } },
        { stop: { it: 'internet', how: 'error' } }, { appear: { it: 'storaged' } }, { passTest: { it: 'storaged' } }, { start: { it: 'boot' } },
      ],
      ends: { refused: 'all that it comes after is up' },
    },
    circle: {
      title: 'A line that would close a circle is refused',
      steps: [{ addLine: { to: 'networkd', after: 'provisiond' } }],
      ends: { refused: 'it closes no circle' },
    },
    added: {
      title: 'A package adds a line, and networkd comes after flistd',
      // prettier-ignore
      steps: [
        { addLine: { to: 'networkd', after: 'flistd' } }, { start: { it: 'node-ready' } }, { start: { it: 'internet' } },
        { finish: { it: 'internet' } }, { finish: { it: 'node-ready' } }, { start: { it: 'storaged' } }, { appear: { it: 'storaged' } },
        { passTest: { it: 'storaged' } }, { start: { it: 'boot' } }, { finish: { it: 'boot' } }, { start: { it: 'networkd' } },
      ],
      ends: { refused: 'all that it comes after is up' },
    },
    taken: {
      title: 'As read at 92444a7: a circle is taken, and networkd and provisiond wait for ever',
      with: { takesCircle: true },
      // prettier-ignore
      steps: [
        { addLine: { to: 'networkd', after: 'provisiond' } }, { start: { it: 'node-ready' } }, { start: { it: 'internet' } },
        { finish: { it: 'internet' } }, { finish: { it: 'node-ready' } }, { start: { it: 'storaged' } }, { appear: { it: 'storaged' } },
        { passTest: { it: 'storaged' } }, { start: { it: 'boot' } }, { finish: { it: 'boot' } }, { start: { it: 'identityd' } },
        { appear: { it: 'identityd' } }, { passTest: { it: 'identityd' } }, { start: { it: 'flistd' } },
      ],
      ends: 'safe',
    },
    endedWell: {
      title: 'As read at 92444a7: boot starts although storaged has ended',
      with: { countsSuccess: true },
      // prettier-ignore
      steps: [
        { start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'internet' } }, { start: { it: 'storaged' } },
        { stop: { it: 'storaged', how: 'success' } }, { finish: { it: 'internet' } }, { start: { it: 'boot' } },
      ],
      ends: { violates: early },
    },
    spawned: {
      title: 'Without a wait for its test, storaged counts before the cache is mounted',
      with: { countsSpawned: true },
      steps: [{ start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'storaged' } }],
      ends: { violates: untested },
    },
  },
  expect: [
    { states: 5_374, transitions: 15_367, depth: 22 },
    { with: { startsAtOnce: true }, violates: early, steps: 1 },
    { with: { countsRunning: true }, violates: early, steps: 2 },
    { with: { countsError: true }, violates: early, steps: 3 },
    { with: { countsSpawned: true }, violates: untested, steps: 3 },
    { with: { countsSuccess: true }, violates: early, steps: 6 },
    { with: { takesCircle: true }, violates: settled, stem: 3, loop: 0 },
    { with: { runsAgain: true }, violates: alone, steps: 3 },
    { with: { neverThere: true }, violates: settled, stem: 4, loop: 1 },
    { with: { stopsAgain: true }, violates: settled, stem: 3, loop: 3 },
  ],
});
