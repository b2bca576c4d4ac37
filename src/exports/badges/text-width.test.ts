import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';

test.each([
  ['', 0],
  ['0', 6.7],
  ['iii', 8],
  ['WWW', 34],
  ['\u{1F600}', 6.7],
])('%j is %d wide at 12', (text, width) => {
  expect(textWidth(text, 12)).toBe(width);
});

test('a longer text is wider, and twice the size is twice as wide', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (a, b) => {
      expect(textWidth(a + b, 1000)).toBeGreaterThan(textWidth(a, 1000));
      expect(textWidth(a, 2000)).toBe(2 * textWidth(a, 1000));
    }),
  );
});
