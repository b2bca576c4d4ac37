/** The drawings of each system: what is drawn is what is listed as text, twice, and leads to where it is told. */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, dist, published, readSite, textOf, type Element } from './built-site.ts';
import { parseXml, within } from './xml.ts';

const { pages } = readSite(dist);
const parts = pages.filter(({ file }) => file.endsWith('/architecture/parts/index.html'));

const children = (element: Element): Element[] => element.childNodes.filter((it): it is Element => 'tagName' in it);
const below = (element: Element): Element[] => children(element).flatMap((it) => [it, ...below(it)]);
const classes = (element: Element): string[] => (attribute(element, 'class') ?? '').split(' ');
const withClass = (elements: readonly Element[], name: string): Element[] => elements.filter((it) => classes(it).includes(name));
const hrefs = (elements: readonly Element[]): string[] => elements.map((it) => attribute(it, 'href') ?? '').sort();

describe.each(parts.map((page) => [page.file, page] as const))('%s', (_, page) => {
  const figures = withClass(page.elements, 'bands');
  const ids = new Set(page.elements.flatMap((it) => attribute(it, 'id') ?? []));

  test('has at least one drawing', () => expect(figures.length).toBeGreaterThan(0));

  test.each(figures.map((it) => [attribute(it, 'id')!, it] as const))('%s: text and picture are equal', (__, figure) => {
    const all = below(figure);
    const [wide, narrow] = ['wide-picture', 'narrow-picture'].map((name) => withClass(all, name).flatMap(below));
    const listed = withClass(all, 'edges').flatMap(below).filter((it) => it.tagName === 'a'); // prettier-ignore
    const drawn = (picture: Element[]) => withClass(picture, 'edge').filter((it) => it.tagName === 'a');
    // What lies in a frame needs no arrow to or from it, so the list may have more.
    const missing = hrefs(listed).filter((it) => !hrefs(drawn(wide!)).includes(it));
    expect(hrefs(drawn(narrow!))).toEqual(hrefs(drawn(wide!)));
    expect(hrefs(drawn(wide!)).every((it) => hrefs(listed).includes(it))).toBe(true);
    expect(missing.every((it) => it.includes('contain') || it.includes('isolates'))).toBe(true);
    const text = textOf(all.find((it) => it.tagName === 'details')!).replaceAll(/\s+/g, ' ');
    for (const part of [...withClass(wide!, 'part'), ...withClass(wide!, 'frame')].filter((it) => it.tagName === 'a'))
      expect(text).toContain(attribute(part, 'aria-label')?.replace(', not found', '') ?? words(part));
  });

  test.each(figures.map((it) => [attribute(it, 'id')!, it] as const))('%s: can be downloaded, as the picture of the page', (__, figure) => {
    const all = below(figure);
    const offered = hrefs(withClass(all, 'downloads').flatMap(below));
    expect(offered.map((it) => it.split('.').at(-1))).toEqual(['c4', 'dot', 'dsl', 'mmd', 'svg']);
    const texts = offered.map((it) => readFileSync(join(dist, it), 'utf8'));
    const svg = within(parseXml(texts.at(-1)!));
    const onPage = withClass(all, 'wide-picture').flatMap(below);
    // Lines, arrowheads and boxes: the same data in the same order, so the same picture; a panel moves as one.
    expect(svg.filter(({ name }) => name === 'path').map(({ attributes }) => attributes['d'])).toEqual(
      onPage.filter((it) => it.tagName === 'path' && !classes(it).includes('hit')).map((it) => attribute(it, 'd')),
    );
    const places = ['x', 'y', 'width', 'height'] as const;
    expect(
      svg
        .filter(({ name, attributes }) => name === 'rect' && attributes['class'] !== 'ground')
        .map(({ attributes }) => places.map((it) => attributes[it])),
    ).toEqual(onPage.filter((it) => it.tagName === 'rect').map((it) => places.map((name) => attribute(it, name))));
    const lettered = svg.filter(({ name }) => name === 'text').flatMap(({ children }) => children);
    expect(lettered).toEqual(expect.arrayContaining(onPage.filter((it) => it.tagName === 'text').map((it) => textOf(it).trim())));
  });

  test('leads from each part and arrow to where it is told', () => {
    const links = figures
      .flatMap(below)
      .filter((it) => it.tagName === 'a' && (attribute(it, 'href') ?? '').includes('/architecture/parts/#'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.map((it) => attribute(it, 'href')!.split('#')[1]!).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('says of each arrow what it is', () => {
    for (const arrow of withClass(figures.flatMap(below), 'edge').filter((it) => it.tagName === 'a'))
      expect(attribute(arrow, 'aria-label')).toMatch(/^.+, .+, .+: .+/);
  });
});

/** The lines of a title as one; a line that ends in a slash or a hyphen goes on at once. */
const words = (part: Element): string =>
  below(part)
    .filter((it) => it.tagName === 'text')
    .map(textOf)
    .reduce((all, it) => (all === '' || /[/-]$/.test(all) ? all + it : `${all} ${it}`), '')
    .trim();

test('where the site knows its address, the files lead back to it, and else nowhere', () => {
  const files = readSite(dist).files.filter((it) => it.includes('/architecture/drawings/'));
  expect(files.length).toBeGreaterThan(5 * parts.length);
  expect(readSite(published.folder).files.filter((it) => it.includes('/architecture/drawings/'))).toEqual(files);
  for (const file of files) {
    expect(readFileSync(join(published.folder, file), 'utf8')).toContain(`${published.origin}${published.base}systems/`);
    expect(readFileSync(join(dist, file), 'utf8').replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  }
});
