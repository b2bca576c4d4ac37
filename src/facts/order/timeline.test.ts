import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speedOf } from './speed.ts';
import { dayNumber, seenLast, timelineOf } from './timeline.ts';

const seen = (...days: string[]) => days.map((asOf) => ({ asOf }));

describe('the axis', () => {
  test('a day lies where its share of the time is; the first of the year is named by its year', () => {
    const line = timelineOf([seen('2025-12-01', '2026-01-01'), seen('undated', '2026-03-01')])!;
    expect(line).toMatchObject({ first: '2025-12-01', last: '2026-03-01' });
    expect(line.rows.map((row) => row.map((it) => it.at))).toEqual([[0, 31 / 90], [1]]);
    expect(line.ticks.map((it) => it.label)).toEqual(['Dec 2025', '2026', 'Feb', 'Mar']);
  });
  test('one day, or none, makes no axis, nor do two things of one day each', () => {
    expect(timelineOf([seen('2026-01-01'), seen('2026-02-01')])).toBeUndefined();
    expect(timelineOf([seen('2026-01-01'), seen('2026-01-01', 'undated')])).toBeUndefined();
    expect(timelineOf([seen('undated')])).toBeUndefined();
  });
  test('whatever the days are, ticks are few, in order and on the axis, and observations keep their order', () => {
    const day = fc
      .record({ year: fc.integer({ min: 1990, max: 2060 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) })
      .map(({ year, month, date }) => [year, month, date].map((it) => String(it).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(fc.array(fc.array(day, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), (lists) => {
        const line = timelineOf(lists.map((it) => seen(...it.toSorted())));
        if (!line) return;
        expect(line.ticks.length).toBeLessThanOrEqual(15);
        const all = [line.ticks.map((it) => it.at), ...line.rows.map((row) => row.map((it) => it.at))];
        for (const places of all) {
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(places.every((it) => it >= 0 && it <= 1)).toBe(true);
        }
        for (const row of line.rows)
          for (const { at, observation } of row) expect(at === 0).toBe(dayNumber(observation.asOf) === dayNumber(line.first));
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});

test('days are counted over months, leap years and centuries', () => {
  const between = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
  expect(between('2026-01-31', '2026-02-01')).toBe(1);
  expect(between('2024-02-28', '2024-03-01')).toBe(2);
  expect(between('2025-02-28', '2025-03-01')).toBe(1);
  expect(between('2000-01-01', '2001-01-01')).toBe(366);
  expect(between('2025-02-21', '2025-10-16')).toBe(237);
});

describe('speed', () => {
  const list = (...of: [string, string][]) => of.map(([asOf, status]) => ({ asOf, status }));
  const done = (from: string, to: string) => list([from, 'not-started'], [to, 'complete']);
  test('three in a hundred days', () => {
    const lists = [
      done('2026-01-01', '2026-02-01'),
      done('2026-01-01', '2026-03-01'),
      done('2026-01-01', '2026-04-11'),
      list(['2026-01-01', 'complete']),
    ];
    expect(speedOf(lists)).toEqual({ from: '2026-01-01', to: '2026-04-11', days: 100, completed: 3, aMonth: 0.9 });
  });
  test('too few, too short, without days: no rate', () => {
    expect(speedOf([done('2026-01-01', '2026-06-01'), done('2026-01-01', '2026-06-01')])).toBeUndefined();
    expect(speedOf([1, 2, 3].map(() => done('2026-01-01', '2026-02-01')))).toBeUndefined();
    expect(speedOf([1, 2, 3].map(() => done('undated', 'undated')))).toBeUndefined();
  });
});

describe('of many rows', () => {
  const row = (...days: string[]) => ({ observations: seen(...days) });
  test('those seen last are kept, in the order of the list', () => {
    const rows = [row('2025-01-01'), row('undated'), row('2024-01-01', '2026-01-01'), row('2025-06-01'), row()];
    expect(seenLast(rows, 2)).toEqual([rows[2], rows[3]]);
    expect(seenLast(rows, 3)).toEqual([rows[0], rows[2], rows[3]]);
    expect(seenLast(rows, 9)).toEqual(rows);
  });
  test('of rows seen on one day the first ones', () => {
    const rows = [row('2025-01-01'), row('2025-01-01'), row('2025-01-01')];
    expect(seenLast(rows, 2)).toEqual(rows.slice(0, 2));
  });
});
