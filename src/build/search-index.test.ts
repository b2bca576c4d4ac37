/** The index holds the pages and the records, nothing that no page asks for, and the same bytes for every build. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { SearchHit } from '../facts/search/hit.ts';
import { readNames } from '../facts/search/names-file.ts';
import { readWords } from '../facts/search/words-file.ts';
import { beginSearchIndex } from './search-index.ts';

const kinds = ['Start', 'Simulation', 'Rule', 'Term', 'Milestone', 'Platform', 'Difference'] as const;
const systems = ['zos', 'avyos', 'starina', 'violetos', 'themelios'];
const records = kinds.flatMap((kind) =>
  systems.map((system): SearchHit => ({
    address: `/${kind}/${system}/`,
    title: `${kind} of ${system}`,
    text: 'It turns by make_img.',
    kind,
    system,
    aliases: ['whirl'],
    extent: 'record',
  })),
);
const about: SearchHit = { address: '/about/', title: 'A page', text: 'What it is about.', kind: 'Page', aliases: [], extent: 'page' };
const hits = [about, ...records];
const page = (words: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main data-pagefind-body><h1>A page</h1><p>${words}<sup class="ref">1</sup></p><h2 id="how">How</h2><p>By sys_turn.</p><section class="page-sources">source cited</section></main></body></html>`;

const temporary = mkdtempSync(join(tmpdir(), 'orrery-index-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Builds an index anew in a folder of its own; its files by their paths. */
async function indexIn(name: string, words = 'Mechanisms turn.'): Promise<ReadonlyMap<string, Buffer>> {
  const folder = join(temporary, name);
  mkdirSync(join(folder, 'about'), { recursive: true });
  writeFileSync(join(folder, 'about/index.html'), page(words));
  await (
    await beginSearchIndex(folder, hits)
  ).written;
  const files = readdirSync(join(folder, 'pagefind'), { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return new Map(
    files
      .map((it) => join(it.parentPath, it.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path)]),
  );
}

describe('the search index', async () => {
  const first = await indexIn('first');
  const others = [await indexIn('second'), await indexIn('third-with-a-longer-name'), await indexIn('fourth')];
  const differing = (a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] =>
    [...new Set([...a.keys(), ...b.keys()])].filter((path) => !a.get(path)?.equals(b.get(path) ?? Buffer.alloc(0)));

  test('has the same files with the same bytes for every build', () => {
    for (const other of others) expect(differing(first, other)).toEqual([]);
  });

  test('has other files when the pages say something else', async () => {
    expect(differing(first, await indexIn('changed', 'Mechanisms rest.'))).not.toEqual([]);
  });

  const text = (path: string): string => first.get(path)!.toString('utf8');

  test('knows of each hit what it is called, and which fragment holds its text', () => {
    const known = readNames(text('/pagefind/names.json'));
    expect(known.map(({ address }) => address)).toEqual(hits.map(({ address }) => address));
    for (const { fragment } of known) expect([...first.keys()]).toContain(`/pagefind/fragment/${fragment}.pf_fragment`);
    const packed = first.get(`/pagefind/fragment/${known[1]!.fragment}.pf_fragment`)!;
    expect(gunzipSync(packed).toString()).toContain('Start of zos. It turns by make_img.');
  });

  test('leaves the sources behind the sentences of a page out', () => {
    const packed = first.get(`/pagefind/fragment/${readNames(text('/pagefind/names.json'))[0]!.fragment}.pf_fragment`)!;
    expect(gunzipSync(packed).toString()).not.toContain('source cited');
  });

  test('knows every word, and each name from code with its section', () => {
    const { words, names } = readWords(text('/pagefind/words.json'));
    for (const word of ['mechanisms', 'turns', 'start']) expect(words).toContain(word);
    expect(names.get('sys_turn')).toEqual([{ hit: 0, section: 'how' }]);
    expect(names.get('make_img')!.map(({ hit }) => hit)).toEqual(records.map((_, i) => i + 1));
  });

  test('refuses a hit that no page holds', async () => {
    const lost: SearchHit = { ...about, address: '/lost/' };
    const { written } = await beginSearchIndex(join(temporary, 'first'), [lost]);
    await expect(written).rejects.toThrow('The text index has nothing of /lost/.');
  });

  test('has no ready-made interface, which no page asks for', () => {
    expect([...first.keys()]).toContain('/pagefind/pagefind.js');
    expect([...first.keys()].filter((path) => /ui|component|highlight|modular/.test(path))).toEqual([]);
  });
});
