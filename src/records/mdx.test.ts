/** What a page of prose comes to, from texts of a few lines. What is then wrong with it is tested with whole pages in tests/records. */
import { describe, expect, test } from 'vitest';
import { idsOf } from '../facts/integrity/page-content.ts';
import { mostBraces, mostBytesOfAPage, mostMarks, mostTags } from './limits.ts';
import { readMdx } from './mdx.ts';

const content = (text: string) => readMdx('page.mdx', text).content;
const told = (text: string) => readMdx('page.mdx', text).problems.map(({ line, says }) => `${line} ${says}`);

test('house: a page says which simulations, rules and differences it shows, each once', () => {
  const page = content(
    '<Rule id="a.b" />\n\n<Simulation id="orbit/wheel" />\n\n<Rule id="a.c" /> and <Rule id="a.b" />\n\n<Drift id="d" />\n',
  );
  expect(idsOf(page, 'Rule')).toEqual(['a.b', 'a.c']);
  expect(idsOf(page, 'Simulation')).toEqual(['orbit/wheel']);
  expect(idsOf(page, 'Drift')).toEqual(['d']);
});

test('an id in a block of code or in a text is shown by nothing', () => {
  expect(idsOf(content('`<Rule id="a.b" />`\n\n```mdx\n<Rule id="a.b" />\n```\n'), 'Rule')).toEqual([]);
});

test('attributes are plain values, or told as computed', () => {
  const [element] = content(`<A a="x" b={2} c={true} d='y' e f={1 + 1} {...g} h={"z"} />`).elements;
  expect([...element!.attributes]).toEqual([
    ['a', 'x'],
    ['b', 2],
    ['c', true],
    ['d', 'y'],
    ['e', null],
    ['f', { computed: '1 + 1' }],
    ['...', { computed: '...g' }],
    ['h', 'z'],
  ]);
});

test('imports are names with a file and a line, and everything else that would run is code', () => {
  const page = content(
    "---\ntitle: A\n---\n\nimport A from 'a';\nimport { B, C } from 'b'\nexport const d = 1;\n\nText {1 + 1}{' '}{/* a remark */}{/* a */ 1 /* b */}\n",
  );
  expect(page.imports).toEqual([
    { name: 'A', from: 'a', line: 5 },
    { name: 'B', from: 'b', line: 6 },
    { name: 'C', from: 'b', line: 6 },
  ]);
  expect(page.code.map(({ line, text }) => `${line} ${text}`)).toEqual(['7 export const d = 1;', '9 1 + 1', '9 /* a */ 1 /* b */']);
});

test('links, definitions and images are addresses', () => {
  const page = content('[a](b) ![c](d) [e][f] <kbd>g</kbd>\n\n[f]: h\n');
  expect(page.addresses).toEqual([
    { line: 1, url: 'b', isImage: false },
    { line: 1, url: 'd', isImage: true },
    { line: 3, url: 'h', isImage: false },
  ]);
});

describe('C3: a paragraph has evidence', () => {
  test.each([
    ['It turns.', false],
    ['It turns.<Cite lines="1" />', true],
    ['It turns.\n\n<Rule id="a" />', true],
    ['It turns.\n\n<Simulation id="a" />', false],
    ['More below. {/* states nothing */}', true],
    ['More below. {/* nothing */}', false],
    ['> It turns.', false],
    ['<Aside>\nIt turns.\n</Aside>', false],
    ['![a](/a.svg)', true],
  ])('%j: %s', (text, hasEvidence) => {
    expect(content(text).paragraphs.map((it) => it.hasEvidence)).toEqual([hasEvidence]);
  });

  test('and the items of a list belong to what stands above it', () => {
    expect(content('1. It turns.\n2. It stops.\n').paragraphs).toEqual([]);
  });
});

describe('R4: a page that would keep its parser busy is refused unread', () => {
  test.each([
    ['x'.repeat(mostBytesOfAPage + 1), '1 this page has more than 65536 characters'],
    [`a\n${'> '.repeat(mostMarks + 1)}b`, '2 more than 16 quotes and lists lie in each other'],
    ['<A>'.repeat(mostTags + 1), '1 there are more than 2000 of the sign <'],
    ['{'.repeat(mostBraces + 1), '1 there are more than 1000 of the sign {'],
  ])('%#', (text, says) => {
    expect(told(text)).toEqual([says]);
  });
});

test('R6: what is not MDX is told with its line', () => {
  expect(told('a\n\nb <c')).toEqual([expect.stringMatching(/^3 this is not MDX: .+/)]);
});

describe('what a page states, with the citations behind it', () => {
  const stated = (text: string) =>
    content(text).statements.map(({ line, text, cites }) => [
      line,
      text,
      cites.map(({ element, note }) => `${String(element.attributes.get('lines'))} ${note}`),
    ]);

  test('a statement reaches back to the citation before, or to where its paragraph begins', () => {
    expect(stated('Not this.\n\nIt *turns* at `n`.<Cite lines="1">a</Cite> It\nstops.<Cite lines="2">b `c`</Cite>\n')).toEqual([
      [3, 'It turns at n.', ['1 a']],
      [4, 'It stops.', ['2 b c']],
    ]);
  });

  test('citations with nothing between them stand behind one statement', () => {
    expect(stated('It turns.<Cite lines="1">a</Cite> <Cite lines="2">b</Cite>\n\n<Cite lines="3">c</Cite>\n')).toEqual([
      [1, 'It turns.', ['1 a', '2 b', '3 c']],
    ]);
  });

  test('cells and items are texts of their own', () => {
    expect(stated('| A |\n| --- |\n| It turns.<Cite lines="1">a</Cite> |\n\n- no\n- It stops.<Cite lines="2">b</Cite>\n')).toEqual([
      [3, 'It turns.', ['1 a']],
      [6, 'It stops.', ['2 b']],
    ]);
  });
});
