/**
 * Breadth first through every reachable state, so that the first violation found is at the end of a shortest path.
 * Rules are asked when a state is taken up, not when it is found: it is in the working state then anyway.
 * Leaves out liveness (`eventually`), which needs the edges: `Visited.add` returns what it would record.
 */
import type { Machine, Property } from './machine.ts';
import { Successors } from './successors.ts';
import type { Canon } from './symmetry.ts';
import { Visited } from './visited.ts';

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
}

export interface ExploreOptions {
  /** Gives up when more states than this have been found. */
  readonly most?: number;
  /** Counts states that differ only in the order of alike rows once: `canonical(machine)`. */
  readonly canon?: Canon | undefined;
  /** Called about every 20,000 states. */
  readonly progress?: (progress: Progress) => void;
}

export interface Exploration extends Progress {
  /** Every reachable state was taken up; false after a violation and at the limit. */
  readonly exhaustive: boolean;
  /** How many transitions each action made. */
  readonly fired: Readonly<Record<string, number>>;
  /** The `sometimes` properties that held somewhere. */
  readonly seen: readonly string[];
  /** The first rule that broke, and the choices of a shortest way there. */
  readonly violation: { readonly rule: string; readonly path: readonly number[] } | undefined;
  /** The choices of a shortest way to a state where nothing can happen and that is no end. */
  readonly deadlock: readonly number[] | undefined;
  /** Memory that was reserved for the states. */
  readonly bytes: number;
  /** Puts each state found, in order, into the working state. */
  each(visit: () => void): void;
}

const USUAL_MOST = 1 << 24;
const PROGRESS_EVERY = 20_000;

/** Paths found with `canon` are steps between canonical forms: bring each state into its form before the next step. */
export function explore(m: Machine, options: ExploreOptions = {}): Exploration {
  const { words, state, config, verbs, rules } = m;
  const { most = USUAL_MOST, canon, progress } = options;
  const visited = new Visited(words.length, m.choices);
  const successors = new Successors(m);
  const fired = new Float64Array(verbs.length);
  const unseen = m.goals.slice();
  let current = -1;
  const keep = (choice: number): void => {
    if (canon) canon(words);
    visited.add(words, current, choice);
  };
  words.set(m.initial);
  keep(0);

  let transitions = 0;
  let depth = 0;
  let levelEnd = 1;
  let violation: Exploration['violation'];
  let deadlock: Exploration['deadlock'];
  for (current = 0; current < visited.count && visited.count <= most; current++) {
    if (current === levelEnd) {
      depth++;
      levelEnd = visited.count;
    }
    if (progress && current % PROGRESS_EVERY === 0) progress({ states: visited.count, transitions, depth });
    visited.load(current, words);
    const broken = firstBroken(rules, state, config);
    if (broken) {
      violation = { rule: broken.name, path: visited.pathTo(current) };
      break;
    }
    for (let goal = unseen.length - 1; goal >= 0; goal--) if (unseen[goal]!.holds(state, config)) unseen.splice(goal, 1);
    const steps = successors.each(fired, keep);
    transitions += steps;
    if (steps === 0 && !deadlock && !m.mechanism.model.final?.(state, config)) deadlock = visited.pathTo(current);
  }
  return {
    states: visited.count,
    transitions,
    depth,
    exhaustive: current === visited.count,
    fired: Object.fromEntries(verbs.map(({ name }, v) => [name, fired[v]!])),
    seen: m.goals.filter((goal) => !unseen.includes(goal)).map(({ name }) => name),
    violation,
    deadlock,
    bytes: visited.bytes,
    each: (visit) => {
      for (let at = 0; at < visited.count; at++) {
        visited.load(at, words);
        visit();
      }
    },
  };
}

/** A plain loop, because it runs for every state. */
function firstBroken(rules: readonly Property[], state: unknown, config: unknown): Property | undefined {
  for (let r = 0; r < rules.length; r++) if (!rules[r]!.holds(state, config)) return rules[r];
  return undefined;
}
