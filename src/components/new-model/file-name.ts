/** The file in which a model is kept, by the id that it gives itself: `new-lock.ts` for `new/lock`. Other text gives `model.ts`. */
export function fileNameOf(text: string): string {
  const id = /\bid:\s*['"]([^'"\n]+)['"]/.exec(text)?.[1] ?? '';
  const name = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${name || 'model'}.ts`;
}
