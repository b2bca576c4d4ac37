import { expect, test } from 'vitest';
import { mechanism, withRuns } from './model.ts';
import { bool, id, oneOf, table } from './schema.ts';

const task = id('task');
const frame = id('frame');
const world = mechanism({
  config: { tasks: { least: 1, most: 3, usual: 2 } },
  faults: { sleeps: 'It sleeps.' },
  state: ({ tasks }) => ({
    tasks: table(task, tasks, { phase: oneOf('ready', 'running') }),
    frames: table(frame, 2, { used: bool }),
    done: bool,
  }),
});
const run = world.action({ says: '{by} runs.', args: { by: task }, fair: 'weak', fairFor: ['by'], then: () => {} });
const rest = { id: 't', title: 'T', actions: { run }, always: {}, sometimes: {} };

test('promises are typed', () => {
  const m = world.model({
    ...rest,
    eventually: {
      'whenever a task is ready, it runs': {
        of: task,
        once: (_, { it }) => it.phase === 'ready',
        comes: (_, { it }, { sleeps }) => it.phase === 'running' && !sleeps,
      },
      'a frame is used': { of: frame, comes: (_, { it }) => it.used },
      'it is done': { comes: (s, _, { tasks }) => s.done && tasks > 0 },
      'it is done again': { once: (s) => s.done, comes: (s) => s.done },
    },
  });
  withRuns(m, { scenarios: {}, expect: [{ with: { sleeps: true }, violates: 'it is done', stem: 1, loop: 2 }] });
  expect(m).toBeDefined();
  world.action({
    says: '{by} runs.',
    args: { by: task },
    // @ts-expect-error: no such argument
    fairFor: ['buy'],
    then: () => {},
  });
  world.model({
    ...rest,
    eventually: {
      // @ts-expect-error: no such field
      a: { of: frame, comes: (_, { it }) => it.phase === 'ready' },
      // @ts-expect-error: no such word
      b: { of: task, once: (_, { it }) => it.phase === 'redy', comes: () => true },
      // @ts-expect-error: no row without a kind
      c: { comes: (_, { it }) => it },
      // @ts-expect-error: no such field of the state
      d: { comes: (s) => s.dun },
      // @ts-expect-error: a misspelt clause
      e: { of: task, onse: () => true, comes: () => true },
      // @ts-expect-error: no table of the kind
      f: { of: id('page'), comes: () => true },
    },
  });
  // @ts-expect-error: no such promise
  withRuns(m, { scenarios: {}, expect: [{ violates: 'it is dun', stem: 1, loop: 2 }] });
});
