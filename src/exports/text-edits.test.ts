import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited } from './text-edits.ts';

test('what is edited is replaced, in whatever order it is told', () => {
  const edits = [{ from: 4, to: 7, text: 'two' }, { from: 0, to: 3, text: 'b' }, { from: 7, to: 7, text: '!' }, { from: 7, to: 7, text: '?' }]; // prettier-ignore
  expect(edited('one 222.', edits)).toBe('b two!?.');
  expect(edited('as it was', [])).toBe('as it was');
});

test('what lies between edits stays', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.string())), (pieces) => {
      let at = 0;
      const edits = pieces.map(([kept, replaced, text]) => ({ from: (at += kept.length), to: (at += replaced.length), text }));
      const whole = pieces.map(([kept, replaced]) => kept + replaced).join('');
      expect(edited(whole, edits)).toBe(pieces.map(([kept, , text]) => kept + text).join(''));
    }),
  ));
