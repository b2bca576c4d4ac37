import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factorsFor, hashOf, Visited } from './visited.ts';

const someStates = (width: number) =>
  fc.array(fc.array(fc.oneof(fc.nat(3), fc.integer(), fc.constantFrom(-1, 1 << 31, 1 << 24)), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 200,
  });

test('a state is found again by its words, its number and the way to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((width) => fc.tuple(fc.constant(width), someStates(width), fc.boolean())),
      ([width, states, isWide]) => {
        const visited = new Visited(width, isWide ? 1 << 20 : 10);
        const known = new Map<string, number>();
        const ways: number[][] = [];
        for (const [i, words] of states.entries()) {
          const parent = known.size - 1;
          const instance = isWide ? i + (1 << 17) : i % 10;
          const expected = known.get(words.join()) ?? known.size;
          expect(visited.add(Int32Array.from(words), parent, instance)).toBe(expected);
          if (known.has(words.join())) continue;
          ways.push(parent < 0 ? [] : [...ways[parent]!, instance]);
          known.set(words.join(), expected);
        }
        expect(visited.count).toBe(known.size);
        const loaded = new Int32Array(width);
        for (const [text, state] of known) {
          visited.load(state, loaded);
          expect(loaded.join()).toBe(text);
          expect(visited.isSame(state, loaded)).toBe(true);
          loaded[width - 1]! ^= 1 << 31;
          expect(visited.isSame(state, loaded)).toBe(false);
          expect([visited.parent(state), visited.pathTo(state)]).toEqual([state - 1, ways[state]]);
        }
      },
    ),
  );
});

test('many states need many chunks and a table that grows', () => {
  const visited = new Visited(2, 10);
  const words = new Int32Array(2);
  const COUNT = 50_000;
  const before = visited.bytes;
  for (let round = 0; round < 2; round++) {
    for (let state = 0; state < COUNT; state++) {
      words[0] = state << 20;
      words[1] = state >>> 12;
      expect(visited.add(words, state - 1, state % 10)).toBe(state);
    }
  }
  expect(visited.count).toBe(COUNT);
  expect(visited.bytes - before).toBeGreaterThan(COUNT * 4 * 2);
  expect(visited.pathTo(COUNT - 1)).toHaveLength(COUNT - 1);
});

/** How many hashes the states have that differ in these bits only; the bits are numbered through all words. */
function hashesOf(bits: readonly number[], width: number): number {
  const factors = factorsFor(width);
  const hashes = new Set<number>();
  const words = new Int32Array(width);
  for (let value = 0; value < 1 << bits.length; value++) {
    words.fill(0);
    bits.forEach((bit, i) => {
      if ((value >> i) & 1) words[bit >> 5]! |= 1 << (bit & 31);
    });
    hashes.add(hashOf(words, factors));
  }
  return hashes.size;
}

describe('states that differ in few bits have different hashes', () => {
  const BITS = 12;
  /** Of 4,096 random hashes two are the same once in five hundred times. */
  const FEW = 8;

  test('wherever these bits are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(95), { minLength: BITS, maxLength: BITS }), (bits) => {
        expect(hashesOf(bits, 3)).toBeGreaterThan((1 << BITS) - FEW);
      }),
      // The same sets each time: about one of five thousand does worse, as the next test shows, and which is met should not be chance.
      { numRuns: 500, seed: 20_261_127 },
    );
  });

  /**
   * The fold makes one high bit of a bit and the one 16 below it, and an odd factor leaves the highest bit where it is: two words in which
   * just these two bits differ add the same. A second look at each word would tell them apart, and cost every state more than it saves.
   */
  test('two words that cancel have half as many hashes, and no fewer', () => {
    expect(hashesOf([0, 5, 79, 15, 6, 32, 31, 7, 1, 8, 95, 2], 3)).toBe(1 << (BITS - 1));
  });

  test('at the top of two words, at the bottom, and in every pair of bytes', () => {
    const byte = (at: number, length: number) => Array.from({ length }, (_, i) => at + i);
    for (const [one, other] of [
      [24, 56],
      [0, 32],
      [24, 32],
      [0, 56],
      [8, 48],
      [16, 40],
    ] as const)
      expect(hashesOf([...byte(one, 8), ...byte(other, 8)], 2)).toBeGreaterThan((1 << 16) - FEW);
  });

  test('a word alone never has the hash of another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        const [first, second] = [one, other].map((word) => hashOf(Int32Array.of(word), factorsFor(1)));
        expect(first === second).toBe(one === other);
      }),
    );
  });
});
