/** The real files of the models as text, so that what a page shows is what runs. For the build alone. */

const files = import.meta.glob<string>(['../../models/*/*.ts', '!../../models/*/*.test.ts'], { query: '?raw', import: 'default' });

/** Where a model lies in the repository. */
export const fileOf = (id: string): string => `src/models/${id}.ts`;

/** Throws when there is no such file: an id is its folder and its file. */
export async function sourceOf(id: string): Promise<string> {
  const load = files[`../../models/${id}.ts`];
  if (!load) throw new Error(`there is no ${fileOf(id)}: the id of a model is its folder and its file`);
  return load();
}
