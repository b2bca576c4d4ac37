/** The mechanism that a worker of the package works on: the module whose address is the worker's name exports it as `runs`. */
import type { MechanismWithRuns } from '../../../src/engine/language.ts';

export async function runsOfName(): Promise<MechanismWithRuns> {
  const { runs } = (await import(/* @vite-ignore */ self.name)) as { readonly runs?: MechanismWithRuns };
  if (!runs) throw new Error(`${self.name} exports no 'runs'`);
  return runs;
}
