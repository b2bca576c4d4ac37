/** What a model expects of its searches, beside what they find. */
import { explore, type Exploration, type ExploreOptions } from './explore.ts';
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

/** Searches as `search`, one of the model's `expect`, says. A configuration that does not exist throws a RangeError. */
export function check(mechanism: Mechanism, search: ExpectedSearch, options: Omit<ExploreOptions, 'canon'> = {}): Checked {
  const { with: config, symmetric, ...expected } = search;
  const m = machine(mechanism, config);
  const exploration = explore(m, { ...options, canon: symmetric ? canonical(m) : undefined });
  const found = foundBy(exploration);
  const agrees = Object.entries(expected).every(([name, value]) => (found as unknown as Record<string, unknown>)[name] === value);
  return {
    expected,
    found,
    agrees,
    gaps: isFaulty(m) ? [] : [...stops(exploration), ...(config ? [] : unseen(m, exploration))],
    exploration,
  };
}

/** The end of a search in the form of `expect`. */
function foundBy({ violation, lasso, states, transitions, depth }: Exploration): Found {
  if (violation) return { violates: violation.rule, steps: violation.path.length };
  if (lasso) return { violates: lasso.property, stem: lasso.stem.length, loop: lasso.loop.length };
  return { states, transitions, depth };
}

const isFaulty = ({ mechanism, config }: Machine) => Object.keys(mechanism.faults).some((name) => config[name]);

const stops = ({ deadlock, exhaustive, violation }: Exploration): string[] => [
  ...(exhaustive || violation ? [] : ['The search did not take up every state.']),
  ...(deadlock ? [`Nothing can happen after ${deadlock.length} steps, and that is no end.`] : []),
];

/** A parameter that is turned may well rule something out, so this is asked at the usual configuration only. */
function unseen({ mechanism, reachable: goals }: Machine, { fired, seen }: Exploration): string[] {
  const actions = Object.entries(mechanism.model.actions) as [string, { readonly fault?: string }][];
  return [
    ...actions.flatMap(([name, { fault }]) => (fault === undefined && fired[name] === 0 ? [`'${name}' never happens.`] : [])),
    ...goals.flatMap(({ name }) => (seen.includes(name) ? [] : [`It is never so that ${name}.`])),
  ];
}
