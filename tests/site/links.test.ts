/** Every address of the built site leads somewhere, at the root of a host and below a path. Leaves out other hosts: a test calls nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, dist, published, readSite, searchFragments, type Element, type Page, type Site } from './built-site.ts';
import { addressesIn } from './markdown-tree.ts';
import { parseXml, textIn, within } from './xml.ts';

/** Attributes that hold one address; the last two name the code of an island. */
const single = ['href', 'src', 'action', 'poster', 'data', 'xlink:href', 'component-url', 'renderer-url'];
/** Attributes that hold a list of addresses. */
const listed = ['srcset', 'imagesrcset'];

function addressesOf(element: Element): string[] {
  const one = single.map((name) => attribute(element, name)).filter((it) => it !== undefined);
  const many = listed.flatMap((name) => (attribute(element, name) ?? '').split(',')).map((it) => it.trim().split(/\s+/)[0] ?? '');
  return [...one, ...many.filter((it) => it !== '')];
}

/** Where the site below a path says that it is. */
const { origin } = published;

/** `https:`, `mailto:` and `data:` leave the site; what has no scheme stays, and so does what names the site itself. */
const isOutside = (address: string): boolean => /^([a-z]+:|\/\/)/i.test(address) && !address.startsWith(`${origin}/`);

/** What an address can lead to: the files, and of the pages their ids. */
interface Targets {
  readonly files: ReadonlySet<string>;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Why an address found on a page is wrong; undefined when it is right. */
function faultOf({ files, ids }: Targets, base: string, from: string, address: string): string | undefined {
  const here = new URL(base + from, origin);
  const to = new URL(address, here);
  if (address === '') return 'is empty';
  if (!to.pathname.startsWith(base)) return `does not begin with ${base}`;
  const path = decodeURI(to.pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return files.has(`${path}/index.html`) ? 'leads to a page but does not end in /' : 'leads to no file';
  if (file.endsWith('index.html') && !path.endsWith('/') && path !== '') return 'names index.html instead of its folder';
  if (to.hash === '') return undefined;
  const id = decodeURIComponent(to.hash.slice(1));
  // A run is no element: the player of its own model opens it, and that it can be opened is tested beside the moments.
  if (path === `simulations/${/^run=([^:]+):/.exec(id)?.[1]}/`) return undefined;
  return ids.get(file)?.has(id) ? undefined : `there is no element '${id}' in ${file}`;
}

/** Every wrong address as a sentence. */
function faults(site: Site, base: string, found: Iterable<readonly [from: string, address: string]>): string[] {
  const targets = { files: new Set(site.files), ids: new Map(site.pages.map(({ file, ids }) => [file, ids])) };
  const seen = new Map<string, string | undefined>();
  const wrong = new Set<string>();
  for (const [from, address] of found) {
    if (isOutside(address)) continue;
    const key = address.startsWith('/') ? address : `${from} ${address}`;
    if (!seen.has(key)) seen.set(key, faultOf(targets, base, from, address));
    const fault = seen.get(key);
    if (fault) wrong.add(`${from}: '${address}' ${fault}`);
  }
  return [...wrong];
}

function* addressesOfPages(site: Site): Generator<readonly [string, string]> {
  for (const page of site.pages) for (const element of page.elements) for (const it of addressesOf(element)) yield [page.address, it];
}

function* addressesOfStylesheets(site: Site): Generator<readonly [string, string]> {
  for (const file of site.files.filter((it) => it.endsWith('.css')))
    for (const [, , address = ''] of readFileSync(join(site.folder, file), 'utf8').matchAll(/url\((["']?)([^"')]+)\1\)/g))
      if (!address.startsWith('#')) yield [file, address];
}

function* addressesOfData(site: Site): Generator<readonly [string, string]> {
  for (const file of site.files.filter((it) => /^api\/v1\/[a-z]+\.json$/.test(it)))
    for (const it of ownAddresses(JSON.parse(readFileSync(join(site.folder, file), 'utf8')))) yield [file, it];
}

/** The fields of our data that hold addresses of this site: `url`, `schema`, `$schema`. */
function* ownAddresses(data: unknown): Generator<string> {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string' && ['url', 'schema', '$schema'].includes(key)) yield value;
    else yield* ownAddresses(value);
  }
}

/** The files for readers that are no browsers: the feeds, the sitemap, and whatever is Markdown. */
function* addressesOfTexts(site: Site): Generator<readonly [string, string]> {
  for (const file of site.files) {
    const text = () => readFileSync(join(site.folder, file), 'utf8');
    if (/\.md$|^llms.*\.txt$/.test(file)) for (const it of addressesIn(text())) yield [file, it];
    if (!file.endsWith('.xml')) continue;
    for (const element of within(parseXml(text()))) {
      if (element.attributes['href'] !== undefined) yield [file, element.attributes['href']];
      if (element.name === 'loc') yield [file, textIn(element)];
    }
  }
}

function* addressesOfSearch(site: Site, base: string): Generator<readonly [string, string]> {
  for (const { url, anchors } of searchFragments(site)) {
    yield ['search', base + url.slice(1)];
    for (const { id } of anchors) yield ['search', `${base}${url.slice(1)}#${encodeURIComponent(id)}`];
  }
}

const duplicates = (page: Page): string[] => {
  const ids = page.elements.map((it) => attribute(it, 'id')).filter((it) => it !== undefined);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `${page.file}: #${id}`);
};

test('a link to a page that is not there is found', () => {
  const site = readSite(dist);
  expect(faults(site, '/', [['', '/systems/']])).toEqual([]);
  expect(
    faults(site, '/', [
      ['', '/sistems/'],
      ['', '/systems'],
      ['systems/', '#none'],
      ['systems/', '/simulations/themelios/ipc/#run=starina/channel:LeJZ'],
      ['systems/', '/simulations/themelios/ipc/#run=themelios/ipc:JxsC'],
      ['systems/', '../index.html'],
    ]),
  ).toEqual([
    ": '/sistems/' leads to no file",
    ": '/systems' leads to a page but does not end in /",
    "systems/: '#none' there is no element 'none' in systems/index.html",
    "systems/: '/simulations/themelios/ipc/#run=starina/channel:LeJZ' there is no element 'run=starina/channel:LeJZ' in simulations/themelios/ipc/index.html",
    "systems/: '../index.html' names index.html instead of its folder",
  ]);
  expect(faults(site, '/orrery/', [['', '/systems/']])).toEqual([": '/systems/' does not begin with /orrery/"]);
});

describe.each([
  { name: 'at the root of a host', folder: dist, base: '/', whole: '/' },
  { name: 'as it is published', folder: published.folder, base: published.base, whole: origin + published.base },
])('the site $name', ({ folder, base, whole }) => {
  let site: Site;
  beforeAll(() => void (site = readSite(folder)));

  test('every address in a page leads to a file, and every fragment to an element', () => {
    const found = [...addressesOfPages(site)];
    expect(found.length).toBeGreaterThan(site.pages.length * 20);
    expect(faults(site, base, found)).toEqual([]);
  });

  test('every address in a stylesheet leads to a file', () => {
    const found = [...addressesOfStylesheets(site)];
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(faults(site, base, found)).toEqual([]);
  });

  test('every address in the data leads to its record', () => {
    const found = [...addressesOfData(site)];
    expect(found.length).toBeGreaterThan(400);
    expect(faults(site, base, found)).toEqual([]);
  });

  test('every address in a feed and in a text leads to a file, and to its record', () => {
    const found = [...addressesOfTexts(site)];
    expect(new Set(found.map(([file]) => file)).size).toBeGreaterThan(45);
    expect(faults(site, base, found)).toEqual([]);
    expect(found.filter(([, address]) => isOutside(address) && !address.startsWith('https://'))).toEqual([]);
    // Whole where the site says where it is, else from the root.
    const own = found.map(([, address]) => address).filter((address) => !isOutside(address));
    expect(own.filter((address) => !address.startsWith(whole))).toEqual([]);
  });

  test('every hit of the search leads to its record or to a section', () => {
    const found = [...addressesOfSearch(site, base)];
    expect(found.length).toBeGreaterThan(1000);
    expect(faults(site, base, found)).toEqual([]);
  });

  test('a link to another host is encrypted', () => {
    const outside = [...addressesOfPages(site)].filter(([, address]) => isOutside(address));
    expect(outside.filter(([, address]) => !address.startsWith('https://'))).toEqual([]);
  });

  test('no id stands twice in a page', () => {
    expect(site.pages.flatMap(duplicates)).toEqual([]);
  });
});
