/** The tests that every model must pass. A model's own test file calls `checkModel` and adds what is particular to it. */
// oxlint-disable-next-line eslint/no-restricted-imports -- it is part of tests, though not named like one
import { expect, test } from 'vitest';
import type { Action, Mechanism, MechanismWithRuns } from '../engine/language.ts';
import {
  asymmetry,
  begin,
  canonical,
  explore,
  follow,
  foundBy,
  instanceOf,
  LearntSteps,
  machine,
  type Machine,
  matches,
  PlainSteps,
  replay,
  type Snapshot,
  type StepSource,
} from '../engine/checker.ts';
import { momentOf } from './moments.ts';
import { triesOf } from './tries.ts';

/** Registers the tests: scenarios, expected searches, coverage, deadlock, faults, and that alike rows are alike. */
export function checkModel(mechanism: MechanismWithRuns): void {
  const { model, faults, scenarios, expect: expected } = mechanism;
  const actions = Object.entries<Action>(model.actions);

  test.each(Object.entries(scenarios))('the scenario "%s" ends as it says', (_, scenario) => {
    const { ends, log } = replay(mechanism, scenario);
    expect(ends).toEqual(scenario.ends);
    expect(log, 'the step that it ends with is the last').toHaveLength(scenario.steps.length);
  });

  test.each([...triesOf(model.id)])('there is the moment where one begins: $says', ({ from, says }) => {
    expect(() => momentOf(mechanism, from)).not.toThrow();
    expect(says, 'sentences').toMatch(/^[A-Z`].*[.?]$/s);
  });

  test.each(expected)('the search finds %o', ({ with: config, symmetric, ...ending }) => {
    const m = machine(mechanism, config);
    const exploration = explore(m, { canon: symmetric ? canonical(m) : undefined });
    expect(matches(ending, exploration), `found ${JSON.stringify(foundBy(exploration))}`).toBe(true);
  });

  test('every action happens, every goal is seen, and nothing gets stuck', () => {
    const { exhaustive, fired, seen, deadlock, lasso } = explore(machine(mechanism));
    const usual = actions.filter(([, { fault }]) => fault === undefined).map(([name]) => name);
    expect(exhaustive).toBe(true);
    expect(usual.filter((action) => fired[action] === 0)).toEqual([]);
    expect(seen.toSorted()).toEqual(Object.keys(model.sometimes).toSorted());
    expect(deadlock).toBeUndefined();
    expect(lasso).toBeUndefined();
  });

  test('every rule is broken by a fault, and every fault is searched', () => {
    const broken = expected.flatMap((each) => ('violates' in each ? [each.violates] : []));
    const searched = expected.flatMap((each) => Object.keys(each.with ?? {}).filter((name) => name in faults));
    expect(new Set(broken)).toEqual(new Set([...Object.keys(model.always), ...Object.keys(model.eventually ?? {})]));
    expect(new Set(searched)).toEqual(new Set(Object.keys(faults)));
  });

  test('an action that is a fault happens when the fault is on', () => {
    for (const [name, { fault }] of actions) {
      if (fault !== undefined) expect(explore(machine(mechanism, { [fault]: true })).fired[name]).toBeGreaterThan(0);
    }
  });

  test.each(expected.filter(({ symmetric }) => !symmetric))('the search learns the model as it is, with %o', ({ with: config }) => {
    expectLearntWell(machine(mechanism, config));
  });

  test('rows of a plain table are alike', () => {
    expect(asymmetry(machine(mechanism))).toBeUndefined();
  });
}

/** States that are looked at again, evenly spread over all that a search finds. */
const SAMPLE = 300;

/** What the search has learnt must be what clauses, effects and properties say when they are asked. */
function expectLearntWell(m: Machine): void {
  const search = explore(m);
  const states: Int32Array[] = [];
  search.each(() => states.push(m.words.slice()));
  const [learnt, plain] = [new LearntSteps(m), new PlainSteps(m)];
  for (let at = 0; at < states.length; at += Math.max(1, Math.floor(states.length / SAMPLE))) {
    expect(stepsFrom(m, states[at]!, learnt)).toEqual(stepsFrom(m, states[at]!, plain));
  }
}

/** Every step from a state: its instance and the state after it. */
function stepsFrom(m: Machine, words: Int32Array, source: StepSource): [number, Int32Array][] {
  const steps: [number, Int32Array][] = [];
  m.words.set(words);
  source.each(new Float64Array(m.actions.length), (instance) => steps.push([instance, m.words.slice()]));
  return steps;
}

/** Where a run ends of which no step is refused; a refusal throws with its reasons. */
export function after(mechanism: Mechanism, steps: readonly object[], config: object = {}): Snapshot {
  const m = machine(mechanism, config);
  return steps.reduce<Snapshot>((at, step) => {
    const next = follow(m, at, instanceOf(m, step));
    if ('because' in next) throw new Error(`${next.says} Refused: ${next.because.join(', ')}.`);
    return next;
  }, begin(m));
}
