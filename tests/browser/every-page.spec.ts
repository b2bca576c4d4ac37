/**
 * A page in both themes and at five widths: no accessibility violation that axe finds, no horizontal scrolling, also with the text
 * spacing of WCAG 1.4.12, nothing that moves while it is opened, nothing that the policy forbids, no error in the console, no failed
 * request, no request to another host.
 * For every change the longest page of each kind is examined, as it is published below a path; every page is with `npm run test:all`.
 *
 * A page is loaded once; theme and width are changed in place, because the site does nothing else on either than what its stylesheets
 * say. Sampled is only axe: dark and narrow, light and wide, and with everything the pages of each kind in both themes at three widths.
 */
import { expect, test, type Page } from '@playwright/test';
import { everything, oneIn, published } from '../site/built-site.ts';
import { overflow, sampled, setTheme, themes, violations } from './accessibility.ts';
import { framesLater } from './frames.ts';
import { addresses, longestOfEachKind, notThere } from './kinds.ts';
import { shiftsSoFar, watchShifts } from './layout-shift.ts';
import { serve } from './serve.ts';

const ofEachKind = new Set(longestOfEachKind);
const examined = everything ? addresses : longestOfEachKind;

/**
 * 320 is what a reader has who enlarges a page four times; 1160 is the narrowest window with both a sidebar and a margin for notes.
 * Neither has a layout of its own for axe to look at.
 */
const widths = [320, 360, 768, 1160, 1440];
const withoutAxe = new Set([320, 1160]);

interface Trouble {
  readonly found: string[];
}

/** Notes what a page must not do, from before it is loaded. */
async function watch(page: Page): Promise<Trouble> {
  const found: string[] = [];
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
    const isMissingPage = message.location().url.endsWith(`/${notThere}`);
    if (message.type() === 'error' && !isMissingPage) found.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const { protocol, hostname: host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== 'localhost') found.push(`another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith(`/${notThere}`)) found.push(`status ${response.status()}: ${response.url()}`);
  });
  return { found };
}

/** Brings the simulation of a page into view, so that what is examined is the player and not its storyboard. */
async function wake(page: Page): Promise<void> {
  const island = page.locator('astro-island');
  if ((await island.count()) === 0) return;
  await island.first().evaluate((it) => it.firstElementChild?.scrollIntoView());
  await page.getByRole('toolbar', { name: 'Run' }).waitFor();
}

/** What a reader may set without losing anything (WCAG 1.4.12); a constructed sheet, which the policy does not forbid. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Head, sidebar and foot are the same on every page, so for each change they are looked at on a few, and else what is the page's own. */
const whole = new Set(oneIn(8, examined));
const partOf = (address: string): string | undefined => {
  // A book is twenty pages that are looked at by themselves: axe takes a minute for it.
  if (!everything && address.endsWith('/book/')) return '#architecture';
  return whole.has(address) || address === notThere || address.startsWith('embed/') ? undefined : 'main';
};

/** One page in all combinations; what is wrong, each with the combination. */
async function examine(page: Page, site: string, address: string): Promise<string[]> {
  const wrong: string[] = [];
  const measure = async (at: string): Promise<void> => {
    const over = await overflow(page);
    if (over > 0) wrong.push(`${at}: ${over} px wider than the window`);
  };
  // On a quick line a browser may draw a page of which the end has not come: once, the home page stood higher until its first words came.
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto(site + address, { waitUntil: 'load' });
  await expect(page.locator('html')).not.toHaveAttribute('data-opening');
  await framesLater(page);
  wrong.push(...(await shiftsSoFar(page)).map((it) => `/${address} moves at 412: ${it}`));
  await wake(page);
  // A width is the same in both themes, and axe takes a second or two: for each change every other kind is looked at dark and narrow, the
  // others light and wide; with everything each is in both, and in all combinations where it is the one of its kind.
  const isDark = examined.indexOf(address) % 2 === 0;
  for (const theme of everything ? themes : [isDark ? ('dark' as const) : ('light' as const)]) {
    await setTheme(page, theme);
    // Spaced text is wider, and has all widths below: for each change the plain one has that in which axe looks at the page.
    for (const width of everything ? widths : [sampled[theme].width]) {
      await page.setViewportSize({ width, height: 900 });
      const at = `/${address} ${theme} ${width}`;
      await measure(at);
      if (width === sampled[theme].width || (everything && ofEachKind.has(address) && !withoutAxe.has(width)))
        wrong.push(...(await violations(page, partOf(address))).map((it) => `${at}: ${it}`));
    }
  }
  await spaceText(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await measure(`/${address} with spaced text ${width}`);
  }
  return wrong;
}

test.describe.configure({ mode: 'parallel' });
let site: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => void (site = await serve(published.folder, published.base)));
test.afterAll(() => site.close());

/** Pages are examined in groups, one browser page for each, so that a worker does not open a new context for every page. */
const groupSize = 8;
for (let from = 0; from < examined.length; from += groupSize) {
  const group = examined.slice(from, from + groupSize);
  test(`R11: pages ${from + 1} to ${from + group.length} of ${examined.length} are sound in both themes and at every width`, async ({
    page,
  }) => {
    test.setTimeout(900_000); // a bound for a machine that does much else
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { found } = await watch(page);
    await watchShifts(page);
    const wrong: string[] = [];
    for (const address of group) {
      found.length = 0;
      wrong.push(...(await examine(page, site.url, address)));
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
  expect((await violations(page)).some((it) => it.startsWith('image-alt'))).toBe(true);
  expect(await overflow(page)).toBe(0);
  await page.getByText('Wide and grey').evaluate((it) => {
    it.style.width = '3000px';
  });
  expect(await overflow(page)).toBeGreaterThan(0);
});
