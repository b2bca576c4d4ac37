import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeName } from '../facts/place-name.ts';
import { keptText, readKept } from './kept-lines.ts';

const hash = '0123456789ab';

test('the places are sorted by source, commit and path, and lines by their number', () => {
  const places = [
    placeName('orbit-upstream', 'abcdef1', 'b.c', [1, 2]),
    placeName('orbit-upstream', 'abcdef1', 'a.c', 'file'),
    placeName('orbit-upstream', 'abcdef1', 'a.c', [10, 12]),
    placeName('orbit-upstream', 'abcdef1', 'a.c', [9, 40]),
    placeName('orbit-site', 'abcdef2', 'c.c', [1, 1]),
  ];
  const text = keptText(new Map(places.map((it) => [it, hash])));
  expect(text.split('\n').filter((it) => !it.startsWith('#') && it !== '')).toEqual(
    [
      'orbit-site abcdef2 c.c 1-1',
      'orbit-upstream abcdef1 a.c 9-40',
      'orbit-upstream abcdef1 a.c 10-12',
      'orbit-upstream abcdef1 a.c file',
      'orbit-upstream abcdef1 b.c 1-2',
    ].map((it) => `${it} ${hash}`),
  );
});

test('what is written is read again, whatever its order was', () => {
  const place = fc
    .tuple(fc.constantFrom('a', 'b-c'), fc.constantFrom('abcdef1', 'abcdef2'), fc.constantFrom('x', 'y/z.c'), fc.nat({ max: 300 }))
    .map(([source, commit, path, from]) => placeName(source, commit, path, from === 0 ? 'file' : [from, from + 1]));
  fc.assert(
    fc.property(fc.uniqueArray(place, { maxLength: 20 }), (places) => {
      const kept = new Map(places.map((it) => [it, hash]));
      expect(readKept(keptText(kept))).toEqual(kept);
      expect(keptText(new Map([...kept].toReversed()))).toBe(keptText(kept));
    }),
  );
});

test.each([
  ['nonsense', 1],
  [`# a\n\norbit-upstream abcdef1 a.c 1-2 ${hash}\norbit-upstream abcdef1 a.c 1-2 ${hash}\n`, 4],
  ['orbit-upstream abcdef1 a.c 1-2 0123', 1],
  [`orbit-upstream abcdef1 a b.c 1-2 ${hash}`, 1],
  [`orbit-upstream main a.c 1-2 ${hash}`, 1],
])('a line that is no place with a hash is told by its number: %j', (text, line) => {
  expect(readKept(text)).toBe(line);
});
