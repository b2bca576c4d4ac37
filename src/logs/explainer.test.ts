import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, follow, instanceOf, type Machine, machine, PlainSteps, walk } from '../engine/checker.ts';
import { Explainer, type Observation } from '../engine/whole-graph.ts';
import { loadMechanism } from '../mechanisms/registry.ts';

const ids = ['themelios/ipc', 'starina/channel', 'zos/provisioning', 'themelios/scheduler'];
const machines = new Map(await Promise.all(ids.map(async (id) => [id, machine(await loadMechanism(id))] as const)));

/** Which instances nobody observes: those of some actions. */
const hiddenOf = (m: Machine, mask: number): Set<number> =>
  new Set(m.actions.flatMap(({ first, count }, nth) => ((mask >> nth) & 1 ? Array.from({ length: count }, (_, i) => first + i) : [])));

/** Every state that is possible after each observation, by asking each clause of each candidate: slow, and written to be read. */
function oracle(m: Machine, hidden: ReadonlySet<number>, observed: readonly Observation[]): number[] {
  const source = new PlainSteps(m);
  const from = (text: string): [number, string][] => {
    const steps: [number, string][] = [];
    m.words.set(text.split(',').map(Number));
    source.each(new Float64Array(m.actions.length), (instance) => steps.push([instance, m.words.join()]));
    return steps;
  };
  let possible = new Set([m.initial.join()]);
  return observed.map(({ may }) => {
    for (const state of possible) for (const [instance, target] of from(state)) if (hidden.has(instance)) possible.add(target);
    possible = new Set([...possible].flatMap((state) => from(state).filter(([instance]) => may!.has(instance)).map(([, target]) => target))); // prettier-ignore
    return possible.size;
  });
}

/** How many states are possible after each observation; the last is 0 where it is refused. */
function explained(m: Machine, hidden: ReadonlySet<number>, observed: readonly Observation[]) {
  const explainer = new Explainer(m, { hidden });
  const counts: number[] = [];
  for (const each of observed) {
    const outcome = explainer.observe(each);
    counts.push(outcome.is === 'explained' ? outcome.possible : 0);
    if (outcome.is !== 'explained') return { counts, run: undefined, outcome };
  }
  return { counts, run: explainer.run(), outcome: undefined };
}

/** Whether a run is one of the model, with these observations in it in order and only hidden steps between. */
function isRunOf(m: Machine, run: readonly number[], hidden: ReadonlySet<number>, observed: readonly Observation[]): boolean {
  let at = begin(m);
  let next = 0;
  for (const instance of run) {
    const after = follow(m, at, instance);
    if ('because' in after) return false;
    at = after;
    if (observed[next]?.may!.has(instance)) next += 1;
    else if (!hidden.has(instance)) return false;
  }
  return next === observed.length;
}

const walked = fc.record({ id: fc.constantFrom(...ids), seed: fc.nat(), steps: fc.integer({ min: 1, max: 12 }), mask: fc.nat(4095), vague: fc.nat(3) }); // prettier-ignore

/** A random walk of a model as somebody sees it who does not see every step, and of those that are seen not every argument. */
function seen({ id, seed, steps, mask, vague }: { id: string; seed: number; steps: number; mask: number; vague: number }) {
  const m = machines.get(id)!;
  const hidden = hiddenOf(m, mask);
  const { log } = walk(m, { seed, steps });
  const observed = log
    .filter((it) => !hidden.has(it))
    .map((it): Observation => {
      const action = m.actions.find(({ first, count }) => it >= first && it < first + count)!;
      const all = Array.from({ length: action.count }, (_, i) => action.first + i);
      return { may: new Set(vague === 0 ? all : [it]) };
    });
  return { m, hidden, observed };
}

describe('what a model did', () => {
  test('is explained, by a run that shows just that', () =>
    fc.assert(
      fc.property(walked, (it) => {
        const { m, hidden, observed } = seen(it);
        const { counts, run } = explained(m, hidden, observed);
        expect(counts.every((count) => count > 0)).toBe(true);
        expect(isRunOf(m, run!, hidden, observed)).toBe(true);
      }),
      { numRuns: 60 },
    ));

  test('and what it did not is refused where no state is left, both as often as every clause is asked', () =>
    fc.assert(
      fc.property(walked, fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'alter'), (it, at, how) => {
        const { m, hidden, observed } = seen(it);
        fc.pre(observed.length > 1);
        const i = at % (observed.length - 1);
        const [one, two] = [observed[i]!, observed[i + 1]!];
        const other: Observation = { may: new Set([at % m.instances].filter((each) => !hidden.has(each))) };
        const put = { drop: [two], double: [one, one, two], swap: [two, one], alter: [other, two] }[how];
        const altered = observed.toSpliced(i, 2, ...put);
        const wanted = oracle(m, hidden, altered);
        const end = wanted.indexOf(0);
        const { counts, run, outcome } = explained(m, hidden, altered);
        expect(counts).toEqual(end < 0 ? wanted : wanted.slice(0, end + 1));
        if (run) expect(isRunOf(m, run, hidden, altered)).toBe(true);
        if (outcome?.is === 'refused') expect(isRunOf(m, outcome.why.run, hidden, altered.slice(0, end))).toBe(true);
      }),
      { numRuns: 60 },
    ));
});

describe('what cannot be', () => {
  const m = machines.get('themelios/ipc')!;
  const at = (step: object): Observation => ({ may: new Set([instanceOf(m, step)]) });

  test('says what was possible and which clause comes nearest', () => {
    const { outcome } = explained(m, new Set(), [at({ call: { by: 1 } }), at({ reply: { by: 0 } })]);
    if (outcome?.is !== 'refused') throw new Error('it is not refused');
    expect(outcome.why.nearest[0]!.because.length).toBeGreaterThan(0);
    expect(outcome.why.nearest[0]!.says).toMatch(/replies|answers|reply/i);
    expect(outcome.why.instead.map(({ action }) => action)).toContain('receive');
    expect(outcome.why.run).toHaveLength(1);
  });

  test('is told apart from a step after which something else was seen', () => {
    const explainer = new Explainer(m, { hidden: new Set() });
    const outcome = explainer.observe({ ...at({ call: { by: 1 } }), sees: () => false });
    expect(outcome).toMatchObject({ is: 'refused', why: { seesOther: true, nearest: [] } });
  });

  test('is not claimed where too many states are possible', () => {
    const all = new Set(Array.from({ length: m.instances }, (_, i) => i));
    expect(new Explainer(m, { hidden: all, most: 10 }).observe({ may: all })).toEqual({ is: 'given up', most: 10 });
  });
});

test('a long log takes hardly more than its run', () => {
  const m = machines.get('themelios/scheduler')!;
  const { log } = walk(m, { seed: 1, steps: 20_000 });
  const explainer = new Explainer(m, { hidden: new Set() });
  for (const instance of log) expect(explainer.observe({ may: new Set([instance]) }).is).toBe('explained');
  expect(explainer.settled).toBe(log.length);
  expect(explainer.run()).toEqual(log);
});
