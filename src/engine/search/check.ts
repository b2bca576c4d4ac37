/** What a model expects of its searches, beside what they find. */
import { explore } from './explore.ts';
import type { Exploration, ExploreOptions } from './exploration.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Expect, ExpectLasso, ExpectViolation, Expected, Mechanism } from '../language/model.ts';
import { canonical } from '../symmetry/symmetry.ts';

/** How a search ended: with a counterexample, with a promise that is not kept, or with all states. */
export type Found = Expect | ExpectViolation<string> | ExpectLasso<string>;
/** One of the searches that a model expects something of. */
export type ExpectedSearch = Expected<object, string, string>;

export interface Checked {
  readonly expected: Found;
  readonly found: Found;
  readonly agrees: boolean;
  /** What else is wrong with a search without faults: a deadlock; and at the usual configuration an action or a goal that is never seen. Sentences. */
  readonly gaps: readonly string[];
  readonly exploration: Exploration;
}

/** What `matches` looks at: an exploration, or what is left of one after it was sent. */
export type Ended = Pick<Exploration, 'states' | 'transitions' | 'depth' | 'exhaustive' | 'violation' | 'lasso' | 'deadlocks'>;

/** Searches as `search`, one of the model's `expect`, says. A configuration that does not exist throws a RangeError. */
export function check(mechanism: Mechanism, search: ExpectedSearch, options: Omit<ExploreOptions, 'canon'> = {}): Checked {
  const { with: config, symmetric, ...expected } = search;
  const m = machine(mechanism, config);
  const exploration = explore(m, { ...options, canon: symmetric ? canonical(m) : undefined });
  return {
    expected,
    found: foundBy(exploration),
    agrees: matches(expected, exploration),
    gaps: isFaulty(m) ? [] : [...stops(expected, exploration), ...(config ? [] : unseen(m, exploration))],
    exploration,
  };
}

/** Whether a search found what is expected of it, to the last state. Deadlocks are compared when they are expected. */
export function matches(expected: Found, ended: Ended): boolean {
  const { states, transitions, depth, exhaustive, violation, lasso, deadlocks } = ended;
  if ('stem' in expected)
    return lasso?.property === expected.violates && lasso.stem.length === expected.stem && lasso.loop.length === expected.loop;
  if ('violates' in expected) return violation?.rule === expected.violates && violation.path.length === expected.steps;
  if (!exhaustive || violation || lasso) return false;
  const isAsMany = states === expected.states && transitions === expected.transitions && depth === expected.depth;
  return isAsMany && (expected.deadlocks === undefined || deadlocks === expected.deadlocks);
}

/** The end of a search in the form of `expect`. */
export function foundBy({ violation, lasso, states, transitions, depth, deadlocks }: Omit<Ended, 'exhaustive'>): Found {
  if (violation) return { violates: violation.rule, steps: violation.path.length };
  if (lasso) return { violates: lasso.property, stem: lasso.stem.length, loop: lasso.loop.length };
  return { states, transitions, depth, ...(deadlocks > 0 && { deadlocks }) };
}

const isFaulty = ({ mechanism, config }: Machine) => Object.keys(mechanism.faults).some((name) => config[name]);

const stops = (expected: Found, { deadlock, exhaustive, violation, bound }: Exploration): string[] => [
  ...(exhaustive || violation ? [] : [`The search did not take up every state.${bound === undefined ? '' : ` ${bound}`}`]),
  ...(deadlock && !('deadlocks' in expected) ? [`Nothing can happen after ${deadlock.length} steps, and that is no end.`] : []),
];

/** A parameter that is turned may well rule something out, so this is asked at the usual configuration only. */
function unseen({ mechanism, reachable: goals }: Machine, { fired, seen }: Exploration): string[] {
  const actions = Object.entries(mechanism.model.actions) as [string, { readonly fault?: string }][];
  return [
    ...actions.flatMap(([name, { fault }]) => (fault === undefined && fired[name] === 0 ? [`'${name}' never happens.`] : [])),
    ...goals.flatMap(({ name }) => (seen.includes(name) ? [] : [`It is never so that ${name}.`])),
  ];
}
