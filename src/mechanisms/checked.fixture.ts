/** The tests that every model must pass. A model's own test file calls `checkModel` and adds what is particular to it. */
// oxlint-disable-next-line eslint/no-restricted-imports -- it is part of tests, though not named like one
import { expect, test } from 'vitest';
import type { Action, Expected, Mechanism, MechanismWithRuns } from '../engine/language.ts';
import {
  aimAt,
  asymmetry,
  begin,
  canonical,
  type Exploration,
  explore,
  follow,
  instanceOf,
  machine,
  type Machine,
  replay,
  type Snapshot,
  Successors,
} from '../engine/checker.ts';

/** Registers the tests: scenarios, expected searches, coverage, deadlock, faults, and that alike rows are alike. */
export function checkModel(mechanism: MechanismWithRuns): void {
  const { model, faults, scenarios, expect: expected } = mechanism;
  const actions = Object.entries<Action>(model.actions);

  test.each(Object.entries(scenarios))('the scenario "%s" ends as it says', (_, scenario) => {
    const { ends, log } = replay(mechanism, scenario);
    expect(ends).toEqual(scenario.ends);
    expect(log, 'the step that it ends with is the last').toHaveLength(scenario.steps.length);
  });

  test.each(expected)('the search finds %o', ({ with: config, symmetric, ...ending }) => {
    const m = machine(mechanism, config);
    expect(found(explore(m, { canon: symmetric ? canonical(m) : undefined }))).toEqual(ending);
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
  const [successors, fired] = [new Successors(m), new Float64Array(m.actions.length)];
  for (let at = 0; at < states.length; at += Math.max(1, Math.floor(states.length / SAMPLE))) {
    const learnt: [number, Int32Array][] = [];
    m.words.set(states[at]!);
    successors.each(fired, (instance) => learnt.push([instance, m.words.slice()]));
    expect(learnt).toEqual(stepsFrom(m, states[at]!));
  }
}

/** Every candidate tried by hand. */
function stepsFrom(m: Machine, words: Int32Array): [number, Int32Array][] {
  const steps: [number, Int32Array][] = [];
  for (let instance = 0; instance < m.instances; instance++) {
    m.words.set(words);
    const { guards, then, args } = aimAt(m, instance);
    if (!guards.every((holds) => holds(args, m.state, m.config))) continue;
    then(args, m.state, m.config);
    steps.push([instance, m.words.slice()]);
  }
  return steps;
}

/** What a search found, as `expect` of a model writes it. */
function found({ states, transitions, depth, violation, lasso }: Exploration): Expected<unknown, string, string> {
  if (violation) return { violates: violation.rule, steps: violation.path.length };
  if (lasso) return { violates: lasso.property, stem: lasso.stem.length, loop: lasso.loop.length };
  return { states, transitions, depth };
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
