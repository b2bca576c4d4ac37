/**
 * The file that a page is made of, so that a reader who found a mistake is led to where it is mended. Leaves out where the
 * file is on the web: `own-forge.ts`.
 */
import { addressOf, partOfPage } from './addresses.ts';
import { collectionOf } from './alternates.ts';
import { everyEntry, find, type Entries, type Entry } from './entries.ts';
import { canonicalPage } from './site-pages.ts';

/** From the project's root. A page that shows many records is made of the folder that holds them. */
export interface PageFile {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** The one record of the page: its collection and its id, as `milestones/themelios-phase-2`. */
  readonly record?: string;
}

/** The record that this page tells of and of nothing else; undefined for a list, a text or a simulation. */
function recordOf(page: string, entries: Entries): Entry | undefined {
  const part = partOfPage(page);
  return part ? find(entries, 'architecture', part.system) : everyEntry(entries).find((entry) => addressOf(entry) === page);
}

/** The id of the system that a page is about, by its address or by the record that it shows; undefined where it is about several. */
export function systemOfPage(page: string, entries: Entries): string | undefined {
  const [, section = '', id = ''] = page.split('/');
  if (['systems', 'simulations', 'embed'].includes(section)) return find(entries, 'systems', id)?.id;
  const data = recordOf(page, entries)?.data;
  return data && 'system' in data && typeof data.system === 'string' ? data.system : undefined;
}

/**
 * What a page is made of. `page` is root-relative, without the base path; `prose` is the file of its text where it is a page of
 * prose, and `route` the file that draws it, for a page that is neither text nor records.
 */
export function fileOfPage(
  page: string,
  entries: Entries,
  { prose, route }: { readonly prose?: string; readonly route: string },
): PageFile {
  if (prose !== undefined) return { path: prose, kind: 'file' };
  const shown = canonicalPage(page);
  if (shown === '/simulations/new/') return { path: 'src/components/new-model', kind: 'folder' };
  const [, mechanism] = /^\/simulations\/([^/]+\/[^/]+)\/$/.exec(shown) ?? [];
  if (mechanism !== undefined) return { path: `src/mechanisms/${mechanism}/model.ts`, kind: 'file', record: `simulations/${mechanism}` };
  const record = recordOf(shown, entries);
  if (record) return ofRecord(record);
  const collection = collectionOf(shown);
  if (collection === 'simulations') return { path: 'src/mechanisms', kind: 'folder' };
  const [, system] = /^\/systems\/([^/]+)\//.exec(shown) ?? [];
  const own = system === undefined ? undefined : find(entries, 'systems', system);
  const records = collection === undefined || collection === 'systems' ? [] : entries[collection];
  const listed = own ? records.filter(({ data }) => 'system' in data && data.system === own.id) : records;
  if (listed.length > 0) return { path: folderOf(listed), kind: 'folder' };
  if (own) return ofRecord(own);
  return collection === 'systems' ? { path: folderOf(entries.systems), kind: 'folder' } : { path: route, kind: 'file' };
}

const ofRecord = ({ collection, id, file }: Entry): PageFile => ({ path: file, kind: 'file', record: `${collection}/${id}` });

/** The deepest folder that holds the files of all these records. */
function folderOf(records: readonly Entry[]): string {
  const [first = [], ...others] = records.map(({ file }) => file.split('/').slice(0, -1));
  const end = first.findIndex((part, i) => others.some((it) => it[i] !== part));
  return (end < 0 ? first : first.slice(0, end)).join('/');
}
