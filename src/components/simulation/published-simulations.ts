/** The models as records of the public interface: what each claims, and what the build found. */
import { loadMechanism, mechanismIds } from '../../mechanisms/registry.ts';
import { checkedModel, verdictOf } from './verdicts.ts';

/** Sorted by id; `prefix` is the base path without its last slash. */
export async function publishedSimulations(prefix: string): Promise<object[]> {
  return Promise.all(mechanismIds.toSorted().map((id) => one(id, prefix)));
}

async function one(id: string, prefix: string): Promise<object> {
  const { model, faults, about } = await loadMechanism(id);
  const { states, transitions, depth, exhaustive } = await checkedModel(id);
  const properties = [
    ...Object.keys(model.always).map((says) => ({ says, kind: 'always' as const })),
    ...Object.keys(model.eventually ?? {}).map((says) => ({ says, kind: 'eventually' as const })),
    ...Object.keys(model.sometimes).map((says) => ({ says, kind: 'sometimes' as const })),
  ];
  return {
    id,
    url: `${prefix}/simulations/${id}/`,
    title: model.title,
    system: id.split('/')[0],
    basis: about.basis,
    properties: await Promise.all(properties.map(async (it) => ({ ...it, holds: (await verdictOf(id, it.says)).holds }))),
    faults: Object.values(faults).map((fault) => (typeof fault === 'string' ? fault : fault.doc)),
    checked: { states, transitions, depth, exhaustive },
  };
}
