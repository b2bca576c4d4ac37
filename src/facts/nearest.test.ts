import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const words = ['label', 'title', 'goal', 'status', 'deliverables'];

test.each([
  ['lable', 'label'],
  ['labl', 'label'],
  ['titel', 'title'],
  ['itlte', undefined],
  ['titles', 'title'],
  ['staus', 'status'],
  ['statsu', 'status'],
  ['deliverabels', 'deliverables'],
  ['goals', 'goal'],
  ['kernel', undefined],
  ['', undefined],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, words)).toBe(meant);
});

test('of no words none is near', () => {
  expect(nearest('label', [])).toBeUndefined();
});

test('of two that are as near the first in the alphabet is meant, whatever their order', () => {
  expect(nearest('bat', ['cat', 'bad', 'hat'])).toBe('bad');
  expect(nearest('bat', ['hat', 'bad', 'cat'])).toBe('bad');
});

test('a word that is there is meant by itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 1 }), fc.nat(), (list, i) => {
      const word = list[i % list.length]!;
      expect(nearest(word, list)).toBe(word);
    }),
  );
});

test('one letter more, less or other is always forgiven', () => {
  const letter = fc.constantFrom(...'abcdefg');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 2, maxLength: 12 }), fc.nat(), letter, fc.constantFrom(0, 1), (letters, at, put, remove) => {
      const word = letters.join('');
      const slip = [...letters];
      slip.splice(at % letters.length, remove, put);
      expect(nearest(slip.join(''), [word])).toBe(word);
    }),
  );
});

test('two neighbours exchanged are forgiven as one slip', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'abcdefg'), { minLength: 2, maxLength: 12 }), fc.nat(), (letters, n) => {
      const at = n % (letters.length - 1);
      const slip = [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)];
      expect(nearest(slip.join(''), [letters.join('')])).toBe(letters.join(''));
    }),
  );
});
