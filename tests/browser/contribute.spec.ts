/** The way to a page's file and to a report of a mistake, in the published build, which knows its repository. Where they lead is for `tests/site/public-address.test.ts`. */
import { expect, test } from '@playwright/test';
import { oneIn, published } from '../site/built-site.ts';
import { notThere, oneOfEachKind } from './kinds.ts';
import { serve } from './serve.ts';

let site: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => void (site = await serve(published.folder, published.base)));
test.afterAll(() => site.close());

/** A simulation in another page's frame has no foot, and the page for what is not there no file that it is about. */
const withFoot = oneOfEachKind.filter((page) => page !== notThere && !page.startsWith('embed/'));
const pages = oneIn(4, withFoot);

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('S11: the foot of a page leads to its file and to a report, and is not printed', async ({ page }) => {
    const foot = page.locator('footer.page-footer');
    const links = [foot.getByRole('link', { name: /^Edit / }), foot.getByRole('link', { name: 'Report a mistake' })];
    for (const address of pages) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(site.url + address);
      for (const link of links) {
        await expect(link, address).toBeVisible();
        expect((await link.boundingBox())!.height, address).toBeGreaterThanOrEqual(32);
      }
      await page.emulateMedia({ media: 'print' });
      for (const link of links) await expect(link, address).toBeHidden();
    }
  });

  test('S11: the page for what is not there has neither', async ({ page }) => {
    await page.goto(site.url + notThere);
    await expect(page.getByRole('link', { name: /^(Edit |Report a mistake)/ })).toHaveCount(0);
  });
});

test('S11: on a phone both have the height of a finger and fit the screen', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`${site.url}rules/`);
  for (const name of [/^Edit /, 'Report a mistake']) {
    const { x, width, height } = (await page.getByRole('link', { name }).boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    expect(x + width).toBeLessThanOrEqual(360);
  }
  await context.close();
});
