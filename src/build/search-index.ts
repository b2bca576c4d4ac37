/**
 * Builds what the search reads: the text index of Pagefind, from the pages of prose and from the records, so that a hit lands on the record
 * itself; `names.json`, what every hit is called; `words.json`, every word and every name from code.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import type { SearchHit } from '../facts/search/hit.ts';
import { writeNames } from '../facts/search/names-file.ts';
import { writeWords, type IndexedText, type Place } from '../facts/search/words-file.ts';

/**
 * What stands on a page of prose and is not what it says: the sources behind each sentence, and the steps of a simulation, which is a hit of
 * its own. An excerpt full of them says nothing.
 */
const leftOut = ['.page-sources', '.go-on', 'sup.ref', 'sup.other-refs', '.simulation'];

/** An index that is being made. */
interface Begun {
  readonly index: PagefindIndex;
  /** When all is taken in. */
  readonly added: Promise<unknown>;
}

/**
 * Writes `<folder>/pagefind/`; `cited` are the names that only citations hold, with their addresses. The outer promise is kept when every page
 * has been read, the inner one when all is written. Either is broken with Pagefind's own words when it refuses something.
 */
export async function beginSearchIndex(
  folder: string,
  hits: readonly SearchHit[],
  cited: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Promise<{ readonly written: Promise<void> }> {
  // `make_img` is one word.
  const { index, errors } = await createIndex({ excludeSelectors: leftOut, includeCharacters: '_' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  // Most pages are made of records, which are hits themselves: to be given the whole folder, it would read all of them for nothing.
  // All is handed over before an answer is waited for: Pagefind is a process of its own, and reads while others work here.
  const [pages, records] = [hits.filter(({ extent }) => extent === 'page'), hits.filter(({ extent }) => extent !== 'page')];
  const added = Promise.all([...pages.map(({ address }) => addPage(index, folder, address)), ...records.map((hit) => addHit(index, hit))]);
  const written = writtenOf({ index, added }, folder, hits, cited);
  written.catch(() => undefined); // it is told by who waits for it
  return { written };
}

async function writtenOf(
  { index, added }: Begun,
  folder: string,
  hits: readonly SearchHit[],
  cited: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  await added;
  const { files, errors: unwritten } = await index.getFiles();
  refuse(unwritten);
  const fragments = new Map(files.filter(({ path }) => path.startsWith('fragment/')).map(fragmentIn));
  const texts = hits.map(({ address }) => fragments.get(address));
  await Promise.all(files.filter((it) => isNeeded(it.path)).map(({ path, content }) => write(join(folder, 'pagefind', path), content)));
  const ids = new Map([...fragments].map(([address, { id }]) => [address, id]));
  await write(join(folder, 'pagefind/names.json'), writeNames(hits, ids));
  await write(
    join(folder, 'pagefind/words.json'),
    writeWords(
      texts.filter((it) => it !== undefined),
      placesIn(hits, cited),
    ),
  );
  await close();
}

async function addPage(index: PagefindIndex, folder: string, address: string): Promise<void> {
  const sourcePath = `${address.slice(1)}index.html`;
  // What is missing is refused below, where every hit is looked for.
  if (!existsSync(join(folder, sourcePath))) return;
  refuse((await index.addHTMLFile({ sourcePath, content: readFileSync(join(folder, sourcePath), 'utf8') })).errors);
}

async function addHit(index: PagefindIndex, { address, title, text }: SearchHit): Promise<void> {
  const content = text === '' ? title : `${title}${/[.!?…]$/.test(title) ? '' : '.'} ${text}`;
  refuse((await index.addCustomRecord({ url: address, content, language: 'en', meta: { title } })).errors);
}

/** Where citations are read: a hit itself, or the citation's own place on the page of a hit; of several on one page the first. */
function placesIn(hits: readonly SearchHit[], cited: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Place[]> {
  const known = new Map(hits.map(({ address }, at) => [address, at]));
  const placeOf = (address: string): Place[] => {
    const [page = '', section] = address.split('#');
    if (known.has(address)) return [{ hit: known.get(address)!, section: undefined }];
    return known.has(page) ? [{ hit: known.get(page)!, section }] : [];
  };
  return new Map(
    [...cited].map(([name, addresses]) => {
      const places = [...addresses].toReversed().flatMap(placeOf);
      return [name, [...new Map(places.map((it) => [it.hit, it])).values()].toReversed()];
    }),
  );
}

interface Fragment extends IndexedText {
  readonly id: string;
}

/** What the text index keeps of a page or of a record, by its address. */
function fragmentIn({ path, content: packed }: IndexFile): [address: string, fragment: Fragment] {
  const text = gunzipSync(packed)
    .toString('utf8')
    .replace(/^pagefind_dcd/, '');
  const { url, content, anchors } = JSON.parse(text) as {
    readonly url: string;
    readonly content: string;
    readonly anchors: readonly { readonly element: string; readonly id: string; readonly location: number }[];
  };
  const id = path.replace(/^fragment\/(.*)\.pf_fragment$/, '$1');
  return [url, { id, content, headings: anchors.filter(({ element }) => /^h[1-6]$/.test(element)) }];
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Pagefind's ready-made interfaces are not used here: the search element talks to `pagefind.js`. */
const isNeeded = (path: string): boolean => !/-ui\.|component|highlight|modular/.test(path);

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
