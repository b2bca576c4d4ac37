import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cyclesIn, type Needing } from './dependencies.ts';

const graph = (text: string): Needing[] =>
  text.split(', ').map((line) => {
    const [id = '', ...needs] = line.split(' ');
    return { id, needs };
  });

describe('cyclesIn', () => {
  test('finds a circle of two, beginning with the smallest id', () => {
    expect(cyclesIn(graph('b a, a b'))).toEqual([['a', 'b']]);
  });

  test.each([
    ['a', []],
    ['a b, b c, c', []],
    ['a b c, b d, c d, d', []], // two ways to the same thing are no circle
    ['a a', [['a']]],
    ['c a, a b, b c', [['a', 'b', 'c']]],
    ['x a, a b, b a', [['a', 'b']]], // x waits for a circle and is not on it
    ['a b, b a, c d, d c', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a nothing', []],
  ])('%s has the circles %j', (text, cycles) => {
    expect(cyclesIn(graph(text))).toEqual(cycles);
  });

  /** Up to seven items and any needs between them. */
  const graphs = fc
    .array(fc.array(fc.nat(6), { maxLength: 4 }), { maxLength: 7 })
    .map((all) => all.map((needs, id) => ({ id: `${id}`, needs: needs.map(String) })));

  /** Whether one can get from one item to another in at least one step, by trying all ways. */
  const reaches = (items: readonly Needing[], from: string, to: string): boolean => {
    const seen = new Set<string>();
    const visit = (id: string): void => {
      for (const next of items.find((it) => it.id === id)?.needs ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        visit(next);
      }
    };
    visit(from);
    return seen.has(to);
  };

  test('reports nothing that is not a circle', () => {
    fc.assert(
      fc.property(graphs, (items) => {
        for (const cycle of cyclesIn(items)) {
          expect(new Set(cycle).size).toBe(cycle.length);
          expect(cycle[0]).toBe([...cycle].sort()[0]);
          cycle.forEach((id, i) => expect(items.find((it) => it.id === id)!.needs).toContain(cycle[(i + 1) % cycle.length]));
        }
      }),
    );
  });

  test('reports a circle in every group of items that need each other', () => {
    fc.assert(
      fc.property(graphs, (items) => {
        const cycles = cyclesIn(items);
        for (const { id } of items) {
          const found = cycles.some(([on]) => on === id || (reaches(items, id, on!) && reaches(items, on!, id)));
          expect(found, `${id} in ${JSON.stringify(items)}`).toBe(reaches(items, id, id));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('reports none twice', () => {
    fc.assert(
      fc.property(graphs, (items) => {
        const cycles = cyclesIn(items).map((cycle) => cycle.join(' '));
        expect(new Set(cycles).size).toBe(cycles.length);
      }),
    );
  });
});
