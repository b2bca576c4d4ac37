/** Pages that are open and are of another build than this worker: nothing of this build is given to them. */
import { list } from './list.ts';
import { addressOf, cacheNames } from './names.ts';
import { scope } from './scope.ts';

/** Pages of which it is being found out. */
export const verdicts = new Map<string, Promise<unknown>>();

/** Marks are kept beside the caches: a worker is ended when it has nothing to do, and begins again without a memory. */
const markOf = (client: string): string => addressOf(`offline/others/${client}`);

/** A mark says what the page is, and each build finds out by its own list whether that is of it. */
export async function isOther(client: string): Promise<boolean> {
  if (client === '') return false;
  await verdicts.get(client);
  const mark = await (await caches.open(cacheNames.others)).match(markOf(client));
  if (!mark) return false;
  const { path, hash } = (await mark.json()) as { readonly path: string; readonly hash: string };
  return (await list()).files[path] !== hash;
}

export async function markOther(client: string, path: string, hash: string): Promise<void> {
  if (client !== '') await (await caches.open(cacheNames.others)).put(markOf(client), new Response(JSON.stringify({ path, hash })));
}

/** Throws away the marks of pages that are closed. */
export async function forgetClosed(): Promise<void> {
  const cache = await caches.open(cacheNames.others);
  const there = new Set((await scope.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(({ id }) => markOf(id)));
  for (const request of await cache.keys()) if (!there.has(request.url)) await cache.delete(request);
}
