/** What a search is asked, and what it says. Types, and the sentences for what it leaves out. */
import type { StepSource } from '../learning/steps.ts';
import type { PropertyCache } from '../learning/property-cache.ts';
import type { Lasso } from '../liveness/liveness.ts';
import type { Canon } from '../symmetry/symmetry.ts';

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** The liveness property that is being looked at, when every state has been taken up. */
  readonly property: string | undefined;
}

export interface SearchOptions {
  /** Gives up when more states than this have been found. */
  readonly most?: number;
  /** Gives up when more bytes than this have been reserved. */
  readonly memory?: number;
  /** Counts states that differ only in the order of alike rows once: `canonical(machine)`. Leaves `eventually` unchecked. */
  readonly canon?: Canon | undefined;
  /** Goes on after a violation, and counts them. */
  readonly pastViolations?: boolean;
  /** Where steps come from; without it, from what is learnt of the machine. */
  readonly steps?: StepSource;
  /** Where the answers come from whether the invariants and, after them, the reachability properties hold; likewise. */
  readonly properties?: Pick<PropertyCache, 'begin' | 'holds' | 'bytes'>;
}
export interface ExploreOptions extends SearchOptions {
  /** Called about every 20,000 states. */
  readonly progress?: (progress: Progress) => void;
}

export interface Exploration extends Omit<Progress, 'property'> {
  /** Every reachable state was taken up; false after a violation that ended it, at a bound and when it was stopped. */
  readonly exhaustive: boolean;
  /** The bound that ended it, as a sentence; what was found by then is kept. */
  readonly bound: string | undefined;
  /** How many transitions each action made. */
  readonly fired: Readonly<Record<string, number>>;
  /** The `sometimes` properties that held somewhere. */
  readonly seen: readonly string[];
  /** The first rule that broke, and the instances of a shortest way there: a run of the model as written, with `canon` too. */
  readonly violation: { readonly rule: string; readonly path: readonly number[] } | undefined;
  /** In how many states each rule is broken: at most one of them in one, unless the search went on after it. */
  readonly violations: Readonly<Record<string, number>>;
  /** The instances of a shortest way to a state where nothing can happen and that is no end. */
  readonly deadlock: readonly number[] | undefined;
  /** How many such states there are. */
  readonly deadlocks: number;
  /** A fair run on which an `eventually` property does not hold. */
  readonly lasso: Lasso | undefined;
  /** Why the `eventually` properties were not checked; undefined when they were, or when there are none. */
  readonly unchecked: string | undefined;
  /** How many states are first reached after so many steps; the first one is the initial state. */
  readonly levels: readonly number[];
  /** Memory that was reserved for the states, for the edges when they were needed, and for what was learnt of the model. */
  readonly bytes: number;
  /** Puts each state found, in order, into the working state. */
  each(visit: () => void): void;
}

/** Why the `eventually` properties were not checked. */
export const UNCHECKED = {
  symmetric: '"Eventually" is not checked together with symmetry: a loop of states in canonical form need not be a loop of the model.',
  partial: '"Eventually" is not checked, because the search did not take up every state.',
  stopped: '"Eventually" is not checked to its end, because the search was stopped.',
};

/** The sentences for the bounds. */
export const BOUND = {
  states: (found: number, most: number): string => `The search ended at its bound of ${most} states: it has found ${found}.`,
  memory: (bytes: number, most: number): string => `The search ended at its bound of ${most} bytes of memory: it has reserved ${bytes}.`,
  none: (why: string): string => `The search ended because memory ran out. ${why}`,
};
