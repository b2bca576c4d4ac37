/** Each drawing of each system, read by the tool whose language it is written in: no complaint, and every part and arrow found again. */
import { describe, expect, test } from 'vitest';
import { addressBelow } from '../address-below.ts';
import { find, type Entry } from '../../facts/entries.ts';
import { drawingOf, idsIn, panelsOf } from '../../facts/graph/drawing.ts';
import { sharedContent } from '../../records/shared-reader.ts';
import { dotOf } from './dot.ts';
import { figureOf, partsOf, type Figure } from './figure.ts';
import { laidByGraphviz } from './graphviz.fixture.ts';
import { modelledByLikeC4 } from './likec4.fixture.ts';
import { likec4Of } from './likec4.ts';
import { parsedByMermaid } from './mermaid.fixture.ts';
import { mermaidOf } from './mermaid.ts';
import { parsedFigure, sorted } from './parsed.fixture.ts';
import { readStructurizr } from './structurizr.fixture.ts';
import { structurizrOf } from './structurizr.ts';

/** `npm run test:all` sets ORRERY_ALL. */
const everything = process.env['ORRERY_ALL'] === '1';
const { entries } = sharedContent(process.cwd());
const unknown = addressBelow('/', undefined);
const known = addressBelow('/orrery/', 'https://example.org');
const titleOf = ({ id }: Entry<'architecture'>): string => find(entries, 'systems', id)!.data.title;
const drawings = entries.architecture.flatMap((architecture) =>
  architecture.data.views.map((view) => ({
    name: `${architecture.id}/${view.id}`,
    architecture,
    view,
    figure: figureOf(architecture, view, titleOf(architecture), unknown),
    addressed: figureOf(architecture, view, titleOf(architecture), known),
  })),
);
const kindAlone = ({ kind }: { readonly kind: string }): string => kind;

test('there are drawings, with panels and without', () => {
  expect(drawings.length).toBeGreaterThan(entries.systems.length);
  expect(new Set(drawings.map(({ figure }) => figure.panels.length > 1))).toEqual(new Set([true, false]));
});

test.each(drawings)('$name: has what the drawing has, but for arrows between a frame and what lies in it', (it) => {
  const { architecture, view, figure } = it;
  expect(figure.panels.map((panel) => partsOf(panel).length)).toEqual(panelsOf(view).map(({ groups }) => groups.flatMap(idsIn).length));
  const drawn = drawingOf(architecture.data, view);
  for (const [p, { edges, groups }] of drawn.entries()) {
    const isNested = (from: string, to: string): boolean =>
      groups.some(({ items }) => items.some(({ frame, parts }) => frame?.id === from && parts.some(({ id }) => id === to)));
    expect(figure.panels[p]!.edges.length).toBe(edges.filter(({ from, to }) => !isNested(from, to) && !isNested(to, from)).length);
  }
});

describe.each(drawings)('$name', ({ figure, addressed }) => {
  test('by Mermaid', async () => {
    for (const it of everything ? [figure, addressed] : [addressed])
      expect(sorted(await parsedByMermaid(mermaidOf(it)))).toEqual(sorted(parsedFigure(it)));
  });

  test('by Graphviz', () => {
    for (const it of everything ? [figure, addressed] : [addressed]) {
      const laid = laidByGraphviz(dotOf(it));
      expect(sorted(laid)).toEqual(sorted(parsedFigure(it)));
      expect(laid.svg.match(/<g id="edge\d+" class="edge">/g)).toHaveLength(it.panels.flatMap(({ edges }) => edges).length);
    }
  });

  test('by the rules of Structurizr', () => {
    for (const it of [figure, addressed]) {
      const read = readStructurizr(structurizrOf(it));
      const { parts, inside, edges } = parsedFigure(it, kindAlone);
      expect([...read.parts.keys()].sort()).toEqual([...parts.keys()].sort());
      expect([...parts.keys()].map((name) => read.inside.get(name))).toEqual([...parts.keys()].map((name) => inside.get(name)));
      for (const [name, title] of parts) expect([title, `${title} (${name})`]).toContain(read.parts.get(name));
      expect(read.edges.toSorted()).toEqual(edges.toSorted());
    }
  });

  test('begins in each language with what it is, where from, and how it may be used', () => {
    for (const [text, sign] of texts(addressed)) {
      const head = text.split('\n').slice(0, 4);
      expect(head.every((line) => line.startsWith(`${sign} `))).toBe(true);
      expect(head.join('\n')).toContain(addressed.title.replaceAll(/[%{}]/g, ' '));
      expect(head.join('\n')).toMatch(/https:\/\/example\.org\/orrery\/systems\/[\s\S]*Licence of the data: Apache-2\.0/);
    }
    for (const [text] of texts(figure)) expect(text).not.toMatch(/^\s*(click|link|url) |URL=|https?:/m);
  });
});

const texts = (figure: Figure): readonly (readonly [string, string])[] => [
  [mermaidOf(figure), '%%'],
  [dotOf(figure), '//'],
  [likec4Of(figure), '//'],
  [structurizrOf(figure), '#'],
];

/** LikeC4 takes about a fifth of a second each: the first of each system and those with panels, or all with `npm run test:all`. */
const sample = drawings.filter(
  ({ architecture, view, figure }) => everything || architecture.data.views[0] === view || figure.panels.length > 1,
);
test.each(sample)('$name: by LikeC4', async ({ addressed }) => {
  const modelled = await modelledByLikeC4(likec4Of(addressed));
  expect(sorted(modelled)).toEqual(sorted(parsedFigure(addressed, kindAlone)));
  expect(modelled.views).toEqual(addressed.panels.map((panel) => partsOf(panel).length));
});
