import { expect, test } from 'vitest';
import type { Stretch } from '../schemas/sources.ts';
import { standingLines } from './standing.ts';

const stretches: Stretch[] = [
  [3, 6, 11, 14],
  [8, 8, 20, 22],
  [9, 10, 23, 23],
];

test.each([
  [
    [3, 3],
    [11, 11],
  ],
  [
    [4, 6],
    [12, 14],
  ],
  [
    [1, 4],
    [11, 12],
  ],
  [
    [8, 8],
    [20, 22],
  ],
  [
    [10, 10],
    [23, 23],
  ],
  [
    [6, 9],
    [14, 23],
  ],
  [[7, 7], undefined],
  [[11, 40], undefined],
] as const)('lines %j of the copy stand at %j', (lines, at) => {
  expect(standingLines(stretches, lines)).toEqual(at);
});
