/** What the build itself found when it checked a model, so that a page claims nothing that was not run. */
import { type Exploration, explore, machine } from '../../engine/checker.ts';
import { loadMechanism } from '../../mechanisms/registry.ts';

const checked = new Map<string, Promise<Exploration>>();

/** Every reachable state of a model in its usual configuration; each model is explored once a build. */
export function checkedModel(model: string): Promise<Exploration> {
  const known = checked.get(model);
  if (known) return known;
  const found = loadMechanism(model).then((mechanism) => explore(machine(mechanism)));
  checked.set(model, found);
  return found;
}

/** Whether a property holds in every reachable state. Throws if the search was not exhaustive, because then it says nothing. */
export async function verdictOf(model: string, property: string): Promise<{ readonly holds: boolean; readonly states: number }> {
  const { states, exhaustive, violation, lasso, seen } = await checkedModel(model);
  if (violation?.rule === property || lasso?.property === property) return { holds: false, states };
  if (!exhaustive) throw new Error(`${model} was not explored to the end: no verdict on '${property}'`);
  const mechanism = await loadMechanism(model);
  const goal = Object.hasOwn(mechanism.model.sometimes, property);
  return { holds: !goal || seen.includes(property), states };
}
