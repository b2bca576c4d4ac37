/** Every example of the reference is a model that runs: all of it happens and is seen, its rules hold, and its scenarios end as they say. */
import { describe, expect, test } from 'vitest';
import { asymmetry, explore, foundBy, machine, matches, replay, canonical } from '../../engine/checker.ts';
import type { Action, Mechanism, MechanismWithRuns } from '../../engine/language.ts';
import { examples } from './texts.ts';

type Runs = Pick<MechanismWithRuns, 'scenarios' | 'expect'>;

describe.each(Object.keys(examples))('%s', async (name) => {
  const {
    model: of,
    scenarios = {},
    runs,
  } = (await import(`./examples/${name}.ts`)) as {
    model: Mechanism;
    scenarios?: Runs['scenarios'];
    runs?: Runs;
  };
  const { model, faults } = of;
  const told = { ...scenarios, ...runs?.scenarios };

  test('all of it happens and is seen, and its rules hold', () => {
    const found = explore(machine(of));
    expect(found).toMatchObject({ exhaustive: true, violation: undefined, lasso: undefined, deadlock: undefined });
    const usual = Object.entries<Action>(model.actions).filter(([, { fault }]) => fault === undefined);
    expect(usual.filter(([action]) => found.fired[action] === 0)).toEqual([]);
    expect(found.seen.toSorted()).toEqual(Object.keys(model.sometimes).toSorted());
    expect(asymmetry(machine(of))).toBeUndefined();
  });

  test.each(Object.entries(told))('the scenario %s ends as it says', (_, scenario) => {
    const { ends, log } = replay(of, scenario);
    expect(ends).toEqual(scenario.ends);
    expect(log).toHaveLength(scenario.steps.length);
  });

  test.each([...(runs?.expect ?? [])])('the search finds %o', ({ with: config, symmetric, ...ending }) => {
    const m = machine(of, config);
    const found = explore(m, { canon: symmetric ? canonical(m) : undefined });
    expect(matches(ending, found), JSON.stringify(foundBy(found))).toBe(true);
  });

  test.each(Object.keys(faults))('the fault %s breaks something', (fault) => {
    const { violation, lasso, deadlock } = explore(machine(of, { [fault]: true }));
    expect(violation ?? lasso ?? deadlock).toBeDefined();
  });
});
