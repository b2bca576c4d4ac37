/**
 * The service worker of the site: what a reader has visited is there without a network.
 *
 * A page is of one build, and takes only files of that build. The list of a build names the hash of each of its files: what a host sends is
 * compared with it before it is kept. A page that is not in the list is of another build: it is shown, and it and all that it asks for pass by.
 */
import { fileFor, pageFor } from './answer.ts';
import { behind, settled } from './behind.ts';
import { keepFiles, keptPage, ownFile, visit } from './keep.ts';
import { list } from './list.ts';
import { olderCaches, pathOf } from './names.ts';
import { forgetClosed, isOther } from './others.ts';
import { scope, type Client } from './scope.ts';

/** Pages that a new build fetches again, because the one before had kept them. */
const CARRIED = 50;

scope.addEventListener('install', (event) => event.waitUntil(begin()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(olderCaches().then((names) => Promise.all(names.map((it) => caches.delete(it))))),
);
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (path === undefined || request.method !== 'GET') return;
  const answer = request.mode === 'navigate' ? pageFor(event, path) : fileFor(event, path);
  event.respondWith(answer);
  event.waitUntil(answer.then(settled, settled));
});
scope.addEventListener('message', (event) => {
  const { source, data } = event;
  if (data?.is === 'rests') event.waitUntil(rests(source, data.saves === true).then(settled));
  if (data?.is === 'waits') event.waitUntil(waits(source));
  if (data?.is === 'takeOver') event.waitUntil(scope.skipWaiting());
});

async function begin(): Promise<void> {
  for (const path of (await list()).start) if (!(await ownFile(path))) throw new Error(`${path} is of another build`);
  await carryOn();
  await settled();
}

/** What the build before this one had kept is fetched again, the pages that were visited last among it. */
async function carryOn(): Promise<void> {
  const { files, search, editor } = await list();
  const visited: string[] = [];
  for (const name of await olderCaches()) {
    const paths = (await (await caches.open(name)).keys()).map(({ url }) => pathOf(url) ?? '');
    if (name.endsWith(' pages')) visited.push(...paths);
    if (paths.includes('pagefind/names.json')) await keepFiles(search);
    if (paths.includes('sandbox/')) await keepFiles(editor);
  }
  for (const path of visited.slice(-CARRIED).filter((it) => files[it] !== undefined)) await visit(path).catch(() => undefined);
}

/** A page has come to rest: it is kept if it is not yet, and what every page may ask for. */
async function rests(client: Client, saves: boolean): Promise<void> {
  await forgetClosed();
  const { files, search } = await list();
  const path = pathOf(client.url);
  if (path !== undefined && files[path] !== undefined && !(await keptPage(path)) && !(await isOther(client.id))) behind(visit(path));
  if (!saves) behind(keepFiles(search));
}

/** A newer build waits. Where every page that is open is of another build than this one, nothing of this one is read any more. */
async function waits(client: Client): Promise<void> {
  client.postMessage({ is: (await isOther(client.id)) ? 'newer' : 'newVersion' });
  const others = await Promise.all((await scope.clients.matchAll()).map(({ id }) => isOther(id)));
  if (others.every(Boolean)) scope.registration.waiting?.postMessage({ is: 'takeOver' });
}
