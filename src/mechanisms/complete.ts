/** Whether a mechanism has all parts: what the compiler says of a model that is not type-checked before it is loaded. */
import type { MechanismWithRuns } from '../engine/language.ts';
import { loadMechanism, mechanismIds } from './registry.ts';

/** A model that cannot be used; the message is a sentence that names its file. */
class BrokenModel extends Error {}

/** A mechanism with its runs. Throws an Error with a sentence that names the file and what to do, also where its code cannot be loaded. */
export async function loadComplete(id: string): Promise<MechanismWithRuns> {
  let loaded: MechanismWithRuns;
  try {
    loaded = await loadMechanism(id);
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();
    throw new BrokenModel(`src/mechanisms/${id} cannot be loaded: ${why}`, { cause: error });
  }
  const missing = missingIn(id, loaded);
  if (missing !== undefined) throw new BrokenModel(missing);
  return loaded;
}

/** Every mechanism that is complete, and a sentence for each that is not. */
export async function loadAllComplete(): Promise<{
  readonly mechanisms: readonly MechanismWithRuns[];
  readonly broken: readonly string[];
}> {
  const loaded = await Promise.allSettled(mechanismIds.map(loadComplete));
  return {
    mechanisms: loaded.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])),
    broken: loaded.flatMap((it) => (it.status === 'rejected' ? [(it.reason as Error).message] : [])),
  };
}

/** What a model must say, and why. */
const parts = {
  id: 'its system and name',
  title: 'what the pages call it',
  actions: 'what can happen',
  always: 'what holds in every state',
  sometimes: "what holds in some state, because without it 'always' might be true of nothing",
} as const;

function missingIn(id: string, { model, scenarios, expect }: Partial<MechanismWithRuns>): string | undefined {
  const folder = `src/mechanisms/${id}`;
  if (!model) return `${folder}/model.ts has no model: end it with what 'mechanism(…).model({ … })' gives.`;
  const part = Object.keys(parts).find((name) => model[name as keyof typeof parts] === undefined);
  if (part !== undefined)
    return `${folder}/model.ts has no '${part}': add it, it says ${parts[part as keyof typeof parts]}. npm run check shows such mistakes with their line.`;
  if (model.id !== id) return `${folder}/model.ts calls itself '${model.id}': its id must be '${id}', as in src/mechanisms/registry.ts.`;
  if (!scenarios || !expect)
    return `${folder}/runs.ts has no '${scenarios ? 'expect' : 'scenarios'}': add it with withRuns, as the runs beside it do.`;
  return undefined;
}
