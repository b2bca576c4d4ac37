/** The built site as the tests read it: its files, its pages, parsed when their elements are asked for, and the search records. Leaves out how it is built. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import * as publication from '../../scripts/published.mjs';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

export const root = join(import.meta.dirname, '../..');
/** What `npm test` has built before it runs these tests. */
export const dist = join(root, 'dist');
/** The same site below a path, as it is published: `base` begins and ends in a slash, `env` is what its build is told. Built by `npm test` too. */
export const published = { ...publication, folder: join(root, publication.folder) };

/** Whether everything is tried, the large counts and every page: `npm run test:all`. */
export const everything = process.env['ORRERY_ALL'] === '1';

/** Of what is much alike, one in so many for each change, and all with `npm run test:all`. */
export const oneIn = <T>(many: number, all: readonly T[]): readonly T[] => (everything ? all : all.filter((_, i) => i % many === 0));

export interface Page {
  /** Relative to the site's folder: `systems/index.html`. */
  readonly file: string;
  /** Relative to the site's folder, without the file's name: `systems/`. */
  readonly address: string;
  readonly html: string;
  /** All elements, in document order, those inside templates too. */
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

export interface Site {
  readonly folder: string;
  /** Paths of all files, relative to the folder, in order. */
  readonly files: readonly string[];
  readonly pages: readonly Page[];
}

/** The frame in which edited models run is no page of the site: nobody reads it, and nothing leads there. */
export const sandboxFile = 'sandbox/index.html';

const read = new Map<string, Site>();

/** A built site, read once. Throws, naming the remedy, when there is none. */
export function readSite(folder: string): Site {
  const known = read.get(folder);
  if (known) return known;
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(
      `there is no site in ${folder}: run npm run build, or node scripts/published.mjs for the one below a path; npm test does both`,
    );
  const files = filesIn(folder);
  const pages = files.filter((file) => file.endsWith('.html') && file !== sandboxFile);
  const site = { folder, files, pages: pages.map((file) => readPage(folder, file)) };
  read.set(folder, site);
  return site;
}

/** All files below a folder, in the order of their paths. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(folder.length + 1))
    .sort();
}

/** Many tests ask for addresses only, so a page is parsed when its elements are asked for. */
function readPage(folder: string, file: string): Page {
  const html = readFileSync(join(folder, file), 'utf8');
  let elements: Element[] | undefined;
  let ids: Set<string> | undefined;
  return {
    file,
    address: file.replace(/index\.html$/, ''),
    html,
    get elements() {
      return (elements ??= [...elementsOf(parse(html, { scriptingEnabled: false }).childNodes)]);
    },
    get ids() {
      return (ids ??= new Set(this.elements.map((it) => attribute(it, 'id')).filter((id) => id !== undefined)));
    },
  };
}

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsOf(node.childNodes);
    if ('content' in node) yield* elementsOf((node as DefaultTreeAdapterTypes.Template).content.childNodes);
  }
}

export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((it) => it.name === name)?.value;

export const named = (page: Page, tagName: string): Element[] => page.elements.filter((it) => it.tagName === tagName);

/** The text below an element, as it stands in the source. */
export const textOf = (element: Element): string =>
  element.childNodes.map((it) => ('tagName' in it ? textOf(it) : 'value' in it ? it.value : '')).join('');

export interface SearchFragment {
  /** Root-relative, without the base path, which the search puts before it. */
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly element: string; readonly id: string }[];
}

/** Every hit that the search can show. */
export function searchFragments({ folder, files }: Site): SearchFragment[] {
  return files
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => {
      const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
      return JSON.parse(text.replace(/^pagefind_dcd/, '')) as SearchFragment;
    });
}
