/** The search: how it opens, what it finds, where a hit leads, and that nothing of it is loaded before. */
import { expect, test, type Page } from '@playwright/test';
import { isOf } from '../../src/facts/search/pages.ts';
import { others, required } from '../search-queries.ts';
import { dist, everything, oneIn, published, readSite } from '../site/built-site.ts';
import { looks, violations } from './accessibility.ts';
import { aWordOfNoTitle } from './indexed-words.ts';
import { serve } from './serve.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search facts' });
const words = (page: Page) => dialog(page).getByRole('searchbox', { name: 'Search facts' });
const hits = (page: Page) => dialog(page).locator('.search-hits').getByRole('link');
/** The hit that says this somewhere: its kind, its id. */
const rowWith = (page: Page, text: string) => dialog(page).locator('.search-hits li').filter({ hasText: text }).first();
const status = (page: Page) => dialog(page).getByRole('status');

async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await words(page).fill(text);
  await expect(status(page)).toHaveText(/hits?( |$)/);
}

/** How many hits the status line counts: `40 of 57 hits`, `3 hits`. */
const counted = async (page: Page): Promise<number> => Number(/(\d+) hits?$/.exec((await status(page).textContent()) ?? '')?.[1]);

test('a hit leads to the record itself, in view', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'revoke');
  await rowWith(page, 'themelios.capability.revoke-reaches-descendants').getByRole('link').click();
  await expect(page).toHaveURL('/rules/#themelios.capability.revoke-reaches-descendants');
  await expect(page.locator('[id="themelios.capability.revoke-reaches-descendants"]')).toBeInViewport();
});

test('a deliverable is found as well as a rule', async ({ page }) => {
  await page.goto('/glossary/');
  await searchFor(page, 'revoke');
  const link = rowWith(page, 'Deliverable').getByRole('link');
  const [path = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('#');
  await link.click();
  await expect(page).toHaveURL(`${path}#${id}`);
  expect(path).toMatch(/^\/milestones\/themelios-phase-\d+\/$/);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test.describe('it opens', () => {
  test('on a slash', async ({ page }) => {
    await page.goto('/systems/');
    await page.keyboard.press('/');
    await expect(words(page)).toBeFocused();
  });

  test('on Control and K', async ({ page }) => {
    await page.goto('/systems/');
    await page.keyboard.press('Control+k');
    await expect(words(page)).toBeFocused();
  });

  test('on its button', async ({ page }) => {
    await page.goto('/systems/');
    await page.getByRole('button', { name: 'Search facts' }).click();
    await expect(words(page)).toBeFocused();
  });

  test('and loads nothing before', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/systems/', { waitUntil: 'networkidle' });
    expect(asked.filter((it) => it.includes('pagefind'))).toEqual([]);
    await searchFor(page, 'channel');
    expect(asked.filter((it) => it.includes('pagefind')).length).toBeGreaterThan(2);
  });
});

test('a filter by system and a filter by kind narrow the hits', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'memory');
  const all = await counted(page);
  await dialog(page).getByRole('group', { name: 'System' }).getByRole('checkbox', { name: 'ThemeliOS' }).check();
  await expect.poll(() => counted(page)).toBeLessThan(all);
  const ofSystem = await counted(page);
  for (const system of await dialog(page).locator('.search-system').allTextContents()) expect(system).toBe('ThemeliOS');
  await dialog(page).getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: 'Rule', exact: true }).check();
  await expect.poll(() => counted(page)).toBeLessThan(ofSystem);
  expect(new Set(await dialog(page).locator('.search-kind').allTextContents())).toEqual(new Set(['Rule']));
});

test.describe('what is nowhere', () => {
  test('is told, for a word and for a name from code', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    for (const [nowhere, says] of [
      ['zxqvwk', 'No hit for “zxqvwk”.'],
      ['no_alloc', 'Nothing here has “no_alloc”.'],
    ] as const) {
      await words(page).fill(nowhere);
      await expect(status(page)).toHaveText(`${says} Try another word, or a shorter one.`);
      await expect(hits(page)).toHaveCount(0);
    }
  });

  test('is told beside the hits of the other words', async ({ page }) => {
    await page.goto('/');
    await searchFor(page, 'zxqvwk revoke');
    await expect(status(page)).toHaveText(/^No hit for “zxqvwk”\. \d+( of \d+)? hits without it$/);
    await expect(hits(page).first()).toHaveText('Capabilities');
  });

  test('offers the word that was meant, which is put into the field', async ({ page }) => {
    await page.goto('/');
    await searchFor(page, 'schedular');
    await expect(status(page)).toHaveText(/^No hit for “schedular”\. .*hits for “scheduler”$/);
    await dialog(page).getByRole('button', { name: 'scheduler', exact: true }).click();
    await expect(words(page)).toHaveValue('scheduler');
    await expect(words(page)).toBeFocused();
    await expect(status(page)).toHaveText(/^(20 of )?\d+ hits$/);
    await expect(dialog(page).getByRole('button', { name: 'scheduler', exact: true })).toBeHidden();
  });

  test('with a filter is not what is nowhere', async ({ page }) => {
    await page.goto('/');
    await searchFor(page, 'wireguard');
    await dialog(page).getByRole('checkbox', { name: 'avyos' }).check();
    await expect(status(page)).toHaveText(/^Nothing with these filters; \d+ hits? without them\.$/);
  });
});

test('before anything is asked, the start pages and the simulations are offered', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(hits(page).filter({ hasText: 'Start with ThemeliOS' })).toBeVisible();
  await expect(hits(page).filter({ hasText: 'Capability space' })).toBeAttached();
  await dialog(page).getByRole('checkbox', { name: 'Starina' }).check();
  await expect(hits(page).filter({ hasText: /^Start with/ })).toHaveText(['Start with Starina']);
});

/** All hold without a browser for each change too (`tests/site/search.test.ts`), so of the table every third is asked here. */
const asked = everything ? [...required, ...others] : oneIn(3, required);

test('the first hits are those of the table', async ({ page }) => {
  const addresses = readSite(dist).pages.map(({ address }) => `/${address}`);
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(hits(page).first()).toBeVisible();
  for (const { typed, system, first, amongFirst, nowhere, meant } of asked) {
    await words(page).fill('');
    await expect(status(page)).toBeEmpty();
    const box = system === undefined ? undefined : dialog(page).getByRole('checkbox', { name: system });
    await box?.check();
    await words(page).fill(typed);
    await expect(status(page)).not.toBeEmpty();
    const shown = await hits(page).evaluateAll((links) => links.slice(0, 3).map((it) => (it as HTMLAnchorElement).pathname + (it as HTMLAnchorElement).hash)); // prettier-ignore
    const pattern = first?.find((it) => addresses.some((address) => isOf(it, address) || isOf(it.replace(/#.*/, ''), address)));
    // A page may be opened at the section that tells of what was asked.
    const fits = (at: string, address = '') => isOf(at, address) || isOf(at, address.replace(/#.*/, ''));
    if (first) expect(fits(pattern!, shown[0]), `${typed}: ${shown[0]} instead of ${pattern}`).toBe(true);
    else expect(shown, typed).toEqual([]);
    for (const other of amongFirst ?? []) expect(shown.some((it) => fits(other, it)), `${typed}: ${other}`).toBe(true); // prettier-ignore
    if (nowhere) await expect(status(page)).toContainText(`“${nowhere}”.`);
    if (meant) await expect(dialog(page).getByRole('button', { name: meant, exact: true })).toBeVisible();
    await box?.uncheck();
  }
});

test('Return opens the first hit of what was typed, however fast', async ({ page }) => {
  await page.goto('/systems/violetos/');
  await page.keyboard.press('/');
  await words(page).fill('zdb');
  await words(page).press('Enter');
  await expect(page).toHaveURL('/systems/zos/architecture/storage/');
});

test('of pages that are alike, that of the system that is read about comes first', async ({ page }) => {
  await page.goto('/systems/violetos/architecture/memory/');
  await searchFor(page, 'how do I build');
  await expect(hits(page).first()).toHaveText('Start with violetOS');
});

test.describe('the dialog with hits', () => {
  for (const { theme, width } of looks)
    test(`has no violation that axe finds and nothing beside the window: ${theme}, ${width}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 740 });
      await page.goto('/');
      for (const typed of ['schedular', 'themelios.capability', 'kernel/src/startup.rs']) {
        await searchFor(page, typed);
        expect(await violations(page, 'dialog.search')).toEqual([]);
        const wide = await dialog(page).evaluate((it) => [it.scrollWidth - it.clientWidth, it.getBoundingClientRect().right - innerWidth]);
        for (const over of wide) expect(over).toBeLessThanOrEqual(0);
        await page.keyboard.press('Escape');
      }
    });

  test('leaves every key and link to be seen in forced colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('/');
    await searchFor(page, 'schedular');
    expect(await violations(page, 'dialog.search')).toEqual([]);
    await expect(dialog(page).getByRole('button', { name: 'scheduler', exact: true })).toHaveCSS('text-decoration-line', 'underline');
  });
});

test('more hits are shown when they are asked for', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'scheduler');
  await expect(hits(page)).toHaveCount(20);
  await dialog(page).getByRole('button', { name: 'Show more' }).click();
  await expect(hits(page)).toHaveCount(40);
  await expect(status(page)).toHaveText(/^40 of \d+ hits$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the index from A to Z stands where the search would, and leads to pages, terms and other words', async ({ page }) => {
    await page.goto('/systems/');
    await expect(page.getByRole('button', { name: 'Search facts' })).toBeHidden();
    await page.getByRole('banner').getByRole('link', { name: 'A to Z' }).click();
    await expect(page).toHaveURL('/a-to-z/');
    await page.getByRole('link', { name: 'R', exact: true }).click();
    await expect(page).toHaveURL('/a-to-z/#letter-R');
    await page.getByRole('link', { name: 'revoke', exact: true }).click();
    await expect(page).toHaveURL('/glossary/#revoke');
    await page.locator('.page-footer').getByRole('link', { name: 'A to Z' }).click();
    await page.getByRole('listitem').filter({ hasText: /^OCI/ }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/(glossary\/#oci|systems\/themelios\/architecture\/containers\/)$/);
  });
});

test.describe('S3: what could not be loaded', () => {
  const errorsOf = (page: Page): string[] => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    return errors;
  };

  test('is told after the connection is lost, and asked for again at the next question', async ({ page, context }) => {
    const errors = errorsOf(page);
    await page.goto('/');
    await searchFor(page, 'revoke');
    await context.setOffline(true);
    // The names are there, so that what is called so is found; nothing is said of the rest.
    for (const offline of ['channel', 'scheduler', 'zxqvwk']) {
      await words(page).fill(offline);
      await expect(status(page)).toContainText(`“${offline}”`);
      await expect(status(page)).toHaveText(/could not be loaded\. Check the connection and search again\.$/);
    }
    await expect(hits(page)).toHaveCount(0);
    await context.setOffline(false);
    await words(page).fill('channel');
    await expect(status(page)).toHaveText(/hits?$/);
    await expect(hits(page).first()).toBeVisible();
    // The filters are offered once, however often the index was loaded.
    await expect(dialog(page).getByRole('checkbox', { name: 'ThemeliOS' })).toHaveCount(1);
    expect(errors).toEqual([]);
  });

  test('is told when the search is opened without a connection, and comes when there is one', async ({ page, context }) => {
    const errors = errorsOf(page);
    await page.goto('/');
    await context.setOffline(true);
    await page.keyboard.press('/');
    await expect(status(page)).toHaveText('The index could not be loaded. Check the connection and type again.');
    await context.setOffline(false);
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(/hits?$/);
    expect(errors).toEqual([]);
  });

  test('is told when a single hit is lost, and the others are shown', async ({ page }) => {
    const errors = errorsOf(page);
    let lost = 0;
    await page.route(/\/fragment\//, (route) => (lost++ === 0 ? route.fulfill({ status: 404, body: 'not here' }) : route.continue()));
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(/^\d+ hits for “revoke”; others could not be loaded\. Check the connection and search again\.$/);
    expect(await hits(page).count()).toBeGreaterThan(3);
    await words(page).fill('revoked');
    await words(page).fill('revoke');
    await expect(status(page)).toHaveText(/hits?$/);
    expect(errors).toEqual([]);
  });

  test('is told when a part of the index has gone', async ({ page }) => {
    await page.route(/\/index\//, (route) => route.fulfill({ status: 404, body: 'not here' }));
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('revoke');
    // What is called so is found by its name.
    await expect(status(page)).toHaveText(/^\d+ hits for “revoke”; others could not be loaded\. Check the connection and search again\.$/);
    const inTextsAlone = aWordOfNoTitle();
    await words(page).fill(inTextsAlone);
    await expect(status(page)).toHaveText(
      `The part of the index with “${inTextsAlone}” could not be loaded. Check the connection and search again.`,
    );
  });
});

test('arrows walk the hits, Return opens the first, Escape closes', async ({ page }) => {
  await page.goto('/');
  await searchFor(page, 'revoke');
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(words(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await searchFor(page, 'revoke');
  const first = await hits(page).first().getAttribute('href');
  await words(page).press('Enter');
  await expect(page).toHaveURL(first!);
});

test('every hit that is shown leads to a page of this site', async ({ page, request }) => {
  await page.goto('/');
  await searchFor(page, 'boot');
  const addresses = await hits(page).evaluateAll((links) => links.map((it) => (it as HTMLAnchorElement).pathname));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of new Set(addresses)) expect((await request.get(address)).status()).toBe(200);
});

test('it works below a path as well', async ({ page }) => {
  const { url, close } = await serve(published.folder, published.base);
  try {
    await page.goto(url);
    await searchFor(page, 'revoke');
    await rowWith(page, 'themelios.capability.revoke-reaches-descendants').getByRole('link').click();
    await expect(page).toHaveURL(`${url}rules/#themelios.capability.revoke-reaches-descendants`);
    await expect(page.locator('[id="themelios.capability.revoke-reaches-descendants"]')).toBeInViewport();
  } finally {
    await close();
  }
});
