/**
 * The drawings of each system, on whatever page they stand: what is drawn is what is listed as text, twice, and leads to where it is told. Every
 * part has a page, on which its neighbours as they are drawn are those of the table, and those of the graph.
 */
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partAddress, partsAddress } from '../../src/facts/addresses.ts';
import { mostOnASide, neighboursOf } from '../../src/facts/graph/part.ts';
import { readContent } from '../../src/records/reader.ts';
import { attribute, dist, published, readSite, root, textOf, type Element, type Page } from './built-site.ts';
import { parseXml, within } from './xml.ts';

const { pages } = readSite(dist);
const byAddress = new Map(pages.map((page) => [`/${page.address}`, page]));
const { architecture } = readContent(root).entries;

const children = (element: Element): Element[] => element.childNodes.filter((it): it is Element => 'tagName' in it);
const below = (element: Element): Element[] => children(element).flatMap((it) => [it, ...below(it)]);
const classes = (element: Element): string[] => (attribute(element, 'class') ?? '').split(' ');
const withClass = (elements: readonly Element[], name: string): Element[] => elements.filter((it) => classes(it).includes(name));
const links = (elements: readonly Element[]): Element[] => elements.filter((it) => it.tagName === 'a');
const hrefs = (elements: readonly Element[]): string[] => links(elements).map((it) => attribute(it, 'href') ?? '').sort(); // prettier-ignore
const drawnIn = (all: readonly Element[]) => ['wide-picture', 'narrow-picture'].map((name) => withClass(all, name).flatMap(below));

/** Addresses that lead to no page, or to no place on it. */
const lost = (from: Page, addresses: readonly string[]): string[] =>
  addresses.filter((href) => {
    const [page = '', id] = href.split('#');
    const to = page === '' ? from : byAddress.get(page);
    return !to || (id !== undefined && !to.ids.has(id));
  });

const sentence = /^.+, .+, .+: .+/;
const drawing = pages.filter(({ html }) => html.includes('class="bands'));

test('every system has a drawing of its shape on the page of its parts', () => {
  expect(drawing.map(({ address }) => `/${address}`)).toEqual(expect.arrayContaining(architecture.map(({ id }) => partsAddress(id))));
});

describe.each(drawing.map((page) => [page.file, page] as const))('%s', (_, page) => {
  const figures = withClass(page.elements, 'bands');

  test.each(figures.map((it) => [attribute(it, 'id')!, it] as const))('%s: text and picture are equal', (__, figure) => {
    const all = below(figure);
    const [wide, narrow] = drawnIn(all);
    const listed = withClass(all, 'edges').flatMap(below);
    const drawn = (picture: Element[]) => withClass(picture, 'edge');
    // What lies in a frame needs no arrow to or from it, so the list may have more.
    const missing = hrefs(listed).filter((it) => !hrefs(drawn(wide!)).includes(it));
    expect(hrefs(drawn(narrow!))).toEqual(hrefs(drawn(wide!)));
    expect(hrefs(drawn(wide!)).every((it) => hrefs(listed).includes(it))).toBe(true);
    expect(missing.every((it) => it.includes('contain') || it.includes('isolates'))).toBe(true);
    const text = textOf(all.find((it) => it.tagName === 'details')!).replaceAll(/\s+/g, ' ');
    for (const part of links([...withClass(wide!, 'part'), ...withClass(wide!, 'frame')]))
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

  test('leads from each part and arrow to the page where it is told', () => {
    const told = hrefs(figures.flatMap(below)).filter((it) => it.includes('/architecture/parts/'));
    expect(told.length).toBeGreaterThan(0);
    expect(lost(page, told)).toEqual([]);
    expect(told.filter((it) => it.includes('/parts/#'))).toEqual([]);
  });

  test('says of each arrow what it is', () => {
    for (const arrow of links(withClass(figures.flatMap(below), 'edge'))) expect(attribute(arrow, 'aria-label')).toMatch(sentence);
  });
});

describe.each(architecture.map((entry) => [entry.id, entry.data] as const))('the parts of %s', (system, graph) => {
  test('each have a page, and a line in the list that leads to it', () => {
    const list = byAddress.get(partsAddress(system))!;
    const linked = new Set(hrefs(list.elements));
    for (const { id } of graph.components)
      expect([id, byAddress.has(partAddress(system, id)), linked.has(partAddress(system, id)), list.ids.has(id)]).toEqual([id, true, true, true]); // prettier-ignore
    expect(graph.relations.filter(({ id }) => !list.ids.has(id))).toEqual([]);
    expect([...graph.views, ...graph.flows].filter(({ id }) => !list.ids.has(id))).toEqual([]);
  });

  test('each have their relations in the table, and those that can be followed in the drawing', () => {
    for (const { id } of graph.components) {
      const page = byAddress.get(partAddress(system, id))!;
      const { before, after } = neighboursOf(graph, id);
      const all = [...before, ...after].flatMap(({ relations }) => relations.map((it) => it.id));
      const rows = page.elements.filter((it) => it.tagName === 'tr').flatMap((it) => attribute(it, 'id') ?? []);
      expect([id, ...rows]).toEqual([id, ...all]);
      const [wide, narrow] = drawnIn(page.elements);
      const arrows = (picture: readonly Element[]) => hrefs([...withClass(picture, 'edge'), ...withClass(picture, 'frame')]);
      expect(arrows(narrow!)).toEqual(arrows(wide!));
      expect(lost(page, hrefs(wide!))).toEqual([]);
      const drawn = new Set([...hrefs(withClass(wide!, 'part')), ...hrefs(withClass(wide!, 'frame'))]);
      const framed = arrows(wide!).flatMap((it) => graph.relations.find((relation) => `#${relation.id}` === it && relation.kind === 'contains')?.from ?? []); // prettier-ignore
      for (const side of [before, after]) {
        const shown = side.filter(({ part }) => drawn.has(partAddress(system, part.id)) || framed.includes(part.id));
        expect([id, shown.length]).toEqual([id, expect.toSatisfy((count: number) => count >= Math.min(side.length, mostOnASide))]);
      }
    }
  });

  test('each say with every arrow what it is', () => {
    for (const { id } of graph.components) {
      const [wide] = drawnIn(byAddress.get(partAddress(system, id))!.elements);
      for (const arrow of links(withClass(wide!, 'edge'))) expect(attribute(arrow, 'aria-label')).toMatch(sentence);
    }
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
  expect(files).toHaveLength(5 * architecture.flatMap(({ data }) => data.views).length);
  expect(readSite(published.folder).files.filter((it) => it.includes('/architecture/drawings/'))).toEqual(files);
  for (const file of files) {
    expect(readFileSync(join(published.folder, file), 'utf8')).toContain(`${published.origin}${published.base}systems/`);
    expect(readFileSync(join(dist, file), 'utf8').replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  }
});
