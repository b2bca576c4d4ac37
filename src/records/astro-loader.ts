/** Hands the records to Astro, through the same reader that the checks and the commands use. */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { CollectionName } from '../schemas/evidence.ts';
import { contentFolder } from './content-files.ts';
import { changes, contentPath, sharedReader } from './shared-reader.ts';

/**
 * A loader for one collection. It reads again when a file below its folder is added, changed or taken out; while a file
 * of the collection cannot be read, the pages keep the records that they had.
 */
export function facts(collection: CollectionName): Loader {
  return {
    name: `orrery-${collection}`,
    load: async ({ store, parseData, generateDigest, config, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      const reader = sharedReader(root);
      const folder = `${contentFolder}/${collection}/`;
      const load = async (): Promise<void> => {
        const { entries, problems } = reader.read();
        if (problems.some(({ file }) => file.startsWith(folder))) return; // told by `build/validation.ts`
        const loaded = await Promise.all(
          entries[collection].map(async ({ id, data, file }) => {
            const parsed = await parseData({ id, data: { ...data }, filePath: file });
            return { id, data: parsed, filePath: file, digest: generateDigest(parsed) };
          }),
        );
        store.clear();
        for (const entry of loaded) store.set(entry);
        if (loaded.length > 0) return;
        // A collection that nothing was ever written to is taken for a misspelt one, with a warning each time it is read.
        store.set({ id: 'none', data: {} });
        store.delete('none');
      };
      await load();
      let last = Promise.resolve();
      for (const event of changes)
        watcher?.on(event, (path) => {
          const file = contentPath(root, path);
          if (file === undefined || !file.startsWith(folder)) return;
          reader.forget(file);
          // One after the other, so that an earlier state of the files never comes last.
          last = last.then(load).catch((error: unknown) => logger.error(String(error)));
        });
    },
  };
}
