/** What records and pages may name of each model: its checked sentences, scenarios, parameters and faults. */
import { readFileSync } from 'node:fs';
import { loadAllComplete } from './complete.ts';
import { shownNames } from './excerpt.ts';
import { stepsOf } from './moments.ts';

/** By the model's id. Throws an Error with a sentence for each model that is not complete: what records say of it could not be compared. */
export async function modelFacts() {
  const { mechanisms, broken } = await loadAllComplete();
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return new Map(
    mechanisms.map(({ model, scenarios, parameters, faults }) => [
      model.id,
      {
        properties: [...Object.keys(model.always), ...Object.keys(model.sometimes), ...Object.keys(model.eventually ?? {})],
        scenarios: Object.keys(scenarios),
        steps: new Map(Object.entries(scenarios).map(([name, it]) => [name, stepsOf(it)])),
        parameters: new Map(Object.entries(parameters)),
        faults: Object.keys(faults),
        declares: shownNames(readFileSync(new URL(`./${model.id}/model.ts`, import.meta.url), 'utf8')),
      },
    ]),
  );
}
