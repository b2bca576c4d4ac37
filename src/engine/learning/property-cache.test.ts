import { expect, test } from 'vitest';
import { machine } from '../run/machine.ts';
import { rightsSpace } from '../run/rights.fixture.ts';
import { twoPhaseCommit } from '../run/two-phase-commit.fixture.ts';
import { explore } from '../search/explore.ts';
import { PropertyCache } from './property-cache.ts';

test.each([
  ['usually', undefined],
  ['when trees are given up', { trial: 4, most: 1 << 21, narrowing: [2, 16] }],
  ['when the cap is reached at once', { trial: 4, most: 40, narrowing: [2, 16] }],
] as const)('it says of every state what the properties say, %s', (_, limits) => {
  for (const m of [machine(rightsSpace, { slots: 2, grantsMore: true }), machine(twoPhaseCommit, { managers: 3, hasty: true })]) {
    const properties = [...m.invariants, ...m.reachable];
    const cache = new PropertyCache(m, properties, limits);
    const answers = new Set<string>();
    const through = explore(m, { pastViolations: true });
    for (let round = 0; round < 2; round++) {
      through.each(() => {
        const words = m.words.slice();
        cache.begin();
        const says = properties.map((_, nth) => cache.holds(nth));
        expect(m.words).toEqual(words);
        expect(says).toEqual(properties.map(({ holds }) => holds(m.state, m.config)));
        answers.add(says.join());
      });
    }
    expect(answers.size).toBeGreaterThan(1);
    expect(cache.bytes).toBeGreaterThan(0);
  }
});

test('a case that is known is not asked again', () => {
  const m = machine(twoPhaseCommit, { managers: 3 });
  let asked = 0;
  const counted = m.invariants.map(({ name, holds }) => ({
    name,
    holds: (...given: Parameters<typeof holds>) => (asked++, holds(...given)),
  }));
  const cache = new PropertyCache(m, counted);
  const through = explore(m);
  through.each(() => {
    cache.begin();
    cache.holds(0);
  });
  expect(asked).toBeLessThan(through.states / 2);
});
