/**
 * Breadth first through every reachable state, so that the first violation found is at the end of a shortest path.
 * Rules are asked when a state is taken up, not when it is found: it is in the working state then anyway.
 * A search can be advanced in slices, so that whoever runs it can pause, show how far it is, or stop.
 */
import { PropertyCache } from '../learning/property-cache.ts';
import { TransitionCache } from '../learning/transition-cache.ts';
import { Edges } from '../liveness/edges.ts';
import { firstLasso, type Lasso } from '../liveness/liveness.ts';
import type { Machine } from '../run/machine.ts';
import { failureAfter } from '../run/failure.ts';
import { refuseAsymmetry } from '../symmetry/asymmetry.ts';
import { originalPath } from '../symmetry/originals.ts';
import { Successors, type Visit } from './successors.ts';
import type { Canon } from '../symmetry/symmetry.ts';
import { Visited } from '../state/visited.ts';

export type { Lasso } from '../liveness/liveness.ts';

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
}

export interface SearchOptions {
  /** Gives up when more states than this have been found. */
  readonly most?: number;
  /** Counts states that differ only in the order of alike rows once: `canonical(machine)`. Leaves `eventually` unchecked. */
  readonly canon?: Canon | undefined;
}
export interface ExploreOptions extends SearchOptions {
  /** Called about every 20,000 states. */
  readonly progress?: (progress: Progress) => void;
}

export interface Exploration extends Progress {
  /** Every reachable state was taken up; false after a violation, at the limit and when it was stopped. */
  readonly exhaustive: boolean;
  /** How many transitions each action made. */
  readonly fired: Readonly<Record<string, number>>;
  /** The `sometimes` properties that held somewhere. */
  readonly seen: readonly string[];
  /** The first rule that broke, and the instances of a shortest way there: a run of the model as written, with `canon` too. */
  readonly violation: { readonly rule: string; readonly path: readonly number[] } | undefined;
  /** The instances of a shortest way to a state where nothing can happen and that is no end. */
  readonly deadlock: readonly number[] | undefined;
  /** A fair run on which an `eventually` property does not hold. */
  readonly lasso: Lasso | undefined;
  /** Why the `eventually` properties were not checked; undefined when they were, or when there are none. */
  readonly unchecked: string | undefined;
  /** Memory that was reserved for the states, for the edges when they were needed, and for what was learnt of the model. */
  readonly bytes: number;
  /** Puts each state found, in order, into the working state. */
  each(visit: () => void): void;
}

const USUAL_MOST = 1 << 24;
const PROGRESS_EVERY = 20_000;

const UNCHECKED = {
  symmetric: '"Eventually" is not checked together with symmetry: a loop of states in canonical form need not be a loop of the model.',
  partial: '"Eventually" is not checked, because the search did not take up every state.',
};

/** The whole search in one go. */
export function explore(m: Machine, { progress, ...options }: ExploreOptions = {}): Exploration {
  const search = new Search(m, options);
  do progress?.(search.progress);
  while (!search.advance(progress ? PROGRESS_EVERY : Infinity));
  return search.result();
}

/** A search that can be paused. The machine may be used for other things between two slices. */
export class Search {
  private readonly m: Machine;
  private readonly most: number;
  private readonly canon: Canon | undefined;
  private readonly visited: Visited;
  private readonly edges: Edges | undefined;
  private readonly successors: Successors;
  private readonly fired: Float64Array;
  private readonly claims: PropertyCache;
  /** The goals that have not been reached, by their numbers among the claims. */
  private readonly unseen: number[];
  private readonly keep: Visit;
  /** The state that is taken up next. */
  private current = 0;
  private transitions = 0;
  private depth = 0;
  private levelEnd = 1;
  private violation: Exploration['violation'];
  private deadlock: Exploration['deadlock'];

  constructor(m: Machine, { most = USUAL_MOST, canon }: SearchOptions = {}) {
    this.m = m;
    this.most = most;
    this.canon = canon;
    this.visited = new Visited(m.words.length, m.instances);
    this.edges = m.liveness.length > 0 && !canon ? new Edges() : undefined;
    this.successors = new Successors(m);
    this.fired = new Float64Array(m.actions.length);
    this.claims = new PropertyCache(m, [...m.invariants, ...m.reachable]);
    this.unseen = m.reachable.map((_, goal) => m.invariants.length + goal);
    this.keep = this.keeper();
    if (canon) refuseAsymmetry(m);
    m.words.set(m.initial);
    if (canon) canon(m.words);
    this.visited.add(m.words, -1, 0);
  }

  get progress(): Progress {
    const { count } = this.visited;
    const isNextLevel = this.current === this.levelEnd && this.current < count;
    return { states: count, transitions: this.transitions, depth: this.depth + (isNextLevel ? 1 : 0) };
  }

  get finished(): boolean {
    return this.violation !== undefined || this.current === this.visited.count || this.visited.count > this.most;
  }

  /** Takes up at most so many more states; true when there is nothing left to do. Code of the model that fails throws a ModelError. */
  advance(states: number): boolean {
    try {
      return this.takeUp(states);
    } catch (error) {
      return this.endsAt(error);
    }
  }

  /** What a step insists on in vain is a violation at that step; anything else is thrown on, with where it happened. */
  private endsAt(error: unknown): true {
    TransitionCache.forget(this.m); // what was being learnt may be half done
    const path = this.pathTo(this.current);
    const failure = failureAfter(this.m, path, error);
    if (failure instanceof Error) throw failure;
    this.violation = { rule: failure.sentence, path: [...path, failure.instance] };
    return true;
  }

  private takeUp(states: number): boolean {
    const { visited, edges, successors, fired, unseen, claims, keep } = this;
    const { words, state, config, mechanism } = this.m;
    for (let left = states; left > 0 && !this.finished; left--) {
      const { current } = this;
      if (current === this.levelEnd) {
        this.depth++;
        this.levelEnd = visited.count;
      }
      visited.load(current, words);
      claims.begin();
      const broken = this.firstBroken();
      if (broken !== undefined) {
        this.violation = { rule: broken, path: this.pathTo(current) };
        break;
      }
      for (let goal = unseen.length - 1; goal >= 0; goal--) if (claims.holds(unseen[goal]!)) unseen.splice(goal, 1);
      edges?.begin();
      const steps = successors.each(fired, keep);
      this.transitions += steps;
      if (steps === 0 && !this.deadlock && !mechanism.model.final?.(state, config)) this.deadlock = this.pathTo(current);
      this.current++;
    }
    return this.finished;
  }

  /** What is known by now. After the last state it also looks for a lasso, which takes about as long as the search. */
  result(): Exploration {
    const { m, visited, edges, fired, unseen, claims, successors, violation, deadlock } = this;
    const exhaustive = this.current === visited.count;
    const unchecked = m.liveness.length === 0 ? undefined : this.canon ? UNCHECKED.symmetric : exhaustive ? undefined : UNCHECKED.partial;
    return {
      ...this.progress,
      exhaustive,
      fired: Object.fromEntries(m.actions.map(({ name }, v) => [name, fired[v]!])),
      seen: m.reachable.filter((_, goal) => !unseen.includes(m.invariants.length + goal)).map(({ name }) => name),
      violation,
      deadlock,
      lasso: edges && exhaustive ? firstLasso(m, visited, edges) : undefined,
      unchecked,
      bytes: visited.bytes + claims.bytes + successors.bytes + (edges?.bytes ?? 0),
      each: (visit) => {
        for (let at = 0; at < visited.count; at++) {
          visited.load(at, m.words);
          visit();
        }
      },
    };
  }

  /** Chosen once, so that a search does no work that it does not need. */
  private keeper(): Visit {
    const { visited, canon, edges, m } = this;
    const { words } = m;
    if (edges) return (instance) => edges.add(visited.add(words, this.current, instance), instance);
    if (!canon) return (instance) => void visited.add(words, this.current, instance);
    return (instance) => {
      canon(words);
      visited.add(words, this.current, instance);
    };
  }

  private firstBroken(): string | undefined {
    const { claims } = this;
    const { invariants: rules } = this.m;
    for (let rule = 0; rule < rules.length; rule++) if (!claims.holds(rule)) return rules[rule]!.name;
    return undefined;
  }

  private pathTo(state: number): number[] {
    const path = this.visited.pathTo(state);
    return this.canon ? originalPath(this.m, this.canon, path) : path;
  }
}
