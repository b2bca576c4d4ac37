import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AccessLog } from '../state/access-log.ts';
import { DecisionTrees, UNKNOWN } from './decision-tree.ts';
import { firstOf, Narrowing } from './narrowing.ts';

const COUNT = 70;
const FIELD = 4;

/** A candidate: it looks at some fields in turn, is refused by the first that has one of the wrong values, and closes so many with it. */
interface Clauses {
  readonly looks: readonly { readonly field: number; readonly wrong: readonly number[] }[];
  readonly closes: number;
  /** The field whose value chooses between two effects, if any. */
  readonly chooses: number | undefined;
}

const someField = fc.nat(15);
const someCandidate: fc.Arbitrary<Clauses> = fc.record({
  looks: fc.array(fc.record({ field: someField, wrong: fc.uniqueArray(fc.nat(3), { maxLength: 3 }) }), { maxLength: 3 }),
  closes: fc.constantFrom(1, 1, 1, 2, 40),
  chooses: fc.option(someField, { nil: undefined }),
});
/** Fields have three values, so that one code never occurs. */
const someWords = fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }).map((fields) => {
  const words = new Int32Array(2);
  fields.forEach((value, field) => (words[field >> 3]! |= value << ((field & 7) * FIELD)));
  return words;
});

/** The answer of a candidate in the working state, noted as it is read. */
function answerOf({ looks, closes, chooses }: Clauses, words: Int32Array, watch: AccessLog): number {
  const read = (field: number): number => {
    const [word, shift] = [field >> 3, (field & 7) * FIELD];
    watch.read(word, shift, 2, 3);
    return (words[word]! >>> shift) & 3;
  };
  watch.begin();
  for (const { field, wrong } of looks) if (wrong.includes(read(field))) return -closes;
  return chooses !== undefined && read(chooses) > 1 ? -COUNT - 2 : -COUNT - 6;
}

const leftIn = ({ left }: Narrowing): Set<number> => {
  const all = new Set<number>();
  left.forEach((bits, part) => {
    for (let rest = bits; rest !== 0; rest &= rest - 1) all.add(firstOf(part, rest));
  });
  return all;
};

test('what a byte rules out is refused, and what is certain is so', () => {
  let ruledOut = 0;
  let certain = 0;
  fc.assert(
    fc.property(
      fc.array(someCandidate, { minLength: COUNT, maxLength: COUNT }),
      fc.array(someWords, { minLength: 40, maxLength: 80 }),
      (candidates, states) => {
        const words = new Int32Array(2);
        const trees = new DecisionTrees(words, COUNT);
        const watch = new AccessLog(2);
        const ends = new Int32Array(COUNT).fill(COUNT);
        const narrowing = new Narrowing(words, trees, ends);
        states.forEach((state, turn) => {
          words.set(state);
          narrowing.begin();
          const left = leftIn(narrowing);
          let open = 0;
          for (const [at, candidate] of candidates.entries()) {
            const answer = answerOf(candidate, words, watch);
            const isClosed = at < open; // by one before it, so no tree is asked there
            if (answer >= -COUNT) open = Math.max(open, at - answer);
            if (isClosed) continue;
            if (answer < -COUNT) expect(left).toContain(at);
            if (!left.has(at)) ruledOut++;
            const effect = narrowing.effects[at]!;
            if (left.has(at) && effect !== UNKNOWN) {
              certain++;
              expect(effect).toBe(answer);
            }
            trees.turn += 10;
            if (trees.find(at) === UNKNOWN) trees.learn(at, watch, words, answer);
          }
          if (turn % 16 === 15) narrowing.renew(Infinity);
        });
      },
    ),
    { numRuns: 40 },
  );
  expect(ruledOut).toBeGreaterThan(1000);
  expect(certain).toBeGreaterThan(100);
});

test('nothing is ruled out where that would cost more than to look', () => {
  const words = new Int32Array(1);
  const trees = new DecisionTrees(words, 40);
  const watch = new AccessLog(1);
  watch.begin();
  watch.read(0, 0, 1, 2);
  trees.learn(3, watch, words, -1);
  const narrowing = new Narrowing(words, trees, new Int32Array(40).fill(40));
  const without = (looked: number): number[] => {
    narrowing.renew(looked);
    narrowing.begin();
    const left = leftIn(narrowing);
    return Array.from({ length: 40 }, (_, at) => at).filter((at) => !left.has(at));
  };
  expect(without(40)).toEqual([3]);
  expect(narrowing.bytes).toBe(256 * 2 * 4);
  expect(without(0)).toEqual([]);
  expect(narrowing.bytes).toBe(0);
});
