// What the service worker answers. `src/build/offline/offline.ts` puts `build`, its hash and base path, and `keeping.js` before it, into one script.
//
// A page is of one build, and takes only files of that build. The list of a build names the hash of each of its files: what a host sends is
// compared with it before it is kept. A page that is not in the list is of another build: it is shown, and it and all that it asks for pass by.

/** After so long a page that was visited is shown as it was kept. */
const PATIENCE_MS = 4_000;
/** Pages that a new build fetches again, because the one before had kept them. */
const CARRIED = 50;

// ---- pages of another build

const verdicts = new Map();
const markOf = (client) => addressOf(`offline/others/${client}`);

/** Whether a page that is shown is of another build: then nothing of this one is given to it. */
async function isOther(client) {
  if (client === '') return false;
  await verdicts.get(client);
  const mark = await (await caches.open(names.others)).match(markOf(client));
  if (!mark) return false;
  const { path, hash } = await mark.json();
  return (await list()).files[path] !== hash;
}

async function markOther(client, path, hash) {
  if (client !== '') await (await caches.open(names.others)).put(markOf(client), Response.json({ path, hash }));
}

async function forgetGone() {
  const cache = await caches.open(names.others);
  const there = new Set((await self.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(({ id }) => markOf(id)));
  for (const request of await cache.keys()) if (!there.has(request.url)) await cache.delete(request);
}

// ---- answers

const keptPage = async (path) => (await caches.open(names.pages)).match(addressOf(path));
/** A page that stands in another page's frame is kept with the files. */
const keptFrame = async (path) => (await caches.open(names.files)).match(addressOf(path));

async function offlinePage() {
  const page = await (await caches.open(names.files)).match(addressOf('offline/'));
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

/** The host's page, or what was kept of it when the host cannot be reached, is broken, or too slow. */
async function pageFor(event, path) {
  const kept = (await keptPage(path)) ?? (await keptFrame(path));
  const asked = fetch(event.request).then(
    (response) => (response.status >= 500 && kept ? kept : judged(event, path, response)),
    () => kept ?? keptWithSlash(path) ?? offlinePage(),
  );
  if (!kept) return (await asked) ?? offlinePage();
  return Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))]);
}

/** A folder without its slash, which a host would have led on. */
const keptWithSlash = (path) =>
  /(^|\/)[^./]+$/.test(path)
    ? keptPage(`${path}/`).then((page) => (page ? Response.redirect(addressOf(`${path}/`)) : offlinePage()))
    : undefined;

/** Shows the page as it comes, and finds out behind it whether it is of this build. */
function judged(event, path, response) {
  if (response.type === 'opaqueredirect' || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const copy = response.clone();
  const client = event.resultingClientId;
  const verdict = judge(path, client, copy, event.request.destination).finally(() => verdicts.delete(client));
  verdicts.set(client, verdict);
  later(verdict);
  return response;
}

async function judge(path, client, response, destination) {
  const body = await response.arrayBuffer();
  const { files } = await list();
  const hash = await hashOf(body, 12);
  const known = response.status === 404 ? '404.html' : path;
  if (files[known] !== hash) {
    await markOther(client, path, hash);
    return self.registration.update();
  }
  if (response.status !== 200) return undefined;
  later(destination === 'document' ? keepPage(path, body, response.headers) : keepBody(path, body, response.headers));
  return undefined;
}

async function fileFor(event, path) {
  const { files } = await list().catch(() => ({ files: {} }));
  if (!files[path] && !isNamedByContent(path)) return fetch(event.request);
  if (!isNamedByContent(path) && (await isOther(event.clientId))) {
    // A worker of such a page asks in its own name.
    if (event.resultingClientId) await markOther(event.resultingClientId, path, '');
    return fetch(event.request);
  }
  const own = await ownFile(path, event.request);
  if (own) return own;
  // The host has another build by now.
  later(self.registration.update());
  return isNamedByContent(path) ? fetch(event.request) : Response.error();
}

// ---- the life of the worker

/** What the build before this one had kept is fetched again, the pages that were visited last first. */
async function carryOn() {
  const older = (await caches.keys()).filter((it) => it.startsWith(ours) && !Object.values(names).includes(it));
  const { files, search, editor } = await list();
  const visited = [];
  for (const name of older) {
    const cache = await caches.open(name);
    const paths = (await cache.keys()).map(({ url }) => pathOf(url));
    if (name.endsWith(' pages')) visited.push(...paths);
    if (paths.includes('pagefind/names.json')) await keepFiles(search);
    if (paths.includes('sandbox/')) await keepFiles(editor);
  }
  for (const path of visited.slice(-CARRIED).filter((it) => files[it])) await visit(path).catch(() => undefined);
}

/** Keeps a page that a reader has open though this worker did not bring it. */
async function visit(path) {
  const { files } = await list();
  for (const cache of ['default', 'no-cache']) {
    const response = await fetch(addressOf(path), { cache });
    const body = await response.arrayBuffer();
    if (response.ok && files[path] === (await hashOf(body, 12))) return keepPage(path, body, response.headers);
  }
  return undefined;
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    list().then(async ({ start }) => {
      for (const path of start) if (!(await ownFile(path))) throw new Error(`${path} is of another build`);
      await carryOn();
      await settled();
    }),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((all) =>
        Promise.all(all.filter((it) => it.startsWith(ours) && !Object.values(names).includes(it)).map((it) => caches.delete(it))),
      ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (path === undefined || request.method !== 'GET') return;
  const answer = request.mode === 'navigate' ? pageFor(event, path) : fileFor(event, path);
  event.respondWith(answer);
  event.waitUntil(answer.then(settled, settled));
});

/** What a page says: that it has come to rest, or that its reader wants the new build. */
const told = {
  async rests(client, { saves }) {
    await forgetGone();
    const { files, search } = await list();
    const path = pathOf(client.url);
    if (path !== undefined && files[path] && !(await keptPage(path)) && !(await isOther(client.id))) await visit(path);
    if (!saves) await keepFiles(search);
    client.postMessage({ is: 'kept' });
  },
  /** A build waits. Where all pages that are open are of another build than this one, nothing of this one is read any more. */
  async waits(client) {
    client.postMessage({ is: (await isOther(client.id)) ? 'newer' : 'newVersion' });
    const others = await Promise.all((await self.clients.matchAll()).map(({ id }) => isOther(id)));
    if (others.every(Boolean)) self.registration.waiting?.postMessage({ is: 'takeOver' });
  },
  takeOver: () => self.skipWaiting(),
};

self.addEventListener('message', (event) => {
  const answer = Object.hasOwn(told, event.data?.is) ? told[event.data.is] : undefined;
  if (answer) event.waitUntil(Promise.resolve(answer(event.source, event.data)).then(settled));
});
