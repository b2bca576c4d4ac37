/** The checked sentences of every model, for records that name them. */
import { loadAllComplete } from './complete.ts';

/** Throws an Error with a sentence for each model that is not complete: what records say of it could not be compared. */
export async function modelProperties(): Promise<Record<string, string[]>> {
  const { mechanisms, broken } = await loadAllComplete();
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return Object.fromEntries(
    mechanisms.map(({ model }) => [
      model.id,
      [...Object.keys(model.always), ...Object.keys(model.sometimes), ...Object.keys(model.eventually ?? {})],
    ]),
  );
}
