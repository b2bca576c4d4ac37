/** What is kept on the device, and the search, as the tests of reading without a network work them. */
import { expect, type Page } from '@playwright/test';
import { published } from '../site/built-site.ts';
import { patient } from './edit-page.ts';

/** The paths of what is kept on the device. */
export const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });

/** Opens a page and waits until it is kept, with the search. */
export async function visit(page: Page, url: string, ...more: readonly string[]): Promise<void> {
  await page.goto(url);
  const { pathname } = new URL(page.url());
  const base = pathname.startsWith(published.base) ? published.base : '/';
  const wanted = [pathname, `${base}pagefind/names.json`, ...more].map((it) => expect.stringMatching(it));
  await expect.poll(() => kept(page), patient).toEqual(expect.arrayContaining(wanted));
}

export const search = (page: Page) => page.getByRole('dialog', { name: 'Search facts' });

export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await search(page).getByRole('searchbox').fill(text);
  await expect(search(page).getByRole('status')).toHaveText(/hits?( |$)/);
}
