import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { setMarginNotes } from './margin-notes.ts';

const cite = (where: string, text = '', word = 'documented'): string =>
  `<cite-note data-evidence="documented" data-word="${word}" data-where="${where}" data-href="/sources/a/#${where}">${text}</cite-note>`;
/** The HTML without glyphs, which are drawings. */
const plain = (html: string): string => html.replace(/<svg.*?<\/svg> /gs, '');
const ids = (html: string, kind: string): string[] => [...html.matchAll(new RegExp(`id="(${kind}-\\d+)"`, 'g'))].map(([, id]) => id!);

describe('setMarginNotes', () => {
  test('puts a number in the text and the note behind the block', () => {
    expect(plain(setMarginNotes(`<p>It turns.${cite('line 1', 'Said there.')}</p>`))).toBe(
      '<div class="cited"><p>It turns.<sup class="ref"><a id="ref-1" href="/sources/a/#line 1" title="line 1" aria-label="Source 1, line 1">1</a></sup></p>' +
        '<div class="notes" role="note" aria-label="source 1"><details><summary>source 1</summary><div><p class="evidence">documented</p>' +
        '<p><span id="note-1"><a class="back" href="#ref-1" aria-label="Back to the text, source 1">1</a> Said there.</span>. ' +
        '<a class="where" href="/sources/a/#line 1">line 1</a></p></div></details></div></div>',
    );
  });

  test('leaves a page without citations as it was', () => {
    for (const html of ['', '<p>It turns.</p>', 'text &amp; <b>more']) expect(setMarginNotes(html)).toBe(html);
  });

  test('counts through the page, and sets only the blocks that cite', () => {
    const html = setMarginNotes(
      `<h2>A</h2>\n<p>a${cite('1')}b${cite('2')}</p>\n<p>no source</p>\n<ul><li>c${cite('3')}</li></ul>\n<p>end</p>`,
    );
    expect(ids(html, 'ref')).toEqual(['ref-1', 'ref-2', 'ref-3']);
    expect(ids(html, 'note')).toEqual(['note-1', 'note-2', 'note-3']);
    expect(html.match(/<div class="cited">/g)).toHaveLength(2);
    expect(html).toContain('aria-label="sources 1, 2"');
    expect(html).toMatch(/^<h2>A<\/h2>\n<div class="cited"><p>a/);
    expect(html).toMatch(/<\/div>\n<p>no source<\/p>\n<div class="cited"><ul>/);
    expect(html).toMatch(/\n<p>end<\/p>$/);
  });

  test('names many sources of a block by the first and the last', () => {
    const many = setMarginNotes(`<p>${Array.from({ length: 12 }, (_, nth) => cite(String(nth))).join('')}</p>`);
    expect(many).toContain('<summary>sources 1 to 12</summary>');
    expect(setMarginNotes(`<p>${cite('1')}</p>`)).toContain('<summary>source 1</summary>');
  });

  test('gathers notes under the word of their evidence, and on one place in one line', () => {
    const html = plain(setMarginNotes(`<p>${cite('1', 'a')}${cite('1', 'b')}${cite('2', 'c', 'inferred')}${cite('3', 'd')}</p>`));
    expect([...html.matchAll(/<p class="evidence">(.*?)<\/p>/g)].map(([, word]) => word)).toEqual(['documented', 'inferred']);
    expect([...html.matchAll(/class="where" href="[^"]*">(.*?)</g)].map(([, where]) => where)).toEqual(['1', '3', '2']);
    expect(html).toMatch(/ a<\/span>; <span id="note-2">/);
  });

  test('keeps what is in an address or a place from becoming HTML', () => {
    const html = setMarginNotes(`<p>a${cite('&quot;&lt;b&gt; &amp; c')}</p>`);
    expect(html).toContain('&quot;&lt;b> &amp; c</a>');
    expect(html).toContain('title="&quot;&lt;b> &amp; c"');
    expect(html).not.toContain('<b>');
  });

  test('changes nothing but the citations: without its marks a page reads as before', () => {
    const block = fc.constantFrom('<p>one', '<p>a <em>b</em>', '<ul><li>x', '<table><tr><td>y', '<blockquote><p>q');
    const blocks = fc.array(fc.tuple(block, fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 3 })), { maxLength: 6 });
    const closed = { '<p>one': '</p>', '<p>a <em>b</em>': '</p>', '<ul><li>x': '</li></ul>', '<table><tr><td>y': '</td></tr></table>' };
    fc.assert(
      fc.property(blocks, (list) => {
        const end = (start: string) => closed[start as keyof typeof closed] ?? '</p></blockquote>';
        const html = list.map(([start, places]) => start + places.map((it) => cite(it)).join('') + end(start)).join('\n');
        const marks = list.flatMap(([, places]) => places).length;
        const set = setMarginNotes(html);
        expect(textOf(set)).toBe(textOf(html));
        expect(ids(set, 'note')).toHaveLength(marks);
        expect(new Set(ids(set, 'ref')).size).toBe(marks);
        expect(set).not.toContain('<cite-note');
      }),
    );
  });
});

/** The text of a fragment, without what the notes put in. */
function textOf(html: string): string {
  const read = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string =>
    nodes
      .map((node) => {
        if (!('tagName' in node)) return 'value' in node ? node.value : '';
        const made = node.attrs.some(({ name, value }) => name === 'class' && ['ref', 'notes'].includes(value));
        return made ? '' : read(node.childNodes);
      })
      .join('');
  return read(parseFragment(html).childNodes);
}
