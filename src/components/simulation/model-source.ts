/** The real files of the models as text, so that what a page shows is what runs. For the build alone. */

const files = import.meta.glob<string>('../../mechanisms/*/*/{model,runs}.ts', { query: '?raw', import: 'default' });

/** Where the specification of a model lies in the repository, and where its runs do. */
export const fileOf = (id: string): string => `src/mechanisms/${id}/model.ts`;
export const runsFileOf = (id: string): string => `src/mechanisms/${id}/runs.ts`;

/** The text of one of the two. Throws when there is no such file: an id is its folder and its file. */
export async function sourceOf(file: string): Promise<string> {
  const load = files[file.replace(/^src/, '../..')];
  if (!load) throw new Error(`there is no ${file}: the id of a model is its folder and its file`);
  return load();
}
