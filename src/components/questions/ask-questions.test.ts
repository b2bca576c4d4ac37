import { expect, test } from 'vitest';
import { tallyOf } from './ask-questions.ts';

test.each([
  [[true], 3, 'Right at the first try: 1 of 1; 2 are left.'],
  [[true, false], 3, 'Right at the first try: 1 of 2; 1 is left.'],
  [[false, false], 2, 'Right at the first try: 0 of 2.'],
])('%j of %i', (firsts, all, says) => expect(tallyOf(firsts, all)).toBe(says));
