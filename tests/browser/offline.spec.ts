/**
 * Without a network, after a visit: pages, the search, a simulation and its check, the editor; what was never visited is said to be so. A new
 * build takes over only when nothing of the old one is open, or a reader wants it, and no page is given files of two builds.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { writeWorker } from '../../src/build/offline/offline.ts';
import { dist, published } from '../site/built-site.ts';
import { edited, flaws, panel, patient, run } from './edit-page.ts';
import { serve } from './serve.ts';

test.use({ serviceWorkers: 'allow', actionTimeout: 30_000 });
test.setTimeout(240_000);

/** The paths of what is kept on the device. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });

/** Opens a page and waits until it is kept, with the search. */
async function visit(page: Page, url: string, ...more: readonly string[]): Promise<void> {
  await page.goto(url);
  const { pathname } = new URL(page.url());
  const base = pathname.startsWith(published.base) ? published.base : '/';
  const wanted = [pathname, `${base}pagefind/names.json`, ...more].map((it) => expect.stringMatching(it));
  await expect.poll(() => kept(page), patient).toEqual(expect.arrayContaining(wanted));
}

const search = (page: Page) => page.getByRole('dialog', { name: 'Search facts' });

async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await search(page).getByRole('searchbox').fill(text);
  await expect(search(page).getByRole('status')).toHaveText(/hits?( |$)/);
}

for (const { name, folder, base } of [
  { name: 'at the root of a host', folder: dist, base: '/' },
  { name: 'below a path', folder: published.folder, base: published.base },
])
  test.describe(name, () => {
    let site: Awaited<ReturnType<typeof serve>>;
    test.beforeAll(async () => {
      site = await serve(folder, base);
    });
    test.afterAll(() => site.close());

    test('a page that was visited is there, its neighbour is not, and that is said', async ({ page, context }) => {
      await visit(page, `${site.url}glossary/`);
      await visit(page, `${site.url}systems/avyos/`);
      await context.setOffline(true);
      await page.goto(`${site.url}glossary/`);
      await expect(page.locator('h1')).toHaveText('Glossary');
      expect(await page.evaluate(() => document.styleSheets.length > 0 && getComputedStyle(document.body).fontFamily)).toMatch(/Brygada/);
      await page.goto(`${site.url}systems/avyos`);
      await expect(page).toHaveURL(`${site.url}systems/avyos/`);
      await page.goto(`${site.url}systems/zos/`);
      await expect(page.locator('h1')).toHaveText('Without a network');
      await expect(page.locator('#was-asked')).toContainText(`${base}systems/zos/`);
      const list = page.locator('#kept-pages a');
      await expect(list).toHaveText([/avyos/i, /Glossary/]);
      await list.nth(1).click();
      await expect(page).toHaveURL(`${site.url}glossary/`);
    });

    test('the search answers, and a hit is opened where it was visited', async ({ page, context }) => {
      await visit(page, `${site.url}rules/`);
      await context.setOffline(true);
      await page.reload();
      await searchFor(page, 'revoke');
      const hit = search(page).locator('.search-hits li').filter({ hasText: 'themelios.capability.revoke-reaches-descendants' }).first();
      await hit.getByRole('link').click();
      await expect(page).toHaveURL(/rules\/#themelios\.capability\.revoke/);
    });
  });

test.describe('simulations', () => {
  let site: Awaited<ReturnType<typeof serve>>;
  test.beforeEach(async () => {
    site = await serve(dist);
  });
  test.afterEach(() => site.close());

  test('one that was visited is played and checked', async ({ page, context }) => {
    await visit(page, `${site.url}simulations/${edited}/`, 'check\\.worker', '/runs-');
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('toolbar', { name: 'Run' })).toBeVisible(patient);
    await page
      .getByRole('button', { name: /^Check/ })
      .first()
      .click();
    await expect(
      page
        .locator('.simulation')
        .getByText(/states/)
        .first(),
    ).toBeVisible(patient);
  });

  test('the editor runs a changed model, once it was used', async ({ page, context }) => {
    await visit(page, `${site.url}simulations/${edited}/`);
    await page.reload();
    await page.getByRole('button', { name: 'Edit this model' }).click();
    await expect(flaws(page)).toHaveText('No error.', patient);
    await expect.poll(() => kept(page), patient).toEqual(expect.arrayContaining(['/sandbox/']));
    await context.setOffline(true);
    await site.close();
    await page.reload();
    await page.getByRole('button', { name: 'Edit this model' }).click();
    await expect(flaws(page)).toHaveText('No error.', patient);
    expect(await run(page)).toMatch(/runs/);
    // What runs has no origin here either.
    const frames = page.frames().filter((it) => it !== page.mainFrame());
    expect(await Promise.all(frames.map((it) => it.evaluate(() => self.origin)))).toEqual(expect.arrayContaining(['null']));
    await expect(panel(page)).toBeVisible();
  });
});

/**
 * A host that can be given another build. Builds are small copies of the built site in which each file that is not named by its content says of
 * which build it is: pages in an attribute, lists of the search in a line behind their end.
 */
class Host {
  readonly folder = mkdtempSync(join(tmpdir(), 'orrery-offline-'));
  readonly now = join(this.folder, 'now');

  make(name: string): void {
    const to = join(this.folder, name);
    const names = [
      'index.html',
      '404.html',
      'favicon.svg',
      '_astro',
      'pagefind',
      'offline/index.html',
      'sandbox',
      'glossary',
      'rules',
      'tasks',
    ];
    for (const it of names) cpSync(join(dist, it), join(to, it), { recursive: true });
    for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
      const path = join(to, file);
      if (file.endsWith('.html')) writeFileSync(path, readFileSync(path, 'utf8').replace('<html ', `<html data-build="${name}" `));
      if (/^pagefind\/[\w-]+\.(json|js)$/.test(file)) {
        const mark = file.endsWith('.js') ? `//${name}` : '\n'.repeat(name.charCodeAt(0));
        writeFileSync(path, `${readFileSync(path, 'utf8')}${mark}`);
      }
    }
    writeWorker(to, '/');
  }

  take(name: string): void {
    rmSync(this.now, { force: true });
    symlinkSync(join(this.folder, name), this.now);
  }
}

test.describe('another build', () => {
  let host: Host;
  let site: Awaited<ReturnType<typeof serve>>;
  test.beforeEach(async () => {
    host = new Host();
    host.make('a');
    host.make('b');
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
    // The search, which asks in the name of a worker of its own.
    const given = new Map<string, string>();
    other.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/^\/pagefind\/[\w-]+\.(js|json)$/.test(pathname)) void response.text().then((text) => given.set(pathname, text));
    });
    await searchFor(other, 'revoke');
    await expect
      .poll(() => [...given.keys()])
      .toEqual(expect.arrayContaining(['/pagefind/pagefind-worker.js', '/pagefind/pagefind-entry.json']));
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
    // As if the device had thrown the file away.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete('/pagefind/names.json');
    });
    host.take('b');
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
});

/** The builds of which something is kept, by a page that is of each. */
const keptBuilds = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = new Set<string>();
    for (const name of await caches.keys())
      for (const request of name.endsWith(' pages') ? await (await caches.open(name)).keys() : [])
        found.add(/data-build="(\w)"/.exec(await (await caches.match(request, { cacheName: name }))!.text())![1]!);
    return [...found].toSorted();
  });

test.describe('bounds', () => {
  test('of more pages than are kept, those visited longest ago give way', async ({ page, context }) => {
    const site = await serve(dist);
    await visit(page, `${site.url}glossary/`);
    await page.reload();
    // As if two hundred pages had been visited before: the oldest first.
    await page.evaluate(async () => {
      const name = (await caches.keys()).find((it) => it.endsWith(' pages'))!;
      const cache = await caches.open(name);
      const of = async (path: string) =>
        cache.put(path, new Response('<title>x</title>', { headers: { 'x-kept-bytes': '16', 'x-kept-title': 'x' } }));
      for (let i = 0; i < 199; i++) await of(`/visited/${i}/`);
    });
    await page.goto(`${site.url}rules/`);
    await expect.poll(() => kept(page), patient).toEqual(expect.arrayContaining(['/rules/']));
    await expect.poll(async () => (await kept(page)).includes('/glossary/'), patient).toBe(false);
    expect((await kept(page)).filter((it) => it.startsWith('/visited/')).length).toBe(199);
    await removeAll(page, context, site.url);
    await site.close();
  });
});

/** What the page of what is kept offers. */
async function removeAll(page: Page, context: BrowserContext, url: string): Promise<void> {
  await page.goto(`${url}offline/`);
  await page.getByRole('button', { name: 'Remove all of it' }).click();
  await expect(page.locator('#kept-sum')).toHaveText('Nothing is kept on this device.');
  await context.setOffline(true);
  await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
}

test('where service workers are refused, nothing breaks', async ({ page }) => {
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(navigator.serviceWorker, 'register', { value: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  });
  await page.goto('/glossary/');
  await searchFor(page, 'revoke');
  await page.goto('/offline/');
  await expect(page.locator('#kept-sum')).toHaveText('Nothing is kept on this device.');
  expect(wrong).toEqual([]);
});
