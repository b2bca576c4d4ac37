/** The models that a call names. One that cannot be loaded is an answer of its own, and hides no other. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { loadComplete } from '../../mechanisms/complete.ts';
import { isMechanism, mechanismIds } from '../../mechanisms/registry.ts';
import { clipped, WrongCall } from '../command/command.ts';
import { nearest } from '../../facts/nearest.ts';

/** A model, or why it cannot be loaded. */
export type Loaded = { readonly id: string } & ({ readonly mechanism: MechanismWithRuns } | { readonly problem: string });

/** One model, or all of them. Throws a WrongCall for an id that the registry does not have. */
export function loadModels(id: string | undefined): Promise<Loaded[]> {
  if (id !== undefined && !isMechanism(id)) {
    const near = nearest(clipped(id), mechanismIds);
    throw new WrongCall(
      `There is no model '${clipped(id)}' in src/mechanisms/registry.ts.${near === undefined ? '' : ` Did you mean '${near}'?`} There are ${mechanismIds.join(', ')}.`,
    );
  }
  return Promise.all((id === undefined ? mechanismIds : [id]).map(load));
}

async function load(id: string): Promise<Loaded> {
  try {
    return { id, mechanism: await loadComplete(id) };
  } catch (error) {
    return { id, problem: inWords(error) };
  }
}

/** The message of an error that a model's own code caused. */
export const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();
