/**
 * Searches for a run of a model that explains what was observed of a real system, observation by observation. Between two of them the model may
 * take steps that nobody observes. All states that are possible at a moment are kept, so that nothing is decided too early: when none is left, no
 * run at all explains what was observed, and the first observation that none explains is known.
 */
import type { Machine } from '../run/machine.ts';
import { aimAt, refusals } from '../run/step.ts';
import { candidateOf, type EnabledAction, type Refusal } from '../run/run.ts';
import type { PlainState } from '../state/plain.ts';
import { StateGraph } from '../survey/state-graph.ts';
import { ROOT, Ways } from './ways.ts';

/** One step that was observed, as far as it is known which. */
export interface Observation {
  /** The instances that it may have been. */
  readonly may: ReadonlySet<number>;
  /** What was seen of the state after it. */
  readonly sees?: ((state: PlainState) => boolean) | undefined;
}

export interface ExplainerOptions {
  /** The instances that happen unobserved. */
  readonly hidden: ReadonlySet<number>;
  /** So many states may be possible at once; with more the search gives up. */
  readonly most?: number;
}

export type Outcome =
  /** How many states are possible after it. */
  | { readonly is: 'explained'; readonly possible: number }
  | { readonly is: 'refused'; readonly why: Impossible }
  /** More states are possible than may be kept, so nothing is known from here on. */
  | { readonly is: 'given up'; readonly most: number };

/** Why no run explains an observation. */
export interface Impossible {
  /** How many states were possible before it, steps that nobody observes included. */
  readonly states: number;
  /** What could have been observed there instead, in the order of the instances; at most a dozen. */
  readonly instead: readonly EnabledAction[];
  /** How many that are in all. */
  readonly insteadOf: number;
  /** The candidates that come nearest: those that the fewest clauses refuse in the state where they are fewest; at most three. */
  readonly nearest: readonly Refusal[];
  /** A candidate could be taken, but what was seen after it is not what the model has there. */
  readonly seesOther: boolean;
  /** A run to a state that was possible before the observation, one of the shortest from the observation before. */
  readonly run: readonly number[];
}

const USUAL_MOST = 200_000;
const MOST_INSTEAD = 12;
const MOST_NEAREST = 3;
/** In so many of the possible states a refused candidate is looked at. */
const MOST_ASKED = 200;

/** A state that is possible, and the way that led to it. */
interface Possible {
  readonly state: number;
  readonly way: number;
}

export class Explainer {
  private readonly graph: StateGraph;
  private readonly hidden: ReadonlySet<number>;
  private readonly most: number;
  private readonly ways = new Ways();
  private possible: readonly Possible[] = [{ state: 0, way: ROOT }];

  constructor(m: Machine, { hidden, most = USUAL_MOST }: ExplainerOptions) {
    this.graph = new StateGraph(m);
    this.hidden = hidden;
    this.most = most;
  }

  /** Takes up the next observation. After another outcome than `explained` nothing more can be observed. */
  observe({ may, sees }: Observation): Outcome {
    const before = this.closure();
    if (!before) return { is: 'given up', most: this.most };
    const next = new Map<number, Possible>();
    let seesOther = false;
    for (const { state, way } of before) {
      const steps = this.graph.stepsFrom(state);
      for (let i = 0; i < steps.length; i += 2) {
        const [instance, target] = [steps[i]!, steps[i + 1]!];
        if (!may.has(instance) || next.has(target)) continue;
        if (sees && !sees(this.graph.plain(target))) seesOther = true;
        else next.set(target, { state: target, way: this.ways.add(way, instance) });
      }
    }
    if (next.size === 0) return { is: 'refused', why: this.whyNot(before, may, seesOther) };
    const found = [...next.values()];
    const ways = this.ways.clear(found.map(({ way }) => way));
    this.possible = found.map(({ state }, i) => ({ state, way: ways[i]! }));
    return { is: 'explained', possible: found.length };
  }

  /** The instances of a run that explains everything so far; the shortest of those that are left where several are. */
  run(): readonly number[] {
    return this.possible.map(({ way }) => this.ways.to(way)).reduce((least, it) => (it.length < least.length ? it : least));
  }

  /** How many steps every run that explains what was observed begins with. */
  get settled(): number {
    return this.ways.settled.length;
  }

  /** Every state that steps which nobody observes lead to, the nearest first; undefined when there are too many. */
  private closure(): readonly Possible[] | undefined {
    const found = [...this.possible];
    const known = new Set(found.map(({ state }) => state));
    // It grows while it is walked.
    for (const { state, way } of found) {
      const steps = this.graph.stepsFrom(state);
      for (let i = 0; i < steps.length; i += 2) {
        const [instance, target] = [steps[i]!, steps[i + 1]!];
        if (!this.hidden.has(instance) || known.has(target)) continue;
        if (found.length >= this.most) return undefined;
        known.add(target);
        found.push({ state: target, way: this.ways.add(way, instance) });
      }
    }
    return found;
  }

  private whyNot(before: readonly Possible[], may: ReadonlySet<number>, seesOther: boolean): Impossible {
    const { m } = this.graph;
    const others = new Set<number>();
    for (const { state } of before) {
      const steps = this.graph.stepsFrom(state);
      for (let i = 0; i < steps.length; i += 2) if (!this.hidden.has(steps[i]!)) others.add(steps[i]!);
    }
    const instead = [...others].filter((it) => !may.has(it)).sort((a, b) => a - b);
    return {
      states: before.length,
      instead: instead.slice(0, MOST_INSTEAD).map((it) => candidateOf(m, it)),
      insteadOf: instead.length,
      nearest: seesOther ? [] : this.nearest(before.slice(0, MOST_ASKED), may),
      seesOther,
      run: this.ways.to(before[0]!.way),
    };
  }

  private nearest(before: readonly Possible[], may: ReadonlySet<number>): readonly Refusal[] {
    const { m } = this.graph;
    const least = new Map<number, Refusal>();
    for (const { state } of before) {
      this.graph.load(state);
      for (const instance of may) {
        const because = refusals(m, aimAt(m, instance));
        if (because.length < (least.get(instance)?.because.length ?? Infinity))
          least.set(instance, { ...candidateOf(m, instance), because });
      }
    }
    return [...least.values()].sort((a, b) => a.because.length - b.because.length || a.instance - b.instance).slice(0, MOST_NEAREST);
  }
}
