import { describe, expect, test, vi } from 'vitest';
import { rightsSpace } from '../run/rights.fixture.ts';
import { PlainSteps } from '../learning/steps.ts';
import { check } from './check.ts';
import type { Exploration, Progress } from './exploration.ts';
import { explore, Search } from './explore.ts';
import { machine, type Machine } from '../run/machine.ts';
import { mechanism } from '../language/model.ts';
import { bool, id, range, table } from '../language/schema.ts';
import { canonical } from '../symmetry/symmetry.ts';
import { aimAt } from '../run/step.ts';
import { twoPhaseCommit } from '../run/two-phase-commit.fixture.ts';

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
  test('in the rights space', () => {
    const m = machine(rightsSpace);
    expect(statesOf(m)).toEqual(naive(m));
  });

  test('also when the machine has learnt before', () => {
    const m = machine(rightsSpace, { slots: 3 });
    explore(m);
    expect(statesOf(m)).toEqual(naive(m));
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
  expect(told).toEqual([0, 20_000, 40_000].map((depth) => ({ states: depth + 1, transitions: depth, depth, property: undefined })));
});

test('a search can be paused, and the machine be used meanwhile', () => {
  const m = machine(twoPhaseCommit, { managers: 4 });
  const whole = explore(m);
  const search = new Search(m);
  let slices = 0;
  while (!search.advance(100)) {
    slices++;
    m.words.fill(-1);
    const { property: _, ...progress } = search.progress;
    expect(search.result()).toMatchObject({ exhaustive: false, ...progress });
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

describe('what ends a search is named, and what was found is kept', () => {
  const found = ({ states, transitions, depth, exhaustive, bound, seen }: Exploration) => ({
    states,
    transitions,
    depth,
    exhaustive,
    bound,
    seen,
  });

  test('F8: its bound of states', () => {
    expect(found(explore(machine(unruly), { most: 3 }))).toEqual({
      states: 4,
      transitions: 3,
      depth: 3,
      exhaustive: false,
      bound: 'The search ended at its bound of 3 states: it has found 4.',
      seen: ['it is two'],
    });
  });

  test('F8: its bound of memory', () => {
    const search = new Search(machine(unruly, { most: 50_000 }), { memory: 400_000 });
    expect(search.advance(Infinity)).toBe(true);
    const { states, transitions, exhaustive, bound, bytes, fired } = search.result();
    expect(bound).toBe(`The search ended at its bound of 400000 bytes of memory: it has reserved ${bytes}.`);
    expect(states).toBeGreaterThan(1_000);
    expect({ transitions, exhaustive, fired }).toEqual({ transitions: states - 1, exhaustive: false, fired: { count: states - 1 } });
  });

  test.each([
    ['a chunk of states', CHUNK_OF_STATES, 'There was no memory left for more states.'],
    ['the table', 1 << 16, 'There was no memory left for the table of the states.'],
  ])('F8: no more memory for %s', (_, numbers, why) => {
    const m = machine(unruly, { most: 50_000 });
    const properties = { begin: () => {}, holds: () => true, bytes: 0 };
    const search = new Search(m, { steps: new PlainSteps(m), properties }); // they reserve nothing
    const { result } = refusing(numbers, () => {
      search.advance(100);
      return search.advance(Infinity);
    });
    expect(result).toBe(true);
    const { states, transitions, exhaustive, bound, each, ...rest } = search.result();
    expect(bound).toBe(`The search ended because memory ran out. ${why}`);
    expect(states).toBeGreaterThan(1_000);
    expect({ transitions, exhaustive }).toEqual({ transitions: states - 1, exhaustive: false });
    expect(rest).toMatchObject({ seen: ['it is two', 'it is full'], unchecked: undefined });
    let kept = 0;
    each(() => expect(m.state.n).toBe(kept++));
    expect(kept).toBe(states);
  });

  test('F8: no more memory for what is learnt', () => {
    const search = new Search(machine(unruly, { most: 50_000 }));
    refusing(1 << 9, () => search.advance(Infinity));
    expect(search.result().bound).toBe(
      'The search ended because memory ran out. There was no memory left for what is learnt of the model.',
    );
    expect(search.result().transitions).toBe(search.result().states - 1);
  });

  test('F8: an error of the model is none of memory', () => {
    const careless = { ...unruly, model: { ...unruly.model, actions: { count: { ...count, when: {} } } } };
    expect(() => explore(machine(careless))).toThrow('n cannot be 6');
  });
});

/** States of one word in a chunk. */
const CHUNK_OF_STATES = 1 << 14;

/** Runs `work` while no array of exactly so many numbers can be made. */
function refusing<Of>(numbers: number, work: () => Of): { readonly result: Of } {
  const Real = globalThis.Int32Array;
  class Refusing extends Real {
    constructor(given: number) {
      super(given);
      if (this.length === numbers) throw new RangeError('Array buffer allocation failed');
    }
  }
  vi.stubGlobal('Int32Array', Refusing);
  try {
    return { result: work() };
  } finally {
    vi.unstubAllGlobals();
  }
}

describe('deadlocks and violations are counted', () => {
  const twoEnds = mechanism({ parameters: {}, state: () => ({ at: range(0, 6), side: bool }) });
  const walkOn = twoEnds.action({
    says: 'It walks to the {left}.',
    args: { left: bool },
    when: { 'it is not there': (_, s) => s.at < 3, 'it does not turn': ({ left }, s) => s.at === 0 || s.side === left },
    then: ({ left }, s) => {
      s.side = left;
      s.at += 1;
    },
  });
  const walking = twoEnds.model({
    id: 'test/walk',
    title: 'Walk',
    actions: { walkOn },
    always: { 'it is not at two': (s) => s.at !== 2, 'it is not at the end on the left': (s) => !(s.at === 3 && s.side) },
    sometimes: {},
  });

  test('every deadlock, and the first by a shortest path', () => {
    const { deadlock, deadlocks } = explore(machine(walking), { pastViolations: true });
    expect({ deadlock: deadlock?.length, deadlocks }).toEqual({ deadlock: 3, deadlocks: 2 });
  });

  test('a search that goes past violations counts the states of each, and ends with all states', () => {
    const through = explore(machine(walking), { pastViolations: true });
    expect(through).toMatchObject({
      states: 7,
      exhaustive: true,
      violation: { rule: 'it is not at two', path: [0, 0] },
      violations: { 'it is not at two': 2, 'it is not at the end on the left': 1 },
    });
    const first = explore(machine(walking));
    expect(first).toMatchObject({ exhaustive: false, violation: through.violation, violations: { 'it is not at two': 1 } });
    expect(first.states).toBeLessThan(7);
  });

  test('it does so with symmetry, too', () => {
    const m = machine(twoPhaseCommit, { managers: 3, hasty: true });
    const [all, forms] = [undefined, canonical(m)].map((canon) => explore(m, { canon, pastViolations: true }));
    expect(forms!.exhaustive).toBe(true);
    expect(forms!.violation!.path).toHaveLength(all!.violation!.path.length);
    expect(Object.values(forms!.violations)[0]).toBeLessThan(Object.values(all!.violations)[0]!);
  });

  test('they can be expected', () => {
    const model = { ...walking, model: { ...walking.model, always: {} } };
    const expected = { states: 7, transitions: 6, depth: 3 };
    expect(check(model, { ...expected, deadlocks: 2 })).toMatchObject({ agrees: true, gaps: [] });
    expect(check(model, { ...expected, deadlocks: 1 }).agrees).toBe(false);
    expect(check(model, expected).gaps).toEqual(['Nothing can happen after 3 steps, and that is no end.']);
  });
});
