/**
 * What is added to a site that knows its own address: a card for each page, for whoever shows a link to it, and robots.txt with
 * the place of the sitemap. Without an address nothing is drawn, and nothing is loaded that draws.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardAddress, type Card } from '../exports/cards/card.ts';
import { addressBelow } from '../exports/address-below.ts';
import { find, type Entries } from '../facts/entries.ts';
import { systemOfPage } from '../facts/page-file.ts';
import { canonicalPage } from '../facts/site-pages.ts';
import { sharedContent } from '../records/shared-reader.ts';
import { palette } from '../styles/palette.ts';
import { cardWords } from './card-words.ts';
import { filesIn } from './files.ts';

/** Lets every reader in; a page that is not to be listed says so itself, and must be read for that. */
const robots = (sitemap: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;

/** Whether a page of this site has an entry of its own in the sitemap, and a card; `page` is root-relative, without the base path. */
export const isListed = (page: string): boolean => !page.startsWith('/404') && canonicalPage(page) === page;

export function publicAddress(): AstroIntegration {
  let root = '';
  let site: string | undefined;
  let base = '/';
  return {
    name: 'orrery-public-address',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        ({ site, base } = config);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (site === undefined) return;
        const folder = fileURLToPath(dir);
        const address = addressBelow(base, site);
        writeFileSync(join(folder, 'robots.txt'), robots(address('/sitemap-index.xml')));
        const cards = cardsOf(folder, sharedContent(root).entries, address);
        await drawCards(folder, cards, colours(root));
        logger.info(`drew ${cards.size} cards`);
      },
    },
  };
}

/** The card of every page of a built site, by the page. */
function cardsOf(folder: string, entries: Entries, address: (page: string) => string): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>();
  for (const file of filesIn(folder, '.html')) {
    const page = `/${relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '')}`;
    if (!isListed(page)) continue;
    const system = find(entries, 'systems', systemOfPage(page, entries) ?? '');
    cards.set(page, {
      ...cardWords(readFileSync(file, 'utf8'), page),
      system: system && { id: system.id, title: system.data.title },
      address: address(page).replace(/^https?:\/\//, ''),
    });
  }
  return cards;
}

/** Writes them where the pages say that they are. */
async function drawCards(folder: string, cards: ReadonlyMap<string, Card>, colour: (token: string) => string): Promise<void> {
  const { CardPainter } = await import('../exports/cards/render.ts');
  const painter = await CardPainter.with(colour);
  const drawn = [...cards].map(async ([page, card]) => {
    const file = join(folder, cardAddress(page));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await painter.png(card));
  });
  await Promise.all(drawn);
}

const colours = (root: string) => {
  const styles = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8');
  return palette(styles('tokens.css'), 'dark', styles('accents.css'));
};
