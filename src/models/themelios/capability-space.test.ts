import { expect, test } from 'vitest';
import { asymmetry } from '../../engine/asymmetry.ts';
import { explore } from '../../engine/explore.ts';
import { machine } from '../../engine/machine.ts';
import { replay } from '../../engine/replay.ts';
import { canonical } from '../../engine/symmetry.ts';
import { capabilitySpace } from './capability-space.ts';

const { model } = capabilitySpace;

test.each(Object.entries(model.scenarios))('the scenario "%s" ends as it says', (_, scenario) => {
  expect(replay(capabilitySpace, scenario).ends).toEqual(scenario.ends);
});

test.each(model.expect)('the search finds %o', ({ with: config, symmetric, ...expected }) => {
  const m = machine(capabilitySpace, config);
  const { states, transitions, depth, violation } = explore(m, { canon: symmetric ? canonical(m) : undefined });
  expect(violation ? { violates: violation.rule, steps: violation.path.length } : { states, transitions, depth }).toEqual(expected);
});

test('every action happens, every goal is seen, and nothing gets stuck', () => {
  const { exhaustive, fired, seen, deadlock } = explore(machine(capabilitySpace));
  expect(exhaustive).toBe(true);
  expect(Object.keys(model.actions).filter((action) => fired[action] === 0)).toEqual([]);
  expect(seen).toEqual(Object.keys(model.sometimes));
  expect(deadlock).toBeUndefined();
});

test('every rule is broken by a fault', () => {
  const broken = model.expect.flatMap((each) => ('violates' in each ? [each.violates] : []));
  expect(broken.toSorted()).toEqual(Object.keys(model.always).toSorted());
});

test('slots are alike', () => {
  expect(asymmetry(machine(capabilitySpace))).toBeUndefined();
});
