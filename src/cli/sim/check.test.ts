/** `sim check` on models made for it: what is found is told with its counterexample, and one broken model hides no other. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bool, mechanism, range, withRuns, type MechanismWithRuns } from '../../engine/language.ts';
import { checkModels, type CheckOptions } from './check.ts';
import type { Loaded } from './models.ts';

const counter = mechanism({
  parameters: { top: { least: 1, most: 4, default: 2 } },
  faults: { overflows: 'it counts on at the top' },
  state: ({ top }) => ({ n: range(0, top + 1), lit: bool }),
});
const count = counter.action({
  says: 'It counts.',
  when: { 'it is below the top': (_, s, { top, overflows }) => s.n < top || (overflows && s.n === top) },
  then: (_, s) => {
    s.n += 1;
  },
});
const reset = counter.action({
  says: 'It begins again.',
  when: { 'it has counted': (_, s) => s.n > 0 },
  then: (_, s) => {
    s.n = 0;
  },
});
const model = counter.model({
  id: 'test/counter',
  title: 'Counter',
  about: {
    question: 'Is it?',
    group: 'turns',
    basis: 'illustration',
    standsFor: 'a test',
    shows: 'counting',
    leavesOut: 'everything else',
  },
  actions: { count, reset },
  always: { 'it stays below the top': (s, { top }) => s.n <= top },
  sometimes: { 'it is at the top': (s, { top }) => s.n === top },
});
const fine = withRuns(model, { scenarios: {}, expect: [{ states: 3, transitions: 4, depth: 2 }] });
const wrong = withRuns(model, { scenarios: {}, expect: [{ with: { overflows: true }, violates: 'it stays below the top', steps: 9 }] });
const throwing: MechanismWithRuns = {
  ...fine,
  model: { ...fine.model, id: 'test/throwing', always: { 'it can be asked': () => { throw new Error('the queue is full'); } } }, // prettier-ignore
};

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

const loaded = (...mechanisms: MechanismWithRuns[]): Loaded[] => mechanisms.map((it) => ({ id: it.model.id, mechanism: it }));
const run = (models: Loaded[], more: Partial<CheckOptions> = {}) => {
  const status = checkModels(models, { json: false, trace: false, most: undefined, with: [], ...more });
  return { status, said: said.map((line) => line.replaceAll(/\d+ ms/g, '0 ms')) };
};

test('what is as expected is one line', () => {
  const { status, said } = run(loaded(fine));
  expect([status, said.length, said[1]]).toEqual([0, 2, '1 search, all as expected']);
});

test('F9: an unexpected result is printed with its counterexample, as sentences and as JSON', () => {
  expect(run(loaded(wrong))).toEqual({
    status: 1,
    said: [
      [
        '! test/counter                   overflows                  "it stays below the top" fails after 3 steps, 0 ms',
        '    expected: "it stays below the top" fails after 9 steps',
        '       1 It counts.',
        '       2 It counts.',
        '       3 It counts.',
      ].join('\n'),
      '1 of 1 searches is not as expected: see the lines with !',
    ],
  });
  said = [];
  run(loaded(wrong), { json: true });
  expect(JSON.parse(said[0]!)).toEqual([
    expect.objectContaining({ id: 'test/counter', agrees: false, trace: expect.objectContaining({ format: 'orrery-trace/1' }) as object }),
  ]);
});

test('F9: with --trace an expected violation has its counterexample too', () => {
  const expected = withRuns(model, {
    scenarios: {},
    expect: [{ with: { overflows: true }, violates: 'it stays below the top', steps: 3 }],
  });
  expect(run(loaded(expected)).said[0]).not.toContain('It counts.');
  said = [];
  expect(run(loaded(expected), { trace: true }).said[0]!.match(/It counts\./g)).toHaveLength(3);
});

test('F9: --with searches at these settings, and compares where the model expects something of them', () => {
  expect(run(loaded(fine), { with: ['top=4'] }).said[0]).toContain('5 states, 8 transitions, depth 4');
  said = [];
  const off = withRuns(model, { scenarios: {}, expect: [{ states: 99, transitions: 4, depth: 2 }] });
  expect(run(loaded(off), { with: ['top=2'] })).toMatchObject({
    status: 1,
    said: [expect.stringContaining('expected: 99 states'), expect.anything()],
  });
});

test('F9: a sweep is a table, and a broken rule in it is told', () => {
  expect(run(loaded(fine), { with: ['top=1..3'] })).toEqual({
    status: 0,
    said: [
      expect.stringMatching(/^ +top +states +transitions +depth +ms +verdict$/),
      expect.stringMatching(/^ +1 +2 +2 +1 +\d+ +every property holds$/),
      expect.stringMatching(/^ +2 +3 +4 +2 +\d+ +as expected$/),
      expect.stringMatching(/^ +3 +4 +6 +3 +\d+ +every property holds$/),
      '3 searches, all as expected',
    ],
  });
  said = [];
  const broken = run(loaded(fine), { with: ['top=1..2', 'overflows'] });
  expect(broken.status).toBe(1);
  expect(broken.said.join('\n')).toContain('top=1 overflows: "it stays below the top" fails after 2 steps\n       1 It counts.');
});

test('F9: a search that comes to the limit says so', () => {
  const { status, said } = run(loaded(fine), { with: ['top=4', 'overflows'], most: 2 });
  expect([status, said[0]]).toEqual([1, expect.stringContaining('The search did not take up every state.')]);
});

test('F9: a model that throws, or cannot be loaded, is a line of its own and hides no other', () => {
  const { status, said } = run([{ id: 'test/none', problem: 'it has no model' }, ...loaded(throwing, fine)]);
  expect(status).toBe(1);
  expect(said[0]).toMatch(/^! test\/none .* cannot be searched: it has no model$/);
  expect(said[1]).toMatch(/^! test\/throwing .* cannot be searched: .*the queue is full/);
  expect(said[2]).toMatch(/^ {2}test\/counter .* 3 states/);
  expect(said[3]).toBe('0 of 1 searches are not as expected, 2 could not be made: see the lines with !');
});

test.each([
  [['speed=3'], "There is no parameter or fault 'speed'. There are top, overflows."],
  [['topp=3'], "There is no parameter or fault 'topp'. Did you mean 'top'? There are top, overflows."],
  [['__proto__'], "There is no parameter or fault '__proto__'."],
  [['top'], 'top is a parameter and needs a number from 1 to 4: --with top=1.'],
  [['top=9'], "top is a whole number from 1 to 4, and '9' is none."],
  [['top=3..1'], 'The range top=3..1 is empty'],
  [['top=1..2..3'], "'top=1..2..3' is no range"],
  [['top=1', 'top=2'], '--with top is given twice'],
  [['overflows=1'], 'overflows is a fault, which is switched on by its name alone: --with overflows.'],
])('F9: --with %j is refused with a sentence', (given, says) => {
  expect(() => run(loaded(fine), { with: given })).toThrow(says);
});
