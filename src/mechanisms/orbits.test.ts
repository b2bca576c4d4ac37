/** Symmetry, checked by counting: the states that a canonical form stands for, added up over all forms, are all states. */
import { describe, expect, test } from 'vitest';
import { twoPhaseCommit } from '../../bench/two-phase-commit.ts';
import { canonical, explore, machine, type Machine, Renaming } from '../engine/checker.ts';
import { loadMechanisms } from './registry.ts';

const permutations = (items: readonly number[]): number[][] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

/** Every way to exchange alike rows, of all kinds at once. */
function exchangesOf({ layout }: Machine): ((words: Int32Array) => void)[] {
  return layout.tables
    .flatMap((of) => Renaming.of(layout, of) ?? [])
    .reduce<((words: Int32Array) => void)[]>(
      (ways, renaming) =>
        permutations([...renaming.place.keys()]).flatMap((order) =>
          ways.map((way) => (words: Int32Array) => {
            way(words);
            renaming.place.set(order);
            renaming.apply(words);
          }),
        ),
      [() => {}],
    );
}

/** So many of the states that an exchange makes of this one are reached; where the start tells rows apart, some are not. */
function reachedBy(words: Int32Array, exchanges: readonly ((words: Int32Array) => void)[], reached: ReadonlySet<string>): number {
  const images = exchanges.map((exchange) => {
    const image = words.slice();
    exchange(image);
    return image.join();
  });
  return [...new Set(images)].filter((image) => reached.has(image)).length;
}

const loaded = await loadMechanisms();
const symmetric = [twoPhaseCommit, ...loaded].filter((mechanism) => canonical(machine(mechanism)) !== undefined);

test('there are models with alike rows', () => {
  expect(symmetric.map(({ model }) => model.id)).toContain('themelios/capability-space');
  expect(symmetric.length).toBeGreaterThan(3);
});

describe.each(symmetric)('$model.id', (mechanism) => {
  test('the orbits of the symmetric search hold every state once', () => {
    const m = machine(mechanism);
    const exchanges = exchangesOf(m);
    expect(exchanges.length).toBeGreaterThan(1);
    const reached = new Set<string>();
    explore(m).each(() => reached.add(m.words.join()));
    let states = 0;
    explore(m, { canon: canonical(m) }).each(() => (states += reachedBy(m.words, exchanges, reached)));
    expect(states).toBe(reached.size);
  });
});
