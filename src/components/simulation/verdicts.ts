/** What the build itself found when it checked a model, so that a page claims nothing that was not run. */
import { type Exploration, explore, machine } from '../../engine/checker.ts';
import { loadMechanism } from '../../mechanisms/registry.ts';

/** What of an exploration a page tells; all of it can be cloned. */
export interface CheckedModel extends Pick<Exploration, 'states' | 'transitions' | 'depth' | 'exhaustive' | 'seen'> {
  /** The rule that a state breaks, or the property that a lasso does. */
  readonly violated: string | undefined;
  readonly isStuck: boolean;
}

const key = Symbol.for('orrery.checked-models');
type Holder = typeof globalThis & { [key]?: Map<string, Promise<CheckedModel>> };

/** Every reachable state of a model in its usual configuration; each model is explored once a thread. */
export function checkedModel(model: string): Promise<CheckedModel> {
  const checked = ((globalThis as Holder)[key] ??= new Map());
  const known = checked.get(model);
  if (known) return known;
  const found = loadMechanism(model).then((mechanism) => toldOf(explore(machine(mechanism))));
  checked.set(model, found);
  return found;
}

const toldOf = ({ states, transitions, depth, exhaustive, seen, violation, lasso, deadlock }: Exploration): CheckedModel => ({
  states,
  transitions,
  depth,
  exhaustive,
  seen,
  violated: violation?.rule ?? lasso?.property,
  isStuck: deadlock !== undefined,
});

/** Takes over what another thread found, so that this one need not explore. */
export const takeChecked = (models: ReadonlyMap<string, CheckedModel>): void => {
  (globalThis as Holder)[key] = new Map([...models].map(([id, it]) => [id, Promise.resolve(it)]));
};

/** Whether a property holds in every reachable state. Throws if the search was not exhaustive, because then it says nothing. */
export async function verdictOf(model: string, property: string): Promise<{ readonly holds: boolean; readonly states: number }> {
  const { states, exhaustive, violated, seen } = await checkedModel(model);
  if (violated === property) return { holds: false, states };
  if (!exhaustive) throw new Error(`${model} was not explored to the end: no verdict on '${property}'`);
  const mechanism = await loadMechanism(model);
  const goal = Object.hasOwn(mechanism.model.sometimes, property);
  return { holds: !goal || seen.includes(property), states };
}
