/**
 * A new build takes over only when nothing of the old one is open, or a reader wants it, and no page is given files of two builds.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { patient } from './edit-page.ts';
import { Host } from './offline-host.ts';
import { searchFor, visit } from './offline-page.ts';
import { serve } from './serve.ts';

test.use({ serviceWorkers: 'allow', actionTimeout: 30_000 });
test.setTimeout(240_000);

/** The builds of which something is kept, by a page that is of each. */
const keptBuilds = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = new Set<string>();
    for (const name of await caches.keys())
      for (const request of name.endsWith(' pages') ? await (await caches.open(name)).keys() : [])
        found.add(/data-build="(\w)"/.exec(await (await caches.match(request, { cacheName: name }))!.text())![1]!);
    return [...found].toSorted();
  });

let host: Host;
let site: Awaited<ReturnType<typeof serve>>;
test.beforeEach(async () => {
  host = new Host();
  await host.make('a');
  await host.make('b');
  host.take('a');
  site = await serve(host.now);
});
test.afterEach(async () => {
  await site.close();
  rmSync(host.folder, { recursive: true });
});

const buildOf = (page: Page) => page.locator('html').getAttribute('data-build');
const line = (page: Page) => page.locator('.new-version');
/** Whose list of names a page is given. */
const namesOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const text = await fetch('/pagefind/names.json').then(
      (it) => it.text(),
      () => '',
    );
    const ends = text.length - text.trimEnd().length;
    return ends === 0 ? 'refused' : String.fromCharCode(ends);
  });

test('a page that is open keeps its own files, and a new one gets its own', async ({ page, context }) => {
  await visit(page, `${site.url}glossary/`);
  await page.reload();
  host.take('b');
  const other = await context.newPage();
  await other.goto(`${site.url}rules/`);
  expect([await buildOf(other), await namesOf(other)]).toEqual(['b', 'b']);
  expect([await buildOf(page), await namesOf(page)]).toEqual(['a', 'a']);
  // The search takes nothing else.
  const given = new Map<string, string>();
  other.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/^\/pagefind\/[\w-]+\.(js|json)$/.test(pathname)) void response.text().then((text) => given.set(pathname, text));
  });
  await searchFor(other, 'revoke');
  await expect.poll(() => [...given.keys()]).toEqual(expect.arrayContaining(['/pagefind/pagefind.js', '/pagefind/pagefind-entry.json']));
  for (const [path, text] of given) expect([path, /(\/\/b|\n{98})$/.test(text)]).toEqual([path, true]);
  await expect(line(page)).toContainText('newer version', patient);
  await expect(line(other)).toHaveCount(0);
  await context.setOffline(true);
  expect(await namesOf(page)).toBe('a');
  expect(await namesOf(other)).not.toBe('a');
});

test('takes over when no page of the old one is open, and has what was visited', async ({ page, context }) => {
  await visit(page, `${site.url}glossary/`);
  await visit(page, `${site.url}rules/`);
  host.take('b');
  await page.goto(`${site.url}tasks/`);
  expect(await buildOf(page)).toBe('b');
  await expect.poll(() => keptBuilds(page), patient).toEqual(['b']);
  await context.setOffline(true);
  for (const address of ['glossary/', 'rules/', 'tasks/']) {
    await page.goto(site.url + address);
    expect([address, await buildOf(page), await namesOf(page)]).toEqual([address, 'b', 'b']);
  }
});

test('is read when the reader says so, and not before', async ({ page, context }) => {
  await visit(page, `${site.url}glossary/`);
  await page.reload();
  const second = await context.newPage();
  await second.goto(`${site.url}rules/`);
  host.take('b');
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(line(page)).toBeVisible(patient);
  await expect(line(second)).toBeVisible(patient);
  expect([await buildOf(page), await buildOf(second)]).toEqual(['a', 'a']);
  await line(page).getByRole('button', { name: 'Read the new version' }).click();
  for (const each of [page, second]) {
    await expect(each.locator('html[data-build=b]')).toBeAttached(patient);
    expect(await namesOf(each)).toBe('b');
  }
});

test('a file of it is not given to a page of the old one', async ({ page }) => {
  await visit(page, `${site.url}glossary/`);
  await page.reload();
  host.take('b'); // first: a page that has come to rest asks for what is missing
  // As if the device had thrown the file away.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete('/pagefind/names.json');
  });
  expect(await namesOf(page)).toBe('refused');
});

test('a host that changes its pages on the way is read as it is', async ({ page }) => {
  await visit(page, `${site.url}glossary/`);
  const file = join(host.folder, 'a/rules/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<body', '<body data-added'));
  await page.goto(`${site.url}rules/`);
  await expect(page.locator('body[data-added]')).toBeAttached();
  await searchFor(page, 'revoke');
  await expect(line(page)).toHaveCount(0);
});
