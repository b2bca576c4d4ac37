/**
 * A page of prose weighs no more than the same page on a default Starlight site of the same version, and loads no part
 * of a simulation. Weighed is what a browser has fetched when it has come to rest, without any interaction: the
 * document, stylesheets and scripts, each body packed with gzip at level 9. On a default site that includes the search
 * interface, which Starlight imports as soon as the page is idle. Fonts stand apart: the default site uses those of the
 * machine.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { dist, root } from '../site/built-site.ts';
import { writeDefaultSite } from '../site/default-page.ts';
import { build, remove } from '../site/private-build.ts';
import { serve } from './serve.ts';

/** One page with code, and one of plain text; neither has a drawing, for which the default site has no counterpart. */
const weighed = ['systems/starina/guides/tcp-service/', 'systems/zos/guides/life-of-a-workload/'];
/** All four fonts together, in bytes as they are sent (woff2 is packed already). */
const fontsAtMost = 80_000;
/** Files of a simulation, by the name that the build gives them. */
const ofSimulations =
  /preact|jsxRuntime|hooks\.module|signals|Island|Player|engine|worker|CapabilitySpace|capability-space|narrate|astro-island/i;

interface Fetched {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Everything that a page fetches until the network rests. */
async function fetchedBy(page: Page, url: string): Promise<Fetched[]> {
  const pending: Promise<Fetched>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    pending.push(response.body().then((body) => ({ path, type: response.request().resourceType(), body })));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return Promise.all(pending);
}

const weighing = ['document', 'stylesheet', 'script'];
const weightOf = (all: readonly Fetched[]): number =>
  all.filter((it) => weighing.includes(it.type)).reduce((sum, { body }) => sum + gzipSync(body, { level: 9 }).length, 0);
const list = (all: readonly Fetched[]): string =>
  all
    .filter((it) => weighing.includes(it.type))
    .map(({ type, path, body }) => `  ${gzipSync(body, { level: 9 }).length} ${type} ${path}`)
    .join('\n');

const folder = join(root, '.astro/builds-of-tests/default-site');
let ours: Awaited<ReturnType<typeof serve>>;
let theirs: Awaited<ReturnType<typeof serve>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  ours = await serve(dist);
  theirs = await serve(build(writeDefaultSite(weighed, folder)));
});
test.afterAll(async () => {
  await Promise.all([ours.close(), theirs.close()]);
  remove(folder);
});

for (const address of weighed) {
  test(`/${address} weighs no more than on a default Starlight site`, async ({ page, context }) => {
    const our = await fetchedBy(page, ours.url + address);
    const their = await fetchedBy(await context.newPage(), theirs.url + address);
    const [a, b] = [weightOf(our), weightOf(their)];
    console.log(`/${address}: ${a} bytes, default site ${b} bytes`);
    expect(
      their.some(({ path }) => /ui-core|pagefind/.test(path)),
      'the default site has loaded its search interface',
    ).toBe(true);
    expect(a, `ours\n${list(our)}\ntheirs\n${list(their)}`).toBeLessThanOrEqual(b);
  });

  test(`/${address} uses four fonts at most, and little of them`, async ({ page }) => {
    const fonts = (await fetchedBy(page, ours.url + address)).filter((it) => it.type === 'font');
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.length).toBeLessThanOrEqual(4);
    expect(fonts.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThanOrEqual(fontsAtMost);
  });

  test(`/${address} loads no engine, no player and no Preact`, async ({ page }) => {
    const our = await fetchedBy(page, ours.url + address);
    expect(our.filter(({ path }) => ofSimulations.test(path) && !path.endsWith('/')).map((it) => it.path)).toEqual([]);
    expect(our.filter(({ type, body }) => type === 'document' && body.includes('astro-island'))).toEqual([]);
  });
}

test('a page with a simulation does load them, so that the test above can fail', async ({ page }) => {
  const fetched = await fetchedBy(page, `${ours.url}simulations/themelios/capability-space/`);
  expect(fetched.filter(({ path }) => ofSimulations.test(path))).not.toEqual([]);
});
