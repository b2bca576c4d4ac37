/**
 * The books: of each system one page with all its pages of prose, for paper. The route (`pages/systems/[system]/book/`) draws the frame and names
 * the pages in order; here they are put in, from the sealed pages. So nothing is rendered, or sealed, a second time: the policy allows what
 * those of the pages allow.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sharedContent } from '../../records/shared-reader.ts';
import { asHtml } from '../../exports/html-text.ts';
import { allowedStyles, chapterName, chapterOf, type Chapter } from './chapter.ts';

/** Where the route leaves room, with the addresses of the pages. */
const room = /<div data-book="([^"]*)"[^>]*><\/div>/;

export function books(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'orrery-books',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const began = performance.now();
        for (const { id } of sharedContent(root).entries.systems) {
          const file = join(folder, 'systems', id, 'book/index.html');
          if (existsSync(file)) writeFileSync(file, withChapters(readFileSync(file, 'utf8'), folder, base));
        }
        logger.info(`bound the books in ${(performance.now() - began).toFixed(0)} ms`);
      },
    },
  };
}

function withChapters(frame: string, folder: string, base: string): string {
  const found = room.exec(frame);
  if (!found) throw new Error('the route of a book leaves no room for its pages');
  const addresses = found[1]!.split(' ').filter(Boolean);
  const names = new Map(addresses.map((it) => [it, chapterName(it)]));
  const chapters = addresses.map((it) => chapterOf(readFileSync(join(folder, it, 'index.html'), 'utf8'), it, names, base));
  const styles = new Map(chapters.flatMap((it) => it.styles.map((style) => [sheetOf(style), style] as const)));
  const more = [...styles].filter(([sheet]) => !frame.includes(sheet)).map(([, style]) => style);
  const allowed = [...new Set([frame, ...chapters].flatMap((it) => (typeof it === 'string' ? allowedStyles(it) : it.allowed)))].toSorted();
  return frame
    .replace(room, () => `${contents(chapters)}\n${chapters.map(({ html }) => html).join('\n')}`)
    .replace('</head>', () => `${more.join('')}</head>`)
    .replace(/(style-src 'self')[^;]*/, (_, start: string) => [start, ...allowed].join(' '));
}

/** By what a style sheet is known: two pages write the same link in two ways. */
const sheetOf = (style: string): string => /href="[^"]+"/.exec(style)?.[0] ?? style;

/** The list of the chapters and their sections, without the numbers of pages: no browser knows `target-counter`. */
function contents(chapters: readonly Chapter[]): string {
  const link = (id: string, title: string) => `<a href="#${id}">${asHtml(title)}</a>`;
  const items = chapters.map(({ name, title, sections }) => {
    const below = sections.map((it) => `<li>${link(it.id, it.title)}</li>`).join('');
    return `<li>${link(name, title)}${below === '' ? '' : `<ol>${below}</ol>`}</li>`;
  });
  return `<nav class="book-contents wide" aria-labelledby="book-contents"><h2 id="book-contents">Contents</h2><ol>${items.join('')}</ol></nav>`;
}
