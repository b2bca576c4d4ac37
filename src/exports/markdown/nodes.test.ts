import fc from 'fast-check';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { code, heading, inline, link, list, listed, markdownOf, paragraph, quote, section, settings, strong } from './nodes.ts';

test('a document is written as GitHub reads it', () => {
  const text = markdownOf([
    heading(1, 'A `name`'),
    paragraph('It ', strong('turns'), ', see ', link('/x/', 'there'), '.'),
    quote(paragraph('Said.'), list([['one'], ['two', code('x|y')]], true)),
    ...listed(2, 'All', ['a', 'b'], (it) => [it]),
    ...listed(2, 'None', [], (it) => [it]),
    ...section(7, 'Deep', [paragraph('End.')]),
    ...section(2, 'Empty', []),
  ]);
  expect(text).toBe(
    [
      '# A `name`',
      'It **turns**, see [there](/x/).',
      '> Said.\n>\n> 1. one\n> 2. two`x|y`',
      '## All',
      '- a\n- b',
      '###### Deep',
      'End.\n',
    ].join('\n\n'),
  );
});

test('what stands between backticks is code, and a single one is not', () => {
  expect(inline(['a `b` c`'])).toEqual([
    { type: 'text', value: 'a ' },
    { type: 'inlineCode', value: 'b' },
    { type: 'text', value: ' c`' },
  ]);
});

const textIn = (node: Nodes): string => ('children' in node ? node.children.map(textIn).join('') : 'value' in node ? node.value : '');
/** One line without a backtick that neither begins nor ends in a space: a paragraph does not keep those. */
const words = fc
  .string({ unit: fc.constantFrom(...'#*_[]<>()!|\\&~+-=.:/@^"\'0aZ é') })
  .map((it) => it.trim())
  .filter((it) => it !== '');

test('whatever the words are, a parser reads them back as words', () => {
  fc.assert(
    fc.property(words, (text) => {
      const tree = markdownToMdast(markdownOf([paragraph(text)]), { position: false, features: { frontmatter: false } });
      expect(textIn(tree)).toBe(text);
      expect('children' in tree && tree.children.map((it) => it.type)).toEqual(['paragraph']);
    }),
    { numRuns: 2000 },
  );
});

/** Texts of few letters and all marks, in every place that phrasing has, beside each other and beside other nodes. */
const marked = fc
  .array(fc.constantFrom(...'aW1 .:/()[]!"\'#&*+-<=>@\\_`|~\n\t', 'www.', 'ps://', '1.', '- '), { maxLength: 6 })
  .map((it) => it.join(''));
const phrasing = fc.array(
  fc.oneof(
    marked.map((value): PhrasingContent => ({ type: 'text', value })),
    marked.map((value) => strong({ type: 'text', value })),
    marked.map((value) => link('/x/', { type: 'text', value })),
    marked.map((value) => code(value)),
  ),
  { minLength: 1, maxLength: 4 },
);
const block = phrasing.chain((children) =>
  fc.constantFrom<RootContent>(paragraph(...children), heading(2, ...children), list([children]), {
    type: 'table',
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
  }),
);

test('a text is escaped as if each were held against every rule', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 2 }), (children) => {
      expect(markdownOf(children)).toBe(toMarkdown({ type: 'root', children }, settings));
    }),
    { numRuns: process.env['ORRERY_ALL'] === '1' ? 50_000 : 2_000 },
  );
});
