/** What the benches find, without an independent tool. */
import { describe, expect, test } from 'vitest';
import { check, type ExpectedSearch } from '../src/engine/checker.ts';
import { BENCHES, coldSearch, searchOnce } from './cold-search.ts';

describe.each(Object.entries(BENCHES))('%s', (_, bench) => {
  test.each(bench.expect as ExpectedSearch[])('a search finds what is expected: %o', (search) => {
    expect(check(bench, search)).toMatchObject({ agrees: true, gaps: [] });
  });
});

test('a search in a process of its own finds the same', () => {
  const { states, transitions, depth } = searchOnce('bounded-buffer', { places: 2 });
  expect(coldSearch('bounded-buffer', { places: 2 })).toMatchObject({ states, transitions, depth });
});
