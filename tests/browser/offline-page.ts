/** What is kept on the device, and the search, as the tests of reading without a network work them. */
import { expect, type Page } from '@playwright/test';
import type { Listing } from '../../src/build/offline/worker/list.ts';
import { patient } from './edit-page.ts';

/** The paths of what is kept on the device. */
export const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });

/**
 * Of what belongs to the page that is open, by the list of its build, the paths that are not kept yet: the page, the files that it names, theirs,
 * and the search. Undefined while the list is not there.
 */
const missing = (page: Page): Promise<string[] | undefined> =>
  page.evaluate(async () => {
    const site = (await navigator.serviceWorker.ready).scope;
    const has = async (path: string) => (await caches.match(site + path))?.clone();
    const names = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    const address = names.flat().find(({ url }) => /\/offline\/[\w-]+\.json$/.test(url));
    const kept = await has(location.href.slice(site.length).replace(/[?#].*/, ''));
    if (!address || !kept) return undefined;
    const list = (await (await caches.match(address))!.json()) as Pick<Listing, 'files' | 'with' | 'search'>;
    const named = [...(await kept.text()).matchAll(/_astro\/[\w.-]+\.(?:js|css|woff2)/g)].map(([it]) => it);
    const wanted = new Set([...named, ...list.search].filter((it) => list.files[it] !== undefined));
    for (const path of wanted) for (const other of list.with[path] ?? []) wanted.add(other);
    const found = await Promise.all([...wanted].map(async (path) => ((await has(path)) ? [] : [path])));
    return found.flat();
  });

/** Opens a page and waits until all of it is kept, with the search. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect.poll(() => missing(page), patient).toEqual([]);
}

export const search = (page: Page) => page.getByRole('dialog', { name: 'Search facts' });

export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await search(page).getByRole('searchbox').fill(text);
  await expect(search(page).getByRole('status')).toHaveText(/hits?( |$)/);
}
