/** The site as one file: it can be unpacked anywhere, every link in it leads to a file in it, and its pages need no script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { dist, published, readSite } from './built-site.ts';
import { readZip } from './zip-reader.ts';

type Element = DefaultTreeAdapterTypes.Element;

function* elementsOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsOf(node.childNodes);
  }
}

describe.each([dist, published.folder])('the zip of %s', (folder) => {
  const bytes = readFileSync(join(folder, 'data/orrery.zip'));
  const files = readZip(bytes);
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const parsed = new Map(pages.map(([path, text]) => [path, [...elementsOf(parse(text.toString('utf8')).childNodes)]]));

  test('lies in one folder, and has nearly every page of the site', () => {
    expect([...files.keys()].every((path) => path.startsWith('orrery/'))).toBe(true);
    expect(files.has('orrery/index.html')).toBe(true);
    const missing = readSite(folder)
      .pages.map(({ file }) => file)
      .filter((file) => !files.has(`orrery/${file}`));
    // What nothing leads to by a link: frames for other pages, the page for what is not there, a day that a script chooses.
    expect(missing.filter((file) => !/^(embed\/|404\.html|[a-z]+\/as-of\/)/.test(file))).toEqual([]);
  });

  test('every link in every page leads to a file in it, and to a place on that page', () => {
    const ids = new Map(
      [...parsed].map(([path, all]) => [
        path,
        new Set(all.flatMap((it) => it.attrs.filter(({ name }) => name === 'id').map(({ value }) => value))),
      ]),
    );
    const wrong: string[] = [];
    let followed = 0;
    for (const [path, elements] of parsed)
      for (const { attrs } of elements)
        for (const { name, value } of attrs) {
          if (!['href', 'src', 'action'].includes(name) || /^(https?:|mailto:|data:)/.test(value)) continue;
          const { pathname, hash } = new URL(value, `file:///${path}`);
          const target = decodeURIComponent(pathname.slice(1));
          followed += 1;
          if (value.startsWith('/') || value.endsWith('/') || !files.has(target)) wrong.push(`${path}: ${value}`);
          else if (
            hash !== '' &&
            hash !== '#' &&
            ids.has(target) &&
            !ids.get(target)!.has(decodeURIComponent(hash.slice(1))) &&
            !/:~:|=/.test(hash)
          )
            wrong.push(`${path}: no place ${value}`);
        }
    expect(followed).toBeGreaterThan(50_000);
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('no page has a script or asks for one, and each says so', () => {
    for (const [path, elements] of parsed) {
      expect([path, elements.filter((it) => it.tagName === 'script' || it.tagName === 'noscript').length]).toEqual([path, 0]);
      const text = files.get(path)!.toString('utf8');
      expect([path, text.includes('class="from-disk label"'), text.includes(`content="script-src 'none'"`)]).toEqual([path, true, true]);
    }
    expect([...files.keys()].filter((path) => path.endsWith('.js'))).toEqual([]);
  });

  test('the page that offers it tells its size', () => {
    const html = readFileSync(join(folder, 'data/index.html'), 'utf8');
    expect(/data-size-of-whole[^>]*>([^<]*)</.exec(html)?.[1]).toBe(`${(bytes.length / 1e6).toFixed(1)} MB`);
    expect(files.get('orrery/data/index.html')!.includes('orrery.zip')).toBe(false);
  });

  test('its style sheets name fonts that are in it', () => {
    const sheets = [...files].filter(([path]) => path.endsWith('.css'));
    const fonts = sheets.flatMap(([path, css]) =>
      [...css.toString('utf8').matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, font = '']) =>
        new URL(font, `file:///${path}`).pathname.slice(1),
      ),
    );
    expect(new Set(fonts).size).toBe(4);
    for (const font of fonts) expect(files.has(font), font).toBe(true);
  });
});

test('a file that was changed would be noticed', () => {
  const bytes = readFileSync(join(dist, 'data/orrery.zip'));
  const broken = Buffer.from(bytes);
  broken[bytes.length >> 1]! ^= 1;
  expect(() => readZip(broken)).toThrow();
});
