/** A moment of a run: the state after so many steps of a scenario, with its settings, and how it was reached. */
import { begin, follow, instanceOf, type Machine, machine, type Snapshot } from '../engine/checker.ts';
import type { MechanismWithRuns, PictureMoment } from '../engine/language.ts';

export interface Moment {
  readonly m: Machine;
  /** The instances that were taken. */
  readonly log: readonly number[];
  readonly at: Snapshot;
}

/** How many steps of a scenario can be taken: all, or all but the last where that is refused. */
export const stepsOf = ({ steps, ends }: MechanismWithRuns['scenarios'][string]): number =>
  typeof ends === 'object' && 'refused' in ends ? steps.length - 1 : steps.length;

/** Throws an Error that says what is not there: the scenario, or a step that can be taken. */
export function momentOf({ scenarios, ...mechanism }: MechanismWithRuns, { scenario, step }: PictureMoment): Moment {
  const told = Object.hasOwn(scenarios, scenario) ? scenarios[scenario]! : undefined;
  if (!told) throw new Error(`there is no scenario '${scenario}'; there are ${Object.keys(scenarios).join(', ')}`);
  if (!Number.isInteger(step) || step < 0 || step > told.steps.length)
    throw new Error(`'${scenario}' has ${told.steps.length} steps, not ${step}`);
  const m = machine(mechanism, told.with);
  const log: number[] = [];
  let at = begin(m);
  for (const each of told.steps.slice(0, step)) {
    const instance = instanceOf(m, each);
    const next = follow(m, at, instance);
    if ('because' in next) throw new Error(`step ${step} of '${scenario}' is refused: ${next.because.join(', ')}`);
    log.push(instance);
    at = next;
  }
  return { m, log, at };
}
