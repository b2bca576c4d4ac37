/** What a page costs before anybody touches it: its fonts, and the code that it names. Whole pages are weighed in `tests/browser/weight.spec.ts`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

/** What a page loads at once and when its islands are seen: all that is reached by an import that is not put off. */
function weightOfAll(address: string, islands: readonly RegExp[]): number {
  const page = site.pages.find((it) => it.address === address)!;
  const named = [...page.html.matchAll(/(?:component|renderer)-url="([^"]+)"/g)].map(([, url = '']) => url);
  const found = new Set(scriptsOf(page));
  for (const script of [...named, ...filesLike(islands)]) for (const each of reached(script)) found.add(each);
  return [...found].reduce((sum, script) => sum + gzipSync(readFileSync(join(dist, script)), { level: 9 }).length, 0);
}

const filesLike = (names: readonly RegExp[]): string[] =>
  readdirSync(join(dist, '_astro'))
    .filter((file) => names.some((name) => name.test(file)))
    .map((file) => `/_astro/${file}`);

describe('the page of a lab', () => {
  const player = [/^player\..*\.js$/];

  /** The model, its picture and what grades are loaded by either page as they are, or later. */
  test('loads at most 10 kB more than that of a simulation before anything is answered', () => {
    const [simulation, lab] = [
      weightOfAll('simulations/themelios/ipc/', player),
      weightOfAll('learn/themelios-two-queues/', [...player, /^lab-session\..*\.js$/]),
    ];
    expect(simulation).toBeGreaterThan(20_000);
    expect(lab - simulation).toBeLessThanOrEqual(10_000);
  });

  test('has no schema in what grades it, nor the editor', () => {
    const [grader] = filesLike([/^grade-here\..*\.js$/]);
    const code = reached(grader!).map((script) => readFileSync(join(dist, script), 'utf8'));
    expect(code.join('\n')).not.toMatch(/ZodError|zod/);
    expect(code.reduce((sum, it) => sum + it.length, 0)).toBeLessThan(400_000);
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

/** A script and what it imports at once, following the modules. */
function reached(script: string): string[] {
  const found = new Set<string>();
  const follow = (address: string): void => {
    if (found.has(address)) return;
    found.add(address);
    const code = readFileSync(join(dist, address), 'utf8');
    for (const [, from = ''] of code.matchAll(/(?:from|import)\s*["'](\.{0,2}\/[^"']+\.js)["']/g))
      follow(new URL(from, `https://site.test${address}`).pathname);
  };
  follow(script);
  return [...found];
}

/** The scripts of a page and what they import at once. */
const scriptsOf = (page: Page): string[] => [
  ...new Set(named(page, 'script').flatMap((it) => (attribute(it, 'src') ? reached(attribute(it, 'src')!) : []))),
];
