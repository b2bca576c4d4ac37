import { expect, test } from 'vitest';
import type { Entries, Entry } from './entries.ts';
import { readAtHead, type AtHeads } from './last-seen.ts';
import { readOfProject } from './read-of-project.ts';

const source = (id: string, system: string, data: object): Entry<'sources'> => ({
  collection: 'sources',
  id,
  file: `src/content/sources/${id}.yaml`,
  data: { system, ...data } as unknown as Entry<'sources'>['data'],
});
const repository = (id: string, system: string, tracked: readonly string[]) =>
  source(id, system, { kind: 'upstream', web: `https://example.org/${id}`, tracked });
const entries = {
  sources: [
    source('orbit-text', 'orbit', { kind: 'primary' }),
    repository('orbit-code', 'orbit', ['README.md', 'NEVER.md']),
    repository('orbit-site', 'orbit', ['status.json']),
    repository('apogee-code', 'apogee', ['README.md']),
  ],
} as unknown as Entries;
const at = (id: string, path: string, lines: [number, number]) => ({ source: id, commit: 'abcdef0', path, lines });
const citations = [
  { source: 'orbit-text', lines: [1, 2] as [number, number] },
  at('orbit-code', 'README.md', [3, 4]),
  at('orbit-code', 'README.md', [3, 4]),
  at('orbit-code', 'a.c', [1, 9]),
  at('orbit-code', 'b.c', [1, 9]),
  at('orbit-site', 'status.json', [1, 1]),
];
const atHeads = readAtHead(`orbit-code head 1234567 2026-02-01 looked 2026-03-01
orbit-code abcdef0 a.c 1-9 moved 2-10
orbit-code abcdef0 b.c 1-9 gone
`) as AtHeads;

test('each place counts once, with what became of it; another project is left out', () => {
  const { primaries, repositories } = readOfProject(entries, 'orbit', citations, atHeads);
  expect(primaries.map(({ id }) => id)).toEqual(['orbit-text']);
  expect(repositories.map(({ source: { id }, head, ...counts }) => [id, head?.looked, counts])).toEqual([
    ['orbit-code', '2026-03-01', { places: 3, unchanged: 2, changed: 1 }],
    ['orbit-site', undefined, { places: 1, unchanged: 0, changed: 0 }],
  ]);
});

test('a tracked document leads to its newest state, or to the one that is cited', () => {
  expect(readOfProject(entries, 'orbit', citations, atHeads).tracked.map(({ path, href }) => [path, href])).toEqual([
    ['README.md', 'https://example.org/orbit-code/blob/1234567/README.md'],
    ['NEVER.md', 'https://example.org/orbit-code/blob/1234567/NEVER.md'],
    ['status.json', 'https://example.org/orbit-site/blob/abcdef0/status.json'],
  ]);
});
