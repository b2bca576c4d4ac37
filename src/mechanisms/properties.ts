/** The checked sentences of every model, for records that name them. */
import { loadMechanisms } from './registry.ts';

export async function modelProperties(): Promise<Record<string, string[]>> {
  const mechanisms = await loadMechanisms();
  return Object.fromEntries(
    mechanisms.map(({ model }) => [
      model.id,
      [...Object.keys(model.always), ...Object.keys(model.sometimes), ...Object.keys(model.eventually ?? {})],
    ]),
  );
}
