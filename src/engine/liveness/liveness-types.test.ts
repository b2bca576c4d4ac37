import { expect, test } from 'vitest';
import { mechanism, withRuns } from '../language/model.ts';
import { bool, id, oneOf, table } from '../language/schema.ts';

const task = id('task');
const frame = id('frame');
const world = mechanism({
  parameters: { tasks: { least: 1, most: 3, default: 2 } },
  faults: { sleeps: 'It sleeps.' },
  state: ({ tasks }) => ({
    tasks: table(task, tasks, { phase: oneOf('ready', 'running') }),
    frames: table(frame, 2, { used: bool }),
    done: bool,
  }),
});
const run = world.action({ says: '{by} runs.', args: { by: task }, fair: 'weak', fairFor: ['by'], then: () => {} });
const rest = {
  about: {
    question: 'Is it?',
    group: 'turns' as const,
    basis: 'illustration' as const,
    standsFor: 'of a test',
    shows: 'little',
    leavesOut: 'the rest',
  },
  id: 't',
  title: 'T',
  actions: { run },
  always: {},
  sometimes: {},
};

test('promises are typed', () => {
  const m = world.model({
    ...rest,
    eventually: {
      'whenever a task is ready, it runs': {
        of: task,
        once: ({ it }) => it.phase === 'ready',
        leadsTo: ({ it }, _, { sleeps }) => it.phase === 'running' && !sleeps,
      },
      'a frame is used': { of: frame, leadsTo: ({ it }) => it.used },
      'it is done': { leadsTo: (_, s, { tasks }) => s.done && tasks > 0 },
      'it is done again': { once: (_, s) => s.done, leadsTo: (_, s) => s.done },
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
      a: { of: frame, leadsTo: ({ it }) => it.phase === 'ready' },
      // @ts-expect-error: no such word
      b: { of: task, once: ({ it }) => it.phase === 'redy', leadsTo: () => true },
      // @ts-expect-error: no row without a kind
      c: { leadsTo: ({ it }) => it },
      // @ts-expect-error: no such field of the state
      d: { leadsTo: (_, s) => s.dun },
      // @ts-expect-error: a misspelt clause
      e: { of: task, onse: () => true, leadsTo: () => true },
      // @ts-expect-error: no table of the kind
      f: { of: id('page'), leadsTo: () => true },
    },
  });
  // @ts-expect-error: no such promise
  withRuns(m, { scenarios: {}, expect: [{ violates: 'it is dun', stem: 1, loop: 2 }] });
});
