import { expect, test } from 'vitest';
import { chapterName, chapterOf } from './chapter.ts';

const names = new Map(['/systems/orbit/architecture/', '/systems/orbit/architecture/boot/'].map((it) => [it, chapterName(it)]));
const page = (
  content: string,
  foot = '',
) => `<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"><style>p{}</style></head><body><main>
<div><div class="page-title"><h1 id="_top">Boot &amp; more</h1><p class="lead">How it starts.</p></div></div>
<div><div class="sl-markdown-content">${content}</div>${foot}</div></main></body></html>`;
const of = (content: string, foot = '') => chapterOf(page(content, foot), '/systems/orbit/architecture/boot/', names, '/base/');
const inner = (content: string, foot = '') =>
  /<div class="sl-markdown-content">([\s\S]*)<\/div>\s*<\/section>/.exec(of(content, foot).html)?.[1];

test('a chapter is called by the address of its page', () => {
  expect([...names.values()]).toEqual(['architecture', 'architecture-boot']);
});

test('it begins with the title of the page, a level lower, and its lead', () => {
  const { html, title, styles } = of('<p>a</p>');
  expect(title).toBe('Boot & more');
  expect(html).toMatch(
    /^<section class="chapter" id="architecture-boot" aria-labelledby="architecture-boot--_top">\n<h2 id="architecture-boot--_top">Boot &amp; more<\/h2>\n<p class="lead">/,
  );
  expect(styles).toEqual(['<link rel="stylesheet" href="/a.css">', '<style>p{}</style>']);
});

test('headings are a level lower, and those of sections are told', () => {
  expect(inner('<div class="sl-heading-wrapper level-h2"><h2 id="a">A</h2></div><h5>b</h5><h6>c</h6>')).toBe(
    '<div class="sl-heading-wrapper level-h3"><h3 id="architecture-boot--a">A</h3></div><h6>b</h6><h6>c</h6>',
  );
  expect(of('<h2 id="a">A</h2><h2>no place</h2>').sections).toEqual([{ id: 'architecture-boot--a', title: 'A' }]);
});

test('ids and all that names them have the chapter before them', () => {
  expect(inner('<a id="r" data-tells="n" aria-describedby="n m" href="#n">1</a>')).toBe(
    '<a id="architecture-boot--r" data-tells="architecture-boot--n" aria-describedby="architecture-boot--n architecture-boot--m" href="#architecture-boot--n">1</a>',
  );
  expect(inner('<svg><path marker-end="url(#tip)"/></svg>')).toBe('<svg><path marker-end="url(#architecture-boot--tip)"/></svg>');
});

test('a link to another chapter leads within the book, and no other does', () => {
  expect(inner('<a href="/systems/orbit/architecture/">a</a><a href="/base/systems/orbit/architecture/#b">b</a>')).toBe(
    '<a href="#architecture">a</a><a href="#architecture--b">b</a>',
  );
  for (const it of ['<a href="/rules/#a">a</a>', '<a href="/systems/orbit/">a</a>', '<a href="https://a.test/">a</a>'])
    expect(inner(it)).toBe(it);
});

test('a simulation is its storyboard, and nothing is there that can only be pressed', () => {
  expect(inner('<astro-island client="visible"><div class="storyboard">a</div><button>b</button></astro-island><script>c</script>')).toBe(
    '<div class="storyboard">a</div>',
  );
  expect(inner('a<div class="edit-model wide" data-edit-service><button>Write</button><p>Opens an editor.</p></div>')).toBe('a');
  expect(inner('<h2 id="a">A</h2><a class="sl-anchor-link" href="#a">#</a>')).toBe('<h3 id="architecture-boot--a">A</h3>');
});

test('the notes of the page stand at its end; where to go on does not', () => {
  const foot =
    '<section class="go-on">x</section><section class="page-foot"><h2 id="s">Sources</h2></section><p class="on-paper">y</p><footer class="page-footer">z</footer>';
  const { html } = of('<p>a</p>', foot);
  expect(html).toContain('<section class="page-foot"><h3 id="architecture-boot--s">Sources</h3></section>');
  expect(html).not.toMatch(/[xyz]</);
});

test('a page of another make is refused', () => {
  expect(() => chapterOf('<p>a</p>', '/systems/orbit/architecture/boot/', names, '/')).toThrow('is no page of prose');
});

test('it brings along what its page may load and wear', () => {
  const policy = `<meta http-equiv="content-security-policy" content="script-src 'sha256-a='; style-src 'self' 'sha256-b=' 'sha256-c='; img-src 'self'">`;
  const html = page('<p>a</p>').replace(
    '<head>',
    `<head>${policy}<link rel="preload" as="font" href="/f.woff2"><link rel="modulepreload" href="/a.js">`,
  );
  const { allowed, styles } = chapterOf(html, '/systems/orbit/architecture/boot/', names, '/');
  expect(allowed).toEqual(["'sha256-b='", "'sha256-c='"]);
  expect(styles).toEqual(['<link rel="preload" as="font" href="/f.woff2">', '<link rel="stylesheet" href="/a.css">', '<style>p{}</style>']);
});

test('what would be there twenty times by one name has none, and lanes lead nowhere', () => {
  expect(inner('<section class="drift" aria-label="a"><b>c</b></section>')).toBe('<section class="drift" ><b>c</b></section>');
  expect(inner('<ul class="heads"><li><a href="/rules/">a</a></li></ul>')).toBe('<ul class="heads"><li><a >a</a></li></ul>');
});
