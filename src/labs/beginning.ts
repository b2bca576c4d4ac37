/** Where a lab begins: the machine at its settings, and the moment from which the reader goes on. */
import { begin, candidateOf, follow, instanceOf, machine, type Machine, type Snapshot } from '../engine/checker.ts';
import type { MechanismWithRuns } from '../engine/language.ts';
import type { Lab, LabSettings } from '../schemas/labs.ts';
import type { Path } from './bench.ts';

export interface Beginning {
  readonly m: Machine;
  readonly settings: LabSettings;
  /** The steps of the scenario that were done before. */
  readonly path: Path;
  readonly at: Snapshot;
}

/** `also`: settings beside those of the lab. A scenario, a step or a setting that does not exist throws a RangeError. */
export function beginningOf(lab: Lab, mechanism: MechanismWithRuns, also: LabSettings = {}): Beginning {
  const scenario = scenarioOf(lab, mechanism);
  const settings = { ...(scenario?.with as LabSettings | undefined), ...lab.with, ...also };
  const m = machine(mechanism, settings);
  const path = (scenario?.steps ?? []).slice(0, lab.from?.step ?? 0).map((step) => instanceOf(m, step));
  const { moments, refused } = followed(m, begin(m), path);
  if (refused) throw new RangeError(`'${lab.from?.scenario}' cannot be played so far: ${refused.because.join('; ')}.`);
  return { m, settings, path, at: moments.at(-1)! };
}

function scenarioOf({ from }: Lab, { scenarios, model }: MechanismWithRuns) {
  if (from === undefined) return undefined;
  const scenario = Object.hasOwn(scenarios, from.scenario) ? scenarios[from.scenario] : undefined;
  if (!scenario) throw new RangeError(`${model.id} has no scenario '${from.scenario}'.`);
  return scenario;
}

/** The steps of a record by their instances. One that does not exist throws a RangeError. */
export const instancesOf = (m: Machine, steps: readonly object[]): number[] => steps.map((step) => instanceOf(m, step));

export interface Followed {
  /** Where it began, and the moment after each step. */
  readonly moments: readonly Snapshot[];
  readonly refused: { readonly step: number; readonly says: string; readonly because: readonly string[] } | undefined;
}

/** Follows a run until a step is refused. */
export function followed(m: Machine, from: Snapshot, path: Path): Followed {
  const moments = [from];
  for (const [step, instance] of path.entries()) {
    const next = follow(m, moments.at(-1)!, instance);
    if ('because' in next) return { moments, refused: { step, says: candidateOf(m, instance).says, because: next.because } };
    moments.push(next);
  }
  return { moments, refused: undefined };
}
