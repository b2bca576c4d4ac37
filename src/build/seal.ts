/**
 * The last thing that happens to the pages of a build: what is true of every file of the site, in one place.
 * The base path stands before every address, no page needs an inline style, each page carries a content security
 * policy that names its scripts by hash, and two builds are equal byte for byte.
 * Leaves out anything that only one page needs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from './files.ts';
import { Styles, useDataAttributes } from './inline-styles.ts';
import { sealPage } from './page.ts';
import { scriptsFor, type Chunk } from './preload.ts';

export function seal(): AstroIntegration {
  let base = '/';
  let chunks: readonly Chunk[] = [];
  const keepChunks = {
    name: 'orrery-chunks',
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
    generateBundle(_: unknown, bundle: Readonly<Record<string, object>>) {
      chunks = Object.values(bundle).filter((it): it is Chunk => 'moduleIds' in it);
    },
  };
  return {
    name: 'orrery-seal',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [keepChunks] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const styles = new Styles();
        const scripts = (id: string) => scriptsFor(id, chunks).map((file) => base + file);
        const pages: { readonly path: string; readonly page: (sheet: string) => string }[] = [];
        for (const path of filesIn(folder, '.html')) {
          pages.push({ path, page: sealPage(readFileSync(path, 'utf8'), { base, styles, scripts }) });
          await setImmediate(); // what is handed to the index has its turn
        }
        const sheet = styles.write(folder, base);
        for (const { path, page } of pages) writeFileSync(path, page(sheet));
        useDataAttributes(filesIn(join(folder, '_astro'), '.css'), styles);
        logger.info(`sealed ${pages.length} pages, ${styles.size} style attributes moved to ${sheet}`);
      },
    },
  };
}
