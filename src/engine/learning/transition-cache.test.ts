import { describe, expect, test } from 'vitest';
import { mechanism } from '../language/model.ts';
import { bits, range } from '../language/schema.ts';
import { machine, type Machine } from '../run/machine.ts';
import { rightsSpace } from '../run/rights.fixture.ts';
import { aimAt, refusals } from '../run/step.ts';
import { explore } from '../search/explore.ts';
import { TransitionCache } from './transition-cache.ts';

/** The first instance of an action, from this one on, that can be taken, and the state after it, asked by hand. */
function byHand(m: Machine, from: number, end: number): string {
  const words = m.words.slice();
  for (let instance = from; instance < end; instance++) {
    const action = aimAt(m, instance);
    if (refusals(m, action).length > 0) continue;
    action.then(action.args, m.state, m.config);
    const after = m.words.join();
    m.words.set(words);
    return `${instance}: ${after}`;
  }
  return 'none';
}

describe.each([
  ['usually', undefined],
  ['when trees are given up', { trial: 4, most: 1 << 21, narrowing: [2, 16] }],
  ['when the cap is reached at once', { trial: 4, most: 200, narrowing: [2, 16] }],
] as const)('%s', (_, limits) => {
  test('from any instance on it takes the first that can be taken, or none', () => {
    const m = machine(rightsSpace, { slots: 2 });
    const cache = limits ? new TransitionCache(m, limits) : TransitionCache.of(m);
    const taken = new Set<string>();
    let nth = 0;
    explore(m).each(() => {
      const words = m.words.slice();
      cache.begin();
      nth++;
      for (const action of m.actions) {
        const end = action.first + action.count;
        const from = action.first + (nth % action.count);
        const expected = byHand(m, from, end);
        const at = cache.take(action, from);
        expect(at < end ? `${at}: ${m.words.join()}` : 'none').toBe(expected);
        if (at >= end) expect(m.words).toEqual(words);
        taken.add(at < end ? action.name : 'none');
        m.words.set(words);
      }
    });
    expect(taken).toEqual(new Set(['none', ...m.actions.map(({ name }) => name)]));
    if (limits) expect(cache.decisions.isFull).toBe(limits.most === 200);
  });
});

test('what is learnt of a machine is kept with it', () => {
  const m = machine(rightsSpace, { slots: 2 });
  expect(TransitionCache.of(m)).toBe(TransitionCache.of(m));
  expect(TransitionCache.of(machine(rightsSpace, { slots: 2 }))).not.toBe(TransitionCache.of(m));
});

test('a refusal that depends on the first argument closes all that agree in it, and a known case is not asked again', () => {
  const grid = mechanism({ parameters: {}, state: () => ({ at: range(0, 3) }) });
  const asked: string[] = [];
  const move = grid.action({
    says: 'It moves from {from} by {by}.',
    args: { from: range(0, 3), by: bits(3) },
    when: { 'it is there': ({ from }, s) => from === s.at, 'it is noted': ({ from, by }) => asked.push(`${from} ${by}`) > 0 },
    then: ({ by }, s) => {
      s.at = by % 4;
    },
  });
  const m = machine(grid.model({ id: 'test/grid', title: 'Grid', actions: { move }, always: {}, sometimes: {} }));
  const cache = new TransitionCache(m);
  const [action] = m.actions;
  const all = () => {
    const found: number[] = [];
    cache.begin();
    for (let at = cache.take(action!, 0); at < 32; at = cache.take(action!, at + 1)) {
      found.push(at);
      m.words.set(m.initial);
    }
    return found;
  };
  m.words.set(m.initial);
  expect(all()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const once = asked.length;
  expect(new Set(asked).size).toBe(8);
  expect(all()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(asked).toHaveLength(once);
});
