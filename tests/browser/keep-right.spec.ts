/** The lists as frames of another origin, with script and without, and the page that hands them out. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Browser, type Frame, type Page } from '@playwright/test';
import { overflow, violations } from './accessibility.ts';

const lists = ['/embed/starina/milestones/', '/embed/themelios/milestones/', '/embed/violetos/platforms/', '/embed/violetos/milestones/'];
const base = (): string => test.info().project.use.baseURL!;

/** A page of another project on another origin, which shows what it is given. */
let server: Server;
let shown = '';
test.beforeAll(async () => {
  server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(shown));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
test.afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

interface Look {
  readonly script?: boolean;
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
}

/** Shows the frame in a page of the other origin; its parameters stand behind its address. */
async function framed(
  browser: Browser,
  address: string,
  { script = true, width = 720, theme = 'dark' }: Look,
): Promise<{ page: Page; frame: Frame }> {
  const context = await browser.newContext({ javaScriptEnabled: script, colorScheme: theme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const src = new URL(address, base()).href;
  shown = `<!doctype html><html lang="en"><title>A project</title><style>body{margin:0}</style><iframe src="${src}" title="Orrery" width="100%" height="800" style="border:0"></iframe>`;
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const frame = page.frames().find((it) => it.url() === src)!;
  await frame.waitForLoadState();
  return { page, frame };
}

for (const address of lists) {
  test(`${address} is read in a frame of another origin without script, on a phone too`, async ({ browser }) => {
    for (const width of [360, 720]) {
      const { page, frame } = await framed(browser, address, { script: false, width });
      const main = frame.locator('main');
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
      const rows = frame.locator('tbody tr');
      if (address.includes('violetos/milestones')) await expect(main).toContainText('names no milestones');
      else {
        expect(await rows.count()).toBeGreaterThan(3);
        await expect(rows.first().locator('.state').first()).toBeVisible();
        await expect(rows.first().getByRole('link')).toHaveAttribute('target', '_blank');
      }
      await expect(main.locator('.leads-to a')).toBeVisible();
      expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.context().close();
    }
  });
}

const ground = (frame: Frame): Promise<string> => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('its theme is the reader’s with script and without, and the one of its address with it', async ({ browser }) => {
  const grounds: Record<string, string> = {};
  for (const theme of ['light', 'dark'] as const)
    for (const script of [true, false]) {
      const { page, frame } = await framed(browser, lists[0]!, { theme, script });
      grounds[`${theme} ${script}`] = await ground(frame);
      await page.context().close();
    }
  expect(grounds['light true']).toBe(grounds['light false']);
  expect(grounds['dark true']).toBe(grounds['dark false']);
  expect(grounds['light true']).not.toBe(grounds['dark true']);
  const { page, frame } = await framed(browser, `${lists[0]!}?theme=light`, { theme: 'dark' });
  expect(await ground(frame)).toBe(grounds['light true']);
  await page.context().close();
});

test('it is as wide as its frame, or as wide as its address lets it be', async ({ browser }) => {
  const widthOf = async (query: string): Promise<number> => {
    const { page, frame } = await framed(browser, `${lists[0]!}${query}`, { width: 720 });
    const { width } = (await frame.locator('main').boundingBox())!;
    await page.context().close();
    return width;
  };
  expect(await widthOf('')).toBe(720);
  expect(await widthOf('?width=480&theme=dark')).toBe(480);
  for (const nothing of ['?width=9000', '?width=-1', '?width=calc(1px)', '?width=12', '?width=99999'])
    expect(await widthOf(nothing)).toBe(720);
});

for (const address of lists)
  test(`axe finds nothing in ${address}, and nothing is wider than a phone`, async ({ page }) => {
    for (const theme of ['dark', 'light'] as const)
      for (const width of [360, 768]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${address}?theme=${theme}`);
        // What is folded is looked at open: it is where words may be too long.
        for (const it of await page.locator('summary').all()) await it.click();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
  });

test('the line to copy has the height that the list needs, or one at which it scrolls', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const system of ['avyos', 'starina', 'themelios', 'violetos', 'zos']) {
    await page.goto(`/systems/${system}/keep-right/`);
    for (const what of ['Milestones', 'Platforms']) {
      await page.getByRole('button', { name: new RegExp(`^Copy: frame, ${what} of `) }).click();
      await expect(
        page
          .locator('copy-snippet')
          .filter({ hasText: new RegExp(`^\\s*${what} of`) })
          .getByRole('status'),
      ).toHaveText('Copied.');
      const line = await page.evaluate(() => navigator.clipboard.readText());
      const height = Number(/ height="(\d+)"/.exec(line)?.[1]);
      const elsewhere = await context.newPage();
      await elsewhere.setViewportSize({ width: 736, height: 1000 });
      await elsewhere.setContent(line);
      const frame = elsewhere.frames()[1]!;
      await frame.waitForLoadState();
      const needs = await frame.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
      expect(`${what} of ${system}: ${height === 720 || height >= needs ? 'fits' : `${height} is less than ${needs}`}`).toMatch(/fits$/);
      expect(height - needs).toBeLessThan(60);
      await elsewhere.close();
    }
  }
});
