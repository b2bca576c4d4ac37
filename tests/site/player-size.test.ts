/**
 * What a simulation costs, packed with gzip: the player, which is what every simulation loads, and all that one of them loads beside it,
 * counted in full: model, scenarios, numbers, picture and whatever these share with some others. Counted is every script that a page with
 * a player loads until it can be worked, and what export and import load. The worker of the check stands apart: it holds the engine
 * once more, and is loaded when somebody checks. So does the style sheet, which is the same for every player.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute, dist, named, readSite, type Page } from './built-site.ts';

const playerAtMost = 40_000;
const lazyAtMost = 8_000;
const workerAtMost = 20_500;
const mechanismAtMost = 5_000;
const stylesAtMost = 11_000;

const folder = '/_astro/';
const codeOf = (file: string): string => readFileSync(join(dist, folder, file), 'utf8');
const weigh = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipSync(codeOf(file), { level: 9 }).length, 0);
const chunk = (name: string): string => {
  const found = readdirSync(join(dist, folder)).find((file) => new RegExp(`^${name}[.-][\\w-]{8}\\.js$`).test(file));
  if (!found) throw new Error(`the build has no script named ${name}`);
  return found;
};

/** A script and all that it imports at once. What it imports later, in `import()`, is somebody else's. */
function closure(...from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, imported = ''] of codeOf(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) follow(imported);
  };
  from.forEach(follow);
  return found;
}

const without = (files: ReadonlySet<string>, others: ReadonlySet<string>) => [...files].filter((file) => !others.has(file));

const site = readSite(dist);
const simulationPages = site.pages.filter(({ address }) => /^simulations\/.+\/.+\/$/.test(address));
const island = named(simulationPages[0]!, 'astro-island')[0]!;
const roots = ['component-url', 'renderer-url'].map((name) => attribute(island, name)!.split(folder)[1]!);
const ofPlayer = closure(...roots, chunk('player'));

/** The scripts that a list of the build loads under an id: its runs and its view. */
function loadedUnder(id: string, code: string): string[] {
  const [, behind] = code.split(new RegExp(`${id}["'\\x60]:`));
  const entry = behind?.slice(0, endOfEntry(behind)) ?? '';
  return [...entry.matchAll(/import\(["'`]\.\/([^"'`]+\.js)["'`]\)/g)].map(([, file]) => file!);
}

/** Where an entry of a list ends: at the first comma or bracket that is not inside it. */
function endOfEntry(code: string): number {
  let depth = 0;
  for (let at = 0; at < code.length; at++) {
    if ('([{'.includes(code[at]!)) depth++;
    if (')]}'.includes(code[at]!)) depth--;
    if (depth < 0 || (depth === 0 && code[at] === ',')) return at;
  }
  return code.length;
}

/** The model and its picture, as the list of the build names them. */
const partsOf = (id: string): string[] => [...new Set([...ofPlayer].map(codeOf).flatMap((code) => loadedUnder(id, code)))];

/** What each simulation loads, of which the player is what all load. */
const simulations = simulationPages.map(({ address }) => {
  const id = address.replace(/^simulations\/|\/$/g, '');
  const parts = partsOf(id);
  return { id, parts, files: new Set([...ofPlayer, ...closure(...parts)]) };
});
const player = simulations.reduce((all, { files }) => all.intersection(files), simulations[0]!.files);

/** The style sheets of a page that speak of simulations. */
const sheetsOf = (page: Page): string[] =>
  named(page, 'link')
    .filter((it) => attribute(it, 'rel') === 'stylesheet')
    .map((it) => attribute(it, 'href')!.split(folder)[1]!)
    .filter((file) => codeOf(file).includes('.simulation'));

describe('what a simulation weighs', () => {
  test('the player, with Preact, engine, links and what pictures are drawn with', () => {
    expect(weigh(player), [...player].join(' ')).toBeLessThanOrEqual(playerAtMost);
  });

  test('export and import, when they are opened', () => {
    expect(weigh(without(closure(chunk('TracePanel')), player))).toBeLessThanOrEqual(lazyAtMost);
  });

  test('the worker of the check, which is loaded when somebody checks', () => {
    expect(weigh(closure(chunk('check.worker')))).toBeLessThanOrEqual(workerAtMost);
  });

  test('no script draws a small picture: only the build does', () => {
    const scripts = readdirSync(join(dist, folder)).filter((file) => file.endsWith('.js'));
    expect(scripts.filter((file) => /small-cell|SmallFrame/.test(codeOf(file)))).toEqual([]);
    expect(readSite(dist).pages.some(({ html }) => html.includes('small-cell'))).toBe(true);
  });

  test('every simulation loads the same player', () => {
    expect(simulationPages.length).toBeGreaterThan(1);
    for (const page of simulationPages) {
      const [own] = named(page, 'astro-island');
      expect(attribute(own!, 'component-url')).toBe(attribute(island, 'component-url'));
    }
  });

  test.each(simulations)('$id, all that it loads beside the player', ({ parts, files }) => {
    expect(parts, 'a model and a picture').toHaveLength(2);
    const own = without(files, player);
    expect(own).toEqual(expect.arrayContaining(parts));
    expect(weigh(own), own.join(' ')).toBeLessThanOrEqual(mechanismAtMost);
  });

  test.each(simulations)('$id, all that it loads is named in the head of its page', ({ id, files }) => {
    const page = simulationPages.find(({ address }) => address === `simulations/${id}/`)!;
    const preloaded = named(page, 'link').filter((it) => attribute(it, 'rel') === 'modulepreload');
    expect(preloaded.map((it) => attribute(it, 'href')!.split(folder)[1]).sort()).toEqual([...files].sort());
  });

  test('the style sheet, which is the same for every player', () => {
    const [sheets, ...others] = simulationPages.map(sheetsOf);
    for (const other of others) expect(other).toEqual(sheets);
    expect(sheets!.length).toBeGreaterThan(0);
    expect(weigh(sheets!), sheets!.join(' ')).toBeLessThanOrEqual(stylesAtMost);
  });
});
