/** The layout of the graph: the same each time, every node in the picture and apart, every line from need to needing and clear of the nodes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedNeeds, type Plan } from '../facts/order/graph.ts';
import { layoutOf, wrapped, type LaidNode, type Spacing } from './graph-layout.ts';

const plans = fc
  .array(
    fc.array(fc.record({ back: fc.integer({ min: 1, max: 6 }), basis: fc.constantFrom('stated' as const, 'derived' as const) }), {
      maxLength: 3,
    }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((rows): Plan =>
    rows.map((needs, row) => ({
      id: `m${row}`,
      order: row,
      progress: 'open',
      needs: groupedNeeds(
        `m${row}`,
        needs.filter((it) => it.back <= row).map(({ back, basis }) => ({ id: `m${row - back}`, basis, why: 'so' })),
      ),
    })),
  );
const size = (id: string) => ({ width: 100, height: id === 'm0' ? 60 : 40 });
const spacings = fc.constantFrom<Spacing>('roomy', 'tight');

const apart = (a: LaidNode, b: LaidNode): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test('a plan is laid out alike twice', async () => {
  await fc.assert(
    fc.asyncProperty(plans, spacings, async (plan, spacing) => {
      expect(await layoutOf(plan, size, spacing)).toEqual(await layoutOf(plan, size, spacing));
    }),
    { numRuns: 40, seed: 4 },
  );
});

test('nodes stand apart, a need above what needs it, and each line joins the two', async () => {
  await fc.assert(
    fc.asyncProperty(plans, spacings, async (plan, spacing) => {
      const { nodes, edges, width, height } = await layoutOf(plan, size, spacing);
      expect(nodes.map((it) => it.id).sort()).toEqual(plan.map((it) => it.id).sort());
      expect(edges.map((it) => [it.needs, it.of])).toEqual(plan.flatMap((it) => it.needs.map((edge) => [edge.needs, edge.of])));
      for (const [i, a] of nodes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
        for (const b of nodes.slice(i + 1)) expect(apart(a, b), JSON.stringify([a, b])).toBe(true);
      }
      const at = (id: string) => nodes.find((it) => it.id === id)!;
      for (const { of, needs, points } of edges) {
        const [from, to] = [at(needs), at(of)];
        expect(points[0]!.y).toBeCloseTo(from.y + from.height, 0);
        expect(points.at(-1)!.y).toBeCloseTo(to.y, 0);
        expect(to.y).toBeGreaterThan(from.y);
        for (const [i, point] of points.slice(1).entries()) {
          const before = points[i]!;
          expect(point.x === before.x || point.y === before.y, 'level or upright').toBe(true);
          const line = {
            id: '',
            x: Math.min(point.x, before.x),
            y: Math.min(point.y, before.y),
            width: Math.abs(point.x - before.x),
            height: Math.abs(point.y - before.y),
          };
          for (const node of nodes) expect(apart(line, node), `${needs} to ${of} runs over ${node.id}`).toBe(true);
        }
      }
    }),
    { numRuns: 60, seed: 4 },
  );
});

test('a title is broken between words, and nothing of it is lost', () => {
  expect(wrapped('Testing and benchmarks', 13)).toEqual(['Testing and', 'benchmarks']);
  expect(wrapped('Kubernetes', 4)).toEqual(['Kubernetes']);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.integer({ min: 1, max: 20 }), (words, letters) => {
      const lines = wrapped(words.join(' '), letters);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length <= letters || !line.includes(' ')).toBe(true);
    }),
  );
});
