/**
 * The figures that the engine is to reach, measured here and now: times are medians. The machine may be busy with other things, so
 * only the ratios inside one run mean much; processor time, which a neighbour changes less, stands beside. They are never asserted in a test.
 */
import type { Mechanism } from '../src/engine/language.ts';
import { canonical, type Exploration, explore, linkTo, machine, type Machine, randomFrom, walk, Walker } from '../src/engine/checker.ts';
import { againstSpin } from './against-spin.ts';
import { median, type Figure } from './figure.ts';
import { verifier, whyNoSpin } from './spin.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';
import { wideMachine } from './wide.ts';

const ROUNDS = 5;

/** Milliseconds by the clock, and of processor time of all threads: the compiler's and the collector's, too. */
function timed<Of>(work: () => Of): { readonly ms: number; readonly cpu: number; readonly result: Of } {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - from, cpu: (user + system) / 1000, result };
}

interface Times {
  readonly first: number;
  readonly median: number;
  readonly cpu: number;
  readonly exploration: Exploration;
}

function searchTimes(make: () => Machine, isSymmetric = false): Times {
  const runs = Array.from({ length: ROUNDS }, () => {
    const m = make();
    return timed(() => explore(m, { canon: isSymmetric ? canonical(m) : undefined }));
  });
  const exploration = runs[0]!.result;
  return { first: runs[0]!.ms, median: median(runs.map(({ ms }) => ms)), cpu: median(runs.map(({ cpu }) => cpu)), exploration };
}

const counts = ({ states, transitions, depth }: Exploration): string => `${states} states, ${transitions} transitions, depth ${depth}`;

/** All figures; `mechanisms` are the models that are walked through. */
export function figures(mechanisms: readonly Mechanism[]): Figure[] {
  return [...againstSpin(), ...small(), ...wideState(), ...referenceCounts(mechanisms), ...walks(mechanisms), links(mechanisms)];
}

function small(): Figure[] {
  const five = searchTimes(() => machine(twoPhaseCommit, { managers: 5 }));
  const symmetric = searchTimes(() => machine(twoPhaseCommit, { managers: 7 }), true);
  return [
    {
      name: 'N=5',
      value: five.median,
      unit: 'ms',
      target: '<= 50',
      note: `${counts(five.exploration)}; first ${five.first.toFixed(0)} ms`,
    },
    { name: 'N=7 with symmetry', value: symmetric.median, unit: 'ms', target: '<= 5', note: counts(symmetric.exploration) },
  ];
}

function wideState(): Figure[] {
  const { median: ms, cpu, exploration } = searchTimes(wideMachine);
  const { length } = wideMachine().words;
  const limit = 4 * length + 24;
  const { states, bytes } = exploration;
  return [
    {
      name: '124 fields',
      value: states / ms / 1000,
      unit: 'M states/s',
      target: '>= 1',
      note: `${length} words; by processor time ${(states / cpu / 1000).toFixed(2)}`,
    },
    { name: `bytes a state, ${length} words`, value: bytes / states, unit: 'B', target: `<= ${limit}`, note: 'reserved' },
  ];
}

/** The mechanisms that have a reference model for SPIN, at their usual configuration; it bears the name of the mechanism. */
export const REFERENCE_MODELS = [
  'themelios/capability-space',
  'themelios/frame-allocator',
  'themelios/ipc',
  'themelios/scheduler',
  'avyos/sutra',
  'starina/poll',
  'violetos/deadline-scheduler',
  'zos/boot-graph',
].map((id) => ({ name: id.split('/')[1]!, id }));

function referenceCounts(mechanisms: readonly Mechanism[]): Figure[] {
  const missing = whyNoSpin();
  return REFERENCE_MODELS.flatMap(({ name, id }) => {
    const mechanism = mechanisms.find(({ model }) => model.id === id);
    if (!mechanism) return [];
    const pan = missing ? undefined : verifier(name, 'depth first');
    const theirs = pan?.run();
    pan?.remove();
    const { states, transitions } = explore(machine(mechanism));
    const note = theirs ? `SPIN ${theirs.states} states, ${theirs.transitions} transitions; here ${transitions}` : missing!;
    return [{ name: `states of ${id}`, value: states, unit: '', target: theirs ? `= ${theirs.states}` : '', note }];
  });
}

const WALK_STEPS = 400_000;
const LONGEST_WALK = 1_000;

function walks(mechanisms: readonly Mechanism[]): Figure[] {
  return mechanisms.map((mechanism) => {
    const m = machine(mechanism);
    const runs = Array.from({ length: ROUNDS }, (_, round) => timed(() => walkSteps(m, round)));
    const speed = (times: readonly number[]): number => WALK_STEPS / median(times) / 1000;
    const note = `by processor time ${speed(runs.map(({ cpu }) => cpu)).toFixed(2)}`;
    return { name: `walk of ${mechanism.model.id}`, value: speed(runs.map(({ ms }) => ms)), unit: 'M steps/s', target: '>= 1', note };
  });
}

/** Walks, beginning again where a walk ends or is long. */
function walkSteps(m: Machine, round: number): void {
  const walker = new Walker(m, randomFrom(round));
  for (let steps = 0; steps < WALK_STEPS; steps++) {
    if (steps % LONGEST_WALK === 0 || walker.step() < 0) m.words.set(m.initial);
  }
}

const LINK_STEPS = 100;

function links(mechanisms: readonly Mechanism[]): Figure {
  const lengths = mechanisms.map((mechanism) => {
    const m = machine(mechanism);
    const logs = Array.from({ length: 50 }, (_, seed) => walk(m, { seed, steps: LINK_STEPS }).log);
    const longest = logs.reduce((long, log) => (log.length > long.length ? log : long));
    return { length: linkTo(m, longest).length, of: `${mechanism.model.id}, ${longest.length} steps` };
  });
  const longest = lengths.reduce((long, each) => (each.length > long.length ? each : long), { length: 0, of: 'no model' });
  return { name: 'link for 100 steps', value: longest.length, unit: 'characters', target: '<= 200', note: `longest: ${longest.of}` };
}
