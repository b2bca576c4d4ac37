/** Builds the search index from the prose pages and from the records, so that a hit lands on the record itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../facts/search-records.ts';

/** Writes `<folder>/pagefind/`. Throws with Pagefind's own words when it refuses something. */
export async function writeSearchIndex(folder: string, records: readonly SearchRecord[]): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  refuse((await index.addDirectory({ path: folder })).errors);
  for (const { address, title, text, kind, system, systemTitle } of records) {
    const meta = { title, kind, ...(systemTitle ? { system: systemTitle } : {}) };
    const filters = { kind: [kind], ...(system ? { system: [systemTitle ?? system] } : {}) };
    refuse((await index.addCustomRecord({ url: address, content: `${title}. ${text}`, language: 'en', meta, filters })).errors);
  }
  const { files, errors: unwritten } = await index.getFiles();
  refuse(unwritten);
  for (const { path, content } of files.filter((it) => isNeeded(it.path))) {
    const to = join(folder, 'pagefind', path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  await close();
}

/** Pagefind's ready-made interfaces are not used here: the search element talks to `pagefind.js`. */
const isNeeded = (path: string): boolean => !/-ui\.|component|highlight|modular/.test(path);

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
