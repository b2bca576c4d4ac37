/**
 * The board with 2,000 milestones: a private build of the page with generated records. Asserted is what it weighs, as a
 * browser fetches it (document, stylesheets and scripts, each packed with gzip at level 9; fonts stand apart), and that its
 * filters and views hold all of them. How long a choice takes, from the event until it is painted, is printed only.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { writeMilestones } from '../site/generated-milestones.ts';
import { build, copyProject, remove } from '../site/private-build.ts';
import { framesLater } from './frames.ts';
import { serve } from './serve.ts';

const milestones = 2000;
const boardAtMost = 150_000;

let copy = '';
let site: Awaited<ReturnType<typeof serve>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  copy = copyProject('board-scale');
  writeMilestones(copy, milestones);
  const pages = join(copy, 'src/pages');
  for (const it of readdirSync(pages)) if (it !== 'milestones') rmSync(join(pages, it), { recursive: true });
  for (const it of readdirSync(join(pages, 'milestones')))
    if (it !== 'index.astro') rmSync(join(pages, 'milestones', it), { recursive: true });
  // What is made of the whole site wants pages that are not built here.
  const config = join(copy, 'astro.config.mjs');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^ *(?:zip|offline|books)\(.*\),.*\n/gm, ''));
  site = await serve(build(copy));
});
test.afterAll(async () => {
  await site.close();
  remove(copy);
});

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${site.url}milestones/${query}`);
  await expect(page.locator('.whole-board')).toHaveClass(/is-enhanced/);
}
/** By what the script has marked: in rows that `content-visibility` skips, Chromium now and then takes one for hidden when it is first asked. */
const shown = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('.whole-board [data-group]:not([hidden]) [data-row]:not(.is-out)').length);
const selectorOf = (name: string, value: string) => `a:is([data-facet="${name}"], [data-view="${name}"])[data-value="${value}"]`;

test(`${milestones} milestones weigh less than ${boardAtMost} bytes`, async ({ page }) => {
  const fetched: Promise<{ readonly path: string; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    if (!['document', 'stylesheet', 'script'].includes(response.request().resourceType())) return;
    const path = new URL(response.url()).pathname;
    fetched.push(response.body().then((body) => ({ path, bytes: gzipSync(body, { level: 9 }).length })));
  });
  await page.goto(`${site.url}milestones/`, { waitUntil: 'networkidle' });
  const files = await Promise.all(fetched);
  const sum = files.reduce((total, { bytes }) => total + bytes, 0);
  const list = files.map(({ path, bytes }) => `  ${bytes} ${path}`).join('\n');
  console.log(`the board with ${milestones} milestones: ${sum} bytes\n${list}`);
  expect(await shown(page)).toBe(milestones);
  expect(files.some(({ path }) => path.endsWith('.js'))).toBe(true);
  expect(sum, list).toBeLessThan(boardAtMost);
});

test('filters and views hold all of them', async ({ page }) => {
  await open(page);
  const counted = async (name: string, value: string) => Number(await page.locator(`${selectorOf(name, value)} .count`).textContent());
  const partial = await counted('status', 'partial');
  await open(page, '?status=partial');
  expect(await shown(page)).toBe(partial);
  expect(partial).toBeGreaterThan(100);
  for (const query of ['?group=status', '?group=area', '?group=none&sort=left', '?at=documented', '?sort=title']) {
    await open(page, query);
    expect([query, await shown(page)]).toEqual([query, milestones]);
  }
});

/** Does each thing in turn, and returns how many milliseconds went by between its event and the frame that shows it. */
async function times(page: Page, things: readonly (() => Promise<void>)[]): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    const note = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => taken.push(performance.now() - timeStamp));
        port1.start();
        port2.postMessage('painted');
      });
    for (const type of ['click', 'input']) document.addEventListener(type, note, { capture: true });
  });
  for (const [i, thing] of things.entries()) {
    await thing();
    await page.waitForFunction((done) => (window as unknown as { taken: number[] }).taken.length > done, i);
    await framesLater(page);
  }
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken);
}

function print(what: string, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(0);
  console.log(`${what}, ${taken.length} times: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

test('a choice is painted; how fast is printed', async ({ page }) => {
  await open(page);
  const click = (name: string, value: string) => () =>
    page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.click(), selectorOf(name, value));
  const round = [
    ...['complete', 'partial', '', 'not-started', 'moved', ''].map((value) => click('status', value)),
    ...['boot', 'testing', ''].map((value) => click('area', value)),
    ...['themelios', 'zos', ''].map((value) => click('system', value)),
  ];
  print('a facet', await times(page, [...round, ...round, ...round]));
  await open(page);
  await page.getByRole('searchbox', { name: 'Text' }).focus();
  const keys = ['k', 'e', 'r', 'n', 'e', 'l', ...Array.from({ length: 6 }, () => 'Backspace')];
  print(
    'a key of the text',
    await times(
      page,
      [...keys, ...keys].map((key) => () => page.keyboard.press(key)),
    ),
  );
  await open(page);
  const views = [
    click('at', 'documented'),
    click('at', ''),
    click('group', 'status'),
    click('group', ''),
    click('sort', 'title'),
    click('sort', ''),
  ];
  print('a view', await times(page, [...views, ...views]));
  expect(await shown(page)).toBe(milestones);
});
