/** Which models a system has, and the catalogue of all: what each claims to stand for, and what the build found. */
import type { Basis } from '../../engine/language.ts';
import { loadMechanism, mechanismIds } from '../../mechanisms/registry.ts';
import { checkedModel } from './verdicts.ts';

/** The ids of a system's models, in the order of the registry. */
export const modelsOf = (system: string): string[] => mechanismIds.filter((id) => id.startsWith(`${system}/`));

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly basis: Basis;
  readonly standsFor: string;
  readonly states: number;
  readonly transitions: number;
  readonly faults: number;
  /** Undefined when every property holds in every state. */
  readonly wrong: string | undefined;
}

export async function catalogueOf(system: string): Promise<CatalogueEntry[]> {
  return Promise.all(modelsOf(system).map(entryOf));
}

export async function entryOf(id: string): Promise<CatalogueEntry> {
  const { model, faults, about } = await loadMechanism(id);
  const { states, transitions, exhaustive, violation, lasso, deadlock } = await checkedModel(id);
  const violated = violation?.rule ?? lasso?.property;
  const wrong =
    violated !== undefined ? `violated: ${violated}` : deadlock ? 'it gets stuck' : exhaustive ? undefined : 'not explored to the end';
  return {
    id,
    title: model.title,
    basis: about.basis,
    standsFor: about.standsFor,
    states,
    transitions,
    faults: Object.keys(faults).length,
    wrong,
  };
}
