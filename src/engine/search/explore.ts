/**
 * Breadth first through every reachable state, so that the first violation found is at the end of a shortest path; then the liveness
 * properties. Rules are asked when a state is taken up, not when it is found: it is in the working state then anyway.
 * A search can be advanced in slices, so that whoever runs it can pause, show how far it is, or stop.
 */
import { LearntSteps } from '../learning/learnt-steps.ts';
import { PropertyCache } from '../learning/property-cache.ts';
import type { StepSource, Visit } from '../learning/steps.ts';
import { TransitionCache } from '../learning/transition-cache.ts';
import { Edges } from '../liveness/edges.ts';
import { LassoSearch } from '../liveness/liveness.ts';
import type { Machine } from '../run/machine.ts';
import { failureAfter } from '../run/failure.ts';
import { refuseAsymmetry } from '../symmetry/asymmetry.ts';
import { assigned } from '../run/purity.ts';
import { OutOfMemory } from '../state/reserve.ts';
import { Visited } from '../state/visited.ts';
import { originalPath } from '../symmetry/originals.ts';
import type { Canon } from '../symmetry/symmetry.ts';
import { BOUND, UNCHECKED, type Exploration, type ExploreOptions, type Progress, type SearchOptions } from './exploration.ts';

const USUAL_MOST = 1 << 24;
/** 4 GB. */
const USUAL_MEMORY = 2 ** 32;
const PROGRESS_EVERY = 20_000;
/** Memory is added up once in so many states. */
const MEMORY_EVERY = 1024;

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
  private readonly memory: number;
  private readonly canon: Canon | undefined;
  private readonly goesOn: boolean;
  private readonly visited: Visited;
  private readonly edges: Edges | undefined;
  private readonly steps: StepSource;
  private readonly fired: Float64Array;
  private readonly properties: NonNullable<SearchOptions['properties']>;
  /** The reachability properties that have not been seen, by their numbers among the properties. */
  private readonly unseen: number[];
  private readonly violations: Float64Array;
  private readonly keep: Visit;
  /** Every step is to be visited: its edge is kept, or its state is brought into canonical form, in which steps need not commute. */
  private readonly seesAll: boolean;
  /** The state that is taken up next. */
  private current = 0;
  private transitions = 0;
  private depth = 0;
  private levelEnd = 1;
  /** How many states were found by the end of each depth that was left. */
  private readonly ends: number[] = [];
  private violation: Exploration['violation'];
  private deadlock: Exploration['deadlock'];
  private deadlocks = 0;
  private bound: string | undefined;
  private lassos: LassoSearch | undefined;
  /** A step insisted on something in vain: nothing comes after it. */
  private insisted = false;

  constructor(m: Machine, options: SearchOptions = {}) {
    const { most = USUAL_MOST, memory = USUAL_MEMORY, canon, pastViolations = false } = options;
    this.m = m;
    this.most = most;
    this.memory = memory;
    this.canon = canon;
    this.goesOn = pastViolations;
    this.visited = new Visited(m.words.length, m.instances);
    this.edges = m.liveness.length > 0 && !canon ? new Edges() : undefined;
    this.steps = options.steps ?? new LearntSteps(m);
    this.fired = new Float64Array(m.actions.length);
    this.properties = options.properties ?? new PropertyCache(m, [...m.invariants, ...m.reachable]);
    this.unseen = m.reachable.map((_, goal) => m.invariants.length + goal);
    this.violations = new Float64Array(m.invariants.length);
    this.keep = this.keeper();
    this.seesAll = this.edges !== undefined || canon !== undefined;
    if (canon) refuseAsymmetry(m);
    m.words.set(m.initial);
    if (canon) canon(m.words);
    this.visited.add(m.words, -1, 0);
  }

  get progress(): Progress {
    const { count } = this.visited;
    const isNextLevel = this.current === this.levelEnd && this.current < count;
    return { states: count, transitions: this.transitions, depth: this.depth + (isNextLevel ? 1 : 0), property: this.lassos?.property };
  }

  get finished(): boolean {
    return this.hasEnded || (this.isExhausted && (this.edges === undefined || this.lassos?.finished === true));
  }

  /**
   * Takes up at most so many more states, or looks at so many again for a lasso; true when there is nothing left to do. Code of the model
   * that fails throws a ModelError.
   */
  advance(states: number): boolean {
    try {
      const left = this.takeUp(states);
      if (this.isExhausted && this.edges && !this.hasEnded) {
        this.lassos ??= new LassoSearch(this.m, this.visited, this.edges);
        this.lassos.advance(left);
      }
    } catch (error) {
      if (!(error instanceof OutOfMemory)) return this.endsAt(error);
      this.bound = BOUND.none(error.message);
      this.transitions = this.fired.reduce((sum, each) => sum + each, 0);
    }
    return this.finished;
  }

  /** What a step insists on in vain is a violation at that step; anything else is thrown on, with where it happened. */
  private endsAt(error: unknown): true {
    TransitionCache.forget(this.m); // what was being learnt may be half done
    const path = this.pathTo(this.current);
    const failure = failureAfter(this.m, path, error);
    if (failure instanceof Error) throw failure;
    this.violation = { rule: failure.sentence, path: [...path, failure.instance] };
    this.insisted = true;
    return true;
  }

  /** What is known by now. */
  result(): Exploration {
    const { m, visited, fired, unseen, violations, violation, deadlock, deadlocks, bound } = this;
    const { property: _, ...progress } = this.progress;
    return {
      ...progress,
      exhaustive: this.isExhausted,
      bound,
      fired: Object.fromEntries(m.actions.map(({ name }, nth) => [name, fired[nth]!])),
      seen: m.reachable.filter((_, goal) => !unseen.includes(m.invariants.length + goal)).map(({ name }) => name),
      violation,
      violations: Object.fromEntries(m.invariants.map(({ name }, rule) => [name, violations[rule]!])),
      deadlock,
      deadlocks,
      lasso: this.lassos?.lasso,
      unchecked: this.unchecked,
      levels: this.levels,
      bytes: this.bytes,
      each: (visit) => {
        for (let at = 0; at < visited.count; at++) {
          visited.load(at, m.words);
          visit();
        }
      },
    };
  }

  /** Returns how many of these states it had no need of. */
  private takeUp(states: number): number {
    let left = states;
    while (left > 0 && !this.hasEnded && !this.isExhausted && this.takeUpNext()) left--;
    return left;
  }

  /** False when the state breaks a rule, and that ends the search. */
  private takeUpNext(): boolean {
    const { visited, current, properties, unseen } = this;
    if (current === this.levelEnd) {
      this.depth++;
      this.ends.push(this.levelEnd);
      this.levelEnd = visited.count;
    }
    visited.load(current, this.m.words);
    properties.begin();
    if (this.breaks(current)) return false;
    for (let goal = unseen.length - 1; goal >= 0; goal--) if (properties.holds(unseen[goal]!)) unseen.splice(goal, 1);
    this.edges?.begin();
    const found = this.steps.each(this.fired, this.keep, this.seesAll || current === 0 ? undefined : visited.instance(current));
    this.transitions += found;
    if (found === 0) this.noteEnd(current);
    this.current++;
    if (visited.count > this.most) this.bound = BOUND.states(visited.count, this.most);
    else if (current % MEMORY_EVERY === 0 && this.bytes > this.memory) this.bound = BOUND.memory(this.bytes, this.memory);
    return true;
  }

  /** Whether a rule that the state breaks ends the search. */
  private breaks(state: number): boolean {
    const { properties, violations } = this;
    const { invariants } = this.m;
    for (let rule = 0; rule < invariants.length; rule++) {
      if (properties.holds(rule)) continue;
      violations[rule]!++;
      this.violation ??= { rule: invariants[rule]!.name, path: this.pathTo(state) };
      if (!this.goesOn) return true;
      this.visited.load(state, this.m.words); // the path, with symmetry, is found by running it
    }
    return false;
  }

  /** Nothing can happen in the state, which is the working state. */
  private noteEnd(state: number): void {
    const { state: s, config, words, mechanism } = this.m;
    const isEnd = mechanism.model.final?.(s, config) === true;
    if (!this.visited.isSame(state, words)) throw assigned(`'final' of ${mechanism.model.id}`);
    if (isEnd) return;
    this.deadlocks++;
    this.deadlock ??= this.pathTo(state);
  }

  private get levels(): number[] {
    const { visited, ends } = this;
    const all = ends.at(-1) === visited.count ? ends : [...ends, visited.count];
    return all.map((end, depth) => end - (all[depth - 1] ?? 0));
  }

  private get isExhausted(): boolean {
    return this.current === this.visited.count;
  }

  /** Whether something but the last state ended the search. */
  private get hasEnded(): boolean {
    return this.bound !== undefined || this.insisted || (this.violation !== undefined && !this.goesOn);
  }

  private get unchecked(): string | undefined {
    if (this.m.liveness.length === 0) return undefined;
    if (this.canon) return UNCHECKED.symmetric;
    if (!this.isExhausted) return UNCHECKED.partial;
    return this.lassos?.finished ? undefined : UNCHECKED.stopped;
  }

  private get bytes(): number {
    return this.visited.bytes + this.properties.bytes + this.steps.bytes + (this.edges?.bytes ?? 0);
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

  private pathTo(state: number): number[] {
    const path = this.visited.pathTo(state);
    return this.canon ? originalPath(this.m, this.canon, path) : path;
  }
}
