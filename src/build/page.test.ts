import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Styles } from './inline-styles.ts';
import { sealPage } from './page.ts';

const sheet = '/orrery/_astro/inline.css';
const scripts = (id: string) => [`/orrery/_astro/${id}.js`, '/orrery/_astro/player.js'];
const seal = (html: string, base = '/orrery/', styles = new Styles()): string => sealPage(html, { base, styles, scripts })(sheet);
const encoding = '<meta charset="utf-8">';
const page = (body: string, head = ''): string => `<!doctype html><html><head>${encoding}${head}</head><body>${body}</body></html>`;
const bodyOf = (html: string): string => html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'));
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
const policyOf = (html: string): string =>
  /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)![1]!;
const directive = (html: string, name: string): string[] =>
  policyOf(html)
    .split('; ')
    .map((it) => it.split(' '))
    .find(([first]) => first === name)!
    .slice(1);
const named = (style: string): string => `data-s="${createHash('sha256').update(style).digest('hex').slice(0, 8)}"`;

describe('the policy', () => {
  test('stands behind the encoding and before all else, and allows this site alone', () => {
    expect(seal(page('<p>It turns.</p>', '<title>Orbit</title>'))).toBe(
      page(
        '<p>It turns.</p>',
        `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'; ` +
          `img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'">` +
          '<title>Orbit</title>',
      ),
    );
  });

  test('names each script and each style of the page by its hash, once', () => {
    const scripts = ['let a = 1 < 2 && "ü";', '\n  b()\n'];
    const html = seal(
      page(
        `<script>${scripts[0]}</script><script type="module">${scripts[1]}</script><script>${scripts[0]}</script>`,
        '<style>p > a{}</style>',
      ),
    );
    expect(directive(html, 'script-src')).toEqual(["'self'", ...scripts.map(sha256).sort()]);
    expect(directive(html, 'style-src')).toEqual(["'self'", sha256('p > a{}')]);
  });

  test('names no data, and no script that has an address', () => {
    const html = seal(
      page('<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script><script src="/a.js"></script>'),
    );
    expect(directive(html, 'script-src')).toEqual(["'self'"]);
  });

  test('reaches into templates', () => {
    expect(directive(seal(page('<template><script>a()</script></template>')), 'script-src')).toContain(sha256('a()'));
  });

  test('has no room for an inline handler, which is refused', () => {
    expect(() => seal(page('<button onclick="go()">Go</button>'))).toThrow(
      '<button onclick> is an inline handler: the policy forbids it. Add the listener in a script.',
    );
    expect(() => seal(page('<svg onload="go()"></svg>'))).toThrow('<svg onload>');
    expect(() => seal(page('<template><p onfocus></p></template>'))).toThrow('<p onfocus>');
  });
});

describe('R13: the encoding', () => {
  test('stands first, wherever it stood, and before a policy of any length', () => {
    const scripts = Array.from({ length: 40 }, (_, i) => `<script>run(${i})</script>`).join('');
    const html = seal(
      `<!doctype html><html lang="en"><head><title>Orbit</title><meta charset="utf-8"/>${scripts}</head><body></body></html>`,
    );
    expect(html.indexOf('<meta charset="utf-8"><meta http-equiv="content-security-policy"')).toBe(html.indexOf('<head>') + '<head>'.length);
    expect(html.match(/charset/g)).toHaveLength(1);
  });

  test('is asked for where it is missing', () => {
    expect(() => seal('<html><head><title>Orbit</title></head><body></body></html>')).toThrow('does not name its encoding');
  });
});

test('R13: only a page that has the search may run WebAssembly', () => {
  expect(directive(seal(page('<site-search></site-search>')), 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(directive(seal(page('<p>It turns.</p>')), 'script-src')).toEqual(["'self'"]);
});

test('P9: a theme that no script has chosen is taken away', () => {
  const html = seal('<html data-theme="dark" lang="en"><head><meta charset="utf-8"></head><body></body></html>');
  expect(html).toMatch(/^<html {2}lang="en">/);
});

describe('the base path', () => {
  test('stands before a link for readers without script too', () => {
    expect(bodyOf(seal(page('<noscript><a href="/a-to-z/">A</a></noscript>')))).toBe(
      '<noscript><a href="/orrery/a-to-z/">A</a></noscript>',
    );
  });
  test.each([
    ['<a href="/systems/">', '<a href="/orrery/systems/">'],
    ['<a href="/">', '<a href="/orrery/">'],
    ["<a href='/a?b=1&amp;c=%22#d'>", '<a href="/orrery/a?b=1&amp;c=%22#d">'],
    ['<a href=/systems/>', '<a href="/orrery/systems/">'],
    ['<img src="/a.png" alt="/not an address">', '<img src="/orrery/a.png" alt="/not an address">'],
    [
      '<img srcset="/a.png 1x, /orrery/b.png 2x,/c.png 3x, https://d.test/e.png 4x">',
      '<img srcset="/orrery/a.png 1x, /orrery/b.png 2x,/orrery/c.png 3x, https://d.test/e.png 4x">',
    ],
    ['<form action="/search/">', '<form action="/orrery/search/">'],
    ['<svg><use xlink:href="/a.svg#b"></use></svg>', '<svg><use xlink:href="/orrery/a.svg#b"></use></svg>'],
    ['<a href="/orreries/">', '<a href="/orrery/orreries/">'],
  ])('is put into %s', (before, after) => {
    expect(bodyOf(seal(page(before)))).toBe(after);
    expect(bodyOf(seal(page(before), '/'))).toBe(before.includes('srcset') ? before : bodyOf(page(before)));
  });

  test.each([
    '/orrery/systems/',
    '/orrery/',
    '/orrery',
    '//host.test/a',
    'https://host.test/a',
    'mailto:a@b.test',
    '#part',
    'part/',
    '../part/',
    '',
    'data:,/a',
  ])('is not put into %j', (address) => {
    const link = `<a href="${address}">`;
    expect(bodyOf(seal(page(link)))).toBe(link);
  });

  test('is not put into what is no address', () => {
    const text = '<p title="/a" data-x="/b" aria-label="/c">/d href="/e"</p><!-- <a href="/f"> --><script>"/g"</script>';
    expect(bodyOf(seal(page(text)))).toBe(text);
  });
});

describe('style attributes', () => {
  test('become names, and the page gets the stylesheet', () => {
    const styles = new Styles();
    const html = seal(
      page('<p style="color:red">a</p><p style="color:red">b</p><p style="color:blue">c</p>', '<title>Orbit</title>'),
      '/',
      styles,
    );
    expect(bodyOf(html)).toBe(`<p ${named('color:red')}>a</p><p ${named('color:red')}>b</p><p ${named('color:blue')}>c</p>`);
    expect(html).toContain(`<title>Orbit</title><link rel="stylesheet" href="${sheet}"></head>`);
    expect(styles.size).toBe(2);
  });

  test('are none, and then there is no stylesheet', () => {
    expect(seal(page('<p>a</p>'))).not.toContain(sheet);
  });

  test("go without a name where Starlight's own script clears them", () => {
    const styles = new Styles();
    const html = seal(page('<kbd style="display: none;">K</kbd>'), '/', styles);
    expect(bodyOf(html)).toBe('<kbd >K</kbd>');
    expect([styles.size, html.includes(sheet)]).toEqual([0, false]);
  });

  test('of highlighted code are noted', () => {
    const styles = new Styles();
    seal(page('<div class="a ec-line b"></div>'), '/', styles);
    expect(styles.highlighted).toBe(true);
  });
});

test('what a simulation that is seen at once will load is named in the head, once', () => {
  const link = (name: string) => `<link rel="modulepreload" href="/orrery/_astro/${name}.js">`;
  const body = '<div data-at-once="dial"></div><div data-at-once="clock"></div><div class="simulation"></div>';
  expect(seal(page(body))).toContain(`${link('dial')}${link('player')}${link('clock')}</head>`);
  expect(seal(page('<div class="simulation"></div>'))).not.toContain('modulepreload');
});

test('a link that only some elements need stands in the pages that have one of them', () => {
  const link = (href: string, of: string) => `<link rel="preload" href="${href}"${of}>`;
  const head = link('/text.woff2', '') + link('/code.woff2', ' data-for="code kbd"') + link('/italic.woff2', ' data-for="em"');
  const linked = (body: string) => [...seal(page(body, head)).matchAll(/<link [^>]*>/g)].map(([it]) => it);
  const [text, code, italic] = ['text', 'code', 'italic'].map((name) => `<link rel="preload" href="/orrery/${name}.woff2"`);
  expect(linked('<p>It turns.</p>')).toEqual([`${text}>`]);
  expect(linked('<p>It <em>must</em> turn.</p>')).toEqual([`${text}>`, `${italic} >`]);
  expect(linked('<template><kbd>K</kbd></template><em>must</em>')).toEqual([`${text}>`, `${code} >`, `${italic} >`]);
});

test('islands are numbered in each page, whatever they were called', () => {
  const html = seal(page('<astro-island uid="Z1abc" ssr=""></astro-island><p uid="x"></p><astro-island ssr="" uid="Q2"></astro-island>'));
  expect(bodyOf(html)).toBe('<astro-island uid="i1" ssr=""></astro-island><p uid="x"></p><astro-island ssr="" uid="i2"></astro-island>');
});

test('a page without a head is refused', () => {
  expect(() => seal('<p>It turns.</p>')).toThrow('no <head>');
  expect(() => seal('<html><head><body></body></html>')).toThrow('no <head>');
});

test('an element that is not closed, and so is parsed into several, is edited once', () => {
  expect(bodyOf(seal(page('<p><a href="/a">b<p>c')))).toBe('<p><a href="/orrery/a">b<p>c');
});

test('nothing else changes, byte for byte', () => {
  /** Pieces of a page, and what becomes of each. */
  const pieces: [string, string][] = [
    ['<p>It  turns &amp; turns\r\n', '<p>It  turns &amp; turns\r\n'],
    ["<a  HREF = '#x' >&lt;b&nbsp;</a>", "<a  HREF = '#x' >&lt;b&nbsp;</a>"],
    ['<!-- style="a" href="/b" -->', '<!-- style="a" href="/b" -->'],
    ['<br/><input disabled value=1>', '<br/><input disabled value=1>'],
    ['\u{1F6F0} ünïcode ', '\u{1F6F0} ünïcode '],
    ['<pre>\n\n  a\n</pre>', '<pre>\n\n  a\n</pre>'],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
    ['<a href="/a">', '<a href="/orrery/a">'],
    ['<b STYLE="top:0">', `<b ${named('top:0')}>`],
    ['<i style="top:0" title="/t" ></i>', `<i ${named('top:0')} title="/t" ></i>`],
    ['<img src=/a.png alt>', '<img src="/orrery/a.png" alt>'],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (list) => {
      const html = seal(page(list.map(([before]) => before).join('')));
      expect(bodyOf(html)).toBe(list.map(([, after]) => after).join(''));
      const without = html
        .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
        .replace(`<link rel="stylesheet" href="${sheet}">`, '');
      expect(without).toBe(page(list.map(([, after]) => after).join('')));
    }),
  );
});
