/** What a page costs before anybody touches it: its fonts, and the code that it names. Whole pages are weighed in `tests/browser/weight.spec.ts`. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, dist, named, readSite, type Page } from './built-site.ts';

const site = readSite(dist);
/** All fonts of the site together, in bytes. */
const fontsAtMost = 80_000;

const linked = (page: Page, rel: string) => named(page, 'link').filter((it) => attribute(it, 'rel') === rel);
const hasSimulation = (page: Page): boolean => named(page, 'astro-island').length > 0;

/** The font files that the stylesheets of a page name. */
function fontsOf(page: Page): string[] {
  const css = linked(page, 'stylesheet').map((it) => readFileSync(join(dist, attribute(it, 'href')!), 'utf8'));
  return [...new Set([...css.join('\n').matchAll(/url\(["']?([^"')]+\.woff2?)["']?\)/g)].map(([, address = '']) => address))];
}

describe('the fonts of every page', () => {
  test('are the same four files, at most 80,000 bytes together', () => {
    const sets = new Set(site.pages.map((page) => fontsOf(page).sort().join(' ')));
    expect(sets.size).toBe(1);
    const fonts = [...sets][0]!.split(' ');
    expect(fonts).toHaveLength(4);
    expect(fonts.reduce((sum, font) => sum + statSync(join(dist, font)).size, 0)).toBeLessThanOrEqual(fontsAtMost);
  });

  /** A font that nobody asked for early comes after the first paint, and is then not shown. */
  test('are preloaded where they are used', () => {
    for (const page of site.pages) {
      const has = (...names: string[]) => names.some((name) => named(page, name).length > 0);
      const used = (font: string) =>
        font.includes('mono') ? has('code', 'kbd', 'pre', 'astro-island') : !font.includes('italic') || has('em');
      const preloaded = linked(page, 'preload').map((it) => attribute(it, 'href')!);
      expect([page.file, ...preloaded.sort()]).toEqual([page.file, ...fontsOf(page).filter(used).sort()]);
    }
  });
});

describe('a page without a simulation', () => {
  const plain = site.pages.filter((page) => !hasSimulation(page));

  test('names no part of one', () => {
    expect(site.pages.filter(hasSimulation).length).toBeGreaterThan(0);
    expect(plain.length).toBeGreaterThan(100);
    const named = plain.filter(({ html }) => /<(script|link)[^>]+(preact|Player|Island|engine|worker)[^>]*>/i.test(html));
    expect(named.map(({ file }) => file)).toEqual([]);
  });

  test('loads no script that loads one', () => {
    const wrong = plain.flatMap((page) => scriptsOf(page).filter((script) => /preact|Player|Island|worker/i.test(script)));
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('preloads nothing of the search', () => {
    expect(plain.filter(({ html }) => /(src|href)="[^"]*pagefind/.test(html)).map(({ file }) => file)).toEqual([]);
  });
});

/** The scripts of a page and what they import at once, following the modules. */
function scriptsOf(page: Page): string[] {
  const found = new Set<string>();
  const follow = (address: string): void => {
    if (found.has(address)) return;
    found.add(address);
    const code = readFileSync(join(dist, address), 'utf8');
    for (const [, from = ''] of code.matchAll(/(?:from|import)\s*["'](\.{0,2}\/[^"']+\.js)["']/g))
      follow(new URL(from, `https://site.test${address}`).pathname);
  };
  for (const script of named(page, 'script')) if (attribute(script, 'src')) follow(attribute(script, 'src')!);
  return [...found];
}
