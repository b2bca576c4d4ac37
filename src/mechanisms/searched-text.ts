/** What the search reads of each simulation: what it shows and leaves out, the sentences of its properties and faults, what it stands for. */
import { loadMechanisms } from './registry.ts';

/** By the address of the simulation's page. */
export async function searchedTexts(): Promise<Map<string, string>> {
  const mechanisms = await loadMechanisms();
  return new Map(
    mechanisms.map(({ model, faults, about }) => {
      const sentences = [model.always, model.sometimes, model.eventually ?? {}, faults].flatMap((it) => Object.keys(it));
      const said = [about.shows, about.leavesOut, ...sentences, about.standsFor].map(
        (it) => `${it.charAt(0).toUpperCase()}${it.slice(1)}.`,
      );
      return [`/simulations/${model.id}/`, said.join(' ')];
    }),
  );
}
