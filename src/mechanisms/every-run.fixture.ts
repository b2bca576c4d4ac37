/** All that running the models tells, as data, so that two processes can be compared. */
import { explore, machine, replay, traceOf, walk } from '../engine/checker.ts';
import { loadMechanisms } from './registry.ts';

const STEPS = 40;
export const SEEDS = [1, 2, 3];

/** Of each model: how its scenarios end, a few walks with all their states, and what a search finds. */
export async function everyRun(): Promise<object[]> {
  const loaded = await loadMechanisms();
  return loaded.map((of) => {
    const m = machine(of);
    const { states, transitions, depth, fired, seen } = explore(m);
    return {
      id: of.model.id,
      replays: Object.values(of.scenarios).map((scenario) => replay(of, scenario)),
      walks: SEEDS.map((seed) => traceOf(m, walk(m, { seed, steps: STEPS }).log)),
      search: { states, transitions, depth, fired, seen },
    };
  });
}
