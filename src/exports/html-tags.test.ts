/** Tags are read where they are written: as parse5 finds them, which builds the tree of a browser. */
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { readTags, type StartTag } from './html-tags.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

function tagsOf(html: string): StartTag[] {
  const tags: StartTag[] = [];
  readTags(html, { opens: (tag) => tags.push(tag) });
  return tags;
}

function inTree(html: string): StartTag[] {
  const tags: StartTag[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      const at = node.sourceCodeLocation;
      const tag = at?.startTag ?? at;
      if (tag)
        tags.push({
          name: node.tagName.toLowerCase(),
          from: tag.startOffset,
          to: tag.endOffset,
          attributes: node.attrs.map(({ name, prefix, value }) => {
            const written = (prefix ? `${prefix}:${name}` : name).toLowerCase();
            const place = at!.attrs![prefix ? `${prefix}:${name}` : name] ?? at!.attrs![written]!;
            return { name: written, value, from: place.startOffset, to: place.endOffset };
          }),
        });
      visit('content' in node ? (node as DefaultTreeAdapterTypes.Template).content.childNodes : node.childNodes);
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes);
  return tags;
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>a &lt; b</title></head><body>${body}</body></html>`;

test.each([
  ['<a href="/a?b=1&amp;c=%22#d" class=x hidden>a</a>'],
  ["<a href='/a' data-x=''>a</a><br/><img src=/a.png alt>"],
  ['<script>if (a < b) document.write("<p>no</p>")</script><style>p > a::before{content:"<i>"}</style>'],
  ['<textarea><b>no tag</b></textarea><noscript><a href="/a/">a</a></noscript>'],
  ['<svg viewBox="0 0 1 1"><title>a<tspan>b</tspan></title><use xlink:href="/s.svg#x"/></svg><title></title>'],
  ['<template><p onfocus>a</p></template><!-- <b> --><p title="a > b &quot;c&quot; &#x2014;">a</p>'],
  ['<SVG><Path D="M0 0"/></SVG><custom-part data-for="a b"></custom-part>'],
])('%s', (body) => {
  expect(tagsOf(page(body))).toEqual(inTree(page(body)));
});

test('any nesting of elements with any values', () => {
  const value = fc.string({ unit: fc.constantFrom('a', ' ', '&', '"', '<', '>', '/', '=', "'", 'é', ';', '&amp;', '&lt', '\n') });
  const quoted = value.map((it) => it.replaceAll('"', '&quot;'));
  const attributes = fc
    .uniqueArray(fc.constantFrom('id', 'class', 'href', 'data-s', 'title', 'style'))
    .chain((names) => fc.tuple(...names.map((name) => quoted.map((it) => ` ${name}="${it}"`))).map((all) => all.join('')));
  const text = value.map((it) => it.replaceAll('<', '&lt;'));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, text, tie('element') as fc.Arbitrary<string>),
    element: fc
      .tuple(
        fc.constantFrom('div', 'span', 'section', 'svg', 'g', 'cite-note'),
        attributes,
        fc.array(tie('tree') as fc.Arbitrary<string>, { maxLength: 3 }),
      )
      .filter(([name, , inner]) => name !== 'svg' || inner.length === 0)
      .map(([name, its, inner]) => `<${name}${its}>${inner.join('')}</${name}>`),
  }));
  fc.assert(
    fc.property(tree as fc.Arbitrary<string>, (body) => {
      expect(tagsOf(page(body))).toEqual(inTree(page(body)));
    }),
  );
});

test('an end tag is told from where it begins', () => {
  const ends: [string, number][] = [];
  readTags('<p>a</p><script>"</p>"</SCRIPT >', { opens: () => undefined, closes: (name, from) => ends.push([name, from]) });
  expect(ends).toEqual([
    ['p', 4],
    ['script', 22],
  ]);
});
