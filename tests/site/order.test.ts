/** The order of the milestones as it is built: what can start, the chain and the graph stand in the page with their edges, and what-if costs little. */
import { readContent } from '../../src/records/reader.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute, dist, readSite, textOf, type Element, type Page } from './built-site.ts';

const { pages } = readSite(dist);
const pageAt = (address: string): Page => pages.find((it) => it.address === address)!;
const themelios = pageAt('systems/themelios/milestones/');
const starina = pageAt('systems/starina/milestones/');
const { entries } = readContent(process.cwd());
const countOf = (system: string): number => entries.milestones.filter((it) => it.data.system === system).length;

const scriptAtMost = 4_000;
/** A drawing is shown only where it fits unscaled: from 54 rem on, and on a phone of 360 px between its margins. */
const widthAtMost = { roomy: 54 * 16, tight: 360 - 2 * 16 };

const classes = (it: Element): string[] => (attribute(it, 'class') ?? '').split(/\s+/);
const having = (page: Page, name: string): Element[] => page.elements.filter((it) => classes(it).includes(name));
function below(element: Element): Element[] {
  return element.childNodes.flatMap((it) => ('tagName' in it ? [it, ...below(it)] : []));
}
const edgeOf = (it: Element): string => `${attribute(it, 'data-needs')} ${attribute(it, 'data-of')}`;
const words = (it: Element): string => textOf(it).replace(/\s+/g, ' ');

/** The facts of the list behind an id, one text for each item. */
function itemsWith(page: Page, prefix: string): string[] {
  return page.elements.filter((it) => attribute(it, 'id')?.startsWith(prefix)).map(words);
}

describe('ThemeliOS as found, and else as documented', () => {
  test('what can start, with the edge that makes it so, its sentence and its source', () => {
    const stated = itemsWith(themelios, 'ready-stated-');
    expect(stated).toHaveLength(1);
    expect(stated[0]).toMatch(/Phase 5: Containers.*Needs Phase 4: Networking, which is complete\.\s?stated Each phase.*line 2/);
    const derived = itemsWith(themelios, 'ready-derived-');
    expect(derived.map((it) => /Phase \d+/.exec(it)![0])).toEqual(['Phase 5', 'Phase 7']);
    expect(derived[1]).toMatch(/Needs Phase 0: Boot, which is complete\.\s?derived .*Needs Phase 1/);
  });

  test('the longest chain, with an edge, a sentence and a source between each two', () => {
    const list = themelios.elements.find((it) => it.tagName === 'ol' && below(it).some((child) => classes(child).includes('edge')))!;
    const items = below(list).filter((it) => it.tagName === 'li');
    expect(items.map((it) => /Phase (\d+)/.exec(words(it))![1])).toEqual(['9', '10', '11', '12']);
    for (const [i, item] of items.slice(1).entries()) {
      const edges = below(item).filter((it) => classes(it).includes('edge'));
      expect(edges.map(edgeOf)).toEqual([`themelios-phase-${i + 9} themelios-phase-${i + 10}`]);
      expect(words(item)).toMatch(/stated Each phase is said to build on the one before it\..*line 2/);
    }
  });

  test('S1: nothing is offered that was found complete', () => {
    for (const phase of [0, 1, 2, 3, 4])
      expect([...themelios.ids].filter((it) => it.startsWith('ready-') && it.endsWith(`-phase-${phase}`))).toEqual([]);
  });

  test('a link in the board leads to the sentence that says on what ground', () => {
    for (const address of ['milestones/', 'systems/themelios/milestones/']) {
      const links = having(pageAt(address), 'ground')
        .filter((it) => it.tagName === 'a' && !classes(it).includes('then'))
        .map((it) => [words(it).trim(), attribute(it, 'href')]);
      expect(links).toEqual([
        ['On the stated order', '/systems/themelios/milestones/#ready-stated-themelios-phase-5'],
        ['On derived edges alone', '/systems/themelios/milestones/#ready-derived-themelios-phase-7'],
      ]);
      for (const [, href] of links) expect(themelios.ids).toContain(href!.split('#')[1]);
    }
  });
});

describe.each([
  ['ThemeliOS', themelios, countOf('themelios')],
  ['Starina', starina, countOf('starina')],
] as const)('the order of %s', (_, page, milestones) => {
  test('every edge of the graph has its sentence in the list of edges, and the other way round', () => {
    const list = having(page, 'edges').flatMap(below);
    const sentences = list.filter((it) => classes(it).includes('edge'));
    for (const drawing of having(page, 'drawing')) {
      const lines = below(drawing).filter((it) => classes(it).includes('line'));
      expect(lines.map(edgeOf).sort()).toEqual(sentences.map(edgeOf).sort());
      for (const line of lines) {
        const bases = below(sentences.find((it) => edgeOf(it) === edgeOf(line))!).map((it) => attribute(it, 'data-basis'));
        expect(classes(line).includes('stated')).toBe(bases.includes('stated'));
      }
    }
    for (const it of sentences) expect(below(it).some((child) => attribute(child, 'href')?.match(/^\/sources\/|^https:/))).toBe(true);
  });

  test('every node is a link with a name, and no drawing is wider than its place', () => {
    for (const drawing of having(page, 'drawing')) {
      const kind = classes(drawing).includes('tight') ? 'tight' : 'roomy';
      expect(Number(attribute(drawing, 'width'))).toBeLessThanOrEqual(widthAtMost[kind]);
      const nodes = below(drawing).filter((it) => classes(it).includes('node'));
      expect(nodes.length).toBeGreaterThan(1);
      for (const node of nodes) {
        expect(attribute(node, 'href')).toBe(`/milestones/${attribute(node, 'data-milestone')}/`);
        expect(words(node).trim()).toMatch(
          /^\d+ \S+.* (Complete|Partly complete|Free to start|Not started|In progress|Moved|Unknown|Not named)$/,
        );
      }
    }
  });

  test('the rail has a dot for each row, and is hidden from readers without eyes', () => {
    const rails = having(page, 'rail-of-row');
    expect(rails).toHaveLength(milestones);
    expect(rails.filter((it) => attribute(it, 'aria-hidden') !== 'true')).toEqual([]);
  });

  test('history has a row for each milestone, and a word in each cell', () => {
    const [table] = having(page, 'history');
    const rows = below(table!).filter((it) => it.tagName === 'tr');
    expect(rows).toHaveLength(milestones + 2);
    for (const row of rows.slice(2))
      for (const cell of below(row).filter((it) => it.tagName === 'td')) expect(words(cell).trim()).not.toBe('');
  });
});

test('history counts what its cells say, column by column', () => {
  for (const page of [themelios, starina]) {
    for (const table of having(page, 'history')) {
      const [, tally, ...rows] = below(table).filter((it) => it.tagName === 'tr');
      const cells = (row: Element) => below(row).filter((it) => it.tagName === 'td');
      for (const [column, cell] of cells(tally!).entries()) {
        const said = below(cell)
          .filter((it) => classes(it).includes('state'))
          .map((it) => /(\d+) (.+)/.exec(words(it).trim())!)
          .map(([, count, word]) => [word, Number(count)]);
        const seen = Map.groupBy(
          rows.map((row) => words(cells(row)[column]!).trim().toLowerCase()),
          (it) => it,
        );
        seen.delete('no observation');
        expect(Object.fromEntries(said)).toEqual(Object.fromEntries([...seen].map(([word, them]) => [word, them.length])));
      }
    }
  }
});

test('a system without milestones says so on its page', () => {
  for (const system of ['violetos', 'zos']) expect(pageAt(`systems/${system}/milestones/`).html).toContain('names no milestones');
});

test(`what-if weighs at most ${scriptAtMost} bytes, and only pages that can answer load it`, () => {
  const folder = join(dist, '_astro');
  const file = readdirSync(folder).find((it) => /^WhatIf.*\.js$/.test(it))!;
  const codeOf = (name: string) => readFileSync(join(folder, name), 'utf8');
  const imported = [...codeOf(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name]) => name!);
  const weights = [file, ...imported].map((name) => gzipSync(codeOf(name), { level: 9 }).length);
  expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(scriptAtMost);
  for (const name of imported) expect(codeOf(name), 'what it imports imports nothing').not.toMatch(/\b(from|import)\s*["']/);
  expect(pages.filter(({ html }) => html.includes(file)).map((it) => it.address)).toEqual(['systems/themelios/milestones/']);
});
