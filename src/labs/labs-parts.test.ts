/** What the grader is made of, where no record comes to it. */
import { expect, test } from 'vitest';
import { begin, machine } from '../engine/checker.ts';
import { loadMechanism } from '../mechanisms/registry.ts';
import { apart } from './apart.ts';
import { BenchError } from './bench.ts';
import { followed } from './beginning.ts';
import { answerIn, edited, type CodeLab } from './hole.ts';
import { NodeBench } from './node-bench.ts';
import { strayIn } from './stray.ts';
import { firstOther, valueAt, valueWords } from './words.ts';

const channel = await loadMechanism('starina/channel');

test('two variants that no run tells apart are alike, and a shortest run tells others apart', () => {
  expect(apart(machine(channel), machine(channel))).toBeUndefined();
  const found = apart(machine(channel), machine(channel, { noPeerFirst: true }))!;
  expect(found.path).toHaveLength(3);
  expect(found.refusedBy).toEqual({ first: ['its queue is empty'] });
  expect(followed(machine(channel), begin(machine(channel)), found.path).refused?.step).toBe(2);
});

test('variants with other states are refused', async () => {
  const log = await loadMechanism('themelios/audit-log');
  expect(() => apart(machine(log, { places: 2 }), machine(log))).toThrow('Two variants with other states cannot be compared.');
});

test('an edit is of a text that occurs once', () => {
  expect(edited('a b c', [{ replaces: 'b', by: '$&' }])).toBe('a $& c');
  expect(() => edited('a b b', [{ replaces: 'b', by: 'x' }])).toThrow('occurs 2 times');
  expect(() => edited('a', [{ replaces: 'b', by: 'x' }])).toThrow('occurs 0 times');
});

test('an answer is taken out of a whole text, where all else is as shipped', () => {
  const lab = { replaces: 'b' } as CodeLab;
  expect(answerIn('a b c', lab, 'a other c')).toBe('other');
  expect(answerIn('a b c', lab, 'a  c')).toBe('');
  expect(answerIn('a b c', lab, 'x b c')).toBeUndefined();
  expect(answerIn('aba', { replaces: 'b' } as CodeLab, 'a')).toBeUndefined();
});

test.each([
  ['}', /^It cannot be read as TypeScript: /],
  ['export const other = 1;', /^It exports no model\.$/],
  ["import fs from 'node:fs'; export const model = fs;", /^A model imports the language of models alone, not 'node:fs'\.$/],
  ['for (;;);', /timed out/],
  ["throw new Error('out of luck')", /^out of luck$/],
])('a text that cannot be run is told in a sentence: %s', async (text, says) => {
  const problem: unknown = await new NodeBench(100).check(text, {}).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(BenchError);
  expect((problem as BenchError).message).toMatch(says);
});

test('a field is found by its path, and told in words', () => {
  const state = { rows: [{ a: null, set: ['x', 'y'] }], n: 3 };
  expect(valueAt(state, 'rows[0].set')).toEqual(['x', 'y']);
  expect(valueAt(state, 'rows[1].set')).toBeUndefined();
  expect(valueAt(state, 'n.toString')).toBeUndefined();
  expect(valueWords(valueAt(state, 'rows[0].set'))).toBe('x and y');
  expect(valueWords(valueAt(state, 'rows[0].a'))).toBe('nothing');
  expect([[], [null, 0], [false, true]].map(valueWords)).toEqual(['nothing', 'nothing, 0', 'false, true']);
  expect(firstOther(state, { ...state, rows: [{ a: 1, set: ['x', 'y'] }] })).toEqual({ path: 'rows[0].a', one: null, other: 1 });
  expect(firstOther(state, { ...state })).toBeUndefined();
});

test.each([
  ['by.open', 'guard', undefined],
  ["given.items.every((each) => ['a', ')'].includes(each))", 'guard', undefined],
  ['`${a}` === "}" // )', 'guard', undefined],
  ['let a, b;\nif (x) { a = 1; }', 'effect', undefined],
  ["true, 'another clause': () => true", 'guard', /^It is more than one expression/],
  ['true; false', 'property', /^It is more than one expression/],
  ['true) || (true', 'guard', /^It closes a bracket/],
  ['}; clear(s); {', 'effect', /^It closes a bracket/],
  ['f(]', 'effect', /^It closes a bracket/],
  ['if (x) {', 'effect', /^It leaves a bracket open/],
  ['true /* and all that comes', 'guard', /is begun and not ended/],
  ["it === 'a", 'guard', /is begun and not ended/],
] as const)('an answer stays in its hole, or is refused: %s', (text, part, says) => {
  const stray = strayIn(text, part);
  if (says) expect(stray).toMatch(says);
  else expect(stray).toBeUndefined();
});
