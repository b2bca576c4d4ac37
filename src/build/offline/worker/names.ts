/** How what is kept is called: caches of a build, paths in its list, hashes. */
import { base, buildHash, scope } from './scope.ts';

/** Several sites may have one origin, each with a base path of its own. */
const ours = `orrery ${base} `;

export const cacheNames = { pages: `${ours}${buildHash} pages`, files: `${ours}${buildHash} files`, others: `${ours}others` } as const;

/** The caches of builds before this one. */
export const olderCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((it) => it.startsWith(ours) && !Object.values<string>(cacheNames).includes(it));

/** Names that say themselves what is in the file. */
export const isNamedByContent = (path: string): boolean => /^(_astro|pagefind\/(fragment|index))\/./.test(path);

export const addressOf = (path: string): string => new URL(base + path, scope.location.origin).href;

/** The path of an address below the site; undefined when it is not of this site. */
export function pathOf(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  return origin === scope.location.origin && pathname.startsWith(base) ? decodeURI(pathname.slice(base.length)) : undefined;
}

/** The first characters of the SHA-256, in base64. */
export async function hashOf(body: ArrayBuffer, length = 12): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...bytes)).slice(0, length);
}
