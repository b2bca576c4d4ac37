import { expect, test } from 'vitest';
import { loadMechanism } from './registry.ts';
import { begin, explore, follow, machine } from '../engine/checker.ts';
import { dotOf, drawnGraph } from '../engine/whole-graph.ts';

const small = machine(await loadMechanism('starina/channel'), { room: 1, handles: 1 });

test('a graph has every state and every step, and a shortest way to each state', () => {
  const { states, transitions, levels } = explore(small);
  const graph = drawnGraph(small, states)!;
  expect([graph.states.length, graph.steps.length]).toEqual([states, transitions]);
  expect(levels.map((_, depth) => graph.states.filter((it) => it.depth === depth).length)).toEqual(levels);
  for (const { path, depth } of graph.states) {
    expect(path).toHaveLength(depth);
    let at = begin(small);
    for (const instance of path) {
      const next = follow(small, at, instance);
      if ('because' in next) throw new Error(next.says);
      at = next;
    }
  }
});

test('more states than are wanted give no graph', () => {
  const { states } = explore(small);
  expect(drawnGraph(small, states - 1)).toBeUndefined();
});

test('past a state that breaks a rule the graph goes on, and says so of the state', async () => {
  const m = machine(await loadMechanism('starina/channel'), { room: 1, handles: 1, takesFirst: true });
  const graph = drawnGraph(m, 5_000)!;
  const broken = graph.states.flatMap((it, i) => (it.broken.length > 0 ? [i] : []));
  expect(broken.length).toBeGreaterThan(0);
  expect(graph.steps.some(({ from }) => broken.includes(from))).toBe(true);
});

test('DOT quotes what it is given, and marks ends and broken states', () => {
  const graph = {
    states: [
      { depth: 0, path: [], broken: [], isFinal: false },
      { depth: 1, path: [0], broken: ['a "rule"'], isFinal: true },
    ],
    steps: [{ from: 0, to: 1, instance: 0, action: 'go', says: String.raw`It says "go\".` }],
  };
  expect(dotOf(small, graph).split('\n')).toEqual([
    'digraph "starina/channel" {',
    '  0 [shape=circle];',
    String.raw`  1 [shape=doublecircle style=filled tooltip="broken: a \"rule\""];`,
    String.raw`  0 -> 1 [label="go" tooltip="It says \"go\\\"."];`,
    '}',
    '',
  ]);
});
