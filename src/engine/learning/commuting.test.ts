import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoPhaseCommit } from '../run/two-phase-commit.fixture.ts';
import { machine, type Machine } from '../run/machine.ts';
import { explore } from '../search/explore.ts';
import { compareRandomNetworks } from '../search/random-networks.fixture.ts';
import { canonical, type Canon } from '../symmetry/symmetry.ts';
import { Commuting, type Footprint } from './commuting.ts';
import { LearntSteps } from './learnt-steps.ts';
import type { StepSource } from './steps.ts';

const COUNT = 40;
const WORDS = 2;
const someBits = fc.oneof(
  fc.constant(0),
  fc.nat(31).map((bit) => 1 << bit),
);
const someFootprint: fc.Arbitrary<Footprint | undefined> = fc.option(
  fc.record({ read: fc.tuple(someBits, someBits), written: fc.tuple(someBits, someBits) }).map(({ read, written }) => ({
    touched: Int32Array.from(read, (bits, word) => bits | written[word]!),
    written: Int32Array.from(written),
  })),
  { nil: undefined },
);

const overlap = (one: Int32Array, other: Int32Array): boolean => one.some((bits, word) => (bits & other[word]!) !== 0);

/** The candidates in a set. */
function passed(commuting: Commuting, candidate: number | undefined): number[] {
  const begin = commuting.setOf(candidate);
  return Array.from({ length: COUNT }, (_, at) => at).filter((at) => (commuting.sets[begin + (at >> 5)]! >>> (at & 31)) & 1);
}

test('before a candidate come those that leave alone what it touches, and whose touch it leaves alone; nobody else, and none without a footprint', () => {
  let pairs = 0;
  const someCandidates = fc.array(someFootprint, { minLength: COUNT, maxLength: COUNT });
  fc.assert(
    fc.property(someCandidates, fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 5 }), (footprints, wentNewWays) => {
      const commuting = new Commuting(COUNT, WORDS);
      expect(passed(commuting, 3)).toEqual([]);
      commuting.renew((at) => footprints[at]);
      for (const [nth, at] of wentNewWays.entries()) commuting.goesNewWay(at, nth % 2 === 0);
      const isOut = (at: number) => footprints[at] === undefined || wentNewWays.includes(at);
      const expected = (at: number) =>
        footprints.flatMap((before, nth) => {
          const one = footprints[at];
          if (nth >= at || isOut(at) || isOut(nth) || !one || !before) return [];
          return overlap(one.touched, before.written) || overlap(one.written, before.touched) ? [] : [nth];
        });
      for (let at = 0; at < COUNT; at++) expect(passed(commuting, at)).toEqual(expected(at));
      expect(passed(commuting, undefined)).toEqual([]);
      pairs += passed(commuting, COUNT - 1).length;
      commuting.renew((at) => footprints[at]);
      for (const [nth, at] of wentNewWays.entries()) if (nth % 2 === 1) expect(passed(commuting, at)).toEqual([]);
    }),
  );
  expect(pairs).toBeGreaterThan(0);
});

test('more candidates than can be compared have empty sets', () => {
  const commuting = new Commuting(5000, 1);
  commuting.renew(() => ({ touched: new Int32Array(1), written: new Int32Array(1) }));
  expect(commuting.setOf(4999)).toBe(commuting.setOf(undefined));
  expect(commuting.sets.every((bits) => bits === 0)).toBe(true);
});

test('a search that passes steps over finds the same states in the same order, in 300 random networks', () => {
  expect(compareRandomNetworks(300)).toBeGreaterThan(300);
});

/** The share of the steps that a search visits. */
function visited(m: Machine, canon?: Canon): number {
  const steps = new LearntSteps(m, { trial: 2048, most: 1 << 16, narrowing: [16, 64] });
  let visits = 0;
  const each: StepSource['each'] = (fired, visit, cameBy) => steps.each(fired, (instance) => (visits++, visit(instance)), cameBy);
  const { transitions } = explore(m, { steps: { bytes: 0, each }, canon });
  return visits / transitions;
}

test('of the steps of two-phase commit with five managers more than half are passed over', () => {
  expect(visited(machine(twoPhaseCommit, { managers: 5 }))).toBeLessThan(0.5);
});

test('with symmetry every step is visited, because the state after it is brought into canonical form', () => {
  const m = machine(twoPhaseCommit, { managers: 7 });
  expect(visited(m, canonical(m))).toBe(1);
});

test('with liveness properties every step is visited, because its edge is kept', () => {
  const { model } = twoPhaseCommit;
  const promising = { ...twoPhaseCommit, model: { ...model, eventually: { nothing: { leadsTo: () => true } } } };
  expect(visited(machine(promising, { managers: 5 }))).toBe(1);
});
