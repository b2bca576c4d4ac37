/**
 * What the site says of its own address, page by page: how it is found, what is shown where it is linked to, where it is edited and
 * where a mistake is reported. In the published build all of it is there; the build that knows neither says nothing of either.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/published.mjs';
import { cardWords } from '../../src/build/card-words.ts';
import { CardPainter } from '../../src/exports/cards/render.ts';
import { longestReport } from '../../src/facts/own-forge.ts';
import { descriptionLength } from '../../src/facts/page-words.ts';
import { readContent } from '../../src/records/reader.ts';
import { palette } from '../../src/styles/palette.ts';
import { attribute, dist, named, published, readSite, root, textOf, type Page } from './built-site.ts';
import { parseXml, textIn, within } from './xml.ts';

const site = readSite(published.folder);
const { entries, prose } = readContent(root);
const home = published.origin + published.base;
/** Pages in the frame of the site; the page for what is not there has no address, and a simulation in another page's frame has that of its page. */
const framed = site.pages.filter(({ address, file }) => !address.startsWith('embed/') && file !== '404.html');
/** Those that are no view of another. */
const own = framed.filter((page) => canonicals(page).join() === home + page.address);

function canonicals(page: Page): string[] {
  return named(page, 'link')
    .filter((it) => attribute(it, 'rel') === 'canonical')
    .map((it) => attribute(it, 'href') ?? '');
}
const metas = (page: Page, name: string): string[] =>
  named(page, 'meta')
    .filter((it) => attribute(it, 'name') === name || attribute(it, 'property') === name)
    .map((it) => attribute(it, 'content') ?? '');
const linksSaying = (page: Page, says: RegExp): string[] =>
  named(page, 'a')
    .filter((it) => says.test(textOf(it).trim()))
    .map((it) => attribute(it, 'href') ?? '');
const edited = (page: Page) => linksSaying(page, /^Edit (this page|the records of this page)$/);
const reported = (page: Page) => linksSaying(page, /^Report a mistake$/);
/** What is wrong, page by page. */
const failing = (pages: readonly Page[], fault: (page: Page) => string | undefined): string[] =>
  pages.flatMap((page) => {
    const says = fault(page);
    return says === undefined ? [] : [`${page.file}: ${says}`];
  });

describe('every page', () => {
  test('names one address as its own, and that is a page which names itself', () => {
    const addresses = new Set(own.map(({ address }) => home + address));
    expect(own.length).toBeGreaterThan(150);
    expect(
      failing([...framed, ...site.pages.filter(({ address }) => address.startsWith('embed/'))], (page) => {
        const found = canonicals(page);
        return found.length === 1 && addresses.has(found[0]!) ? undefined : `names ${found.join(', ') || 'none'}`;
      }),
    ).toEqual([]);
  });

  test('has one description, of 50 to 160 characters, which a shared link shows too', () => {
    const { least, most } = descriptionLength;
    expect([least, most]).toEqual([50, 160]);
    expect(
      failing(site.pages, (page) => {
        const [says = '', ...more] = metas(page, 'description');
        const { length } = [...says];
        if (more.length > 0 || length < least || length > most) return `has ${more.length + 1}, of ${length} characters: ${says}`;
        return page.address.startsWith('embed/') || metas(page, 'og:description').join() === says ? undefined : 'shares another one';
      }),
    ).toEqual([]);
  });

  test('has a title that no other page has', () => {
    const titles = site.pages.map((page) => textOf(named(page, 'title')[0]!));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    expect(
      failing(framed, (page) =>
        `${metas(page, 'og:title').join()} | Orrery` === textOf(named(page, 'title')[0]!) ? undefined : 'shares another title',
      ),
    ).toEqual([]);
  });

  test('is left out of an index when it has no address of its own', () => {
    expect(site.pages.filter((page) => metas(page, 'robots').join() === 'noindex').map(({ file }) => file)).toEqual([
      '404.html',
      ...site.pages.filter(({ address }) => address.startsWith('embed/')).map(({ file }) => file),
    ]);
  });
});

describe('a reader that follows links', () => {
  const read = (file: string) => readFileSync(join(published.folder, file), 'utf8');
  const locations = (file: string) => [...within(parseXml(read(file)))].filter(({ name }) => name === 'loc').map((it) => textIn(it));

  test('finds every page in the sitemap, and nothing else', () => {
    const maps = locations('sitemap-index.xml');
    const listed = maps.flatMap((map) => locations(map.slice(home.length)));
    expect(listed.sort()).toEqual(own.map(({ address }) => home + address).sort());
  });

  test('finds the sitemap in robots.txt, which keeps nobody out', () => {
    expect(read('robots.txt').trim().split(/\n+/)).toEqual(['User-agent: *', 'Allow: /', `Sitemap: ${home}sitemap-index.xml`]);
  });
});

describe('the card of every page', () => {
  test('is a PNG of the size that the page says', () => {
    expect(
      failing(framed, (page) => {
        const [address = '', ...more] = metas(page, 'og:image');
        if (more.length > 0 || !address.startsWith(home)) return `names ${more.length + 1}: ${address}`;
        const file = join(published.folder, address.slice(home.length));
        if (!existsSync(file)) return `names ${address}, which is not there`;
        const picture = readFileSync(file);
        const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
        const told = ['og:image:width', 'og:image:height'].map((name) => Number(metas(page, name).join()));
        const isRight = picture.subarray(1, 4).toString() === 'PNG' && `${size}` === '1200,630' && `${told}` === `${size}`;
        return isRight ? undefined : `${address} is ${size.join(' by ')}, and the page says ${told.join(' by ')}`;
      }),
    ).toEqual([]);
  });

  test('is drawn for each page that is its own, and for no other', () => {
    const cards = site.files.filter((file) => file.startsWith('cards/'));
    expect(cards.map((file) => home + file)).toEqual(own.flatMap((page) => metas(page, 'og:image')).sort());
  });

  test('shows the whole title and the whole lead, in letters that its faces have', async () => {
    const styles = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8');
    const painter = await CardPainter.with(palette(styles('tokens.css'), 'dark', styles('accents.css')));
    const shown = ({ runs }: { readonly runs: readonly { readonly text: string }[] }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim();
    for (const { html, address } of own) {
      const words = cardWords(html, address);
      expect(`${words.title} ${words.lead}`).toMatch(/^[ -\u00ff\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]*$/);
      const card = { ...words, system: undefined, address };
      const { title, lead } = await painter.measured(card, await painter.titleSize(card));
      expect({ title: shown(title), lead: shown(lead) }).toEqual(words);
    }
  });

  test('has a text for those who do not see it, which begins with the title', () => {
    expect(
      failing(framed, (page) =>
        metas(page, 'og:image:alt')
          .join()
          .startsWith(`${metas(page, 'og:title').join()}. `)
          ? undefined
          : 'has none',
      ),
    ).toEqual([]);
  });
});

describe('the foot of every page', () => {
  test('leads to a file or a folder of the project', () => {
    expect(
      failing(framed, (page) => {
        const [address = '', ...more] = edited(page);
        const [, path] = new RegExp(`^${repository}/(?:edit|tree)/main/(.+)$`).exec(address) ?? [];
        return more.length === 0 && path !== undefined && existsSync(join(root, decodeURIComponent(path)))
          ? undefined
          : `leads to ${address}`;
      }),
    ).toEqual([]);
  });

  test('leads to the text of a page of prose', () => {
    expect(prose.length).toBeGreaterThan(30);
    for (const { address, file } of prose)
      expect(edited(framed.find((page) => `/${page.address}` === address)!)).toEqual([`${repository}/edit/main/${file}`]);
  });

  test.each(['milestones', 'platforms', 'sources'] as const)('leads to the record of each of the %s', (collection) => {
    for (const { id, file } of entries[collection]) {
      const page = framed.find(({ address }) => address === `${collection}/${id}/`)!;
      expect(edited(page)).toEqual([`${repository}/edit/main/${file}`]);
      expect(new URL(reported(page)[0]!).searchParams.get('body')).toContain(`Record: ${collection}/${id}\n`);
    }
  });

  test('leads to a report that says the page and the build, and that every browser can open', () => {
    expect(
      failing(framed, (page) => {
        const [address = '', ...more] = reported(page);
        if (more.length > 0 || !address.startsWith(`${repository}/issues/new?`)) return `leads to ${address}`;
        const body = new URL(address).searchParams.get('body') ?? '';
        if (!body.startsWith(`Page: ${home}${page.address}\n`) || !/^Build: \d+\.\d+\.\d+/m.test(body)) return `says ${body}`;
        return address.length <= longestReport ? undefined : `has ${address.length} characters`;
      }),
    ).toEqual([]);
  });
});

describe('a build that knows neither its address nor its repository', () => {
  const unknown = readSite(dist);

  test('names no address, draws no card and lists nothing', () => {
    expect(failing(unknown.pages, (page) => [...canonicals(page), ...metas(page, 'og:url'), ...metas(page, 'og:image')][0])).toEqual([]);
    expect(unknown.files.filter((file) => /^(cards\/|robots|sitemap)/.test(file))).toEqual([]);
  });

  test('shows nothing of a repository', () => {
    expect(failing(unknown.pages, (page) => [...edited(page), ...reported(page)][0])).toEqual([]);
  });

  test('describes its pages all the same', () => {
    expect(failing(unknown.pages, (page) => (metas(page, 'description').length === 1 ? undefined : 'has no description'))).toEqual([]);
  });
});
