import { describe, expect, test } from 'vitest';
import { fileAt, pageOnDisk, styleOnDisk } from './on-disk.ts';

const named: string[] = [];
const place = { file: 'systems/orbit/index.html', base: '/orrery/', names: (it: string) => void named.push(it) };
const page = (html: string): string => pageOnDisk(html, place, 'From disk.');

describe('an address', () => {
  test.each([
    ['/orrery/', 'index.html'],
    ['/orrery/rules/#a', 'rules/index.html'],
    ['/orrery/tasks/?system=orbit', 'tasks/index.html'],
    ['/orrery/a%20b.json', 'a b.json'],
    ['//elsewhere/', undefined],
    ['/other/', undefined],
    ['https://a.test/orrery/', undefined],
  ])('%s is the file %s', (address, file) => expect(fileAt(address, '/orrery/')).toBe(file));
});

describe('a page', () => {
  test('names files by where they lie from it, and tells which', () => {
    expect(page('<a href="/orrery/rules/#a.b">')).toBe('<a href="../../rules/index.html#a.b">');
    expect(page('<img alt="a" src="/orrery/x.svg">')).toBe('<img alt="a" src="../../x.svg">');
    expect(named).toEqual(expect.arrayContaining(['rules/index.html', 'x.svg']));
  });
  test('keeps what leads elsewhere, and what only shows an address', () => {
    for (const it of ['<a href="https://a.test/">', '<a href="#here">', '<code>&lt;a href="/orrery/rules/"></code>'])
      expect(page(it)).toBe(it);
  });
  test('has no script, and what is written for readers without one', () => {
    expect(page('<script type="module" src="/orrery/a.js"></script><noscript><p>b</p></noscript>')).toBe('<p>b</p>');
    expect(page('<link rel="modulepreload" href="/orrery/a.js"><link rel="stylesheet" href="/orrery/a.css">')).toBe(
      '<link rel="stylesheet" href="../../a.css">',
    );
    expect(page(`<meta http-equiv="content-security-policy" content="default-src 'none'">`)).toContain(`content="script-src 'none'"`);
  });
  test('says what it is, and leaves out what is only on the site', () => {
    expect(page('<main class="a"><div data-not-on-disk class="b"><p>c</p></div>')).toBe(
      '<main class="a"><p class="from-disk label">From disk.</p>',
    );
  });
});

test('a style sheet holds as for a reader without script, with its fonts beside it', () => {
  const of = (css: string) => styleOnDisk(css, { ...place, file: '_astro/a.css' });
  expect(of('@media (scripting:none){}@media (scripting: enabled){}')).toBe('@media (min-width: 0){}@media (max-width: 0){}');
  expect(of('a{src:url(/orrery/_astro/f.woff2);font-display:optional}')).toBe('a{src:url(../_astro/f.woff2);font-display:swap}');
  expect(of('a{b:url(data:x)}')).toBe('a{b:url(data:x)}');
});
