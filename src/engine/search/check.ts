/** A search that a model expects something of, made, and what it found beside what was expected. */
import { explore } from './explore.ts';
import type { Exploration, ExploreOptions } from './exploration.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { foundBy, matches, type ExpectedSearch, type Found } from './expected.ts';
import { canonical } from '../symmetry/symmetry.ts';

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
  return {
    expected,
    found: foundBy(exploration),
    agrees: matches(expected, exploration),
    gaps: isFaulty(m) ? [] : [...stops(expected, exploration), ...(config ? [] : unseen(m, exploration))],
    exploration,
  };
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
