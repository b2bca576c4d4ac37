/** The search index is the same bytes in every build, and the filters that it offers are still all there. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, test } from 'vitest';
import { decode } from './cbor.ts';
import { inStableOrder, type IndexFile } from './search-order.ts';

const kinds = ['Flow', 'Goal', 'Rule', 'Part', 'Term', 'Milestone', 'Command', 'Drift'];
const systems = ['zos', 'avyos', 'Starina', 'VioletOS', 'ThemeliOS'];
const pages = kinds.flatMap((kind) => systems.map((system) => ({ kind, system, url: `/${kind}/${system}/` })));

/** What Pagefind itself writes: each index is built anew, with hash maps that have seeds of their own. */
async function indexFiles(): Promise<IndexFile[]> {
  const { index } = await createIndex({});
  for (const { url, kind, system } of pages)
    await index!.addCustomRecord({
      url,
      content: `${kind} of ${system}`,
      language: 'en',
      meta: { title: `${kind}, ${system}`, kind },
      filters: { kind: [kind], system: [system], letter: [...new Set([kind[0]!, system[0]!])] },
    });
  const { files } = await index!.getFiles();
  await index!.deleteIndex();
  return files;
}

const namesOf = (files: readonly IndexFile[]): string[] => files.map(({ path }) => path);
const byPath = (files: readonly IndexFile[]): Map<string, string> =>
  new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]));
const read = (files: readonly IndexFile[], path: string): Buffer => Buffer.from(files.find((it) => it.path === path)!.content);
const unpacked = (files: readonly IndexFile[], path: string): unknown =>
  decode(gunzipSync(read(files, path)).subarray('pagefind_dcd'.length));

type Meta = [string, [string, number][], [string, string, string][], [name: string, file: string][], unknown[], string[]];

/** Reads the index as the search does: from the entry to the meta, from there to the filters, from there to the pages. */
function filtersIn(files: readonly IndexFile[]): Record<string, Record<string, string[]>> {
  const entry = JSON.parse(read(files, 'pagefind-entry.json').toString()) as { languages: { en: { hash: string } } };
  const [, hashes, , filters] = unpacked(files, `pagefind.${entry.languages.en.hash}.pf_meta`) as Meta;
  const urlOf = (page: number): string => {
    const text = gunzipSync(read(files, `fragment/${hashes[page]![0]}.pf_fragment`))
      .toString()
      .slice('pagefind_dcd'.length);
    return (JSON.parse(text) as { url: string }).url;
  };
  return Object.fromEntries(
    filters.map(([name, file]) => {
      const [inside, values] = unpacked(files, `filter/${file}.pf_filter`) as [string, [string, number[]][]];
      expect(inside).toBe(name);
      return [name, Object.fromEntries(values.map(([value, on]) => [value, on.map(urlOf).sort()]))];
    }),
  );
}

describe('inStableOrder', async () => {
  const raw = [await indexFiles(), await indexFiles(), await indexFiles(), await indexFiles()];
  const stable = raw.map(inStableOrder);
  afterAll(close);

  test('gives the same files with the same bytes for every build', () => {
    for (const files of stable.slice(1)) expect(byPath(files)).toEqual(byPath(stable[0]!));
  });

  test('gives them in the same order', () => {
    for (const files of stable) expect(namesOf(files)).toEqual(namesOf(files).sort());
  });

  test('is needed: when the files as Pagefind writes them are equal, search-order.ts can go', () => {
    expect(new Set(raw.map((files) => JSON.stringify([...byPath(files)].sort()))).size).toBeGreaterThan(1);
  });

  test('leaves every value of every filter leading to its pages', () => {
    const pagesOf = (has: (page: (typeof pages)[number]) => boolean) =>
      pages
        .filter(has)
        .map(({ url }) => url)
        .sort();
    const letters = [...new Set([...kinds, ...systems].map((word) => word[0]!))];
    expect(filtersIn(stable[0]!)).toEqual({
      kind: Object.fromEntries(kinds.map((kind) => [kind, pagesOf((page) => page.kind === kind)])),
      system: Object.fromEntries(systems.map((system) => [system, pagesOf((page) => page.system === system)])),
      letter: Object.fromEntries(letters.map((it) => [it, pagesOf(({ kind, system }) => kind.startsWith(it) || system.startsWith(it))])),
    });
  });

  test('does not touch fragments, words and code', () => {
    const others = raw[0]!.filter(({ path }) => !/\.pf_(filter|meta)$|entry\.json$/.test(path));
    expect(others.length).toBeGreaterThan(pages.length);
    for (const { path, content } of others) expect(byPath(stable[0]!).get(path)).toBe(Buffer.from(content).toString('base64'));
  });

  test('names each file by what is in it, so that a browser may keep it', () => {
    const other = inStableOrder(raw[0]!.filter(({ path }) => !path.endsWith('.pf_fragment')));
    expect(namesOf(other)).toEqual(namesOf(stable[0]!).filter((path) => !path.endsWith('.pf_fragment')));
    expect(inStableOrder(stable[0]!)).toEqual(stable[0]!);
  });

  test('refuses a file that Pagefind does not write today', () => {
    const broken = raw[0]!.map((it) => (it.path.endsWith('.pf_filter') ? { ...it, content: read(raw[0]!, 'pagefind-entry.json') } : it));
    expect(() => inStableOrder(broken)).toThrow(/filter\/en_.*\.pf_filter.*adapt src\/build\/search-order\.ts/);
    expect(() => inStableOrder(raw[0]!.filter(({ path }) => path !== 'pagefind-entry.json'))).toThrow(/pagefind-entry\.json/);
    expect(() => inStableOrder(raw[0]!.filter(({ path }) => !path.endsWith('.pf_filter')))).toThrow(/names the filter/);
  });
});
