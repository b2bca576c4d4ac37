/** Runs of `starina/startup`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const met = 'no app runs before every need of every app is met';
const first = 'no need is looked up before every export has its channel';
const named = 'a boot that stops names a service that nobody exports, and who needs it';

export const runs = withRuns(model, {
  scenarios: {
    whole: {
      title: 'An app finds a server that comes later in the list',
      // prettier-ignore
      steps: [
        { declareNeed: { it: 0, what: 0 } }, { declareExport: { it: 1, what: 0 } }, { boot: {} }, { makeChannel: { it: 1 } },
        { lookUp: { it: 0, what: 0 } }, { start: { it: 0 } }, { start: { it: 1 } }, { start: { it: 2 } }, { run: { it: 0 } }, { run: { it: 1 } },
        { accept: { it: 1 } }, { run: { it: 2 } },
      ],
      ends: 'safe',
    },
    cycle: {
      title: 'Two apps need each other, and both run',
      with: { apps: 2 },
      // prettier-ignore
      steps: [
        { declareExport: { it: 0, what: 0 } }, { declareExport: { it: 1, what: 1 } }, { declareNeed: { it: 0, what: 1 } },
        { declareNeed: { it: 1, what: 0 } }, { boot: {} }, { makeChannel: { it: 0 } }, { makeChannel: { it: 1 } }, { lookUp: { it: 0, what: 1 } },
        { start: { it: 0 } }, { lookUp: { it: 1, what: 0 } }, { start: { it: 1 } }, { run: { it: 0 } }, { run: { it: 1 } }, { accept: { it: 0 } },
        { accept: { it: 1 } },
      ],
      ends: 'safe',
    },
    missing: {
      title: 'A service that nobody exports stops the boot, with its name',
      steps: [
        { declareExport: { it: 2, what: 1 } },
        { declareNeed: { it: 0, what: 0 } },
        { boot: {} },
        { makeChannel: { it: 2 } },
        { lookUp: { it: 0, what: 0 } },
      ],
      ends: 'safe',
    },
    early: {
      title: 'An app may not run while another waits for its environment',
      steps: [
        { declareNeed: { it: 1, what: 0 } },
        { declareExport: { it: 2, what: 0 } },
        { boot: {} },
        { makeChannel: { it: 2 } },
        { start: { it: 0 } },
        { run: { it: 0 } },
      ],
      ends: { refused: 'every app has its thread' },
    },
    byList: {
      title: 'In one pass over the list, a server that comes later is not found',
      with: { listOrder: true },
      steps: [{ declareNeed: { it: 0, what: 0 } }, { declareExport: { it: 1, what: 0 } }, { boot: {} }, { lookUp: { it: 0, what: 0 } }],
      ends: { violates: first },
    },
    replaced: {
      title: 'As read at 98dae3c: a second exporter takes the clients of the first without a word',
      with: { laterReplaces: true },
      // prettier-ignore
      steps: [
        { declareExport: { it: 0, what: 0 } }, { declareExport: { it: 1, what: 0 } }, { boot: {} }, { makeChannel: { it: 0 } },
        { makeChannel: { it: 1 } },
      ],
      ends: { violates: 'an exported service leads to the app that exports it' },
    },
    lost: {
      title: 'A Connect that is dropped leaves an app with a channel to nobody',
      with: { losesConnect: true },
      // prettier-ignore
      steps: [
        { declareNeed: { it: 0, what: 0 } }, { declareExport: { it: 1, what: 0 } }, { boot: {} }, { makeChannel: { it: 1 } },
        { lookUp: { it: 0, what: 0 } },
      ],
      ends: { violates: 'a channel that an app was given has its other end with a server' },
    },
  },
  expect: [
    { states: 16_344, transitions: 29_101, depth: 29 },
    { with: { listOrder: true }, violates: first, steps: 4 },
    { with: { startsUnmet: true }, violates: met, steps: 6 },
    { with: { runsAtOnce: true }, violates: met, steps: 4 },
    { with: { stopsNameless: true }, violates: named, steps: 3 },
    { with: { losesConnect: true }, violates: 'a channel that an app was given has its other end with a server', steps: 5 },
    { with: { laterReplaces: true }, violates: 'an exported service leads to the app that exports it', steps: 5 },
    { with: { servedFirst: true }, violates: 'once the boot begins, every app runs or the boot stops', stem: 13, loop: 0 },
  ],
});
