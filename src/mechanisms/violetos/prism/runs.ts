/** Runs of `violetos/prism`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    swap: {
      title: 'The kernel fills one buffer while the task reads the other',
      // prettier-ignore
      steps: [
        { wait: {} }, { invoke: { through: 0, answer: 0 } }, { write: {} }, { consume: {} }, { invoke: { through: 1, answer: 1 } },
        { write: {} }, { resolve: { answer: 0 } }, { drop: { it: 1 } }, { consume: {} }, { resolve: { answer: 1 } }, { learnDrop: { dropped: 1 } },
      ],
      ends: 'safe',
    },
    overwrites: {
      title: 'The oldest invocation gives way, and its future is canceled',
      with: { places: 1 },
      steps: [{ invoke: { through: 0, answer: 0 } }, { write: {} }, { invoke: { through: 1, answer: 1 } }, { write: {} }],
      ends: 'safe',
    },
    pushesBack: {
      title: 'With backpressure a full buffer turns a caller away',
      with: { overwrite: 0, places: 1 },
      steps: [{ invoke: { through: 0, answer: 0 } }, { write: {} }, { invoke: { through: 1, answer: 1 } }],
      ends: { refused: 'the buffer has room (else the call fails)' },
    },
    quiet: {
      title: 'As read at a193e75: a task that waits sleeps through a drop',
      with: { dropsQuietly: true },
      steps: [{ wait: {} }, { drop: { it: 0 } }],
      ends: { violates: 'a waiting task has nothing to read' },
    },
    late: {
      title: 'As read at a193e75: an invocation comes between the look into the buffer and the sleep',
      with: { sleepsLate: true },
      steps: [{ wait: {} }, { invoke: { through: 0, answer: 0 } }, { write: {} }, { fallAsleep: {} }],
      ends: { violates: 'a waiting task has nothing to read' },
    },
    unregistered: {
      title: 'As read at dfc2461: an invocation finds no task to wake',
      with: { forgetsConsumer: true },
      steps: [{ wait: {} }, { invoke: { through: 0, answer: 0 } }, { write: {} }],
      ends: { violates: 'a waiting task has nothing to read' },
    },
    untold: {
      title: 'As read at a193e75: the notice of a drop gives way to an invocation, and is gone',
      with: { forgetsNotice: true, places: 1 },
      steps: [{ drop: { it: 0 } }, { invoke: { through: 1, answer: 0 } }, { write: {} }],
      ends: { violates: 'a dropped facet is told once' },
    },
  },
  expect: [
    { states: 6_618, transitions: 11_943, depth: 19 },
    { with: { overwrite: 0 }, states: 5_878, transitions: 10_511, depth: 19 },
    { with: { keepsCount: true, facets: 1 }, violates: 'no invocation is seen twice', steps: 6 },
    { with: { keepsCount: true }, violates: 'a dropped facet is told once', steps: 5 },
    { with: { swapsWhileWriting: true }, violates: 'a future pends only while its invocation can be read', steps: 4 },
    { with: { leavesPending: true }, violates: 'a future pends only while its invocation can be read', steps: 5 },
    { with: { forgetsNotice: true }, violates: 'a dropped facet is told once', steps: 5 },
    { with: { forgetsNotice: true, places: 1 }, violates: 'a dropped facet is told once', steps: 3 },
    { with: { dropsQuietly: true }, violates: 'a waiting task has nothing to read', steps: 2 },
    { with: { sleepsLate: true }, violates: 'a waiting task has nothing to read', steps: 3 },
    { with: { forgetsConsumer: true }, violates: 'a waiting task has nothing to read', steps: 3 },
  ],
});
