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
  /** The instances that it may have been; undefined for a look at the state, which is no step. */
  readonly may: ReadonlySet<number> | undefined;
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

/** So many places are kept of what followed what; then it is begun anew. */
const MOST_KEPT = 2_000_000;

/** A state that steps which nobody observes lead to: the place of the one before it, and the step. */
interface Reached {
  readonly state: number;
  readonly from: number;
  readonly instance: number;
}

/** The states that are possible at a moment. A log says the same again and again, so what follows from them is worked out once. */
interface Standing {
  readonly states: readonly number[];
  /** Places count the states first, then these, the nearest first. Undefined before it is asked, null when there are too many. */
  reached: readonly Reached[] | null | undefined;
  readonly next: Map<Observation, Next>;
  readonly nextAtOnce: Map<Observation, Next>;
}

/** What follows when something is observed: for each state that is possible then, from which place and by which step; a look has no step. */
interface Next {
  readonly to: Standing;
  readonly places: readonly number[];
  readonly instances: readonly (number | undefined)[];
  /** A candidate could be taken, or looked at, and what was seen is not so there. */
  readonly seesOther: boolean;
}

export class Explainer {
  private readonly graph: StateGraph;
  private readonly hidden: ReadonlySet<number>;
  private readonly most: number;
  private readonly answers = new WeakMap<object, Map<number, boolean>>();
  private readonly standings = new Map<string, Standing>();
  private kept = 0;
  private ways = new Ways();
  private now: Standing;
  /** The way to each state that is possible. */
  private waysNow: readonly number[] = [ROOT];

  constructor(m: Machine, { hidden, most = USUAL_MOST }: ExplainerOptions) {
    this.graph = new StateGraph(m);
    this.hidden = hidden;
    this.most = most;
    this.now = this.standing([0]);
  }

  /**
   * Takes up the next observation; `atOnce` when nothing happened since the one before. After another outcome than `explained` nothing more can be
   * observed.
   */
  observe(observation: Observation, atOnce = false): Outcome {
    const { now } = this;
    const reached = atOnce ? [] : this.reachedFrom(now);
    if (!reached) return { is: 'given up', most: this.most };
    const next = this.nextOf(now, reached, observation, atOnce);
    const wayTo = this.waysTo(now, reached);
    if (next.places.length === 0) return { is: 'refused', why: this.whyNot(now, reached, observation, next.seesOther, wayTo(0)) };
    const ways = next.places.map((place, i) => {
      const instance = next.instances[i];
      return instance === undefined ? wayTo(place) : this.ways.add(wayTo(place), instance);
    });
    this.waysNow = this.ways.clear(ways);
    this.now = next.to;
    return { is: 'explained', possible: ways.length };
  }

  /** The system was started again: what came before says nothing of what comes. */
  begin(): void {
    this.ways = new Ways();
    this.waysNow = [ROOT];
    this.now = this.standing([0]);
  }

  /** The instances of a run that explains everything so far; the shortest of those that are left where several are. */
  run(): readonly number[] {
    return this.waysNow.map((way) => this.ways.to(way)).reduce((least, it) => (it.length < least.length ? it : least));
  }

  /** How many steps every run that explains what was observed begins with. */
  get settled(): number {
    return this.ways.settled.length;
  }

  private standing(states: readonly number[]): Standing {
    const key = states.join();
    let known = this.standings.get(key);
    if (!known) {
      if (this.kept > MOST_KEPT) {
        this.standings.clear();
        this.kept = 0;
      }
      this.kept += states.length;
      this.standings.set(key, (known = { states, reached: undefined, next: new Map(), nextAtOnce: new Map() }));
    }
    return known;
  }

  /** Every state that steps which nobody observes lead to; undefined when there are too many. */
  private reachedFrom(now: Standing): readonly Reached[] | undefined {
    now.reached ??= this.closure(now.states);
    return now.reached ?? undefined;
  }

  private closure(states: readonly number[]): readonly Reached[] | null {
    const all = [...states];
    const seen = new Set(all);
    const reached: Reached[] = [];
    // It grows while it is walked.
    for (const [from, state] of all.entries()) {
      const steps = this.graph.stepsFrom(state);
      for (let i = 0; i < steps.length; i += 2) {
        const [instance, target] = [steps[i]!, steps[i + 1]!];
        if (!this.hidden.has(instance) || seen.has(target)) continue;
        if (all.length >= this.most) return null;
        seen.add(target);
        all.push(target);
        reached.push({ state: target, from, instance });
      }
    }
    this.kept += reached.length;
    return reached;
  }

  private nextOf(now: Standing, reached: readonly Reached[], observation: Observation, atOnce: boolean): Next {
    const known = atOnce ? now.nextAtOnce : now.next;
    let next = known.get(observation);
    if (!next) {
      const states = [...now.states, ...reached.map(({ state }) => state)];
      next = observation.may ? this.stepsTo(states, observation.may, observation.sees) : this.lookAt(states, observation.sees);
      this.kept += next.places.length;
      known.set(observation, next);
    }
    return next;
  }

  private stepsTo(states: readonly number[], may: ReadonlySet<number>, sees: Observation['sees']): Next {
    const [to, places, instances] = [new Set<number>(), [] as number[], [] as number[]];
    let seesOther = false;
    for (const [place, state] of states.entries()) {
      const steps = this.graph.stepsFrom(state);
      for (let i = 0; i < steps.length; i += 2) {
        const [instance, target] = [steps[i]!, steps[i + 1]!];
        if (!may.has(instance) || to.has(target)) continue;
        if (!this.isSeen(sees, target)) {
          seesOther = true;
          continue;
        }
        to.add(target);
        places.push(place);
        instances.push(instance);
      }
    }
    return { to: this.standing([...to]), places, instances, seesOther };
  }

  private lookAt(states: readonly number[], sees: Observation['sees']): Next {
    const places = [...states.keys()].filter((place) => this.isSeen(sees, states[place]!));
    return { to: this.standing(places.map((place) => states[place]!)), places, instances: places.map(() => undefined), seesOther: true };
  }

  private isSeen(sees: Observation['sees'], state: number): boolean {
    if (!sees) return true;
    let known = this.answers.get(sees);
    if (!known) this.answers.set(sees, (known = new Map()));
    let answer = known.get(state);
    if (answer === undefined) known.set(state, (answer = sees(this.graph.plain(state))));
    return answer;
  }

  /** The way to the state at a place. It is made when it is asked for: most of them explain nothing. */
  private waysTo({ states }: Standing, reached: readonly Reached[]): (place: number) => number {
    const { waysNow, ways } = this;
    const known = new Map<number, number>();
    const wayTo = (place: number): number => {
      if (place < states.length) return waysNow[place]!;
      let way = known.get(place);
      if (way === undefined) {
        const { from, instance } = reached[place - states.length]!;
        known.set(place, (way = ways.add(wayTo(from), instance)));
      }
      return way;
    };
    return wayTo;
  }

  private whyNot(
    now: Standing,
    reached: readonly Reached[],
    { may = new Set() }: Observation,
    seesOther: boolean,
    way: number,
  ): Impossible {
    const { m } = this.graph;
    const states = [...now.states, ...reached.map(({ state }) => state)];
    const others = new Set<number>();
    for (const state of states) {
      const steps = this.graph.stepsFrom(state);
      for (let i = 0; i < steps.length; i += 2) if (!this.hidden.has(steps[i]!)) others.add(steps[i]!);
    }
    const instead = [...others].filter((it) => !may.has(it)).sort((a, b) => a - b);
    return {
      states: states.length,
      instead: instead.slice(0, MOST_INSTEAD).map((it) => candidateOf(m, it)),
      insteadOf: instead.length,
      nearest: seesOther ? [] : this.nearest(states.slice(0, MOST_ASKED), may),
      seesOther,
      run: this.ways.to(way),
    };
  }

  private nearest(states: readonly number[], may: ReadonlySet<number>): readonly Refusal[] {
    const { m } = this.graph;
    const least = new Map<number, Refusal>();
    for (const state of states) {
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
