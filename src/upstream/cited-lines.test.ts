import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { became, linesOf, normalised, printOfLines, rangeOf } from './cited-lines.ts';

const printOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
const print = (...lines: string[]): string => printOf(normalised(lines));

describe('linesOf', () => {
  test('a line feed ends a line, and a last line without one counts', () => {
    expect([linesOf(''), linesOf('a'), linesOf('a\n'), linesOf('a\n\n'), linesOf('\n')]).toEqual([[], ['a'], ['a'], ['a', ''], ['']]);
  });
});

test('the lines that a hash is kept of', () => {
  expect(rangeOf({ lines: [3, 4] }, 9)).toEqual([3, 4]);
  expect(rangeOf({ whole: 'file' }, 9)).toEqual([1, 9]);
  for (const none of [{}, { whole: 'folder' as const }]) expect(rangeOf(none, 9)).toBeUndefined();
});

describe('the hash of cited lines', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', '{', '}', ' ', '\t', '\r', 'ä', '\u00a0', '"'), maxLength: 12 });
  const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\u00a0'), minLength: 1, maxLength: 4 });
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });

  test('does not see blanks at the ends of a line, nor how many there are between words', () => {
    fc.assert(
      fc.property(lines, blanks, (some, blank) => {
        const spaced = some.map((it) => blank + it.replaceAll(/\s+/g, blank) + blank);
        expect(print(...spaced)).toBe(print(...some));
      }),
    );
  });

  test('sees everything else: another character, a blank where there was none, lines in another order or number', () => {
    const words = (it: readonly string[]): string => JSON.stringify(it.map((one) => one.split(/\s+/).filter(Boolean)));
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        expect(print(...one) === print(...other)).toBe(words(one) === words(other));
      }),
    );
  });

  test('is found again wherever the lines are moved to, and nowhere when one of them changed', () => {
    fc.assert(
      fc.property(lines, lines, lines, fc.nat(), (before, cited, after, place) => {
        const range = [before.length + 1, before.length + cited.length] as const;
        const hash = printOfLines([...before, ...cited, ...after], range, printOf);
        const found = became(hash, range, [...after, 'new', ...cited, ...before], printOf);
        expect(found.is).not.toBe('changed');
        if (found.is === 'moved') expect(printOfLines([...after, 'new', ...cited, ...before], found.to, printOf)).toBe(hash);
        const changed = cited.map((it, i) => (i === place % cited.length ? `${it}!` : it));
        expect(became(hash, range, changed, printOf)).toEqual({ is: 'changed' });
      }),
    );
  });

  test('of several places the nearest one is told', () => {
    expect(became(print('x'), [4, 4], ['x', 'a', 'a', 'a', 'x', 'x'], printOf)).toEqual({ is: 'moved', to: [5, 5] });
    expect(became(print('x'), [4, 4], ['x', 'a', 'x', 'x'], printOf)).toEqual({ is: 'same' });
    expect(became(print('x'), [9, 9], ['x'], printOf)).toEqual({ is: 'moved', to: [1, 1] });
    expect(became(print('x'), [1, 1], [], printOf)).toEqual({ is: 'changed' });
  });
});
