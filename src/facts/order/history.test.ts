/** History: every observation at its own moment, once, and nothing that nobody observed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../../records/reader.ts';
import { sourcesIn, type Sources } from '../evidence.ts';
import { historyOf } from './history.ts';

const days = ['2025-01-31', '2025-10-16', '2026-02-21'];
const observations = fc.array(
  fc.record({
    asOf: fc.constantFrom('undated', ...days),
    cite: fc.constantFrom([{ source: 'primary' }], [{ source: 'repository' }]),
    status: fc.nat(),
  }),
  { maxLength: 5 },
);
const sources: Sources = (id) => (id === 'primary' ? 'documented' : 'found');

test('each cell is the last observation of exactly its moment, and each moment has one', () => {
  fc.assert(
    fc.property(fc.array(observations, { maxLength: 5 }), (lists) => {
      const { moments, rows } = historyOf(lists, sources);
      for (const [row, list] of lists.entries()) {
        for (const [column, moment] of moments.entries()) {
          const at = list.filter(({ asOf, cite }) =>
            moment.at === 'day'
              ? asOf === moment.day
              : asOf === 'undated' && (cite[0]!.source === 'primary') === (moment.at === 'documented'),
          );
          expect(rows[row]![column]).toBe(at.at(-1));
        }
      }
      for (const [column] of moments.entries()) expect(rows.some((row) => row[column] !== undefined)).toBe(true);
      const order = moments.map((it) => (it.at === 'day' ? it.day : it.at === 'documented' ? '0' : '1'));
      expect(order).toEqual([...new Set(order)].sort());
    }),
    { numRuns: 1000, seed: 4 },
  );
});

test('the records: Starina was observed on eight days, ThemeliOS on none', () => {
  const { entries } = readContent(process.cwd());
  const of = (system: string) =>
    historyOf(
      entries.milestones.filter((it) => it.data.system === system).map((it) => it.data.status),
      sourcesIn(entries),
    );
  expect(of('starina').moments).toMatchObject({ length: 8, 0: { at: 'day', day: '2025-02-21' }, 7: { at: 'day', day: '2025-10-16' } });
  expect(of('themelios').moments).toEqual([{ at: 'documented' }, { at: 'found-undated' }]);
});
