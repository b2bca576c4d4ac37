import { expect, test } from 'vitest';
import { sumOf } from './keep-steps.ts';

test('how far a reader is', () => {
  expect(sumOf(1, 7)).toBe('1 of 7 steps is done. That is kept in this browser and nowhere else.');
  expect(sumOf(7, 7)).toBe('All steps are done.');
});
