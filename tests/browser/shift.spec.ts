/**
 * Nothing that was seen moves while a page is opened: cumulative layout shift 0 on a page of each kind, at one of three widths, also when the
 * address asks for a filter, for words, for a choice or for a part of the page. Fonts, scripts and data are kept back until the page has
 * been painted once, which is what a slow line does; that nothing moves on a quick one is held by `every-page.spec.ts`. Every page is
 * measured at every width with `npm run test:all`.
 */
import { expect, test, type Page, type Route } from '@playwright/test';
import { attribute, dist, everything, readSite, type Element, type Page as BuiltPage } from '../site/built-site.ts';
import { framesLater } from './frames.ts';
import { addresses, notThere, oneOfEachKind } from './kinds.ts';
import { shiftsSoFar, watchShifts } from './layout-shift.ts';

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 900 },
  { width: 1440, height: 900 },
];

/** What a page can be asked for: of each of its controls the first that leaves something out, and a word. */
function asked({ address, elements }: BuiltPage): string[] {
  const found = new Map<string, string>();
  const note = (name: string, of: Element, key: string) => {
    const value = attribute(of, key);
    if (value && !found.has(name)) found.set(name, `?${name}=${value}`);
  };
  for (const it of elements) {
    const name = attribute(it, 'data-facet') ?? attribute(it, 'data-view');
    if (name) note(name, it, 'data-value');
    if (it.tagName === 'input' && attribute(it, 'type') === 'checkbox' && attribute(it, 'name')) note(attribute(it, 'name')!, it, 'value');
  }
  const hasWords = elements.some((it) => it.tagName === 'input' && attribute(it, 'type') === 'search');
  const part = elements.map((it) => attribute(it, 'href') ?? '').findLast((it) => /^#(?!_|all$)[\w-]+$/.test(it));
  if (found.size === 0) return [];
  return [...found.values(), ...(hasWords ? ['?q=kernel'] : []), ...(part ? [part] : [])].map((it) => address + it);
}

/** One page of each kind, and the first with the one control that not every page of its kind has. */
function controlled(): BuiltPage[] {
  const { pages } = readSite(dist);
  const whatIf = pages.find(({ html, elements }) => html.includes('done') && elements.some((it) => attribute(it, 'name') === 'done'));
  return [...pages.filter(({ address }) => oneOfEachKind.includes(address)), ...(whatIf ? [whatIf] : [])];
}

const plain = everything ? addresses : oneOfEachKind;
const opened = [...new Set([...plain, ...controlled().flatMap(asked)])];
/** For a change one address in six is opened, each at one width, the next at the next. */
const openedAt = (size: number): readonly string[] => opened.filter((_, i) => everything || i % (6 * sizes.length) === 6 * size);

/** Opens a page on a line that brings everything but the page and its styles after the first paint; returns what moved. */
async function shiftsOf(page: Page, address: string): Promise<string[]> {
  let letGo = (): void => undefined;
  const painted = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const late = async (route: Route): Promise<void> => {
    await painted;
    await route.continue();
  };
  await page.route(/\.(js|json|woff2)$/, late);
  await page.goto('about:blank');
  await page.goto(`/${address}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  letGo();
  await page.waitForLoadState('load');
  const root = page.locator('html');
  await expect(root, `/${address} holds something back`).not.toHaveAttribute('data-opening');
  await framesLater(page);
  await page.unroute(/\.(js|json|woff2)$/, late);
  return shiftsSoFar(page);
}

const groupSize = 12;
for (const [i, size] of sizes.entries()) {
  const here = openedAt(i);
  for (let from = 0; from < here.length; from += groupSize) {
    const group = here.slice(from, from + groupSize);
    test(`nothing moves at ${size.width} px: ${from + 1} to ${from + group.length} of ${here.length}, /${group[0]} and on`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await watchShifts(page);
      const moved: string[] = [];
      for (const address of group) moved.push(...(await shiftsOf(page, address)).map((it) => `/${address} ${it}`));
      expect(moved).toEqual([]);
    });
  }
}

test('a page whose scripts do not come holds nothing back, and shows every system', async ({ page }) => {
  await page.setViewportSize(sizes[0]!);
  await page.route(/\.js$/, (route) => route.abort());
  for (const address of everything ? ['rules/', 'platforms/', 'compare/', 'milestones/'] : ['platforms/']) {
    await page.goto(`/${address}`, { waitUntil: 'commit' });
    await page.locator('.page-footer').waitFor();
    expect(await page.locator('html').getAttribute('data-opening'), `/${address}, of which nothing is asked`).toBeNull();
  }
  const hidden = () =>
    page.evaluate(() => [...document.querySelectorAll('main *')].filter((it) => getComputedStyle(it).visibility === 'hidden').length);
  await page.goto('/rules/?q=boot');
  await expect(page.locator('html')).not.toHaveAttribute('data-opening');
  expect(await hidden()).toBe(0);
  await page.goto('/platforms/');
  await expect(page.locator('.matrix-filters .all')).toBeVisible();
  const rows = page.locator('.matrix tbody tr');
  expect(await rows.evaluateAll((all) => all.filter((it) => !it.checkVisibility({ visibilityProperty: true })).length)).toBe(0);
  expect(await rows.count()).toBeGreaterThan(5);
});

test('what moves is noticed', async ({ page }) => {
  await watchShifts(page);
  expect(await shiftsOf(page, notThere)).toEqual([]);
  await page.evaluate(() => document.querySelector('main')!.prepend(Object.assign(document.createElement('p'), { textContent: 'Late' })));
  await expect.poll(() => shiftsSoFar(page)).not.toEqual([]);
});
