/** The rail: every need is drawn once, no two lines run over each other, and each row's shares join those of the next. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedNeeds, type Plan } from '../../facts/order/graph.ts';
import { arcsOf, lanesOf, overlap, railOf } from './rail.ts';

/** Needs may point down the list as well as up, and at what is not in it: a board may be in any order. */
const plans = fc
  .array(
    fc.array(fc.record({ id: fc.integer({ min: 0, max: 12 }), basis: fc.constantFrom('stated' as const, 'derived' as const) }), {
      maxLength: 4,
    }),
    { maxLength: 12 },
  )
  .map((rows): Plan =>
    rows.map((needs, row) => ({
      id: `m${row}`,
      order: row,
      progress: 'open',
      needs: groupedNeeds(
        `m${row}`,
        needs.filter((it) => it.id !== row).map(({ id, basis }) => ({ id: `m${id}`, basis, why: 'so' })),
      ),
    })),
  );

/** What is to be seen of a plan: `2 of 5 stated`, for each pair of rows. */
const wanted = (plan: Plan): string[] =>
  plan
    .flatMap((step, row) =>
      step.needs
        .map((edge) => ({ from: plan.findIndex((it) => it.id === edge.needs), edge }))
        .filter(({ from }) => from >= 0)
        .map(({ from, edge }) => `${from} of ${row} ${edge.reasons.some((it) => it.basis === 'stated') ? 'stated' : 'derived'}`),
    )
    .sort();

test('no two arcs of one lane overlap, and no lane is left out', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const laid = lanesOf(arcsOf(plan));
      for (const [i, a] of laid.entries())
        for (const b of laid.slice(i + 1)) expect(a.lane === b.lane && overlap(a, b), JSON.stringify([a, b])).toBe(false);
      const used = new Set(laid.map((it) => it.lane));
      expect([...used].sort((a, b) => a - b)).toEqual([...used.keys()].map((_, i) => i));
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test('what is drawn is what is needed, read back from the rows alone', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const rail = railOf(plan);
      const read: string[] = [];
      for (const [row, it] of (rail?.rows ?? []).entries()) {
        if (it.straightIn) read.push(`${row - 1} of ${row} stated`);
        expect(it.straightOut).toBe(rail!.rows[row + 1]?.straightIn ?? false);
      }
      // Follow each lane from top to bottom; a line ends where nothing goes on below.
      for (let lane = 0; lane < (rail?.lanes ?? 0); lane++) {
        let open: { from: number; to: number[]; basis: string } | undefined;
        for (const [row, { pieces }] of rail!.rows.entries()) {
          const here = pieces.filter((it) => it.lane === lane).sort((a, b) => Number(b.above) - Number(a.above));
          for (const piece of here) {
            expect(piece.above).toBe(open !== undefined);
            open ??= { from: -1, to: [], basis: piece.basis };
            expect(piece.basis).toBe(open.basis);
            if (piece.meets === 'leaves') open.from = row;
            if (piece.meets === 'arrives') open.to.push(row);
            if (piece.below) continue;
            const { from, basis } = open;
            read.push(...open.to.map((to) => `${from} of ${to} ${basis}`));
            open = undefined;
          }
        }
        expect(open).toBeUndefined();
      }
      expect(read.sort()).toEqual(wanted(plan));
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test('a straight order takes no lane, and nothing to draw gives no rail', () => {
  const plan = (needs: readonly string[][]): Plan =>
    needs.map((them, row) => ({
      id: `m${row}`,
      order: row,
      progress: 'open',
      needs: groupedNeeds(
        `m${row}`,
        them.map((id) => ({ id, basis: 'stated', why: 'so' })),
      ),
    }));
  expect(railOf(plan([[], ['m0'], ['m1']]))).toEqual({
    lanes: 0,
    rows: [
      { straightIn: false, straightOut: true, pieces: [] },
      { straightIn: true, straightOut: true, pieces: [] },
      { straightIn: true, straightOut: false, pieces: [] },
    ],
  });
  expect(railOf(plan([[], [], []]))).toBeUndefined();
  expect(railOf(plan([[], ['elsewhere'], []]))).toBeUndefined();
  expect(railOf(plan([[], [], ['m0']]))?.lanes).toBe(1);
});
