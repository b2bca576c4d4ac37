import { expect, test } from 'vitest';
import { Edges } from './edges.ts';

test('the edges of each state lie together, in the order in which they were added', () => {
  const edges = new Edges();
  const given: (readonly [target: number, instance: number])[][] = Array.from({ length: 40_000 }, (_, state) =>
    Array.from({ length: state % 5 }, (_, i) => [state * 3 + i, i]),
  );
  const before = edges.bytes;
  for (const each of given) {
    edges.begin();
    for (const [target, instance] of each) edges.add(target, instance);
  }
  expect(edges.count).toBe(given.flat().length);
  expect(edges.bytes).toBeGreaterThan(before + 8 * edges.count - 1);
  for (let state = 0; state < given.length; state += 7) {
    const found: [number, number][] = [];
    for (let edge = edges.first(state); edge < edges.first(state + 1); edge++) found.push([edges.target(edge), edges.instance(edge)]);
    expect(found).toEqual(given[state]);
  }
});

test('a state without edges has none', () => {
  const edges = new Edges();
  edges.begin();
  edges.begin();
  edges.add(0, 9);
  expect([edges.first(0), edges.first(1), edges.first(2)]).toEqual([0, 0, 1]);
});
