/** Models whose code is not pure: each is refused, by the plain and by the learnt search, with a message that names who is to blame. */
import { describe, expect, test } from 'vitest';
import type { Erased } from '../language/erased.ts';
import { mechanism, type Mechanism } from '../language/model.ts';
import { bool, id, range, setOf, table } from '../language/schema.ts';
import { PlainSteps } from '../learning/steps.ts';
import { machine } from '../run/machine.ts';
import { explore } from './explore.ts';

const task = id('task');

interface Parts {
  readonly start?: (s: Erased) => void;
  readonly when?: (args: Erased, s: Erased) => boolean;
  readonly then?: (args: Erased, s: Erased) => void;
  readonly always?: (s: Erased) => boolean;
  readonly sometimes?: (s: Erased) => boolean;
  readonly eventually?: Erased;
  readonly final?: (s: Erased) => boolean;
}

/** Tasks that start, each once; with something in it that is not pure. */
function modelOf({ start, when, then, always, sometimes, eventually, final }: Parts): Mechanism {
  const tasks = mechanism({
    parameters: {},
    state: () => ({ tasks: table(task, 3, { on: bool }), chosen: setOf(task), open: bool, count: range(0, 3) }),
    ...(start && { start }),
  });
  const begin = tasks.action({
    says: '{it} starts.',
    args: { it: task },
    when: { 'it has not started': ({ it }) => !it.on, 'it may': when ?? (() => true) },
    then: (args, s) => {
      args.it.on = true;
      then?.(args, s);
    },
  });
  return tasks.model({
    id: 'test/tasks',
    title: 'Tasks',
    actions: { begin },
    always: { ...(always && { 'all is well': always }) },
    sometimes: { ...(sometimes && { 'it is seen': sometimes }) },
    ...(eventually && { eventually: { 'it comes about': eventually } }),
    final: final ?? (() => true),
  });
}

/** The message of a search that takes its steps in this way. */
function refusal(model: Mechanism, isPlain: boolean): string {
  const m = machine(model);
  try {
    explore(m, isPlain ? { steps: new PlainSteps(m) } : {});
  } catch (error) {
    return (error as Error).message;
  }
  return 'It was not refused.';
}

const WAVERS = 'tells two different things of one state';
const ASSIGNS = 'assigns to the state';
const ACTION = "The action 'begin' of test/tasks";
let kept: Erased;
let times = 0;

const cases: readonly (readonly [title: string, parts: Parts, says: readonly string[]])[] = [
  [
    'F1: a row kept outside the state, in a clause',
    { start: (s) => (kept = s.tasks[1]), when: ({ it }) => it === kept },
    [`${ACTION} ("task 1 starts.")`, WAVERS],
  ],
  [
    'F1: a row kept outside the state, in a clause that is its opposite',
    { start: (s) => (kept = s.tasks[1]), when: ({ it }) => it !== kept },
    [ACTION, WAVERS],
  ],
  [
    'F1: a row kept outside the state, in an invariant',
    { start: (s) => (kept = s.tasks[1]), always: (s) => s.tasks.some((each: Erased) => each === kept) },
    ["The property 'all is well' of test/tasks", WAVERS],
  ],
  [
    'F1: a set kept outside the state, in an effect',
    { start: (s) => (kept = s.chosen.with(s.tasks[0])), then: (_, s) => (s.chosen = kept) },
    [ACTION, WAVERS],
  ],
  [
    'F1: a set kept outside the state, in a reachability property',
    { start: (s) => (kept = s.chosen), sometimes: (s) => s.chosen === kept },
    ["The property 'it is seen'", WAVERS],
  ],
  [
    'F1: a row that an effect keeps',
    {
      start: () => (kept = undefined),
      then: ({ it }) => (kept = it),
      always: (s) => s.tasks.every((each: Erased) => each !== kept || each.on),
    },
    ["The property 'all is well'", WAVERS],
  ],
  ['F2: a clause that assigns is refused', { when: (_, s) => (s.open = true) }, [ACTION, "the clause 'it may'", ASSIGNS]],
  [
    'F2: a clause that assigns what is there already is refused',
    { start: (s) => (s.open = true), when: (_, s) => (s.open = true) },
    [ACTION, "the clause 'it may'", ASSIGNS],
  ],
  ['F2: an invariant that assigns is refused', { always: (s) => (s.open = true) }, ["The property 'all is well'", ASSIGNS]],
  ['F2: a reachability property that assigns is refused', { sometimes: (s) => !(s.open = true) }, ["The property 'it is seen'", ASSIGNS]],
  [
    'F2: a liveness property that assigns is refused',
    { eventually: { leadsTo: (_: Erased, s: Erased) => !(s.open = !s.open) } },
    ["The property 'it comes about'", ASSIGNS],
  ],
  ['F2: an end that assigns is refused', { final: (s) => (s.open = true) }, ["'final' of test/tasks", ASSIGNS]],
  ['F3: an effect that counts outside the state', { then: (_, s) => (s.count = ++times % 4) }, [ACTION, WAVERS]],
  ['F3: an effect that depends on a number kept outside', { then: (_, s) => (s.open = times++ % 2 === 0) }, [ACTION, WAVERS]],
  ['F3: a clause that depends on a number kept outside', { when: () => times++ % 2 === 0 }, [ACTION, WAVERS]],
  ['F3: an invariant that depends on a number kept outside', { always: () => times++ % 2 === 0 }, ["The property 'all is well'", WAVERS]],
];

describe.each([
  ['learnt', false],
  ['plain', true],
] as const)('when steps are %s', (_, isPlain) => {
  test.each(cases)('%s', (_title, parts, says) => {
    const message = refusal(modelOf(parts), isPlain);
    for (const each of says) expect(message).toContain(each);
  });
});

test('what is pure is not refused', () => {
  const model = modelOf({ when: ({ it }, s) => it !== s.tasks[1] || s.tasks[0].on, then: (_, s) => (s.count = Math.min(3, s.count + 1)) });
  const [learnt, plain] = [false, true].map((isPlain) => {
    const m = machine(model);
    const { states, transitions } = explore(m, isPlain ? { steps: new PlainSteps(m) } : {});
    return { states, transitions };
  });
  expect(learnt).toEqual(plain);
  expect(refusal(model, false)).toBe('It was not refused.');
});
