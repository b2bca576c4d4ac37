import { expect, test } from 'vitest';
import { cited, seen, upstream } from './entries.fixture.ts';
import type { UpstreamSource } from '../schemas/sources.ts';
import type { Citation } from '../schemas/evidence.ts';
import { citedFiles } from './cited-places.ts';
import type { Statement } from './statements.ts';

const source = upstream().data as UpstreamSource;
const statement = (name: string, ...citations: Citation[]): Statement => ({
  file: 'a.yaml',
  system: 'orbit',
  address: `/${name}/`,
  name,
  says: [name],
  cites: citations.map((citation) => ({ citation, field: [] })),
});
const at = (path: string, commit: string, more: Partial<Citation> = {}): Citation => ({ ...seen, path, commit, lines: undefined, ...more });

test('what rests on a repository stands by file, then by commit as the source lists them, then by line', () => {
  const files = citedFiles(
    [
      statement('one', at('b.c', 'abcdef2', { lines: [3, 4] }), cited()),
      statement('two', at('b.c', 'abcdef1', { lines: [12, 12] }), at('b.c', 'abcdef1', { lines: [9, 40] })),
      statement('three', at('b.c', 'abcdef1', { lines: [9, 40] }), at('a', 'abcdef1', { whole: 'folder' })),
      statement('four', at('a', 'abcdef1', { absent: 'a lock' }), { ...seen, source: 'orbit-site' }),
    ],
    'orbit-upstream',
    source,
  );
  expect(
    files.map(({ path, places }) => [
      path,
      places.map(({ citation: { commit, lines, whole, absent }, statements }) => [
        commit,
        lines ?? whole ?? absent,
        statements.map(({ name }) => name).join(),
      ]),
    ]),
  ).toEqual([
    [
      'a',
      [
        ['abcdef1', 'folder', 'three'],
        ['abcdef1', 'a lock', 'four'],
      ],
    ],
    [
      'b.c',
      [
        ['abcdef1', [9, 40], 'two,three'],
        ['abcdef1', [12, 12], 'two'],
        ['abcdef2', [3, 4], 'one'],
      ],
    ],
  ]);
});
