// What the service worker keeps: the list of its build, the files of it in caches of their own, and the pages that were visited, bounded.
// `answering.js` follows it in the same script.
'use strict';

const MOST_PAGES = 200;
const MOST_PAGE_BYTES = 24_000_000;

const ours = `orrery ${build.base} `;
const names = { pages: `${ours}${build.hash} pages`, files: `${ours}${build.hash} files`, others: `${ours}others` };
const listPath = `offline/${build.hash}.json`;
/** Names that say themselves what is in the file. */
const isNamedByContent = (path) => /^(_astro|pagefind\/(fragment|index))\/./.test(path);
const addressOf = (path) => new URL(build.base + path, self.location.origin).href;

/** The path of an address in the list; undefined when it is not of this site. */
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  return origin === self.location.origin && pathname.startsWith(build.base) ? decodeURI(pathname.slice(build.base.length)) : undefined;
}

async function hashOf(body, length) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...bytes)).slice(0, length);
}

// ---- the list of this build

let listing;
/** `files`: path to hash and size; `start`: what is kept at once; `search`; `with`: what belongs to a file; `editor`. */
const list = () => (listing ??= readList().catch((error) => ((listing = undefined), Promise.reject(error))));

async function readList() {
  const cache = await caches.open(names.files);
  const kept = await cache.match(addressOf(listPath));
  if (kept) return kept.json();
  const text = await (await fetch(addressOf(listPath), { cache: 'no-cache' })).arrayBuffer();
  if ((await hashOf(text, 16)).replaceAll('+', '-').replaceAll('/', '_') !== build.hash) throw new Error('the list is of another build');
  await cache.put(addressOf(listPath), new Response(text, { headers: { 'content-type': 'application/json' } }));
  return JSON.parse(new TextDecoder().decode(text));
}

// ---- keeping

/** What is put into a cache: the body with the headers that say what it is, and its hash and size. */
function keepable(body, headers, more) {
  const type = headers.get('content-type') ?? 'application/octet-stream';
  return new Response(body, { headers: { 'content-type': type, 'x-kept-bytes': String(body.byteLength), ...more } });
}

/** Puts a file of this build into its cache when it is what the list says. Returns what was kept, or undefined. */
async function keepBody(path, body, headers) {
  const known = (await list()).files[path];
  const hash = await hashOf(body, 12);
  if (known ? known !== hash : !isNamedByContent(path)) return undefined;
  const response = keepable(body, headers, { 'x-kept-hash': hash });
  const copy = response.clone();
  // A full disk keeps nothing more, and the reader reads on.
  await caches
    .open(names.files)
    .then((cache) => cache.put(addressOf(path), copy))
    .catch(() => undefined);
  return response;
}

/** A file of this build, from the cache, from that of an older build when it is the same, or from the host; undefined when nobody has it. */
async function ownFile(path, request) {
  const kept = await (await caches.open(names.files)).match(addressOf(path));
  if (kept) return kept;
  const { files, with: companions } = await list();
  if (companions[path]) later(keepFiles(companions[path]));
  for (const name of (await caches.keys()).filter((it) => it.startsWith(ours) && it.endsWith(' files') && it !== names.files)) {
    const older = await (await caches.open(name)).match(addressOf(path));
    if (older && files[path] === older.headers.get('x-kept-hash')) return keepBody(path, await older.arrayBuffer(), older.headers);
  }
  // The browser's own cache may hold the file of an older build for as long as the host allowed: then the host is asked.
  for (const cache of ['default', 'no-cache']) {
    const response = await fetch(request ?? addressOf(path), { cache });
    if (!response.ok) return undefined;
    const own = await keepBody(path, await response.arrayBuffer(), response.headers);
    if (own) return own;
  }
  return undefined;
}

/** As many of these files as can be had. */
async function keepFiles(paths) {
  for (const path of paths) await ownFile(path).catch(() => undefined);
}

/** Work that goes on behind an answer; the events that are open keep the worker alive for it. */
const open = new Set();
const later = (work) => {
  const done = Promise.resolve(work).catch(() => undefined);
  open.add(done);
  void done.finally(() => open.delete(done));
};
async function settled() {
  while (open.size > 0) await Promise.all(open);
}

/** Keeps a page that was visited as the newest, and what it names; the oldest give way. */
async function keepPage(path, body, headers) {
  const html = new TextDecoder().decode(body);
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? path;
  const cache = await caches.open(names.pages);
  const response = keepable(body, headers, { 'x-kept-title': encodeURIComponent(title), 'x-kept-hash': await hashOf(body, 12) });
  await cache.delete(addressOf(path)); // so that it stands last
  await cache.put(addressOf(path), response).catch(() => undefined);
  await bound(cache);
  const named = [...html.matchAll(/_astro\/[\w.-]+\.(?:js|css|woff2)/g)].map(([it]) => it);
  const { files } = await list();
  await keepFiles([...new Set(named)].filter((it) => files[it]));
}

async function bound(cache) {
  const kept = [];
  for (const request of await cache.keys()) kept.push([request, Number((await cache.match(request))?.headers.get('x-kept-bytes') ?? 0)]);
  let bytes = kept.reduce((sum, [, size]) => sum + size, 0);
  while (kept.length > 1 && (kept.length > MOST_PAGES || bytes > MOST_PAGE_BYTES)) {
    const [request, size] = kept.shift();
    bytes -= size;
    await cache.delete(request);
  }
}
