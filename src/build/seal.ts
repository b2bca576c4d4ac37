/**
 * The last thing that happens to a build: what is true of every file of the site, in one place.
 * The base path stands before every address, no page needs an inline style, each page carries a content security
 * policy that names its scripts by hash, the search index holds the records, and two builds are equal byte for byte.
 * Leaves out anything that only one page needs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sharedContent } from '../records/shared-reader.ts';
import { filesIn } from './files.ts';
import { citedNames } from '../facts/search/cited-names.ts';
import { siteHits } from '../facts/search/pages.ts';
import { recordHits } from '../facts/search/records.ts';
import { statementsIn } from '../facts/statements.ts';
import { searchedTexts } from '../mechanisms/searched-text.ts';
import { Styles, useDataAttributes } from './inline-styles.ts';
import { pageHeads } from './page-heads.ts';
import { sealPage } from './page.ts';
import { scriptsFor, type Chunk } from './preload.ts';
import { writeSearchIndex } from './search-index.ts';

/** `siteTitle` stands behind a bar in the title of every page. */
export function seal(siteTitle: string): AstroIntegration {
  let root = '';
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
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { entries, prose } = sharedContent(root);
        const titles = new Map(entries.systems.map(({ id, data }) => [id, data.title]));
        const hits = siteHits(pageHeads(folder, siteTitle), recordHits(entries), titles, await searchedTexts());
        await writeSearchIndex(folder, hits, citedNames(statementsIn(entries, prose)));
        const styles = new Styles();
        const scripts = (id: string) => scriptsFor(id, chunks).map((file) => base + file);
        const pages = filesIn(folder, '.html').map((path) => ({
          path,
          page: sealPage(readFileSync(path, 'utf8'), { base, styles, scripts }),
        }));
        const sheet = styles.write(folder, base);
        for (const { path, page } of pages) writeFileSync(path, page(sheet));
        useDataAttributes(filesIn(join(folder, '_astro'), '.css'), styles);
        logger.info(`sealed ${pages.length} pages, ${styles.size} style attributes moved to ${sheet}`);
      },
    },
  };
}
