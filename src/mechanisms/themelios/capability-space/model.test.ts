import { expect, test } from 'vitest';
import { replay } from '../../../engine/checker.ts';
import { checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const removed = {
  with: { removesOne: true, reuses: 2 },
  steps: [
    { insert: { into: 0, all: ['grant'] } },
    { grant: { from: 0, to: 1, some: ['grant'] } },
    { grant: { from: 1, to: 2, some: ['grant'] } },
    { remove: { it: 1 } },
  ],
};

test('after the middle of a derivation is removed, revoke no longer reaches its end', () => {
  const { ends, said } = replay(runs, { ...removed, steps: [...removed.steps, { revoke: { it: 0 } }] });
  expect(ends).toEqual({ violates: 'revoke reaches every descendant' });
  expect(said.slice(-2)).toEqual([
    'slot 1 is removed; what was granted from it stays.',
    'slot 0 is revoked, and everything granted from it.',
  ]);
});

test('what was cut off can still be revoked itself', () => {
  const steps = [...removed.steps, { revoke: { it: 2 } }, { revoke: { it: 0 } }];
  expect(replay(runs, { ...removed, steps }).ends).toBe('safe');
});
