import { expect, test } from 'vitest';
import fc from 'fast-check';
import { lineOf, placedStates, STATE_RADIUS } from './state-graph.ts';

/** A graph in which each state but the first is found from one of the row before. */
const graphs = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 59 }).map((parents) => {
  const states = [{ depth: 0 }];
  const steps: { from: number; to: number }[] = [];
  for (const [a, b] of parents) {
    const from = a % states.length;
    // Breadth first finds the states of one depth before those of the next.
    const depth = Math.max(states.at(-1)!.depth, states[from]!.depth + 1);
    const parent = states.findLastIndex((it) => it.depth === depth - 1);
    steps.push({ from: parent, to: states.length }, { from: states.length, to: b % states.length });
    states.push({ depth });
  }
  return { states, steps };
});

test('no two states touch, all lie on the sheet, and a row is as deep as its states', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { width, height, at } = placedStates(graph);
      for (const [i, [x, y]] of at.entries()) {
        expect(x).toBeGreaterThan(STATE_RADIUS);
        expect(x).toBeLessThan(width - STATE_RADIUS);
        expect(y).toBeGreaterThan(STATE_RADIUS);
        expect(y).toBeLessThan(height - STATE_RADIUS);
        for (const [otherX, otherY] of at.slice(i + 1)) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(2 * STATE_RADIUS);
      }
      expect(new Set(graph.states.map(({ depth }, i) => `${depth} ${at[i]![1]}`)).size).toBe(
        new Set(graph.states.map(({ depth }) => depth)).size,
      );
    }),
  );
});

test('the same graph stands the same', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      expect(placedStates(graph)).toEqual(placedStates(structuredClone(graph)));
    }),
  );
});

test('a line begins and ends at the rims, and is a loop at one state', () => {
  expect(lineOf([50, 50], [50, 114])).toBe('M50 63Q50 82 50 98');
  expect(lineOf([50, 50], [50, 50])).toMatch(/^M59 41c/);
  const numbers = lineOf([50, 50], [96, 50])
    .match(/[\d.]+/g)!
    .map(Number);
  expect(Math.hypot(numbers[0]! - 50, numbers[1]! - 50)).toBeCloseTo(STATE_RADIUS, 0);
});
