/** All that running the models tells, as data, so that two processes can be compared. */
import { explore } from '../engine/explore.ts';
import { machine } from '../engine/machine.ts';
import { replay } from '../engine/replay.ts';
import { traceOf } from '../engine/trace.ts';
import { walk } from '../engine/walk.ts';
import { registry } from './registry.ts';

const STEPS = 40;
export const SEEDS = [1, 2, 3];

/** Of each model: how its scenarios end, a few walks with all their states, and what a search finds. */
export async function everyRun(): Promise<object[]> {
  const loaded = await Promise.all(Object.values(registry).map((load) => load()));
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
