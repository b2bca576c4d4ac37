import { expect, test } from 'vitest';
import { valuesOf } from './facets.ts';

test('values are counted once a row, the most frequent first, ties in the order in which they are met', () => {
  const rows = [['b', 'a', 'b'], ['a'], ['c'], []];
  expect(
    valuesOf(
      rows,
      (row) => row,
      (value) => value.toUpperCase(),
    ),
  ).toEqual([
    { value: 'a', word: 'A', count: 2 },
    { value: 'b', word: 'B', count: 1 },
    { value: 'c', word: 'C', count: 1 },
  ]);
});
