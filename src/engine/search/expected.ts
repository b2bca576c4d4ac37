/** What a model expects of its searches, and whether what they find is that. Leaves out making them (check.ts). */
import type { Expect, ExpectLasso, ExpectViolation, Expected } from '../language/model.ts';
import type { Exploration } from './exploration.ts';

/** How a search ended: with a counterexample, with a promise that is not kept, or with all states. */
export type Found = Expect | ExpectViolation<string> | ExpectLasso<string>;
/** One of the searches that a model expects something of. */
export type ExpectedSearch = Expected<object, string, string>;

/** What `matches` looks at: an exploration, or what is left of one after it was sent. */
export type Ended = Pick<Exploration, 'states' | 'transitions' | 'depth' | 'exhaustive' | 'violation' | 'lasso' | 'deadlocks'>;

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
