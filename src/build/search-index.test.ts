/** The index holds the pages and the records, nothing that no page asks for, and the same bytes for every build. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { SearchRecord } from '../facts/search-records.ts';
import { writeSearchIndex } from './search-index.ts';

const kinds = ['Flow', 'Goal', 'Rule', 'Part', 'Term', 'Milestone', 'Command', 'Drift'] as const;
const systems = ['zos', 'avyos', 'starina', 'violetos', 'themelios'];
const records = kinds.flatMap((kind) =>
  systems.map((system): SearchRecord => ({
    address: `/${kind}/${system}/`,
    title: `${kind} of ${system}`,
    text: 'It turns.',
    kind,
    system,
    systemTitle: system,
  })),
);
const page = (words: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main data-pagefind-body><h1>A page</h1><p>${words}</p></main></body></html>`;

const temporary = mkdtempSync(join(tmpdir(), 'orrery-index-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Builds an index anew in a folder of its own; its files by their paths. */
async function indexIn(name: string, words = 'Mechanisms turn.'): Promise<ReadonlyMap<string, Buffer>> {
  const folder = join(temporary, name);
  mkdirSync(join(folder, 'about'), { recursive: true });
  writeFileSync(join(folder, 'about/index.html'), page(words));
  await writeSearchIndex(folder, records);
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

  test('leads to each record and to each page, with the kind and the title', () => {
    const fragments = [...first].filter(([path]) => path.endsWith('.pf_fragment'));
    const hits = fragments.map(
      ([, content]) =>
        JSON.parse(
          gunzipSync(content)
            .toString()
            .replace(/^pagefind_dcd/, ''),
        ) as { url: string; meta: { title: string; kind?: string } },
    );
    expect(hits.map(({ url }) => url).sort()).toEqual([...records.map(({ address }) => address), '/about/'].sort());
    expect(hits.find(({ url }) => url === '/Rule/zos/')?.meta).toMatchObject({ title: 'Rule of zos', kind: 'Rule' });
  });

  test('has no ready-made interface, which no page asks for', () => {
    expect([...first.keys()]).toContain('/pagefind/pagefind.js');
    expect([...first.keys()].filter((path) => /ui|component|highlight|modular/.test(path))).toEqual([]);
  });
});
