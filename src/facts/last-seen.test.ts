/** What became of cited places: the file that keeps it, and what a page says of its own. */
import { expect, test } from 'vitest';
import type { Citation } from '../schemas/evidence.ts';
import { atHeadText, lastSeenOf, readAtHead, type AtHeads } from './last-seen.ts';

const head = { commit: 'fedcba98', day: '2026-02-10', looked: '2026-11-27' };
const known: AtHeads = {
  heads: new Map([['orbit-upstream', head]]),
  places: new Map([
    ['orbit-upstream abcdef0 a.rs 1-2', { is: 'moved', to: [4, 5] }],
    ['orbit-upstream abcdef0 a.rs 7-9', { is: 'changed', now: [10, 12] }],
    ['orbit-upstream abcdef0 b.rs 3-3', { is: 'changed', now: undefined }],
    ['orbit-upstream abcdef0 c.rs file', { is: 'gone' }],
  ]),
};
const cite = (path: string, lines?: [number, number], source = 'orbit-upstream'): Citation => ({
  source,
  commit: 'abcdef0',
  path,
  ...(lines ? { lines } : { whole: 'file' }),
});

test('the file says what it was given, in an order that does not depend on it', () => {
  const text = atHeadText(known);
  expect(readAtHead(text)).toEqual(known);
  expect(atHeadText({ heads: known.heads, places: new Map([...known.places].toReversed()) })).toBe(text);
  expect(text.split('\n').slice(2)).toEqual([
    'orbit-upstream head fedcba98 2026-02-10 looked 2026-11-27',
    'orbit-upstream abcdef0 a.rs 1-2 moved 4-5',
    'orbit-upstream abcdef0 a.rs 7-9 changed 10-12',
    'orbit-upstream abcdef0 b.rs 3-3 changed',
    'orbit-upstream abcdef0 c.rs file gone',
    '',
  ]);
});

test.each([
  ['a word too much', 'orbit-upstream abcdef0 a.rs 1-2 moved 4-5 6\n'],
  ['a place that moved to nowhere', 'orbit-upstream abcdef0 a.rs 1-2 moved\n'],
  ['a head twice', 'a head fedcba98 2026-02-10 looked 2026-11-27\na head fedcba98 2026-02-10 looked 2026-11-27\n'],
  ['a word that is none of its own', 'orbit-upstream abcdef0 a.rs 1-2 lost\n'],
])('%s is refused with its line', (_, text) => {
  expect(readAtHead(text)).toBe(text.trim().split('\n').length);
});

test('what a page cites: each place once, moved ones unchanged, the rest with what it is now', () => {
  const seen = lastSeenOf([cite('a.rs', [1, 2]), cite('a.rs', [1, 2]), cite('a.rs', [7, 9]), cite('c.rs'), cite('d.rs', [1, 1])], known);
  expect(seen).toMatchObject({ looked: '2026-11-27', unchanged: 2, unlooked: 0 });
  expect(seen.open.map(({ citation, now }) => [citation.path, now.is])).toEqual([
    ['a.rs', 'changed'],
    ['c.rs', 'gone'],
  ]);
});

test('a repository that was not looked at, and what is no place, say nothing', () => {
  const elsewhere = cite('a.rs', [1, 2], 'comet-upstream');
  expect(lastSeenOf([elsewhere, { source: 'orbit-readme', lines: [1, 1] }], known)).toEqual({
    looked: undefined,
    unchanged: 0,
    open: [],
    unlooked: 1,
  });
});
