/**
 * What is kept: files of this build, as its list has them, and the pages that were visited, bounded. Whatever else is kept is bounded by what the
 * build has.
 */
import { MOST_PAGE_BYTES, MOST_PAGES } from '../../../components/offline/bounds.ts';
import { behind } from './behind.ts';
import { list } from './list.ts';
import { addressOf, cacheNames, hashOf, isNamedByContent, olderCaches } from './names.ts';

/** How a file is asked for: a browser's own cache may hold that of an older build for as long as the host allowed, and then the host is asked. */
const WAYS = ['default', 'no-cache'] as const;

/** The body as it is put into a cache: what it is, and its size. */
function keepable(body: ArrayBuffer, headers: Headers, more: Readonly<Record<string, string>>): Response {
  const type = headers.get('content-type') ?? 'application/octet-stream';
  return new Response(body, { headers: { 'content-type': type, 'x-kept-bytes': String(body.byteLength), ...more } });
}

/** Puts a file into its cache when it is what the list says. Returns what was kept; undefined when it is of another build. */
export async function keepBody(path: string, body: ArrayBuffer, headers: Headers): Promise<Response | undefined> {
  const known = (await list()).files[path];
  const hash = await hashOf(body);
  if (known === undefined ? !isNamedByContent(path) : known !== hash) return undefined;
  const response = keepable(body, headers, { 'x-kept-hash': hash });
  await put(cacheNames.files, path, response.clone());
  return response;
}

/** A full disk keeps nothing more, and the reader reads on. */
async function put(cache: string, path: string, response: Response): Promise<void> {
  await (await caches.open(cache)).put(addressOf(path), response).catch(() => undefined);
}

/** A file of this build, from the cache, from that of an older build when it is the same, or from the host; undefined when nobody has it. */
export async function ownFile(path: string, request?: Request): Promise<Response | undefined> {
  const kept = await (await caches.open(cacheNames.files)).match(addressOf(path));
  if (kept) return kept;
  const { files, with: companions } = await list();
  if (companions[path]) behind(keepFiles(companions[path]));
  for (const name of (await olderCaches()).filter((it) => it.endsWith(' files'))) {
    const older = await (await caches.open(name)).match(addressOf(path));
    if (older && files[path] === older.headers.get('x-kept-hash')) return keepBody(path, await older.arrayBuffer(), older.headers);
  }
  for (const cache of WAYS) {
    const response = await fetch(request ?? addressOf(path), { cache });
    if (!response.ok) return undefined;
    const own = await keepBody(path, await response.arrayBuffer(), response.headers);
    if (own) return own;
  }
  return undefined;
}

/** As many of these files as can be had. */
export async function keepFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await ownFile(path).catch(() => undefined);
}

export const keptPage = async (path: string): Promise<Response | undefined> => (await caches.open(cacheNames.pages)).match(addressOf(path));
export const keptFile = async (path: string): Promise<Response | undefined> => (await caches.open(cacheNames.files)).match(addressOf(path));

/** Keeps a page of this build as the newest, and what it names; the oldest give way. */
export async function keepPage(path: string, body: ArrayBuffer, headers: Headers): Promise<void> {
  const html = new TextDecoder().decode(body);
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? path;
  const cache = await caches.open(cacheNames.pages);
  await cache.delete(addressOf(path)); // so that it stands last
  await put(
    cacheNames.pages,
    path,
    keepable(body, headers, { 'x-kept-title': encodeURIComponent(title), 'x-kept-hash': await hashOf(body) }),
  );
  await bound(cache);
  const named = [...html.matchAll(/_astro\/[\w.-]+\.(?:js|css|woff2)/g)].map(([it]) => it);
  const { files } = await list();
  await keepFiles([...new Set(named)].filter((it) => files[it] !== undefined));
}

/** Asks for a page that this worker did not bring, and keeps it when it is of this build. */
export async function visit(path: string): Promise<void> {
  const { files } = await list();
  for (const cache of WAYS) {
    const response = await fetch(addressOf(path), { cache });
    const body = await response.arrayBuffer();
    if (response.ok && files[path] === (await hashOf(body))) return keepPage(path, body, response.headers);
  }
}

async function bound(cache: Cache): Promise<void> {
  const kept: (readonly [Request, bytes: number])[] = [];
  for (const request of await cache.keys()) kept.push([request, Number((await cache.match(request))?.headers.get('x-kept-bytes') ?? 0)]);
  let bytes = kept.reduce((sum, [, size]) => sum + size, 0);
  const surplus = kept.findIndex((_, i) => {
    const left = kept.length - i;
    const fits = left <= 1 || (left <= MOST_PAGES && bytes <= MOST_PAGE_BYTES);
    bytes -= kept[i]![1];
    return fits;
  });
  for (const [request] of kept.slice(0, Math.max(surplus, 0))) await cache.delete(request);
}
