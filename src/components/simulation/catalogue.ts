/** Which models a system has, and the catalogue of all: what each claims to stand for, and what the build found. */
import type { Basis, Group } from '../../engine/language.ts';
import { loadMechanism, mechanismIds } from '../../mechanisms/registry.ts';
import { checkedModel } from './verdicts.ts';

/** The ids of a system's models, in the order of the registry. */
export const modelsOf = (system: string): string[] => mechanismIds.filter((id) => id.startsWith(`${system}/`));

/** What the questions of a group have in common, as a heading. */
export const groupTitles: Readonly<Record<Group, string>> = {
  access: 'Who may touch what',
  turns: 'Who runs, and when',
  messages: 'Who hears what',
  lasting: 'What stays, and what is lost',
};

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** One sentence that ends with a question mark. */
  readonly question: string;
  readonly group: Group;
  readonly basis: Basis;
  readonly standsFor: string;
  readonly states: number;
  readonly transitions: number;
  readonly faults: number;
  /** Undefined when every property holds in every state. */
  readonly wrong: string | undefined;
}

/** `4 ways to break it`. */
export const waysToBreak = ({ faults }: Pick<CatalogueEntry, 'faults'>): string =>
  `${faults === 1 ? 'one way' : `${faults} ways`} to break it`;

export async function catalogueOf(system: string): Promise<CatalogueEntry[]> {
  return Promise.all(modelsOf(system).map(entryOf));
}

export async function entryOf(id: string): Promise<CatalogueEntry> {
  const { model, faults, about } = await loadMechanism(id);
  const { states, transitions, exhaustive, violated, isStuck } = await checkedModel(id);
  const wrong =
    violated !== undefined ? `violated: ${violated}` : isStuck ? 'it gets stuck' : exhaustive ? undefined : 'not explored to the end';
  return {
    id,
    title: model.title,
    question: about.question,
    group: about.group,
    basis: about.basis,
    standsFor: about.standsFor,
    states,
    transitions,
    faults: Object.keys(faults).length,
    wrong,
  };
}
