/** A counterexample as a run: a document, and sentences. */
import { machine, traceOf, type Exploration } from '../../engine/checker.ts';
import type { Mechanism } from '../../engine/language.ts';
import type { Settings } from './settings.ts';

export type Counterexample = ReturnType<typeof traceOf>;

/** The run that a search ended with; undefined when it found neither a broken rule, nor a promise that is not kept, nor a deadlock. */
export function counterexampleOf(
  mechanism: Mechanism,
  settings: Settings,
  { violation, lasso, deadlock }: Exploration,
): Counterexample | undefined {
  const log = violation?.path ?? (lasso ? [...lasso.stem, ...lasso.loop] : deadlock);
  if (log === undefined) return undefined;
  const loops = violation === undefined && lasso !== undefined && lasso.loop.length > 0;
  return traceOf(machine(mechanism, settings), log, loops ? lasso.stem.length : undefined);
}

/** One line for each step, and where the rest repeats. */
export function sentencesOf({ steps, loop }: Counterexample): string[] {
  if (steps.length === 0) return ['    already at the start'];
  return steps.flatMap(({ says }, i) => [...(i === loop ? ['    from here for ever:'] : []), `    ${String(i + 1).padStart(4)} ${says}`]);
}
