import { expect, test } from 'vitest';
import type { System } from '../schemas/systems.ts';
import { departureOf } from './departure.ts';

const found = (...states: readonly System['upstream'][number]['state'][]) => ({
  upstream: states.map((state, i) => ({ asOf: `2026-01-0${i + 1}`, state, text: `${i}`, cite: [] })) as System['upstream'],
});

test.each([
  ['nothing found', found(), undefined],
  ['still developed', found('moved', 'active'), undefined],
  ['moved once', found('active', 'moved'), '1'],
  ['moved, and looked at again', found('active', 'quiet', 'moved', 'moved'), '2'],
  ['at rest from the first look', found('quiet', 'quiet'), '0'],
])('%s', (_, system, text) => {
  expect(departureOf(system)?.text).toBe(text);
});
