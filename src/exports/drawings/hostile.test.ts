/** Whatever a title, a note or a sentence holds, it stays a title, a note or a sentence in every language. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { addressBelow } from '../address-below.ts';
import { architecture, cited, entriesOf, ground } from '../../facts/entries.fixture.ts';
import { relationKind, type Component, type View } from '../../schemas/architecture.ts';
import { palette } from '../../styles/palette.ts';
import { dotOf } from './dot.ts';
import { figureOf, type Figure } from './figure.ts';
import { laidByGraphviz } from './graphviz.fixture.ts';
import { modelledByLikeC4 } from './likec4.fixture.ts';
import { likec4Of } from './likec4.ts';
import { parsedByMermaid } from './mermaid.fixture.ts';
import { mermaidOf } from './mermaid.ts';
import { parsedFigure, sorted } from './parsed.fixture.ts';
import { readStructurizr } from './structurizr.fixture.ts';
import { structurizrOf } from './structurizr.ts';
import { svgOf } from './svg.ts';

/** What means something in one of the languages, in any order and number, among letters of all kinds. */
const pieces = [
  ...['"', "'", '`', '\\', '\\"', '\\n', '\n', '\r\n', '\u2028', '\0', '{', '}', '[', ']', '(', ')', '<', '>', '|', ';', ':', '::', ','],
  ...['\\/', '//'],
  ...[
    'end',
    'graph',
    'subgraph',
    'style a:b#c;',
    'click',
    'class',
    'default',
    '%%',
    '%%{init: {}}%%',
    '---',
    '-->',
    '==',
    '=',
    '@{',
    '$$x$$',
  ],
  ...['//', '/*', '*/', '#', '#quot;', '&', '&amp;', '&#34;', '<b>', '-->', '--', ']]>', '<!--', '?>', '${HOME}', '"""', "'''", '->', '*'],
  ...[
    'node',
    'digraph',
    'strict',
    'model',
    'view',
    'views',
    'element',
    'this',
    'it',
    'workspace',
    '!include x',
    'a b',
    ' ',
    'é',
    '→',
    '😀',
    'א',
  ],
];
const hostile = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => all.join(''))
  // A title is never blank.
  .filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replaceAll('`', '')));

/** Ids are checked by the schema; some are words of a language. */
const ids = fc.shuffledSubarray(['end', 'graph', 'model', 'o', 'x', '9p', 'this', 'node-1', 'element', 'component', 'a-b', 'a'], {
  minLength: 6,
  maxLength: 6,
});

/** A figure with all there is: panels or none, a frame, a party, a part that was not found, merged parts, a border, arrows of two kinds. */
const figures: fc.Arbitrary<Figure> = fc
  .record({ ids, words: fc.array(hostile, { minLength: 20, maxLength: 20 }), hasPanels: fc.boolean() })
  .map(({ ids: [a, b, c, d, e, f], words: w, hasPanels }) => {
    const fact = (text: string) => ({ text, cite: [cited()] });
    const part = (id: string, title: string, more: object = {}) => ({ id, title, kind: 'process' as const, ...fact(w[0]!), ...more });
    const absent = { asOf: '2026-01-02', state: 'absent' as const, cite: [cited()] };
    const relation = (id: string, from: string, to: string, kind: 'calls' | 'event' | 'contains', protocol?: string) => ({
      id, from, to, kind, protocol, ...fact(w[1]!),
    }); // prettier-ignore
    const group = (title: string, note: string, show: string[], panel?: string) => ({ title, note, show, panel });
    const groupsOf = (panel?: string): View['groups'] => [
      { ...group(w[2]!, w[3]!, [a!, b!], panel), frames: [{ of: f!, show: [b!] }], below: { kind: 'trust', text: w[4]! } },
      group(w[5]!, w[6]!, [c!, 'merged'], panel),
    ];
    const view: View = {
      id: 'shape',
      title: w[7]!,
      groups: hasPanels ? [...groupsOf('end'), ...groupsOf('b')] : groupsOf(),
      ...(hasPanels ? { panels: [{ id: 'end', title: w[8]! }, { id: 'b', title: w[9]!, note: w[10]! }] } : {}),
      merge: [{ as: 'merged', title: w[11]!, kind: 'store', of: [d!, e!] }],
      ...fact(w[12]!),
    }; // prettier-ignore
    const components = [
      part(a!, w[13]!, { beyond: true }),
      part(b!, w[14]!, { found: absent }),
      part(c!, w[15]!, { kind: 'kernel' }),
      part(d!, w[16]!),
      part(e!, w[17]!),
      // Two of one name.
      part(f!, w[15]!, { kind: 'boundary' }),
    ];
    const relations = [
      relation('r-1', a!, b!, 'calls', w[18]!),
      relation('r-2', b!, d!, 'event'),
      relation('r-3', f!, b!, 'contains'),
      relation('r-4', f!, c!, 'calls', w[19]!),
    ];
    return figureOf(architecture({ components, relations, views: [view] }), view, 'Orbit', addressBelow('/', 'https://example.org'));
  });

/** `npm run test:all` sets ORRERY_ALL. */
const everything = process.env['ORRERY_ALL'] === '1';
const runs = (few: number) => ({ numRuns: everything ? few * 20 : few });
const kindAlone = ({ kind }: { readonly kind: string }): string => kind;

describe('no text breaks out of its place', () => {
  test('in Mermaid', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (figure) => {
        expect(sorted(await parsedByMermaid(mermaidOf(figure)))).toEqual(sorted(parsedFigure(figure)));
      }),
      runs(20),
    );
  });

  test('in DOT', () => {
    fc.assert(
      fc.property(figures, (figure) => {
        expect(sorted(laidByGraphviz(dotOf(figure)))).toEqual(sorted(parsedFigure(figure)));
      }),
      runs(40),
    );
  });

  test('in LikeC4', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (figure) => {
        expect(sorted(await modelledByLikeC4(likec4Of(figure)))).toEqual(sorted(parsedFigure(figure, kindAlone)));
      }),
      runs(3),
    );
  });

  test('in the DSL of Structurizr', () => {
    fc.assert(
      fc.property(figures, (figure) => {
        const read = readStructurizr(structurizrOf(figure));
        const { parts, edges } = parsedFigure(figure, kindAlone);
        expect([...read.parts.keys()].sort()).toEqual([...parts.keys()].sort());
        expect(read.edges.toSorted()).toEqual(edges.toSorted());
      }),
      runs(100),
    );
  });

  test('in SVG', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const themes = { light: palette(tokens, 'light'), dark: palette(tokens, 'dark') };
    fc.assert(
      fc.property(figures, (figure) => {
        const parts: string[] = [];
        const parser = sax.parser(true, { xmlns: true });
        Object.assign(parser, {
          onerror: (error: Error) => {
            throw error;
          },
          onopentag: ({ name }: { readonly name: string }) => parts.push(name),
        });
        parser.write(svgOf(figure, entriesOf(...ground), themes)).close();
        expect(parts.filter((name) => name === 'a')).toHaveLength([...parsedFigure(figure).parts].length);
        expect(
          new Set(parts).isSubsetOf(new Set(['svg', 'title', 'desc', 'style', 'rect', 'g', 'a', 'path', 'line', 'text', 'circle'])),
        ).toBe(true);
      }),
      runs(40),
    );
  });
});

/** Each kind of part there is. */
const kinds: Readonly<Record<Component['kind'], true>> = {
  layer: true, kernel: true, service: true, process: true, library: true, device: true, store: true, tool: true, boundary: true,
}; // prettier-ignore

test('each kind of part and of relation has a name that LikeC4 takes', async () => {
  const parts = Object.keys(kinds).map((kind) => ({ id: kind, title: kind, kind: kind as Component['kind'], text: kind, cite: [cited()] }));
  const relations = relationKind.options.map((kind) => ({
    id: `r-${kind}`,
    from: 'layer',
    to: 'kernel',
    kind,
    text: kind,
    cite: [cited()],
  }));
  const groups = [{ title: 'All', show: parts.map(({ id }) => id) }];
  const view: View = { id: 'shape', title: 'All kinds', groups, text: 'Each kind once.', cite: [cited()] };
  const figure = figureOf(architecture({ components: parts, relations }), view, 'Orbit', addressBelow('/', undefined));
  expect(sorted(await modelledByLikeC4(likec4Of(figure)))).toEqual(sorted(parsedFigure(figure, kindAlone)));
});

test('what a tool once took for something else is written so that it does not', () => {
  const [, ...chart] = mermaidOf(titled('%%{init: {"theme": "dark"}}%% "end"')).split(/(?=flowchart)/);
  expect(chart.join('')).not.toMatch(/%%|[{}]/);
  const structurizr = structurizrOf(titled('C:\\new ${HOME}'));
  expect(structurizr).toContain('"C:⧵new $ {HOME}"');
  expect(structurizr).not.toMatch(/^[^#]*[$]\{/m);
  expect(structurizrOf(titled('->'))).toContain('group "-> " {');
});

const titled = (title: string): Figure => {
  const view: View = { id: 'shape', title, groups: [{ title, show: ['kernel'] }], text: title, cite: [cited()] };
  const it = architecture({ components: [{ id: 'kernel', title, kind: 'kernel', text: title, cite: [cited()] }], relations: [] });
  return figureOf(it, view, 'Orbit', addressBelow('/', undefined));
};
