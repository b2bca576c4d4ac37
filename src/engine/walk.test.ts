import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capabilitySpace } from '../models/themelios/capability-space.ts';
import { explore } from './explore.ts';
import { machine } from './machine.ts';
import { someMechanism } from './random-mechanism.fixture.ts';
import { begin, follow, menuAt, type Moment } from './run.ts';
import { walk } from './walk.ts';

test('the same seed walks the same way, and a walk is a run', () => {
  const m = machine(capabilitySpace);
  const { log } = walk(m, { seed: 7, steps: 200 });
  expect(walk(m, { seed: 7, steps: 200 }).log).toEqual(log);
  expect(walk(m, { seed: 8, steps: 200 }).log).not.toEqual(log);
  expect(log).toHaveLength(200);
  const end = log.reduce<Moment>((at, choice) => follow(m, at, choice) as Moment, begin(m));
  walk(m, { seed: 7, steps: 200 });
  expect(m.words).toEqual(end.words);
});

test('a walk ends only where nothing can happen', () => {
  fc.assert(
    fc.property(someMechanism, fc.nat(), (random, seed) => {
      const m = machine(random);
      const { log, ended } = walk(m, { seed, steps: 20 });
      const end = log.reduce<Moment>((at, choice) => follow(m, at, choice) as Moment, begin(m));
      expect(ended).toBe(log.length < 20);
      if (ended) expect(menuAt(m, end).flatMap(({ offers }) => offers)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('walks come everywhere', () => {
  const m = machine(capabilitySpace, { slots: 2 });
  const found = new Set<string>();
  for (let seed = 0; seed < 3_000; seed++) {
    walk(m, { seed, steps: 1 + (seed % 16) });
    found.add(m.words.join());
  }
  expect(found.size).toBeGreaterThan(explore(m).states / 10);
});
