import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { setNotes } from './page-notes.ts';

const cite = (where: string, text = '', evidence = 'documented'): string =>
  `<cite-note data-evidence="${evidence}" data-word="${evidence}" data-where="${where}" data-href="/sources/a/#${where}">${text}</cite-note>`;
const rule = (text: string): string => `<aside class="rule beside" aria-label="Rule">${text}</aside>`;
/** The HTML without glyphs, which are drawings. */
const plain = (html: string): string => html.replace(/<svg.*?<\/svg>/gs, '');
const ids = (html: string, kind: string): string[] => [...html.matchAll(new RegExp(`id="(${kind}-\\d+)"`, 'g'))].map(([, id]) => id!);
const glyphs = (html: string): number => html.split('<svg').length - 1;

describe('setNotes', () => {
  test('puts a number in the text and what it says into the list', () => {
    const { html, sources, count, places } = setNotes(`<p>It turns.${cite('line 1', 'Said there.')}</p>`);
    expect(plain(html)).toBe(
      '<p>It turns.<sup class="ref"><a id="ref-1" href="/sources/a/#line 1" data-tells="note-1" aria-describedby="note-1" ' +
        'aria-label="Source 1, documented, line 1">1</a></sup></p>',
    );
    expect(plain(sources)).toBe(
      '<li><p><span id="note-1"><a class="back" href="#ref-1" aria-label="Back to the text, source 1">1</a> Said there.</span> ' +
        '<a class="where" href="/sources/a/#line 1"><span class="sr-only">documented: </span>line 1</a></p></li>',
    );
    expect([count, places]).toEqual([1, 1]);
  });

  test('keeps the day of a place on one line', () => {
    expect(setNotes(`<p>a${cite('src/a.rs:3 (wake), 2026-02-10')}</p>`).sources).toContain(
      'src/a.rs:3 (wake), <span class="day">2026-02-10</span></a>',
    );
  });

  test('leaves a page without citations as it was', () => {
    for (const html of ['', '<p>It turns.</p>', 'text &amp; <b>more'])
      expect(setNotes(html)).toEqual({ html, sources: '', count: 0, places: 0 });
  });

  test('counts through the page, in lists and tables too', () => {
    const { html, sources } = setNotes(`<h2>A</h2>\n<p>a${cite('1')}b${cite('2')}</p>\n<ul><li>c${cite('3')}</li></ul>\n<p>end</p>`);
    expect(ids(html, 'ref')).toEqual(['ref-1', 'ref-2', 'ref-3']);
    expect(ids(sources, 'note')).toEqual(['note-1', 'note-2', 'note-3']);
  });

  test('shows at a glance what a row of numbers rests on: its sign stands before the first, and where it changes', () => {
    expect(glyphs(setNotes(`<p>a${cite('1')}${cite('2')} ${cite('3')}</p>`).html)).toBe(1);
    expect(glyphs(setNotes(`<p>a${cite('1')}${cite('2', '', 'found')}${cite('3', '', 'inferred')}</p>`).html)).toBe(3);
    expect(glyphs(setNotes(`<p>a${cite('1')} and b${cite('2')}</p>`).html)).toBe(2);
  });

  test('marks what goes on a row, and nothing that words part from the number before it', () => {
    const { html } = setNotes(`<p>a${cite('1')}${cite('2')} ${cite('3')} and b${cite('4')}<b>.</b>${cite('5')}</p><p>${cite('6')}</p>`);
    const goesOn = [...html.matchAll(/<sup class="ref"( data-goes-on)?>/g)].map(([, mark]) => mark !== undefined);
    expect(goesOn).toEqual([false, true, true, false, false, false]);
  });

  test('lets a long row go on in the next line', () => {
    expect(setNotes(`<p>a${cite('1').repeat(5)}</p>`).html).not.toContain('<wbr>');
    expect(setNotes(`<p>a${cite('1').repeat(11)}</p>`).html.split('<wbr>')).toHaveLength(3);
  });

  test('of a row of more than five the first three stand in the text, and one link tells of the others with their signs', () => {
    const five = setNotes(`<p>a${cite('1').repeat(5)}</p>`).html;
    expect(five).not.toMatch(/data-other|other-refs/);
    const { html, count } = setNotes(`<p>a${cite('1').repeat(4)}${cite('2', '', 'found')}${cite('3')} and b${cite('4')}</p>`);
    expect(count).toBe(7);
    expect([...html.matchAll(/<sup class="ref"([^>]*)>/g)].map(([, marks]) => marks!.includes('data-other'))).toEqual([
      false, false, false, true, true, true, false,
    ]); // prettier-ignore
    const [link] = /<sup class="other-refs">.*?<\/sup>/.exec(html)!;
    expect(plain(link)).toBe(
      '<sup class="other-refs"><a href="#note-4" data-tells="note-4 note-5 note-6" aria-label="+3, sources 4 to 6">+3</a></sup>',
    );
    expect(glyphs(link)).toBe(1);
    expect(html.indexOf(link)).toBeLessThan(html.indexOf('id="ref-4"'));
    expect(html.indexOf(link)).toBeGreaterThan(html.indexOf('id="ref-3"'));
  });

  test('lists each place once, with every number that leads to it', () => {
    const { sources, count, places } = setNotes(`<p>${cite('1', 'a')}${cite('2', 'b')}${cite('1', 'c')}${cite('1', 'd', 'inferred')}</p>`);
    expect([count, places]).toEqual([4, 3]);
    expect([...sources.matchAll(/<li>.*?<\/li>/gs)].map(([item]) => ids(item, 'note'))).toEqual([
      ['note-1', 'note-3'],
      ['note-2'],
      ['note-4'],
    ]);
    expect(plain(sources)).toContain(' a</span>; <span id="note-3">');
  });

  test('puts a sign behind words alone, and none behind a number', () => {
    const { sources } = setNotes(`<p>${cite('1')}${cite('1', 'b')}${cite('1')}${cite('1', 'd')}</p>`);
    const text = plain(sources).replaceAll(/<[^>]*>/g, '');
    expect(text).toBe('1 2 b; 3 4 d documented: 1');
  });

  test('sets rules beside the block that they follow', () => {
    const { html } = setNotes(`<p>a</p>\n<p>b</p>\n${rule(`x${cite('1')}`)}\n${rule('y')}\n<h2>c</h2>`);
    expect(plain(html)).toMatch(
      /^<p>a<\/p>\n<div class="with-margin"><p>b<\/p>\n<div class="margin"><aside[^>]*>x<sup.*<\/aside>\n<aside[^>]*>y<\/aside><\/div><\/div>\n<h2>c<\/h2>$/,
    );
    expect(setNotes(rule('alone')).html).toBe(rule('alone'));
  });

  test('keeps what is in an address or a place from becoming HTML', () => {
    const { html, sources } = setNotes(`<p>a${cite('&quot;&lt;b&gt; &amp; c')}</p>`);
    expect(sources).toContain('&quot;&lt;b> &amp; c</a>');
    expect(html + sources).not.toContain('<b>');
  });

  test('changes nothing but the citations: without its marks a page reads as before', () => {
    const block = fc.constantFrom(
      '<p>one',
      '<p>a <em>b</em>',
      '<ul><li>x',
      '<table><tr><td>y',
      '<blockquote><p>q',
      '<aside class="rule beside">z',
    );
    const blocks = fc.array(fc.tuple(block, fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 3 })), { maxLength: 6 });
    const ends = { '<p>one': '</p>', '<p>a <em>b</em>': '</p>', '<ul><li>x': '</li></ul>', '<table><tr><td>y': '</td></tr></table>', '<blockquote><p>q': '</p></blockquote>' }; // prettier-ignore
    fc.assert(
      fc.property(blocks, (list) => {
        const end = (start: string) => ends[start as keyof typeof ends] ?? '</aside>';
        const html = list.map(([start, places]) => start + places.map((it) => cite(it)).join('') + end(start)).join('\n');
        const marks = list.flatMap(([, places]) => places).length;
        const set = setNotes(html);
        expect(textOf(set.html)).toBe(textOf(html));
        expect(ids(set.sources, 'note')).toHaveLength(marks);
        expect(new Set(ids(set.html, 'ref')).size).toBe(marks);
        expect(set.html).not.toContain('<cite-note');
        expect(set.html.split('<div').length).toBe(set.html.split('</div>').length);
      }),
    );
  });
});

/** The text of a fragment, without the numbers. */
function textOf(html: string): string {
  const read = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string =>
    nodes
      .map((node) => {
        if (!('tagName' in node)) return 'value' in node ? node.value : '';
        const made = node.attrs.some(({ name, value }) => name === 'class' && value === 'ref');
        return made ? '' : read(node.childNodes);
      })
      .join('');
  return read(parseFragment(html).childNodes);
}
