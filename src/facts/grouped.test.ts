import { expect, test } from 'vitest';
import { grouped } from './grouped.ts';

test('items stand under their keys, both in the order in which they come', () => {
  const groups = grouped(['beta', 'alpha', 'bravo', 'apex'], (word) => word[0]);
  expect([...groups]).toEqual([
    ['b', ['beta', 'bravo']],
    ['a', ['alpha', 'apex']],
  ]);
  expect(grouped([], String).size).toBe(0);
});
