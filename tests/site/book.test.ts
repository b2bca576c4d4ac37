/** The book of each system: every page of prose once, in order, with its notes, no id twice, and no way out of it to what it holds itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/records/reader.ts';
import { attribute, dist, named, published, readSite, root, searchFragments, textOf, type Page } from './built-site.ts';

const { entries, prose } = readContent(root);
const bookOf = (site: string, id: string): Page => readSite(site).pages.find(({ address }) => address === `systems/${id}/book/`)!;
const classes = (element: Parameters<typeof attribute>[0]): readonly string[] => (attribute(element, 'class') ?? '').split(' ');

describe.each(entries.systems.map(({ id }) => id))('the book of %s', (id) => {
  const page = bookOf(dist, id);
  const chapters = page.elements.filter((it) => classes(it).includes('chapter'));
  const written = prose.map(({ address }) => address).filter((it) => it.startsWith(`/systems/${id}/`));
  /** A system that has just been begun has a page or two; the book of any other is long. */
  const isBegun = written.length <= 2;

  test('has every page of prose of the system once, guides last', () => {
    const expected = written.map((it) => it.split('/').slice(3, -1).join('-'));
    const names = chapters.map((it) => attribute(it, 'id')!);
    expect(names.toSorted()).toEqual(expected.toSorted());
    expect(names[0]).toBe('architecture');
    const guides = names.filter((it) => it.startsWith('guides-'));
    expect(names.slice(names.length - guides.length)).toEqual(guides);
  });

  test('has all the notes of each page', () => {
    const notes = (it: Page) => it.elements.filter((element) => /(?:^|--)note-\d+$/.test(attribute(element, 'id') ?? '')).length;
    const pages = readSite(dist).pages.filter(({ address }) => written.includes(`/${address}`));
    expect(pages.length).toBe(written.length);
    const sum = pages.reduce((all, it) => all + notes(it), 0);
    expect(sum).toBeGreaterThan(isBegun ? 1 : 100);
    expect(notes(page)).toBe(sum);
  });

  test('has no id twice, and every link and reference within it leads somewhere', () => {
    const ids = page.elements.map((it) => attribute(it, 'id')).filter((it) => it !== undefined);
    expect(ids.filter((it, i) => ids.indexOf(it) !== i)).toEqual([]);
    const links = named(page, 'a')
      .map((it) => attribute(it, 'href') ?? '')
      .filter((it) => it.startsWith('#'));
    expect(links.length).toBeGreaterThan(isBegun ? written.length : 100);
    expect(links.filter((it) => !page.ids.has(decodeURIComponent(it.slice(1))))).toEqual([]);
    const references = page.elements.flatMap((it) =>
      ['aria-labelledby', 'aria-describedby', 'data-tells'].flatMap((name) => attribute(it, name)?.split(' ') ?? []),
    );
    expect(references.filter((it) => !page.ids.has(it))).toEqual([]);
  });

  test('leads nowhere else for what it holds itself', () => {
    const inText = chapters.flatMap((chapter) => [...below(chapter)]).filter((it) => it.tagName === 'a');
    const out = inText.map((it) => (attribute(it, 'href') ?? '').split('#')[0]!).filter((it) => written.includes(it));
    expect(out).toEqual([]);
  });

  test('has its headings in order, none skipped', () => {
    const levels = page.elements
      .map((it) => /^h([1-6])$/.exec(it.tagName)?.[1])
      .filter((it) => it !== undefined)
      .map(Number);
    expect(levels.filter((it) => it === 1)).toHaveLength(1);
    for (const [i, level] of levels.slice(1).entries()) expect(level - levels[i]!, `heading ${i + 1}`).toBeLessThanOrEqual(1);
  });

  test('lists its chapters and their sections', () => {
    const contents = page.elements.find((it) => classes(it).includes('book-contents'))!;
    const links = [...below(contents)].filter((it) => it.tagName === 'a');
    expect(links.map((it) => attribute(it, 'href'))).toEqual(expect.arrayContaining(chapters.map((it) => `#${attribute(it, 'id')}`)));
    expect(links.length).toBeGreaterThan(chapters.length * (isBegun ? 1 : 3));
    expect(links.every((it) => textOf(it).trim() !== '')).toBe(true);
  });

  test('has no player, and its simulations as their storyboards', () => {
    expect(named(page, 'astro-island')).toEqual([]);
    expect(named(page, 'link').map((it) => attribute(it, 'rel'))).not.toContain('modulepreload');
    expect(page.html.includes('frame-src')).toBe(false);
    expect(chapters.flatMap((it) => [...below(it)]).filter((it) => ['script', 'button', 'input'].includes(it.tagName))).toEqual([]);
    const boards = (it: Page) => it.elements.filter((element) => classes(element).includes('storyboard')).length;
    expect(boards(page)).toBe(
      readSite(dist)
        .pages.filter(({ address }) => written.includes(`/${address}`))
        .reduce((sum, it) => sum + boards(it), 0),
    );
  });

  test('is reached from the overview of the system', () => {
    const overview = readSite(dist).pages.find(({ address }) => address === `systems/${id}/`)!;
    expect(named(overview, 'a').map((it) => attribute(it, 'href'))).toContain(`/systems/${id}/book/`);
  });
});

test('no book is a hit of the search, or in the sitemap', () => {
  expect(searchFragments(readSite(dist)).filter(({ url }) => url.includes('/book/'))).toEqual([]);
  const sitemap = readSite(published.folder).files.filter((file) => /^sitemap-\d+\.xml$/.test(file));
  expect(sitemap.length).toBeGreaterThan(0);
  for (const file of sitemap) {
    const text = readFileSync(join(published.folder, file), 'utf8');
    expect(text).toContain('/systems/');
    expect(text).not.toContain('/book/');
  }
});

test('below a path its links within it lead somewhere too', () => {
  // The longest: that of a system that has just been begun has a handful.
  const books = entries.systems.map(({ id }) => bookOf(published.folder, id));
  const page = books.reduce((longest, it) => (it.html.length > longest.html.length ? it : longest));
  const links = named(page, 'a').map((it) => attribute(it, 'href') ?? '');
  const within = links.filter((it) => it.startsWith('#'));
  expect(within.length).toBeGreaterThan(500);
  expect(within.filter((it) => !page.ids.has(decodeURIComponent(it.slice(1))))).toEqual([]);
});

function* below(element: Parameters<typeof attribute>[0]): Generator<Parameters<typeof attribute>[0]> {
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* below(child);
  }
}
