import { expect, test } from 'vitest';
import { replay } from '../../engine/replay.ts';
import { checkModel } from '../checked.fixture.ts';
import { capabilitySpaceRuns } from './capability-space.runs.ts';

checkModel(capabilitySpaceRuns);

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
  const { ends, said } = replay(capabilitySpaceRuns, { ...removed, steps: [...removed.steps, { revoke: { it: 0 } }] });
  expect(ends).toEqual({ violates: 'revoke reaches every descendant' });
  expect(said.slice(-2)).toEqual([
    'slot 1 is removed; what was granted from it stays.',
    'slot 0 is revoked, and everything granted from it.',
  ]);
});

test('what was cut off can still be revoked itself', () => {
  const steps = [...removed.steps, { revoke: { it: 2 } }, { revoke: { it: 0 } }];
  expect(replay(capabilitySpaceRuns, { ...removed, steps }).ends).toBe('safe');
});
