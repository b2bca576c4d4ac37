import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { weave } from './weave.ts';

const term = (id: string, ...words: string[]) => ({ id, words: words.length > 0 ? words : [id] });
const link = (id: string, word: string): string =>
  `<a class="term" href="/glossary/#${id}" data-tells="term-${id}" aria-describedby="term-${id}">${word}</a>`;
/** The page with each link as `[word]`. */
const woven = (html: string, ...terms: ReturnType<typeof term>[]): string =>
  weave(html, terms).html.replaceAll(/<a class="term"[^>]*>(.*?)<\/a>/g, '[$1]');
const [facet, prism, queue] = [term('facet'), term('prism'), term('queue')];

describe('weave', () => {
  test('links the first use of a term and says which are used, in the order of the page', () => {
    const { html, used } = weave('<p>A facet leads there. A prism has a facet.</p>', [prism, facet]);
    expect(html).toBe(`<p>A ${link('facet', 'facet')} leads there. A ${link('prism', 'prism')} has a facet.</p>`);
    expect(used).toEqual([facet, prism]);
  });

  test('leaves a page alone that uses none', () => {
    for (const html of ['', '<p>It turns.</p>', 'text &amp; <b>more']) expect(weave(html, [facet])).toEqual({ html, used: [] });
    expect(weave('<p>a facet</p>', [])).toEqual({ html: '<p>a facet</p>', used: [] });
  });

  test.each([
    ['plural', '<p>two queues</p>', '<p>two [queues]</p>'],
    ['plural of y', '<p>two authorities</p>', '<p>two [authorities]</p>'],
    ['plural of a hiss', '<p>two boxes</p>', '<p>two [boxes]</p>'],
    ['start of a sentence', '<p>Done. Queues wait.</p>', '<p>Done. [Queues] wait.</p>'],
    ['start of a block', '<ul><li>Queue</li></ul>', '<ul><li>[Queue]</li></ul>'],
    ['possessive', '<p>the queue’s end</p>', '<p>the [queue]’s end</p>'],
    ['alias', '<p>by a waiting line</p>', '<p>by a [waiting line]</p>'],
  ])('finds a term in its forms: %s', (_, html, expected) => {
    expect(woven(html, term('queue', 'queue', 'waiting line'), term('authority'), term('box'))).toBe(expected);
  });

  test.each(['a Queue in a name', 'queueing', 'run-queue and queue-run', 'queue_length', 'in src/queue', 'queue.rs', '&queue;'])(
    'passes over what is another word: %s',
    (text) => {
      expect(woven(`<p>${text}</p>`, queue)).toBe(`<p>${text}</p>`);
    },
  );

  test.each([
    '<h2>queue</h2>',
    '<p><a href="/x/">queue</a></p>',
    '<p><code>queue</code></p>',
    '<pre>queue</pre>',
    '<figure><p>queue</p></figure>',
    '<section class="rule"><p>queue</p></section>',
    '<aside class="rule beside"><p>queue</p></aside>',
    '<section class="drift"><p>queue</p></section>',
    '<p>a<cite-note>queue</cite-note></p>',
    '<astro-island><p>queue</p></astro-island>',
    '<section class="flow wide not-content"><ol><li>queue</li></ol></section>',
    '<p><svg><text>queue</text></svg></p>',
    'queue',
  ])('passes over what is no running text: %s', (html) => {
    expect(woven(html, queue)).toBe(html);
  });

  test('takes the longer term where one lies in the other, and a name letter by letter', () => {
    expect(woven('<p>the wait queue. A queue.</p>', queue, term('wait-queue', 'wait queue'))).toBe('<p>the [wait queue]. A [queue].</p>');
    expect(woven('<p>squashfs. SquashFS.</p>', term('squashfs', 'SquashFS'))).toBe('<p>squashfs. [SquashFS].</p>');
  });

  test('links one word a sentence, the one that comes first in the list, and none beside another link', () => {
    expect(woven('<p>A prism and a facet. A prism.</p>', facet, prism)).toBe('<p>A prism and a [facet]. A [prism].</p>');
    expect(woven('<p><a href="/x/">the</a> prism</p><p>a prism</p>', prism)).toBe('<p><a href="/x/">the</a> prism</p><p>a [prism]</p>');
  });

  test('takes the link of an author for the place of its term, the first of several, also where it is looked for nowhere else', () => {
    const made = (id: string, word: string) => `<a href="/glossary/#${id}">${word}</a>`;
    expect(
      weave(`<p>A facet.</p><p>One ${made('facet', 'facet')}, ${made('facet', 'two')}.</p>`, [{ ...facet, onlyLinked: true }]),
    ).toEqual({
      html: `<p>A facet.</p><p>One ${link('facet', 'facet')}, ${made('facet', 'two')}.</p>`,
      used: [{ ...facet, onlyLinked: true }],
    });
    expect(weave('<p>A facet.</p>', [{ ...facet, onlyLinked: true }]).used).toEqual([]);
    expect(woven(`<h2>${made('facet', 'a')}</h2><p>${made('prism', 'b')}</p>`, facet)).toBe(
      `<h2>${made('facet', 'a')}</h2><p>${made('prism', 'b')}</p>`,
    );
  });

  test('goes through marks of emphasis, and counts sentences across them', () => {
    expect(woven('<p>An <em>odd facet</em> of it. <em>A</em> prism.</p>', facet, prism)).toBe(
      '<p>An <em>odd [facet]</em> of it. <em>A</em> [prism].</p>',
    );
    expect(woven('<p>The <em>first</em> Facet</p>', facet)).toBe('<p>The <em>first</em> Facet</p>');
  });

  test('links no more than a page can carry, those first in the list', () => {
    const many = Array.from({ length: 20 }, (_, nth) => term(`t${nth}`));
    const page = many.map(({ id }) => `<p>${id}</p>`).join('');
    expect(weave(page, many.toReversed()).used).toEqual(many.slice(8));
  });
});

describe('any page', () => {
  const terms = [facet, prism, queue, term('wait-queue', 'wait queue', 'WQ')];
  const words = fc.array(fc.constantFrom('facet ', 'Prisms', ' queue. ', 'wait queue', 'WQ, ', 'and ', '&amp;', '. ', 'a<cite-note>facet</cite-note>'), { maxLength: 8 }); // prettier-ignore
  const around = fc.constantFrom<[string, string]>(
    ['<p>', '</p>'],
    ['<p><em>', '</em></p>'],
    ['<ul><li>', '</li></ul>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<h2>', '</h2>'],
    ['<p><code>', '</code></p>'],
    ['<p><a href="/x/">', '</a></p>'],
    ['<section class="rule"><p>', '</p></section>'],
  );
  const pages = fc
    .array(fc.tuple(around, words), { maxLength: 8 })
    .map((blocks) => blocks.map(([[start, end], text]) => start + text.join('') + end).join('\n'));

  test('reads as before, has no link in a link, a heading or code, and each term once at most', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { html, used } = weave(page, terms);
        expect(html.replaceAll(/<a class="term"[^>]*>(.*?)<\/a>/g, '$1')).toBe(page);
        const links = [...termLinks(parseFragment(html), [])];
        expect(links.map(({ id }) => id)).toEqual(used.map(({ id }) => id));
        expect(new Set(used).size).toBe(used.length);
        for (const { inside } of links) expect(inside.filter((it) => ['a', 'h2', 'code', 'section', 'cite-note'].includes(it))).toEqual([]);
      }),
    );
  });

  test('is woven once: a second time changes nothing', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const once = weave(page, terms);
        expect(weave(once.html, terms)).toEqual(once);
      }),
    );
  });
});

function* termLinks(
  node: DefaultTreeAdapterTypes.ParentNode,
  inside: readonly string[],
): Generator<{ readonly id: string; readonly inside: readonly string[] }> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const tells = child.attrs.find(({ name }) => name === 'data-tells')?.value;
    if (tells !== undefined) yield { id: tells.replace('term-', ''), inside };
    yield* termLinks(child, [...inside, child.tagName]);
  }
}
