/**
 * Every built page, in both themes and at four widths: no accessibility violation that axe finds, no horizontal
 * scrolling, nothing that the policy forbids, no error in the console, no failed request, no request to another host.
 *
 * A page is loaded once; theme and width are changed in place, because the site does nothing else on either than what
 * its stylesheets say. Sampled is only axe: it examines one page of each kind in both themes at the other three widths, and every other
 * page in two, dark and narrow, light and wide, so that every page has both themes and both layouts. Everything else is
 * looked at in all eight.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { dist, readSite } from '../site/built-site.ts';

const addresses = readSite(dist).pages.map(({ address }) => (address === '404.html' ? 'no-such-page/' : address));

const themes = ['dark', 'light'] as const;
/** 1160 is the narrowest window with both a sidebar and a margin for notes; it has no layout of its own for axe to look at. */
const widths = [360, 768, 1160, 1440];
/** axe's rules by default, and the target size of WCAG 2.2, which it leaves out by default. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Pages of one kind come from one template: the address with what varies left out. */
const kindOf = (address: string): string =>
  address
    .replace(/^systems\/[a-z]+\/architecture\/(?!parts\/).*/, 'systems/*/architecture')
    .replace(/^systems\/[a-z]+\//, 'systems/*/')
    .replace(/^milestones\/(as-of|by)\/.*/, 'milestones/$1')
    .replace(/^(milestones|platforms)\/[^/]+\//, '$1/*/')
    .replace(/^sources\/(?!drift)[^/]+\//, 'sources/*/')
    .replace(/^glossary\/.+/, 'glossary/*/')
    .replace(/^simulations\/.+/, 'simulations/*/');
const firstOfKind = new Set(new Map(addresses.toReversed().map((it) => [kindOf(it), it])).values());

interface Trouble {
  readonly found: string[];
}

/** Notes what a page must not do, from before it is loaded. */
async function watch(page: Page): Promise<Trouble> {
  const found: string[] = [];
  const { hostname } = new URL(test.info().project.use.baseURL!);
  await page.exposeFunction('noteViolation', (what: string) => found.push(`forbidden by the policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { noteViolation(what: string): void }).noteViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`failed request: ${request.url()}`);
  });
  page.on('console', (message) => {
    const isMissingPage = message.location().url.endsWith('/no-such-page/');
    if (message.type() === 'error' && !isMissingPage) found.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const { protocol, hostname: host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== hostname) found.push(`another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/no-such-page/'))
      found.push(`status ${response.status()}: ${response.url()}`);
  });
  return { found };
}

/** What axe finds twice: a script that answers a new width may still be at work the first time. */
async function axe(page: Page): Promise<string[]> {
  const analyze = async () => (await new AxeBuilder({ page }).withTags(tags).analyze()).violations;
  const violations = (await analyze()).length === 0 ? [] : await analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

/** How many pixels a page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Brings the simulation of a page into view, so that what is examined is the player and not its storyboard. */
async function wake(page: Page): Promise<void> {
  const island = page.locator('astro-island');
  if ((await island.count()) === 0) return;
  await island.first().evaluate((it) => it.firstElementChild?.scrollIntoView());
  await page.getByRole('toolbar', { name: 'Run' }).waitFor();
}

/** One page in all combinations; what is wrong, each with the combination. */
async function examine(page: Page, address: string): Promise<string[]> {
  const wrong: string[] = [];
  await page.goto(`/${address}`, { waitUntil: 'load' });
  await wake(page);
  for (const theme of themes) {
    await page.evaluate((it) => document.documentElement.setAttribute('data-theme', it), theme);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const at = `/${address} ${theme} ${width}`;
      const over = await overflow(page);
      if (over > 0) wrong.push(`${at}: ${over} px wider than the window`);
      const isTwo = (theme === 'dark' && width === 360) || (theme === 'light' && width === 1440);
      const isOfKind = firstOfKind.has(address) && width !== 1160;
      if (isOfKind || isTwo) wrong.push(...(await axe(page)).map((it) => `${at}: ${it}`));
    }
  }
  return wrong;
}

test.describe.configure({ mode: 'parallel' });

/** Pages are examined in groups, one browser page for each, so that a worker does not open a new context for every page. */
const groupSize = 12;
for (let from = 0; from < addresses.length; from += groupSize) {
  const group = addresses.slice(from, from + groupSize);
  test(`pages ${from + 1} to ${from + group.length} of ${addresses.length} are sound in both themes at four widths`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { found } = await watch(page);
    const wrong: string[] = [];
    for (const address of group) {
      found.length = 0;
      wrong.push(...(await examine(page, address)));
      wrong.push(...found.map((it) => `/${address}: ${it}`));
    }
    expect(wrong).toEqual([]);
  });
}

test('what is not there is found', async ({ page }) => {
  const { found } = await watch(page);
  await page.goto('/');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p style="width:3000px;color:#888;background:#999">Wide and grey</p><img src="/none.png">',
    );
  });
  await expect.poll(() => found.some((it) => it.startsWith('status 404'))).toBe(true);
  expect(found.some((it) => it.startsWith('forbidden by the policy'))).toBe(true);
  expect((await axe(page)).some((it) => it.startsWith('image-alt'))).toBe(true);
  expect(await overflow(page)).toBe(0);
  await page.getByText('Wide and grey').evaluate((it) => {
    it.style.width = '3000px';
  });
  expect(await overflow(page)).toBeGreaterThan(0);
});
