import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Erased } from '../language/erased.ts';
import { explore, type Lasso } from '../search/explore.ts';
import { machine, type Machine } from '../run/machine.ts';
import { mechanism, type Mechanism } from '../language/model.ts';
import { begin, follow, type Snapshot } from '../run/run.ts';
import { bool, id, oneOf, range, table } from '../language/schema.ts';
import { canonical } from '../symmetry/symmetry.ts';

const task = id('task');
const tasks = mechanism({
  parameters: {},
  state: () => ({ tasks: table(task, 2, { phase: oneOf('idle', 'ready', 'running') }), held: bool }),
});

/** Two tasks that want one lock. */
function lockWith(fair: 'weak' | 'strong' | undefined, fairFor: readonly 'by'[] = ['by']): Mechanism {
  const want = tasks.action({
    says: '{by} wants the lock.',
    args: { by: task },
    when: { 'it is idle': ({ by }) => by.phase === 'idle' },
    then: ({ by }) => {
      by.phase = 'ready';
    },
  });
  const take = tasks.action({
    says: '{by} takes the lock.',
    args: { by: task },
    when: { 'it wants the lock': ({ by }) => by.phase === 'ready', 'the lock is free': (_, s) => !s.held },
    ...(fair && { fair, fairFor }),
    then: ({ by }, s) => {
      s.held = true;
      by.phase = 'running';
    },
  });
  const leave = tasks.action({
    says: '{by} gives the lock back.',
    args: { by: task },
    when: { 'it has the lock': ({ by }) => by.phase === 'running' },
    fair: 'weak',
    then: ({ by }, s) => {
      s.held = false;
      by.phase = 'idle';
    },
  });
  return tasks.model({
    id: 'test/lock',
    title: 'Lock',
    actions: { want, take, leave },
    always: {},
    sometimes: {},
    eventually: {
      'who wants the lock gets it': { of: task, once: ({ it }) => it.phase === 'ready', leadsTo: ({ it }) => it.phase === 'running' },
    },
  });
}

/** Follows a lasso by hand; its loop comes back to where it began. */
function walked(m: Machine, { stem, loop }: Lasso): Snapshot[] {
  const go = (from: Snapshot, path: readonly number[]) => {
    const snapshots = [from];
    for (const instance of path) snapshots.push(follow(m, snapshots.at(-1)!, instance) as Snapshot);
    return snapshots;
  };
  const there = go(begin(m), stem);
  const round = go(there.at(-1)!, loop);
  expect(round.at(-1)!.words).toEqual(there.at(-1)!.words);
  return round;
}

describe('weak and strong fairness differ', () => {
  test('a waiting task starves when its chance comes and goes', () => {
    const m = machine(lockWith('weak'));
    const { lasso, unchecked } = explore(m);
    expect(lasso).toMatchObject({ property: 'who wants the lock gets it', of: { kind: 'task', index: 0 } });
    expect(walked(m, lasso!).map(({ says }) => says)).toEqual([
      'task 0 wants the lock.',
      'task 1 wants the lock.',
      'task 1 takes the lock.',
      'task 1 gives the lock back.',
    ]);
    expect(unchecked).toBeUndefined();
  });
  test('it does not when a chance that comes again and again is taken', () => {
    expect(explore(machine(lockWith('strong'))).lasso).toBeUndefined();
  });
  test('fairness to some task is none to each', () => {
    expect(explore(machine(lockWith('strong', []))).lasso).toBeDefined();
  });
  test('without fairness a run may do other things for ever', () => {
    expect(explore(machine(lockWith(undefined))).lasso).toBeDefined();
  });
});

test('it is not checked together with symmetry, nor before the end, and that is said', () => {
  const m = machine(lockWith('weak'));
  expect(explore(m, { canon: canonical(m) })).toMatchObject({ lasso: undefined, unchecked: expect.stringContaining('symmetry') as string });
  expect(explore(m, { most: 2 })).toMatchObject({ lasso: undefined, unchecked: expect.stringContaining('every state') as string });
});

/** A graph of up to six states, each with up to three edges of two fair actions and one that is not. */
const someGraph = fc.record({
  edges: fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), by: fc.nat(2) }), { maxLength: 12 }),
  fair: fc.tuple(fc.constantFrom('weak', 'strong'), fc.constantFrom('weak', 'strong')),
  once: fc.option(fc.nat(63), { nil: undefined }),
  leadsTo: fc.nat(63),
});
type Graph = ReturnType<typeof someGraph.generate>['value'];

const nodes = mechanism({ parameters: {}, state: () => ({ at: range(0, 5) }) });

function mechanismOf({ edges, fair, once, leadsTo }: Graph): Mechanism {
  const has = (set: number, at: number) => ((set >> at) & 1) === 1;
  const actionOf = (by: number) =>
    nodes.action({
      says: 'It goes on.',
      args: { to: range(0, 5) },
      when: { 'there is an edge': ({ to }, s) => edges.some((edge) => edge.by === by && edge.from === s.at && edge.to === to) },
      ...(by < 2 && { fair: fair[by]! as 'weak' | 'strong' }),
      then: ({ to }, s) => {
        s.at = to;
      },
    });
  const promise = {
    ...(once !== undefined && { once: (_: Erased, s: Erased) => has(once, s.at) }),
    leadsTo: (_: Erased, s: Erased) => has(leadsTo, s.at),
  };
  return nodes.model({
    id: 'test/graph',
    title: 'Graph',
    actions: { a: actionOf(0), b: actionOf(1), c: actionOf(2) },
    always: {},
    sometimes: {},
    eventually: { promise },
    final: () => true,
  });
}

/**
 * As the definition has it: some set of states and edges is what a fair run visits for ever. Tries every set of edges that is strongly
 * connected, or a state without successors.
 */
function isBroken({ edges: given, fair, once, leadsTo }: Graph): boolean {
  const edges = [...new Map(given.map((edge) => [JSON.stringify(edge), edge])).values()];
  const has = (set: number, at: number) => ((set >> at) & 1) === 1;
  const reach = (from: readonly number[], by: readonly Graph['edges'][number][]) => {
    const found = new Set(from);
    for (const at of found) for (const edge of by) if (edge.from === at) found.add(edge.to);
    return found;
  };
  const reachable = reach([0], edges);
  const begins = [...reachable].filter((at) => !has(leadsTo, at) && (once === undefined ? at === 0 : has(once, at)));
  const within = edges.filter(({ from, to }) => !has(leadsTo, from) && !has(leadsTo, to));
  const owing = reach(begins, within);
  if ([...owing].some((at) => !edges.some(({ from }) => from === at))) return true;
  const candidates = within.filter(({ from }) => owing.has(from));
  for (let set = 1; set < 1 << candidates.length; set++) {
    const chosen = candidates.filter((_, i) => has(set, i));
    const states = new Set(chosen.flatMap(({ from, to }) => [from, to]));
    const isOne = [...states].every((at) => {
      const there = reach([at], chosen);
      return [...states].every((other) => there.has(other));
    });
    const isFair = fair.every((kind, by) => {
      if (chosen.some((edge) => edge.by === by)) return true;
      const enabled = [...states].filter((at) => edges.some((edge) => edge.by === by && edge.from === at));
      return kind === 'weak' ? enabled.length < states.size : enabled.length === 0;
    });
    if (isOne && isFair) return true;
  }
  return false;
}

/** Whether a lasso really is a fair run that does not keep the promise. */
function expectReal(graph: Graph, lasso: Lasso): void {
  const m = machine(mechanismOf(graph));
  const has = (set: number, at: number) => ((set >> at) & 1) === 1;
  const at = (words: Int32Array) => words[0]! & 7;
  const run = [begin(m)];
  for (const instance of lasso.stem) run.push(follow(m, run.at(-1)!, instance) as Snapshot);
  const round = walked(m, lasso);
  const states = [...run, ...round].map(({ words }) => at(words));
  const last = states.findLastIndex((state) => has(graph.leadsTo, state));
  expect(states.some((state, i) => i > last && (graph.once === undefined ? i === 0 : has(graph.once, state)))).toBe(true);
  expect(round.every(({ words }) => !has(graph.leadsTo, at(words)))).toBe(true);
  const outOf = (state: number, by: number) => graph.edges.some((edge) => edge.from === state && edge.by === by);
  if (lasso.loop.length === 0) {
    expect([0, 1, 2].some((by) => outOf(at(round[0]!.words), by))).toBe(false);
    return;
  }
  graph.fair.forEach((kind, by) => {
    const isTaken = lasso.loop.some((instance) => Math.floor(instance / 6) === by);
    const enabled = round.filter(({ words }) => outOf(at(words), by)).length;
    expect(isTaken || (kind === 'weak' ? enabled < round.length : enabled === 0)).toBe(true);
  });
}

test('it agrees with the definition, and every lasso is a fair run that does not keep the promise', () => {
  let broken = 0;
  fc.assert(
    fc.property(someGraph, (graph) => {
      const { lasso } = explore(machine(mechanismOf(graph)));
      expect(lasso !== undefined).toBe(isBroken(graph));
      if (!lasso) return;
      broken++;
      expectReal(graph, lasso);
    }),
    { numRuns: 1_500 },
  );
  expect(broken).toBeGreaterThan(100);
});
