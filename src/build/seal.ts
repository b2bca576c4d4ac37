/**
 * The last thing that happens to a build: what is true of every file of the site, in one place.
 * The base path stands before every address, no page needs an inline style, each page carries a content security
 * policy that names its scripts by hash, the search index holds the records, and two builds are equal byte for byte.
 * Leaves out anything that only one page needs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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

interface ReadPage {
  readonly path: string;
  readonly page: (sheet: string) => string;
}

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
        const styles = new Styles();
        const scripts = (id: string) => scriptsFor(id, chunks).map((file) => base + file);
        // The index is made by another process while the pages are read here; none is written before both are done.
        const [pages] = await Promise.all([
          readPages(folder, (html) => sealPage(html, { base, styles, scripts })),
          writeSearchIndex(folder, hits, citedNames(statementsIn(entries, prose))),
        ]);
        const sheet = styles.write(folder, base);
        for (const { path, page } of pages) writeFileSync(path, page(sheet));
        useDataAttributes(filesIn(join(folder, '_astro'), '.css'), styles);
        logger.info(`sealed ${pages.length} pages, ${styles.size} style attributes moved to ${sheet}`);
      },
    },
  };
}

/** Each page with what makes its sealed text of the address of the sheet; others get their turn between two pages. */
async function readPages(folder: string, seal: (html: string) => ReadPage['page']): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (const path of filesIn(folder, '.html')) {
    pages.push({ path, page: seal(readFileSync(path, 'utf8')) });
    await setImmediate();
  }
  return pages;
}
