/** The day on which a repository was read, beside the days of its commits. */
import { expect, test } from 'vitest';
import { entriesOf, platform, readme, seen, system, upstream } from '../entries.fixture.ts';
import { badSources } from './sources.ts';

const later = { ...seen, commit: 'abcdef2' };
const commits = [
  { commit: 'abcdef1', date: '2026-01-02', what: 'the tree' },
  { commit: 'abcdef2', date: '2026-01-20', what: 'a later tree' },
];

test('a repository was read after every commit that a person cites; the command reads newer versions, and says so', () => {
  const days = (by?: 'history'): string[] => {
    const newest = { asOf: '2026-01-20', state: 'supported' as const, ...(by && { by }), cite: [later] };
    const board = platform('orbit-board', { states: [{ asOf: '2026-01-02', state: 'planned', cite: [seen] }, newest] });
    const entries = entriesOf(system(), readme(), upstream({ read: '2026-01-10', commits }), board);
    return badSources(entries).flatMap(({ field, says }) => (field[0] === 'read' ? [says] : []));
  };
  expect(days()).toEqual(['it was read on 2026-01-10, before its commit abcdef2 of 2026-01-20']);
  expect(days('history')).toEqual([]);
});
