import { expect, test } from 'vitest';
import { capitalised, counted, countInWords } from './count-words.ts';

test('a count is told in words, and agrees with its noun', () => {
  expect([0, 1, 13, 14].map(countInWords)).toEqual(['no', 'one', 'thirteen', '14']);
  expect([counted(1, 'system'), counted(6, 'system'), counted(0, 'ray of light', 'rays of light')]).toEqual([
    'one system',
    'six systems',
    'no rays of light',
  ]);
  expect(capitalised(counted(2, 'source'))).toBe('Two sources');
});
