/**
 * Pagefind writes the values of its filters in the order of a hash map, which is another one in every build. This puts
 * them in order and corrects the two files that name a filter file by its hash: the meta of a language and the entry.
 * A shape that Pagefind 1.5 does not write is refused with a sentence. Leaves out the codec: that is `cbor.ts`.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode, type Value } from './cbor.ts';

export interface IndexFile {
  /** Below the index's own folder: `filter/en_1a2b3c4.pf_filter`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What stands before the data of every packed file. */
const signature = 'pagefind_dcd';
const entryPath = 'pagefind-entry.json';
const filterPath = /^filter\/(\w+)\.pf_filter$/;
const metaPath = /^pagefind\.(\w+)\.pf_meta$/;

/** The same index in an order that does not change: the files by their paths, the filters and their values by their names. */
export function inStableOrder(files: readonly IndexFile[]): IndexFile[] {
  /** The new hash of a filter or a meta, by the one that Pagefind gave it. */
  const renamed = new Map<string, string>();
  const rewrite = (path: RegExp, to: (hash: string) => string, mend: (value: Value) => Value): IndexFile[] =>
    files.flatMap((file) => {
      const hash = path.exec(file.path)?.[1];
      if (hash === undefined) return [];
      const content = pack(mended(file, mend));
      renamed.set(hash, hashOf(hash, content));
      return [{ path: to(renamed.get(hash)!), content }];
    });

  const filters = rewrite(filterPath, (hash) => `filter/${hash}.pf_filter`, sortedFilter);
  const metas = rewrite(
    metaPath,
    (hash) => `pagefind.${hash}.pf_meta`,
    (meta) => renamedFilters(meta, renamed),
  );
  const others = files.filter(({ path }) => !filterPath.test(path) && !metaPath.test(path) && path !== entryPath);
  return [...filters, ...metas, entryOf(files, renamed), ...others].sort(byPath);
}

/** `[name, [[value, [page, …]], …]]` */
function sortedFilter(filter: Value): Value {
  const [name, values] = listOf(filter, 2);
  return [name!, [...listOf(values)].sort(byFirst)];
}

/** The fourth item of a meta is its filters: `[[name, hash], …]`. */
function renamedFilters(meta: Value, renamed: ReadonlyMap<string, string>): Value {
  const [version, pages, words, filters, ...rest] = listOf(meta, 6);
  const mendedFilters = listOf(filters).map((filter) => {
    const [name, hash] = listOf(filter, 2);
    const now = renamed.get(String(hash));
    if (now === undefined) throw new Error(`it names the filter ${String(hash)}, and there is no such file`);
    return [name!, now];
  });
  return [version!, pages!, words!, mendedFilters.sort(byFirst), ...rest];
}

/** The entry names the meta of each language. */
function entryOf(files: readonly IndexFile[], renamed: ReadonlyMap<string, string>): IndexFile {
  const file = files.find(({ path }) => path === entryPath);
  if (!file) throw new Error(`Pagefind wrote no ${entryPath}: adapt src/build/search-order.ts to it.`);
  const entry = JSON.parse(Buffer.from(file.content).toString()) as { languages: Record<string, { hash: string }> };
  const languages = Object.entries(entry.languages).map(([name, it]) => [name, { ...it, hash: renamed.get(it.hash) ?? it.hash }] as const);
  const sorted = languages.sort(([a], [b]) => (a < b ? -1 : 1));
  return { path: entryPath, content: Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(sorted) })) };
}

function mended({ path, content }: IndexFile, mend: (value: Value) => Value): Value {
  try {
    const data = gunzipSync(content);
    if (data.toString('latin1', 0, signature.length) !== signature) throw new Error('it does not begin with its signature');
    return mend(decode(data.subarray(signature.length)));
  } catch (error) {
    const says = `${path} of the search index is not as Pagefind 1.5 writes it: ${(error as Error).message}`;
    throw new Error(`${says}; adapt src/build/search-order.ts.`, { cause: error });
  }
}

function pack(value: Value): Buffer {
  const packed = gzipSync(Buffer.concat([Buffer.from(signature), encode(value)]), { level: 9 });
  packed[9] = 255; // the header would name the operating system that packed it
  return packed;
}

/** The language and the first digits of the content's SHA-256; as many as Pagefind took, so that no two are alike. */
function hashOf(old: string, content: Uint8Array): string {
  const [language = '', digits = ''] = old.split('_');
  return `${language}_${createHash('sha256').update(content).digest('hex').slice(0, digits.length)}`;
}

function listOf(value: Value | undefined, length?: number): readonly Value[] {
  if (!Array.isArray(value)) throw new Error('there is no list where one was expected');
  if (length !== undefined && value.length !== length) throw new Error(`a list has ${value.length} items, not ${length}`);
  return value as readonly Value[];
}

const byPath = (a: IndexFile, b: IndexFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
const byFirst = (a: Value, b: Value): number => (String(listOf(a)[0]) < String(listOf(b)[0]) ? -1 : 1);
