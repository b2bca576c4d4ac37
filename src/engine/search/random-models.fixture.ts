/**
 * Random models, searched by the engine and by a search that knows nothing of it. Everything that both can say is compared. Learning has low
 * limits, so that trees are given up and the cap is reached, too.
 */
// oxlint-disable-next-line no-restricted-imports -- only tests import this file
import fc from 'fast-check';
import { LearntSteps } from '../learning/learnt-steps.ts';
import { PropertyCache } from '../learning/property-cache.ts';
import { PlainSteps, type StepSource } from '../learning/steps.ts';
import { machine, type Machine } from '../run/machine.ts';
import { plainFields } from '../state/plain.ts';
import type { Exploration } from './exploration.ts';
import { explore } from './explore.ts';
import { brokenPromise, faultOf, plainSearch, type Found, type State } from './plain-search.fixture.ts';
import { MODES, someSketch, type Sketch } from './sketch.fixture.ts';
import { mechanismOf } from './sketched-model.fixture.ts';

const MOST = 250;

/** How often each path was taken. */
export interface Paths {
  models: number;
  exhaustive: number;
  violations: number;
  deadlocks: number;
  lassos: number;
  /** Of models without a lasso that have liveness properties. */
  kept: number;
  /** Models in which a tree of steps, or of properties, was given up, or the cap was reached. */
  stepsGivenUp: number;
  propertiesGivenUp: number;
  full: number;
  plain: number;
}

/** Compares so many random models; throws at the first difference. With a seed it is always the same ones, and what differs is not made smaller. */
export function compareRandomModels(runs: number, seed?: number): Paths {
  const paths: Paths = {
    models: 0,
    exhaustive: 0,
    violations: 0,
    deadlocks: 0,
    lassos: 0,
    kept: 0,
    stepsGivenUp: 0,
    propertiesGivenUp: 0,
    full: 0,
    plain: 0,
  };
  fc.assert(
    fc.property(someSketch, fc.constantFrom('learnt', 'small', 'plain'), (sketch, how) => compare(sketch, how, paths)),
    { numRuns: runs, ...(seed !== undefined && { seed, endOnFailure: true }) },
  );
  return paths;
}

function compare(sketch: Sketch, how: 'learnt' | 'small' | 'plain', paths: Paths): void {
  const m = machine(mechanismOf(sketch));
  const limits = { trial: 4, most: how === 'small' ? 2 * (m.instances + 8) : 1 << 16, narrowing: [2, 4, 8, 16, 32, 64, 128] };
  const learnt = how === 'plain' ? undefined : new LearntSteps(m, limits);
  const steps: StepSource = learnt ?? new PlainSteps(m);
  const properties = new PropertyCache(m, [...m.invariants, ...m.reachable], limits);
  const exploration = explore(m, { most: MOST, steps, properties });
  const found = plainSearch(sketch, MOST);
  equal(summaryOf(exploration, m), expectedOf(found));
  equal(statesOf(exploration, m), found.states.map(plainOf));
  compareLiveness(sketch, found, exploration);
  paths.models++;
  if (found.exhaustive) paths.exhaustive++;
  if (found.violation) paths.violations++;
  if (found.deadlocks > 0) paths.deadlocks++;
  if (exploration.lasso) paths.lassos++;
  else if (found.exhaustive && sketch.eventually.length > 0) paths.kept++;
  if (learnt && learnt.cache.decisions.abandoned > 0) paths.stepsGivenUp++;
  if (properties.decisions.abandoned > 0) paths.propertiesGivenUp++;
  if (learnt?.cache.decisions.isFull) paths.full++;
  if (!learnt) paths.plain++;
}

function compareLiveness(sketch: Sketch, found: Found, { lasso, unchecked }: Exploration): void {
  const isChecked = found.exhaustive && found.violation === undefined;
  equal(unchecked === undefined, isChecked || sketch.eventually.length === 0);
  if (!isChecked) return;
  const broken = brokenPromise(sketch, found);
  equal(lasso && { property: lasso.property, row: lasso.of?.index }, broken && { ...broken, property: `eventually ${broken.property}` });
  if (lasso && broken) equal(faultOf(sketch, found, { ...broken, stem: lasso.stem, loop: lasso.loop }), undefined);
}

function summaryOf({ states, transitions, depth, exhaustive, fired, seen, violation, deadlock, deadlocks }: Exploration, m: Machine) {
  return {
    states,
    transitions,
    depth,
    exhaustive,
    fired: Object.values(fired),
    seen: seen.map((name) => m.reachable.findIndex((each) => each.name === name)),
    violation: violation && { rule: m.invariants.findIndex(({ name }) => name === violation.rule), length: violation.path.length },
    deadlock: deadlock?.length,
    deadlocks,
  };
}

const expectedOf = ({ states, transitions, depth, exhaustive, fired, seen, violation, deadlock, deadlocks }: Found) => {
  return { states: states.length, transitions, depth, exhaustive, fired, seen, violation, deadlock, deadlocks };
};

function statesOf(exploration: Exploration, m: Machine): unknown[] {
  const states: unknown[] = [];
  exploration.each(() => states.push(plainFields(m.schema, m.state)));
  return states;
}

/** A state of the plain search as the engine writes its own. */
const plainOf = ({ mode, told, last, ...rest }: State) => ({
  ...rest,
  mode: MODES[mode],
  told: [0, 1, 2].filter((row) => (told >> row) & 1),
  last: last ?? null,
});

function equal(ours: unknown, theirs: unknown): void {
  const [one, other] = [ours, theirs].map((value) => JSON.stringify(value, sorted));
  if (one !== other) throw new Error(`The engine says\n${one}\nand the plain search\n${other}`);
}

/** Fields in the order of their names. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
