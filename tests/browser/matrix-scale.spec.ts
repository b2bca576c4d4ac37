/** The matrix with five hundred made-up platforms more: it builds, it stays small, and its filters work. Their time is printed, not judged. */
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { projectWithPlatforms } from '../site/generated-platforms.ts';
import { build, remove } from '../site/private-build.ts';
import { serve } from './serve.ts';

/** Document, stylesheets and scripts that the page fetches, each packed with gzip, in bytes. */
const atMost = 150_000;
const made = 500;

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = projectWithPlatforms('five-hundred-platforms', made);
  site = await serve(build(folder));
});
test.afterAll(async () => {
  await site.close();
  remove(folder);
});

test('five hundred platforms', async ({ page }) => {
  const weights: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!['document', 'stylesheet', 'script'].includes(response.request().resourceType())) return;
    weights.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site.url}platforms/`, { waitUntil: 'networkidle' });
  // Before the script has the matrix, a filter is a link that leaves the page; a cell is a button when it has.
  await expect(page.locator('button.cell').first()).toBeAttached();
  expect(await page.locator('.cell').count()).toBeGreaterThan(made);

  const times = await page.evaluate(() => {
    const timed = (select: string) => {
      const start = performance.now();
      document.querySelector<HTMLAnchorElement>(select)!.click();
      const script = performance.now() - start;
      void document.body.offsetHeight;
      return { select, script, layout: performance.now() - start };
    };
    const links = ['#found-planned', '#system-avyos', '#differs-yes', '[data-clear]', '[data-view="at"][data-value="2026-02-21"]'];
    return links.flatMap((it) => [timed(it), timed('[data-clear]')]);
  });
  for (const { select, script, layout } of times)
    console.log(`${select}: ${script.toFixed(1)} ms, with styles and layout ${layout.toFixed(1)} ms`);
  expect(await page.locator('.cell:visible').count()).toBeGreaterThan(made);

  const weight = (await Promise.all(weights)).reduce((sum, it) => sum + it, 0);
  console.log(`the page with ${made} platforms more weighs ${weight} bytes`);
  expect(weight).toBeLessThanOrEqual(atMost);
});
