/**
 * The search index of a build: of the pages and of the records. Another process makes it, so it is begun as soon as the pages are there and
 * waited for as late as can be.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { citedNames } from '../facts/search/cited-names.ts';
import { siteHits } from '../facts/search/pages.ts';
import { recordHits } from '../facts/search/records.ts';
import { statementsIn } from '../facts/statements.ts';
import { searchedTexts } from '../mechanisms/searched-text.ts';
import { sharedContent } from '../records/shared-reader.ts';
import { pageHeads } from './page-heads.ts';
import { beginSearchIndex } from './search-index.ts';

/** `siteTitle` stands behind a bar in the title of every page. What stands between the two in the list of integrations is done meanwhile. */
export function search(siteTitle: string): { readonly begins: AstroIntegration; readonly ends: AstroIntegration } {
  let root = '';
  let index: { readonly written: Promise<void> } | undefined;
  return {
    begins: {
      name: 'orrery-search',
      hooks: {
        'astro:config:done': ({ config }) => {
          root = fileURLToPath(config.root);
        },
        'astro:build:done': async ({ dir }) => {
          const folder = fileURLToPath(dir);
          const { entries, prose } = sharedContent(root);
          const titles = new Map(entries.systems.map(({ id, data }) => [id, data.title]));
          const hits = siteHits(pageHeads(folder, siteTitle), recordHits(entries), titles, await searchedTexts());
          index = await beginSearchIndex(folder, hits, citedNames(statementsIn(entries, prose)));
        },
      },
    },
    ends: { name: 'orrery-search-ends', hooks: { 'astro:build:done': () => index?.written } },
  };
}
