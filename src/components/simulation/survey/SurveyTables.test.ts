import { expect, test } from 'vitest';
import { besideAlone, percent } from './SurveyTables.tsx';

const ending = (breaks: string | undefined, steps = 0) => ({
  states: 9,
  transitions: 9,
  depth: 3,
  exhaustive: true,
  breaks,
  steps,
  isPromise: false,
  isStuck: false,
});
const both = (together: ReturnType<typeof ending>, a: ReturnType<typeof ending>, b: ReturnType<typeof ending>) =>
  besideAlone(together, [a, b], ['A', 'B']);

test('what two faults do is told beside what each does alone', () => {
  expect(both(ending('x', 2), ending('x', 2), ending('y', 3))).toEqual({ says: '2, as A', isNew: false });
  expect(both(ending('x', 2), ending('x', 2), ending('x', 2))).toEqual({ says: '2, as A and B', isNew: false });
  expect(both(ending('z', 2), ending('x', 2), ending('y', 3))).toEqual({ says: '2, what neither breaks alone: z', isNew: true });
  expect(both(ending('x', 1), ending('x', 2), ending(undefined))).toEqual({ says: '1, sooner than alone', isNew: true });
  expect(both(ending('x', 4), ending('x', 2), ending(undefined))).toEqual({ says: '4, later than alone', isNew: true });
  expect(both(ending(undefined), ending('x', 2), ending(undefined))).toEqual({ says: 'nothing', isNew: true });
  expect(both(ending(undefined), ending(undefined), ending(undefined))).toEqual({ says: 'nothing', isNew: false });
  expect(both({ ...ending(undefined), exhaustive: false }, ending('x', 2), ending(undefined))).toEqual({
    says: 'nothing so far',
    isNew: false,
  });
});

test('a share that is not nothing is not told as nothing', () => {
  expect([0, 1, 5, 50, 500, 999].map((it) => percent(it, 10_000))).toEqual([
    'never',
    'under 0.1 %',
    'under 0.1 %',
    '0.5 %',
    '5.0 %',
    '10.0 %',
  ]);
  expect(percent(1, 3)).toBe('33 %');
});
