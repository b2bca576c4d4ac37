import { expect, test } from 'vitest';
import { loadMechanism, loadMechanisms } from './registry.ts';
import { explore, machine } from '../engine/checker.ts';
import { faultsOf, rarityOf, sizesOf } from '../engine/whole-graph.ts';

/** What a generator yields but for its pauses, and what it returns. */
function all<Row, Result>(running: Generator<Row | undefined, Result>): { rows: Row[]; result: Result } {
  const rows: Row[] = [];
  for (;;) {
    const next = running.next();
    if (next.done) return { rows, result: next.value };
    if (next.value !== undefined) rows.push(next.value);
  }
}
const most = 200_000;
const channel = await loadMechanism('starina/channel');

test('the states of all depths together are all states, and there is one at the start', async () => {
  for (const mechanism of await loadMechanisms()) {
    const { states, depth, levels } = explore(machine(mechanism), { most });
    expect(levels.reduce((sum, each) => sum + each, 0)).toBe(states);
    expect(levels[0]).toBe(1);
    expect(levels).toHaveLength(depth + 1);
    expect(Math.min(...levels)).toBeGreaterThan(0);
  }
});

test('in how many states a goal holds is what counting over them gives', () => {
  const m = machine(channel);
  const { result } = all(rarityOf(m, { most }));
  const counted = new Map<string, number>();
  explore(m).each(() => {
    for (const { name, holds } of m.reachable) if (holds(m.state, m.config)) counted.set(name, (counted.get(name) ?? 0) + 1);
  });
  expect(result.goals.map(({ name, states }) => [name, states])).toEqual([...counted]);
  expect(result.actions.reduce((sum, { states }) => sum + states, 0)).toBe(result.transitions);
});

test('a sweep turns one parameter at a time, and says what a search there says', () => {
  const { rows } = all(sizesOf(machine(channel), { most }));
  expect(rows.map(({ parameter, value }) => `${parameter} ${value}`)).toEqual([
    'room 1',
    'room 2',
    'room 3',
    'handles 1',
    'handles 2',
    'handles 3',
  ]);
  expect(rows.filter(({ isUsual }) => isUsual).map(({ ending }) => ending.states)).toEqual([4_806, 4_806]);
  const { states, transitions, depth } = explore(machine(channel, { room: 3 }));
  expect(rows[2]!.ending).toMatchObject({ states, transitions, depth, exhaustive: true, breaks: undefined });
});

test('each fault alone breaks what the model expects, and so does each pair, no later', async () => {
  for (const id of ['starina/channel', 'themelios/scheduler', 'avyos/supervisor']) {
    const mechanism = await loadMechanism(id);
    const { rows } = all(faultsOf(machine(mechanism), { most }));
    const names = Object.keys(mechanism.faults);
    expect(rows).toHaveLength(1 + names.length + (names.length * (names.length - 1)) / 2);
    expect(rows[0]!.ending.breaks).toBeUndefined();
    for (const { with: config, ...expected } of mechanism.expect) {
      const faults = Object.keys(config ?? {});
      if (!('violates' in expected) || !('steps' in expected) || faults.some((name) => !names.includes(name))) continue;
      const row = rows.find((it) => it.faults.join() === faults.join())!;
      expect(row.ending).toMatchObject({ breaks: expected.violates, steps: expected.steps });
      // Two faults can do what one does: a search for the shortest run finds nothing longer, unless a fault takes a step away.
      const pairs = rows.filter((it) => it.faults.length === 2 && faults.every((name) => it.faults.includes(name)));
      expect(pairs.filter(({ ending }) => ending.breaks === undefined && ending.exhaustive)).toEqual([]);
    }
  }
});

test('a search that comes to its bound says that it was not exhaustive', () => {
  const { result } = all(rarityOf(machine(channel), { most: 100 }));
  expect(result.exhaustive).toBe(false);
});
