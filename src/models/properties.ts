/** The checked sentences of every model, for records that name them. */
import { registry } from './registry.ts';

export async function modelProperties(): Promise<Record<string, string[]>> {
  const pairs = Object.entries(registry).map(async ([id, load]): Promise<[string, string[]]> => {
    const { model } = await load();
    return [id, [...Object.keys(model.always), ...Object.keys(model.sometimes), ...Object.keys(model.eventually ?? {})]];
  });
  return Object.fromEntries(await Promise.all(pairs));
}
