/** Where a browser gives less than usual: no worker, no clipboard, no storage, forced colours, the narrowest window, old built-ins. */
import { expect, test, type Page } from '@playwright/test';
import { at, simulationPage, openPart, openPlayer, player } from './player-page.ts';

test.use({ actionTimeout: 15_000 });

const states = '99,352 states';

test.describe('P4: without a worker', () => {
  test('a check runs in the page, and pauses, goes on and ends as in a worker', async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('no worker here', 'SecurityError');
      };
      window.Worker = new Proxy(Worker, { construct: refuse });
    });
    await openPlayer(page);
    await openPart(page, 'Scenario and size');
    const slots = player(page).getByRole('combobox', { name: 'Slots' });
    await slots.selectOption('5'); // the usual configuration is done too soon to be paused
    await openPart(page, 'Check');
    const says = player(page).locator('.check-says');
    await player(page).getByRole('button', { name: 'Check every state' }).click();
    await expect(says).toContainText('This page may start no worker, so the search runs in the page itself');
    await player(page).getByRole('button', { name: 'Pause the check' }).click();
    await expect(says).toContainText('paused');
    await player(page).getByRole('button', { name: 'Go on' }).click();
    await expect(says).not.toContainText('paused');
    await player(page).getByRole('button', { name: 'Stop' }).click();
    await expect(says).toContainText(/Stopped at .*nothing is proved/);
    await slots.selectOption('3');
    await player(page).getByRole('button', { name: 'Check every state' }).click();
    await expect(says).toContainText(states, { timeout: 100_000 });
    await expect(says).toContainText('as expected');
  });

  test('a check runs in the page also where the worker fails only after it was asked for', async ({ page }) => {
    await page.route(/check\.worker/, (route) => route.abort());
    await page.goto('/simulations/themelios/scheduler/');
    const here = page.locator('.player');
    await here.getByRole('button', { name: 'Check every state' }).click();
    await expect(here.locator('.check-says')).toContainText('562 states', { timeout: 60_000 });
  });

  test('a check runs in a frame with no origin of its own', async ({ page }) => {
    const address = new URL('/embed/themelios/scheduler/', test.info().project.use.baseURL).href;
    await page.setContent(`<iframe sandbox="allow-scripts" src="${address}" width="1200" height="1200"></iframe>`);
    const here = page.frameLocator('iframe').locator('.player');
    await here.getByRole('button', { name: 'Check every state' }).click();
    await expect(here.locator('.check-says')).toContainText('562 states', { timeout: 60_000 });
  });
});

/** Takes the clipboard away, as a page on plain http has none. */
const withoutClipboard = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));

test('P5: where there is no clipboard each copy key says so, and the text can be selected', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await withoutClipboard(page);
  await openPlayer(page);
  await page.getByRole('button', { name: 'Copy: the frame' }).click();
  await expect(page.locator('copy-snippet').last().getByRole('status')).toHaveText('The clipboard is closed here: select the text.');
  await openPart(page, 'Share');
  await player(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(player(page).getByRole('textbox', { name: 'Link to this run' })).toHaveValue(/#run=/);
  await page.goto('/data/');
  const snippet = page.locator('copy-snippet').first();
  await snippet.getByRole('button').click();
  await expect(snippet.getByRole('status')).toHaveText('The clipboard is closed here: select the text.');
  expect(errors).toEqual([]);
});

for (const colorScheme of ['dark', 'light'] as const)
  test(`P3: in forced colours the label of Step can be seen, ${colorScheme}`, async ({ page, context }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
    await page.goto(simulationPage);
    const key = player(page).locator('.key-step');
    await expect(key).toBeVisible();
    const image = (await key.screenshot()).toString('base64');
    /** How many of the inner points differ from the colour of the key: the strokes of its label. */
    const elsewhere = await context.newPage(); // where no policy forbids reading an image
    const drawn = await elsewhere.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const points = context.getImageData(6, 6, bitmap.width - 12, bitmap.height - 12).data;
      const counts = new Map<string, number>();
      for (let i = 0; i < points.length; i += 4) {
        const colour = `${points[i]! >> 6} ${points[i + 1]! >> 6} ${points[i + 2]! >> 6}`;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return points.length / 4 - Math.max(...counts.values());
    }, image);
    expect(drawn).toBeGreaterThan(60);
  });

for (const name of ['capability-space', 'address-space'])
  test(`P6: ${name} is no wider than a window of 320 px`, async ({ page, browser }) => {
    const wider = (it: Page) => it.evaluate(() => document.documentElement.scrollWidth - 320);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`/simulations/themelios/${name}/`);
    await page.locator('.simulation').first().scrollIntoViewIfNeeded();
    await expect(page.locator('.player')).toBeVisible();
    expect(await wider(page)).toBe(0);
    const plain = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })).newPage();
    await plain.goto(page.url());
    expect(await wider(plain)).toBe(0);
    await plain.context().close();
  });

test.describe('P9: the theme', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`without script is the reader’s, ${colorScheme}`, async ({ browser }) => {
      const grounds = await Promise.all(
        [true, false].map(async (javaScriptEnabled) => {
          const page = await (await browser.newContext({ javaScriptEnabled, colorScheme })).newPage();
          await page.goto(new URL('/systems/themelios/architecture/boot/', test.info().project.use.baseURL).href);
          const colours = await page.evaluate(() =>
            ['body', 'h1', 'main a', 'main code', '.header', 'main table th', '.sidebar a'].map((it) => {
              const { color, backgroundColor } = getComputedStyle(document.querySelector(it)!);
              return [it, color, backgroundColor];
            }),
          );
          await page.context().close();
          return colours;
        }),
      );
      expect(grounds[1]).toEqual(grounds[0]);
    });

  test('is the reader’s also where nothing may be kept, at once and without an error', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
      const themes: (string | undefined)[] = [];
      Object.assign(window, { themes });
      new MutationObserver(() => themes.push(document.documentElement.dataset['theme'])).observe(document, {
        subtree: true,
        attributeFilter: ['data-theme'],
      });
    });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/systems/');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await page.evaluate(() => (window as unknown as { themes: string[] }).themes)).not.toContain('dark');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(errors).toEqual([]);
  });
});

test('S3: a browser without the newest built-ins steps, checks and searches', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const drop = (from: object, ...names: string[]) => {
      for (const name of names) Reflect.deleteProperty(from, name);
    };
    drop(Map, 'groupBy');
    drop(Object, 'groupBy');
    drop(Promise, 'withResolvers', 'try');
    drop(Array, 'fromAsync');
    drop(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom');
    drop(window, 'Iterator');
  });
  await openPlayer(page);
  await player(page).getByRole('button', { name: 'To the start' }).click();
  await at(page, 0);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('revoke');
  await expect(page.locator('.search-hits a').first()).toBeVisible();
  expect(errors).toEqual([]);
});
