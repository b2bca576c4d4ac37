import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightsSpace } from '../run/rights.fixture.ts';
import { explore } from './explore.ts';
import { machine } from '../run/machine.ts';
import { someMechanism } from './sketched-model.fixture.ts';
import { begin, follow, menuAt, type Snapshot } from '../run/run.ts';
import { walk } from './walk.ts';

test('the same seed walks the same way, and a walk is a run', () => {
  const m = machine(rightsSpace);
  const { log } = walk(m, { seed: 7, steps: 200 });
  expect(walk(m, { seed: 7, steps: 200 }).log).toEqual(log);
  expect(walk(m, { seed: 8, steps: 200 }).log).not.toEqual(log);
  expect(log).toHaveLength(200);
  const end = log.reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
  walk(m, { seed: 7, steps: 200 });
  expect(m.words).toEqual(end.words);
});

test('a walk ends only where nothing can happen', () => {
  fc.assert(
    fc.property(someMechanism, fc.nat(), (random, seed) => {
      const m = machine(random);
      const { log, ended } = walk(m, { seed, steps: 20 });
      const end = log.reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
      expect(ended).toBe(log.length < 20);
      if (ended) expect(menuAt(m, end).flatMap(({ enabled }) => enabled)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('walks come everywhere', () => {
  const m = machine(rightsSpace, { slots: 2 });
  const found = new Set<string>();
  for (let seed = 0; seed < 3_000; seed++) {
    walk(m, { seed, steps: 1 + (seed % 16) });
    found.add(m.words.join());
  }
  expect(found.size).toBeGreaterThan(explore(m).states / 10);
});
