/**
 * What a simulation costs, packed with gzip: the player once for the whole site, and each mechanism with its picture.
 * What several pictures are drawn with (a ring, a rail) is loaded once too, and weighed by itself. Counted is every script that a page with a plate loads until the plate can be worked, and what export and import load.
 * The worker of the check stands apart: it holds the engine once more, and is loaded when somebody checks.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute, dist, named, readSite } from './built-site.ts';

const playerAtMost = 40_000;
const lazyAtMost = 6_000;
const workerAtMost = 14_000;
const mechanismAtMost = 5_000;
const drawingAtMost = 8_000;

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

const benches = readSite(dist).pages.filter(({ address }) => /^simulations\/.+\/.+\/$/.test(address));
const island = named(benches[0]!, 'astro-island')[0]!;
const roots = ['component-url', 'renderer-url'].map((name) => attribute(island, name)!.split(folder)[1]!);
const player = closure(...roots, chunk('Player'), chunk('shared-link'));

/** The script that a list of the build loads under an id: what its entry imports, when it imports anything. */
function loadedUnder(id: string, code: string): string | undefined {
  const [, behind] = code.split(new RegExp(`${id}["'\\x60]:`));
  return behind && /import\(["'`]\.\/([^"'`]+\.js)["'`]\)/.exec(behind.slice(0, endOfEntry(behind)))?.[1];
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

/** The model and its picture, as the lists of the build name them. */
function partsOf(id: string): string[] {
  const lists = [...player].map(codeOf).filter((code) => loadedUnder(id, code) !== undefined);
  return [...new Set(lists.map((code) => loadedUnder(id, code)!))];
}

describe('what a simulation weighs', () => {
  test('the player, with Preact, engine and links', () => {
    expect(weigh(player), [...player].join(' ')).toBeLessThanOrEqual(playerAtMost);
  });

  test('export and import, when they are opened', () => {
    expect(weigh(without(closure(chunk('TracePanel')), player))).toBeLessThanOrEqual(lazyAtMost);
  });

  test('the worker of the check, which is loaded when somebody checks', () => {
    expect(weigh(closure(chunk('check.worker')))).toBeLessThanOrEqual(workerAtMost);
  });

  test('every plate loads the same player', () => {
    expect(benches.length).toBeGreaterThan(0);
    for (const page of benches) {
      const [own] = named(page, 'astro-island');
      expect(attribute(own!, 'component-url')).toBe(attribute(island, 'component-url'));
    }
  });

  const mechanisms = benches.map(({ address }) => {
    const id = address.replace(/^simulations\/|\/$/g, '');
    const parts = partsOf(id);
    return { id, parts, files: without(closure(...parts), player) };
  });
  const users = (file: string) => mechanisms.filter(({ files }) => files.includes(file)).length;

  for (const { id, parts, files } of mechanisms) {
    test(`${id}, the mechanism and its picture`, () => {
      expect(parts, 'a model and a picture').toHaveLength(2);
      const own = files.filter((file) => users(file) === 1);
      expect(weigh(own), own.join(' ')).toBeLessThanOrEqual(mechanismAtMost);
    });
  }

  test('what several pictures are drawn with', () => {
    const shared = new Set(mechanisms.flatMap(({ files }) => files).filter((file) => users(file) > 1));
    expect(weigh(shared), [...shared].join(' ')).toBeLessThanOrEqual(drawingAtMost);
  });
});
