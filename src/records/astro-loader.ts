/** Hands the records to Astro, through the same reader that the checks and the commands use. */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readContent } from './reader.ts';
import type { CollectionName } from '../schemas/evidence.ts';

/** A loader for one collection; it reads again when a file below its folder changes. */
export function facts(collection: CollectionName): Loader {
  return {
    name: `orrery-${collection}`,
    load: async ({ store, parseData, generateDigest, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const load = async () => {
        store.clear();
        for (const { id, data, file } of readContent(root).entries[collection]) {
          const parsed = await parseData({ id, data: data as unknown as Record<string, unknown>, filePath: file });
          store.set({ id, data: parsed, filePath: file, digest: generateDigest(parsed) });
        }
      };
      await load();
      watcher?.on('change', (path) => {
        if (path.includes(`/src/content/${collection}/`)) void load();
      });
    },
  };
}
