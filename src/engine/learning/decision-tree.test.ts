import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DecisionTrees, UNKNOWN } from './decision-tree.ts';
import { maskOf } from '../state/mask.ts';
import { AccessLog } from '../state/access-log.ts';

/** A piece of the state: a word, a shift and how many bits. */
type Piece = readonly [number, number, number];

/** Keeps an answer of tree 0 for the working state, of which these pieces were read. */
function learn(decisions: DecisionTrees, words: Int32Array, pieces: readonly Piece[], answer: number): boolean {
  const watch = new AccessLog(words.length);
  watch.begin();
  for (const piece of pieces) watch.read(...piece, 2 ** piece[2]);
  return decisions.learn(0, watch, words, answer);
}

const somePiece = fc.tuple(fc.nat(1), fc.nat(31), fc.integer({ min: 1, max: 32 })).filter(([, shift, bits]) => shift + bits <= 32);
const someWords = fc.tuple(fc.integer(), fc.integer()).map((words) => Int32Array.from(words));

test('what was learnt of a state is told of every state that agrees in the bits that were read, and of no other', () => {
  fc.assert(
    fc.property(fc.array(somePiece, { maxLength: 4 }), someWords, someWords, (pieces, from, noise) => {
      const words = from.slice();
      const decisions = new DecisionTrees(words, 1);
      expect(decisions.find(0)).toBe(UNKNOWN);
      learn(decisions, words, pieces, -7);
      const read = new Int32Array(2);
      for (const [word, shift, bits] of pieces) read[word]! |= maskOf(bits) << shift;
      for (let i = 0; i < 2; i++) words[i] = (from[i]! & read[i]!) | (noise[i]! & ~read[i]!);
      expect(decisions.find(0)).toBe(-7);
      for (let bit = 0; bit < 64; bit++) {
        const [word, mask] = [bit >> 5, 1 << (bit & 31)];
        words[word]! ^= mask;
        expect(decisions.find(0)).toBe(read[word]! & mask ? UNKNOWN : -7);
        words[word]! ^= mask;
      }
    }),
  );
});

test('a read of what was written does not count: it follows from what was read before', () => {
  const watch = new AccessLog(1);
  watch.begin();
  watch.wrote(0, 0b1100);
  watch.read(0, 2, 2, 4);
  expect(watch.length).toBe(0);
  watch.read(0, 0, 2, 4);
  watch.read(0, 0, 2, 4);
  expect([...watch.reads.slice(0, watch.length)]).toEqual([0, 0, 2, 4]);
});

test('code that reads something else in the same state is no function of it', () => {
  const words = new Int32Array(1);
  const decisions = new DecisionTrees(words, 1);
  expect(learn(decisions, words, [[0, 0, 2]], -1)).toBe(true);
  expect(learn(decisions, words, [[0, 4, 2]], -1)).toBe(false);
  expect(
    learn(
      decisions,
      words,
      [
        [0, 0, 2],
        [0, 4, 2],
      ],
      -1,
    ),
  ).toBe(false);
  expect(learn(decisions, words, [], -1)).toBe(false);
  expect(decisions.find(0)).toBe(-1);
});

test('at its cap the trees keep what they know', () => {
  const words = new Int32Array(1);
  const decisions = new DecisionTrees(words, 1, { trial: 4, most: 40, narrowing: [2, 16] });
  let known = 0;
  for (let value = 0; value < 64; value++) {
    words[0] = value;
    decisions.turn += 100;
    if (!decisions.isWorthwhile(0)) continue;
    expect(learn(decisions, words, [[0, 0, 2], [0, 2, 4]], -1 - value)).toBe(true); // prettier-ignore
    known++;
  }
  expect([decisions.isFull, decisions.abandoned]).toEqual([true, 0]);
  expect(known).toBeGreaterThan(1);
  for (let value = 0; value < 64; value++) {
    words[0] = value;
    expect(decisions.find(0)).toBe(value < known ? -1 - value : UNKNOWN);
  }
});

test('the ways through a tree are told, with those that no state has gone yet, and without those that none can go', () => {
  const words = new Int32Array(1);
  const decisions = new DecisionTrees(words, 2);
  const learnt = (state: number, second: boolean, answer: number) => {
    words[0] = state;
    const watch = new AccessLog(1);
    watch.begin();
    watch.read(0, 4, 2, 3);
    if (second) watch.read(0, 0, 1, 2);
    return decisions.learn(0, watch, words, answer);
  };
  expect(learnt(0x00, false, -1) && learnt(0x11, true, -7)).toBe(true);
  const ways = decisions.paths(0).map(({ looked, bits, answer }) => [looked[0], bits[0], answer]);
  expect(ways).toEqual([
    [0x30, 0x00, -1],
    [0x31, 0x10, UNKNOWN],
    [0x31, 0x11, -7],
    [0x30, 0x20, UNKNOWN],
  ]);
  expect(decisions.paths(1).map(({ answer }) => answer)).toEqual([UNKNOWN]);
});

test('a tree that learns as often as it is asked is given up, one that learns seldom is not', () => {
  const words = new Int32Array(1);
  for (const [perState, worthwhile] of [
    [1, false],
    [4, true],
  ] as const) {
    // prettier-ignore
    const decisions = new DecisionTrees(words, 1);
    for (let value = 0; value < 5_000; value++) {
      words[0] = value;
      decisions.turn += perState;
      if (decisions.isWorthwhile(0)) learn(decisions, words, [[0, 0, 13]], -1);
    }
    expect(decisions.isWorthwhile(0)).toBe(worthwhile);
    expect(decisions.find(0)).toBe(worthwhile ? -1 : UNKNOWN);
  }
});
