/** What comes first for what readers type: the ranking of the built site, with Pagefind itself, without a browser. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, type Answer, type FoundHit, type Library } from '../../src/components/search/ask.ts';
import { readNames } from '../../src/facts/search/names-file.ts';
import { isOf } from '../../src/facts/search/pages.ts';
import { readWords } from '../../src/facts/search/words-file.ts';
import { others, required, type Query } from '../search-queries.ts';
import { attribute, dist, named, readSite } from './built-site.ts';

interface Pagefind {
  init(): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { readonly id: string; readonly score: number }[] }>;
}

const site = 'http://site.test/';
const bundle = join(dist, 'pagefind');
const hits = readNames(readFileSync(join(bundle, 'names.json'), 'utf8'));
const words = readWords(readFileSync(join(bundle, 'words.json'), 'utf8'));
let library: Library;

/** Pagefind asks for its files as a page does. */
beforeAll(async () => {
  const fetched = (input: string | URL) => Promise.resolve(new Response(readFileSync(join(dist, new URL(String(input), site).pathname))));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'en' }) });
  vi.stubGlobal('location', new URL(site));
  const { createInstance } = (await import(pathToFileURL(join(bundle, 'pagefind.js')).href)) as {
    createInstance(options: object): Pagefind;
  };
  const pagefind = createInstance({ noWorker: true, basePath: '/pagefind/', baseUrl: '/' });
  await pagefind.init();
  library = {
    hits,
    text: async (sought) => new Map((await pagefind.search(sought)).results.map(({ id, score }) => [id, score])),
    words: () => Promise.resolve(words),
  };
});
afterAll(() => void vi.unstubAllGlobals());

const answerTo = ({ typed, system }: Query): Promise<Answer> => ask(library, { typed, systems: system ? [system] : [], kinds: [] });
const addressOf = ({ hit, section }: FoundHit): string => (section === undefined ? hit.address : `${hit.address}#${section}`);
/** Of addresses in order of preference, the first that the site has. */
const wanted = (first: readonly string[]): string | undefined =>
  first.find((pattern) => hits.some(({ address }) => isOf(pattern.replace(/#.*/, ''), address) || isOf(pattern, address)));

describe('the first hits of', () => {
  test.each([...required, ...others])('$typed $system', async (query) => {
    const answer = await answerTo(query);
    const addresses = answer.hits.map(addressOf);
    expect(answer.nowhere).toBe(query.nowhere);
    expect(answer.meant).toBe(query.meant);
    if (!query.first) return expect(addresses).toEqual([]);
    const pattern = wanted(query.first)!;
    expect(isOf(pattern, addresses[0]!), `${addresses[0]} instead of ${pattern}`).toBe(true);
    for (const address of query.amongFirst ?? []) expect(addresses.slice(0, 3)).toContain(address);
  });
});

test('every hit leads to a page of the site, and each has words', () => {
  for (const { address, title } of hits) {
    const page = address.replace(/#.*/, '');
    expect([address, existsSync(join(dist, page, 'index.html'))]).toEqual([address, true]);
    expect(title.trim()).not.toBe('');
    expect(title).not.toContain('`');
  }
  expect(new Set(hits.map(({ address }) => address)).size).toBe(hits.length);
});

test('every section in which a name from code stands is there', () => {
  const ids = new Map(readSite(dist).pages.map(({ address, ids: own }) => [`/${address}`, own]));
  const lost = [...words.names, ...words.cited].flatMap(([name, places]) =>
    places
      .filter(({ hit, section }) => section !== undefined && !ids.get(hits[hit]!.address)!.has(section))
      .map(({ section }) => `${name}: ${section}`),
  );
  expect(lost).toEqual([]);
});

test('every page is found, but for other forms of one', () => {
  const found = new Set(hits.map(({ address }) => address));
  const missing = readSite(dist)
    .pages.map(({ address }) => `/${address}`)
    .filter((it) => it.endsWith('/') && !found.has(it))
    .filter((it) => !/^\/(embed|learn\/[^/]+\/solution|(milestones|platforms)\/(as-of|by)|systems\/[^/]+\/book)\//.test(it));
  expect(missing).toEqual([]);
});

test('the index from A to Z has every page but single tasks, with the title that it has', () => {
  const index = readSite(dist).pages.find(({ address }) => address === 'a-to-z/')!;
  const linked = new Set(named(index, 'a').map((it) => attribute(it, 'href')));
  const pages = hits.filter(
    ({ extent, kind, address }) => extent !== 'record' && kind !== 'Task' && address !== '/' && !address.includes('#'),
  );
  // A page that is missing here has its line in src/facts/search/known-pages.ts.
  expect(pages.filter(({ address }) => !linked.has(address)).map(({ address }) => address)).toEqual([]);
});
