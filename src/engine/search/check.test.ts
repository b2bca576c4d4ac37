import { describe, expect, test } from 'vitest';
import { rightsSpace } from '../run/rights.fixture.ts';
import { check } from './check.ts';
import type { ExpectedSearch } from './expected.ts';
import { twoPhaseCommit } from '../run/two-phase-commit.fixture.ts';

describe.for([rightsSpace, twoPhaseCommit])('$model.title', (mechanism) => {
  test.for(mechanism.expect as ExpectedSearch[])('a search finds what is expected: %o', (search) => {
    expect(check(mechanism, search)).toMatchObject({ agrees: true, gaps: [] });
  });
});

test('what is found otherwise does not agree', () => {
  expect(check(twoPhaseCommit, { states: 8_832, transitions: 37_345, depth: 17 })).toMatchObject({ agrees: false, found: { depth: 16 } });
  expect(check(twoPhaseCommit, { violates: 'no two managers decide differently', steps: 3 }).agrees).toBe(false);
  const { gaps } = check(twoPhaseCommit, { states: 8_832, transitions: 37_345, depth: 16 }, { most: 10 });
  expect(gaps[0]).toMatch(/^The search did not take up every state\. The search ended at its bound of 10 states: it has found \d+\.$/);
});
