/** What the service worker has kept on this device, read from its caches by the page that lists it. */

export interface KeptPage {
  /** Root-relative, with the base path. */
  readonly address: string;
  readonly title: string;
}

export interface Kept {
  /** Newest visit first. */
  readonly pages: readonly KeptPage[];
  /** Of pages and all else together. */
  readonly bytes: number;
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const ours = `orrery ${base} `;

const cacheNames = async (): Promise<string[]> => (await caches.keys()).filter((it) => it.startsWith(ours));

/** Nothing where there are no caches, or none may be read. */
export async function readKept(): Promise<Kept> {
  const pages = new Map<string, KeptPage>();
  let bytes = 0;
  for (const name of await cacheNames().catch(() => [])) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const headers = (await cache.match(request))?.headers;
      bytes += Number(headers?.get('x-kept-bytes') ?? 0);
      const { pathname } = new URL(request.url);
      const title = headers?.get('x-kept-title');
      if (!title) continue;
      pages.delete(pathname);
      pages.set(pathname, { address: pathname, title: decoded(decodeURIComponent(title)) });
    }
  }
  return { pages: [...pages.values()].toReversed(), bytes };
}

/** The text of a title in HTML, without the name of the site behind it. */
const decoded = (title: string): string =>
  (new DOMParser().parseFromString(title, 'text/html').body.textContent ?? '').replace(/ \| Orrery$/, '').trim();

/** Throws away what was kept and the worker that kept it; the next page that is opened begins anew. */
export async function removeKept(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
  for (const name of await cacheNames()) await caches.delete(name);
}
