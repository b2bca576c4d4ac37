/** What a choice shows of the board, from data alone; the same as the build puts into its plain pages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupings, orders } from '../../facts/order/arrange.ts';
import { boardChoices, boardReader, columnsOf, nothing, rowsOf, type SentBoard } from './board-state.ts';

const board: SentBoard = {
  systems: ['orbit', 'apogee'],
  statuses: [
    { value: 'complete', word: 'Complete' },
    { value: 'unknown', word: 'Unknown' },
    { value: nothing, word: 'Nothing said' },
  ],
  areas: [
    { value: 'boot', word: 'Boot' },
    { value: 'kernel', word: 'Kernel' },
  ],
  moments: [
    { name: '', title: 'as documented' },
    { name: 'documented', title: 'as documented' },
    { name: '2026-01-02', title: 'as of 2026-01-02' },
    { name: '2026-01-20', title: 'as of 2026-01-20' },
  ],
  hasEveryObservation: true,
  columns: columnsOf([
    { system: 0, areas: [1, 0], deliverables: 3, both: [1, 0], done: 1, observed: [1, 0], from: [[1, 0, 1], [2, -1], [3, 1]] }, // prettier-ignore
    {
      system: 0,
      areas: [],
      deliverables: 0,
      both: [2, 0],
      done: null,
      observed: [0],
      from: [
        [1, -1],
        [2, 0],
      ],
    },
    {
      system: 1,
      areas: [0],
      deliverables: 2,
      both: [0],
      done: 2,
      observed: [0],
      from: [
        [1, 0],
        [2, -1],
      ],
    },
  ]),
};
const ids = ['orbit-1', 'orbit-2', 'apogee-1'];
const view = boardReader(board, ['turn it turns.', 'rest', 'climb']);
const shownOf = (chosen: Record<string, string>) => ids.filter((_, i) => view(chosen).shown[i]);

describe('a board', () => {
  test('is shown with both clocks, by system, when nothing is chosen', () => {
    const { at, group, sort, groups, readings } = view({});
    expect([at, group, sort]).toEqual(['', 'system', 'order']);
    expect(groups).toEqual([
      { key: 'orbit', rows: [0, 1], deliverables: 3, counts: [['unknown', 1]], isShown: true },
      { key: 'apogee', rows: [2], deliverables: 2, counts: [['complete', 1]], isShown: true },
    ]);
    expect(readings[1]).toEqual({ statuses: [nothing, 'complete'], observation: undefined, done: undefined });
  });

  test('at a moment says what was said by then, and that nothing was', () => {
    expect(view({ at: 'documented' }).readings.map((it) => it.statuses[0])).toEqual(['unknown', nothing, 'complete']);
    expect(view({ at: '2026-01-02' }).readings).toEqual([
      { statuses: [nothing], observation: undefined, done: undefined },
      { statuses: ['complete'], observation: 0, done: 0 },
      { statuses: [nothing], observation: undefined, done: undefined },
    ]);
    expect(view({ at: '2026-01-20' }).readings[0]).toEqual({ statuses: ['complete'], observation: 1, done: 3 });
  });

  test('is filtered by what a row says at the moment, and by words in any case', () => {
    expect(shownOf({ status: 'complete' })).toEqual(['orbit-1', 'orbit-2', 'apogee-1']);
    expect(shownOf({ status: 'complete', at: '2026-01-02' })).toEqual(['orbit-2']);
    expect(shownOf({ q: 'TURNS it' })).toEqual(['orbit-1']);
    expect(view({ system: 'apogee' }).isFiltered).toBe(false);
    expect(view({ area: 'boot' }).isFiltered).toBe(true);
  });

  test('is grouped by status at the moment, what says nothing last, and told without counts', () => {
    expect(view({ at: 'documented', group: 'status' }).groups.map(({ key, rows, counts }) => [key, rows, counts])).toEqual([
      ['complete', [2], []],
      ['unknown', [0], []],
      ['', [1], []],
    ]);
  });
});

test('for any choice each row stands in one group, a group is shown with any of its rows, and counts are what a value would show', () => {
  const { facets, views } = boardChoices(board);
  const one = (values: readonly string[]) => fc.constantFrom('', ...values);
  const choice = fc.record({
    system: one(facets['system']!),
    status: one(facets['status']!),
    area: one(facets['area']!),
    at: one(views['at']!),
    group: one(groupings),
    sort: one(orders),
    q: fc.constantFrom('', 'turn', 'r', 'no such word'),
  });
  fc.assert(
    fc.property(choice, fc.constantFrom('system', 'status', 'area'), (chosen, facet) => {
      const { groups, shown, counts } = view(chosen);
      expect(groups.flatMap(({ rows }) => rows).sort()).toEqual([0, 1, 2]);
      for (const { rows, isShown } of groups) expect(isShown).toBe(rows.some((it) => shown[it]));
      for (const value of facets[facet]!)
        expect(counts[facet]!.get(value) ?? 0).toBe(view({ ...chosen, [facet]: value }).shown.filter(Boolean).length);
    }),
  );
});

test('rows come back from columns as they were', () => {
  expect(columnsOf(rowsOf(board.columns))).toEqual(board.columns);
});
