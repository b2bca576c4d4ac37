/** Which observations a list lacks, and where they come in it: by their days, or by their places where nobody knows the days. */
import { describe, expect, test } from 'vitest';
import { missingIn, type Held } from './missing.ts';
import type { Observation } from './observations.ts';

/** The made-up versions `a`, `b` and so on are in the order of their letters; `?` is of an age that nobody knows. */
const placeOf = ({ cite }: Held): number => {
  const commit = cite[0]!.commit;
  return commit === undefined ? -1 : commit === '?' ? 100 : commit.charCodeAt(0);
};
const held = (asOf: string, word: Held['word'], commit?: string): Held => ({
  asOf,
  word,
  cite: [commit === undefined ? { source: 'seed' } : { source: 'repository', commit, path: 'README.md' }],
});
const said = (asOf: string, word: Held['word'], commit: string): Observation => ({
  asOf,
  word,
  note: undefined,
  why: undefined,
  commit,
  cite: [{ source: 'repository', commit, path: 'README.md' }],
});
const missing = (list: readonly Held[], observations: readonly Observation[]) =>
  missingIn(list, observations, placeOf).map(({ observation, behind }) => [observation.commit, observation.word, behind]);

describe('with days', () => {
  const list = [held('undated', 'not-started'), held('2026-03-01', 'complete', 'c')];
  test('what is new on its day comes behind what is older', () => {
    expect(missing(list, [said('2026-02-01', 'in-progress', 'b'), said('2026-04-01', 'dropped', 'd')])).toEqual([
      ['b', 'in-progress', 0],
      ['d', 'dropped', 1],
    ]);
  });
  test('what repeats the newest by that day is left out, and what a person found on a day holds', () => {
    expect(missing(list, [said('2026-03-01', 'partial', 'c'), said('2026-04-01', 'complete', 'd')])).toEqual([]);
  });
});

describe('without days', () => {
  test('each comes to its place among the versions, behind what the primary source says', () => {
    const list = [held('undated', 'not-started'), held('undated', 'complete', 'd')];
    expect(missing(list, [said('undated', 'in-progress', 'b'), said('undated', 'partial', 'c'), said('undated', 'dropped', 'e')])).toEqual([
      ['b', 'in-progress', 0],
      ['c', 'partial', 0],
      ['e', 'dropped', 1],
    ]);
  });
  test('what repeats the version before is left out, and what a person found in a version holds', () => {
    const list = [held('undated', 'not-started'), held('undated', 'moved', 'c')];
    expect(
      missing(list, [said('undated', 'not-started', 'a'), said('undated', 'complete', 'b'), said('undated', 'in-progress', 'c')]),
    ).toEqual([['b', 'complete', 0]]);
  });
  test('what rests on something of an unknown age stays the newest', () => {
    expect(missing([held('undated', 'not-started'), held('undated', 'partial', '?')], [said('undated', 'complete', 'b')])).toEqual([
      ['b', 'complete', 0],
    ]);
  });
  test('a day has no place among them', () => {
    expect(missing([held('undated', 'not-started'), held('2026-01-01', 'complete', 'a')], [said('undated', 'complete', 'b')])).toEqual([
      ['b', 'complete', 0],
    ]);
  });
});
