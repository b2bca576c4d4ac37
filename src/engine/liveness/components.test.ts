import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Components } from './components.ts';
import { Edges } from './edges.ts';
import { finish } from './work.ts';

const STATES = 8;
const someGraph = fc.array(fc.array(fc.nat(STATES - 1), { maxLength: 3 }), { minLength: STATES, maxLength: STATES });

function edgesOf(graph: readonly (readonly number[])[]): Edges {
  const edges = new Edges();
  for (const targets of graph) {
    edges.begin();
    for (const target of targets) edges.add(target, 0);
  }
  return edges;
}

/** The states that one can reach by at least one edge within a part. */
function reach(graph: readonly (readonly number[])[], from: number, part: readonly number[]): Set<number> {
  const found = new Set(graph[from]!.filter((to) => part.includes(to)));
  for (const at of found) for (const to of graph[at]!) if (part.includes(to)) found.add(to);
  return found;
}

/** Two states are in one component when each can reach the other. */
function componentsBySets(graph: readonly (readonly number[])[], part: readonly number[]): string[] {
  const together = part.map((at) => {
    const there = reach(graph, at, part);
    return part.filter((other) => there.has(other) && reach(graph, other, part).has(at)).join();
  });
  return [...new Set(together)].filter((each) => each !== '').sort();
}

const sorted = (components: readonly (readonly number[])[]): string[] =>
  components.map((each) => [...each].sort((a, b) => a - b).join()).sort();

test('components are the sets of states that reach each other, of the whole and of any part', () => {
  fc.assert(
    fc.property(someGraph, fc.uniqueArray(fc.nat(STATES - 1)), (graph, part) => {
      const components = new Components(edgesOf(graph), STATES);
      const all = [...graph.keys()];
      expect(sorted(finish(components.componentsOf(all, components.label(all))))).toEqual(componentsBySets(graph, all));
      expect(sorted(finish(components.componentsOf(part, components.label(part))))).toEqual(
        componentsBySets(
          graph,
          [...part].sort((a, b) => a - b),
        ),
      );
    }),
  );
});

test('a path as long as there are states needs no stack, and the work can be paused', () => {
  const LENGTH = 100_000;
  const edges = new Edges();
  for (let state = 0; state < LENGTH; state++) {
    edges.begin();
    edges.add((state + 1) % LENGTH, 0);
  }
  const components = new Components(edges, LENGTH);
  const all = Array.from({ length: LENGTH }, (_, state) => state);
  const work = components.componentsOf(all, components.label(all));
  let pauses = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) pauses++;
  expect(step.value.map(({ length }) => length)).toEqual([LENGTH]);
  expect(pauses).toBeGreaterThan(50);
});
