/** Runs of `zos/capacity`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const promised = 'promises and the reserve fit into the memory';
const quotas = 'the quotas fit into the pool';

export const runs = withRuns(model, {
  scenarios: {
    promised: {
      title: 'What is promised counts before it is used',
      steps: [{ startMachine: { it: 0, size: '6 GiB' } }, { startMachine: { it: 1, size: '2 GiB' } }],
      ends: { refused: 'so much memory is usable' },
    },
    breathes: {
      title: 'The cache grows with what it holds, and shrinks when that is gone',
      // prettier-ignore
      steps: [
        { makeVolume: { it: 0, size: '5 GiB' } }, { store: {} }, { grow: {} }, { store: {} }, { grow: {} }, { drop: {} }, { drop: {} }, { shrink: {} },
        { enlarge: { it: 0 } },
      ],
      ends: 'safe',
    },
    full: {
      title: 'A cache does not grow in a pool that is full',
      steps: [{ makeVolume: { it: 0, size: '15 GiB' } }, { store: {} }, { grow: {} }],
      ends: { refused: 'the pool has room for a larger cache' },
    },
    unused: {
      title: 'The larger of two numbers is too little when the system takes more and a machine has yet to take its own',
      with: { exceeds: true },
      // prettier-ignore
      steps: [
        { startMachine: { it: 0, size: '2 GiB' } }, { startMachine: { it: 1, size: '4 GiB' } }, { use: { it: 1 } }, { use: { it: 0 } },
      ],
      ends: { violates: 'what is in use fits into the memory' },
    },
    uncounted: {
      title: 'As read at 063d8956: the memory of a machine in error is promised again before it is killed',
      with: { uncountsErrors: true },
      steps: [{ startMachine: { it: 0, size: '6 GiB' } }, { fail: { it: 0 } }, { startMachine: { it: 1, size: '6 GiB' } }],
      ends: { violates: promised },
    },
    wrapped: {
      title: 'As read at 063d8956: a node that lost most of its memory takes every machine back',
      with: { wraps: true },
      steps: [{ startMachine: { it: 0, size: '2 GiB' } }, { startMachine: { it: 1, size: '4 GiB' } }, { restart: { left: '2 GiB' } }],
      ends: { violates: promised },
    },
    unasked: {
      title: 'As read at 063d8956: the cache grows in a pool that is full',
      with: { growsUnasked: true },
      steps: [{ makeVolume: { it: 0, size: '15 GiB' } }, { store: {} }, { grow: {} }],
      ends: { violates: quotas },
    },
  },
  expect: [
    { states: 5_471, transitions: 42_403, depth: 16 },
    { with: { lags: true }, violates: promised, steps: 2 },
    { with: { lesserOfTwo: true }, violates: promised, steps: 2 },
    { with: { exceeds: true }, violates: 'what is in use fits into the memory', steps: 4 },
    { with: { uncountsErrors: true }, violates: promised, steps: 3 },
    { with: { wraps: true }, violates: promised, steps: 3 },
    { with: { growsUnasked: true }, violates: quotas, steps: 3 },
    { with: { enlargesUnasked: true }, violates: quotas, steps: 2 },
    { with: { setsBack: true }, violates: 'the files fit into the cache', steps: 5 },
    { with: { withoutStep: true }, violates: 'the cache has at least 5 GiB', steps: 4 },
    { with: { growsAtTwenty: true }, violates: 'a cache that shrinks would not grow again', steps: 4 },
    { with: { fixedCache: true }, violates: 'a cache of which 60 percent are used grows, or the pool is full', stem: 1, loop: 2 },
    { with: { growsOnly: true }, violates: 'a cache that is nearly empty gives room back', stem: 3, loop: 2 },
  ],
});
