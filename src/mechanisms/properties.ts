/** What records and pages may name of each model: its checked sentences, scenarios, parameters and faults. */
import { loadMechanisms } from './registry.ts';

/** By the model's id. */
export async function modelProperties() {
  const mechanisms = await loadMechanisms();
  return new Map(
    mechanisms.map(({ model, scenarios, parameters, faults }) => [
      model.id,
      {
        properties: [...Object.keys(model.always), ...Object.keys(model.sometimes ?? {}), ...Object.keys(model.eventually ?? {})],
        scenarios: Object.keys(scenarios),
        parameters: new Map(Object.entries(parameters)),
        faults: Object.keys(faults),
      },
    ]),
  );
}
