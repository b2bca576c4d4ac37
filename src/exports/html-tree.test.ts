/** What stands in what, as parse5 finds it in a text whose elements are closed. */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { elementsOf, treeOf, type HtmlElement } from './html-tree.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Nested = readonly [name: string, from: number, end: number, inner: string, children: readonly unknown[]];

const nested = (html: string, { name, from, to, end, endTag, children }: HtmlElement): Nested => [
  name,
  from,
  end,
  html.slice(to, endTag?.from ?? end),
  children.map((it) => nested(html, it)),
];
const inTree = (html: string, nodes: readonly Node[]): Nested[] =>
  nodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const at = node.sourceCodeLocation!;
    const inner = html.slice(at.startTag?.endOffset ?? at.endOffset, at.endTag?.startOffset ?? at.endOffset);
    return [[node.tagName, at.startOffset, at.endOffset, inner, inTree(html, node.childNodes)] as const];
  });
function same(html: string): void {
  expect(treeOf(html).map((it) => nested(html, it))).toEqual(
    inTree(html, parseFragment(html, { sourceCodeLocationInfo: true }).childNodes),
  );
}

test.each([
  ['<p>a<b>b</b></p><img src="/a.png"><p>c</p>'],
  ['<svg><path d="M0 0"/><g><use href="#a"/></g></svg><i>a</i>'],
  ['<ul><li><p>a<br>b</p></li></ul><!-- <b> --><script>"<p>"</script>'],
])('%s', same);

test('any nesting of elements', () => {
  const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
    html: fc
      .array(fc.oneof(fc.constantFrom('a', ' ', '&amp;', '<br>', '<!-- c -->'), tie('element')), { maxLength: 4 })
      .map((it) => it.join('')),
    element: fc
      .tuple(fc.constantFrom('div', 'section', 'span', 'cite-note', 'aside'), tie('html'))
      .map(([name, inner]) => `<${name} class="x">${inner}</${name}>`),
  }));
  fc.assert(fc.property(html, same));
});

test('an element without an end tag ends with the one around it, and an end tag of none is passed over', () => {
  const html = '<ul><li>a<li>b</ul></b><p>c';
  expect([...elementsOf(treeOf(html))].map((it) => html.slice(it.from, it.end))).toEqual([
    html.slice(0, 19),
    '<li>a<li>b',
    '<li>b',
    '<p>c',
  ]);
});
