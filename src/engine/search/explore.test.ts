import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model as capabilitySpace } from '../../mechanisms/themelios/capability-space/model.ts';
import { explore, Search, type Progress } from './explore.ts';
import { machine, type Machine } from '../run/machine.ts';
import { mechanism } from '../language/model.ts';
import { someMechanism } from './random-mechanism.fixture.ts';
import { id, range, table } from '../language/schema.ts';
import { aimAt } from '../run/step.ts';
import { twoPhaseCommit } from '../../../bench/two-phase-commit.ts';

test('a whole search has exact counts', () => {
  const { states, transitions, depth, exhaustive, violation, seen } = explore(machine(twoPhaseCommit));
  expect({ states, transitions, depth, exhaustive, violation, seen }).toEqual({
    states: 8_832,
    transitions: 37_345,
    depth: 16,
    exhaustive: true,
    violation: undefined,
    seen: ['all commit'],
  });
});

const MOST = 1_500;

/** The search as a beginner would write it: every clause of every candidate in every state, until there are more than MOST. */
function naive(m: Machine) {
  const found = new Map([[m.initial.join(), m.initial]]);
  const instances: number[] = [];
  for (const state of found.values()) {
    if (found.size > MOST) break;
    for (let instance = 0; instance < m.instances; instance++) {
      const action = aimAt(m, instance);
      m.words.set(state);
      if (!action.guards.every((holds) => holds(action.args, m.state, m.config))) continue;
      action.then(action.args, m.state, m.config);
      instances.push(instance);
      if (!found.has(m.words.join())) found.set(m.words.join(), m.words.slice());
    }
  }
  return { states: [...found.keys()], transitions: instances.length };
}

function statesOf(m: Machine) {
  const states: string[] = [];
  const search = explore(m, { most: MOST });
  search.each(() => states.push(m.words.join()));
  return { states, transitions: search.transitions };
}

describe('what is learnt finds the same states in the same order as asking each time', () => {
  test('in the capability space', () => {
    const m = machine(capabilitySpace);
    expect(statesOf(m)).toEqual(naive(m));
  });

  test('also when the machine has learnt before', () => {
    const m = machine(capabilitySpace, { slots: 3 });
    explore(m);
    expect(statesOf(m)).toEqual(naive(m));
  });

  test('in mechanisms without sense', () => {
    fc.assert(
      fc.property(someMechanism, (random) => {
        const m = machine(random);
        expect(statesOf(m)).toEqual(naive(m));
      }),
      { numRuns: 200 },
    );
  });
});

const counter = mechanism({ parameters: { most: { least: 1, most: 100_000, default: 5 } }, state: ({ most }) => ({ n: range(0, most) }) });
const count = counter.action({
  says: 'It counts.',
  when: { 'there is room': (_, s, { most }) => s.n < most },
  then: (_, s) => {
    s.n += 1;
  },
});
const counting = counter.model({
  id: 'test/counter',
  title: 'Counter',
  actions: { count },
  always: { 'it stays below three': (s) => s.n < 3 },
  sometimes: { 'it is two': (s) => s.n === 2, 'it is full': (s, { most }) => s.n === most },
});
const unruly = { ...counting, model: { ...counting.model, always: {} } };

test('a violation ends the search at the end of a shortest path', () => {
  const { violation, exhaustive, seen, states } = explore(machine(counting));
  expect(violation).toEqual({ rule: 'it stays below three', path: [0, 0, 0] });
  expect({ exhaustive, seen, states }).toEqual({ exhaustive: false, seen: ['it is two'], states: 4 });
});

test('a dead end is a deadlock unless the model calls it an end', () => {
  expect(explore(machine(unruly)).deadlock).toEqual([0, 0, 0, 0, 0]);
  expect(explore(machine({ ...unruly, model: { ...unruly.model, final: () => true } })).deadlock).toBeUndefined();
});

test('an action on rows that do not exist never happens', () => {
  const nobody = id('nobody');
  const empty = mechanism({ parameters: {}, state: () => ({ nobodies: table(nobody, 0, {}) }) });
  const meet = empty.action({ says: '{a} meets {b}.', args: { a: nobody, b: nobody }, then: () => {} });
  const actions = { meet };
  const lonely = empty.model({ id: 'test/lonely', title: 'Lonely', actions, always: {}, sometimes: {} });
  expect(explore(machine(lonely))).toMatchObject({ states: 1, transitions: 0, fired: { meet: 0 }, deadlock: [] });
});

test('a limit is honest', () => {
  const { states, exhaustive } = explore(machine(unruly), { most: 3 });
  expect({ states, exhaustive }).toEqual({ states: 4, exhaustive: false });
  expect(explore(machine(unruly), { most: 6 }).exhaustive).toBe(true);
});

test('a tree that learns as often as it is asked is given up', () => {
  const m = machine(unruly, { most: 50_000 });
  const { states, bytes } = explore(m);
  expect(states).toBe(50_001);
  expect(bytes / states).toBeLessThan(64);
});

test('progress is told now and then', () => {
  const told: Progress[] = [];
  explore(machine(unruly, { most: 50_000 }), { progress: (progress) => told.push(progress) });
  expect(told).toEqual([0, 20_000, 40_000].map((depth) => ({ states: depth + 1, transitions: depth, depth })));
});

test('a search can be paused, and the machine be used meanwhile', () => {
  const m = machine(twoPhaseCommit, { managers: 4 });
  const whole = explore(m);
  const search = new Search(m);
  let slices = 0;
  while (!search.advance(100)) {
    slices++;
    m.words.fill(-1);
    expect(search.result()).toMatchObject({ exhaustive: false, ...search.progress });
  }
  expect(slices).toBe(Math.ceil(whole.states / 100) - 1);
  // The machine has learnt more by then.
  expect(JSON.stringify({ ...search.result(), bytes: 0 })).toBe(JSON.stringify({ ...whole, bytes: 0 }));
  expect(search.advance(1)).toBe(true);
});

test('two machines of one shape may be searched in turn', () => {
  const [safe, hasty] = [machine(twoPhaseCommit, { managers: 3 }), machine(twoPhaseCommit, { managers: 3, hasty: true })];
  expect(safe.words).toBe(hasty.words);
  expect(explore(hasty).violation?.path).toHaveLength(3);
  expect(explore(safe).violation).toBeUndefined();
});
