/** The element and what is around it: which worker a page allows, what a page says of its own text, themes, widths, and every simulation. */
import { expect, test, type Locator } from '@playwright/test';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { overflow, sampled, themes, violations } from './accessibility.ts';
import { airlock, at, capabilities, element, elsewhere, key, strict, watched } from './package-page.ts';

test.use({ actionTimeout: 15_000 });

let site: Awaited<ReturnType<typeof elsewhere>>;
test.beforeAll(async () => {
  site = await elsewhere();
});
test.afterAll(() => site.close());

test('workers: beside the page by themselves, from elsewhere where the page allows them from text, and of a model of its own', async ({
  page,
}) => {
  const wrong = await watched(page);
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const checked = async (player: Locator, verdict: string) => {
    await key(player, 'Check every state').click();
    await expect(player.locator('.check-verdict')).toContainText(verdict);
  };
  const holds = 'Every property holds in every state';
  await page.goto(site.page);
  await checked(capabilities(page), holds);
  expect(workers).toEqual([]);

  await page.goto(site.together);
  for (const player of [capabilities(page), airlock(page)]) {
    await checked(player, holds);
    await expect(player.locator('.check')).not.toContainText('may start no worker');
  }
  await airlock(page).locator('.survey-fold summary').click();
  await key(airlock(page), 'State graph').click();
  await expect(airlock(page).locator('.survey')).toContainText('Done.');
  expect(workers).toEqual(['check', 'check', 'survey'].map((name) => `${site.scripts}workers/${name}.js`));

  const body = (worker: string) =>
    `<orrery-player model="themelios/capability-space" worker="${worker}"></orrery-player><orrery-player model="example/airlock" worker="${worker}"></orrery-player><script type="module" src="own.js"></script>`;
  workers.length = 0;
  await page.goto(site.write('text.html', strict(body('blob'), '; worker-src blob:')));
  for (const player of [capabilities(page), airlock(page)]) await checked(player, holds);
  expect(workers.map((address) => new URL(address).protocol)).toEqual(['blob:', 'blob:']);

  workers.length = 0;
  await page.goto(site.write('none.html', strict(body('none'), '; worker-src blob:')));
  await checked(capabilities(page), holds);
  expect(workers).toEqual([]);
  expect(wrong).toEqual([]);
});

test('a policy that refuses the worker of the same origin leaves the check in the page', async ({ page }) => {
  const wrong = await watched(page);
  await page.goto(
    site.write('refused.html', strict('<orrery-player model="themelios/scheduler"></orrery-player>', "; worker-src 'none'"), 'theirs'),
  );
  const player = element(page, 'themelios/scheduler');
  await key(player, 'Check every state').click();
  await expect(player.locator('.check-verdict')).toContainText('Every property holds in every state');
  await expect(player.locator('.check')).toContainText('This page may start no worker');
  expect(wrong).toContainEqual(expect.stringContaining('refused: worker-src'));
});

test('every simulation of Orrery stands in a page on a phone, and none is wider than it', async ({ page }) => {
  const wrong = await watched(page);
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(site.write('every.html', strict(mechanismIds.map((id) => `<orrery-player model="${id}"></orrery-player>`).join(''))));
  for (const id of mechanismIds) {
    const player = element(page, id);
    await expect(player.getByRole('toolbar', { name: 'Run' }), id).toBeVisible();
    expect(await player.locator('.picture').evaluate((it) => it.getBoundingClientRect().height), id).toBeGreaterThan(40);
    expect(await player.evaluate((it) => it.shadowRoot!.adoptedStyleSheets.length), id).toBeGreaterThanOrEqual(4);
  }
  expect(await overflow(page)).toBe(0);
  expect(wrong).toEqual([]);
});

test('what a page says of its own text stays outside, and its tokens reach in', async ({ page }) => {
  await page.goto(
    site.write(
      'loud.html',
      strict('<orrery-player model="themelios/scheduler"></orrery-player>', "; style-src 'unsafe-inline'").replace(
        '<title>',
        `<style>
          * { letter-spacing: 4px; }
          main { text-transform: uppercase; text-align: right; font: italic 40px cursive; color: #f0f; }
          p, button, td { display: none; color: #f0f; }
          :root { --ink: #f0f; --sl-content-pad-x: 5rem; }
          orrery-player { --plate: rgb(1 2 3); }
        </style><title>`,
      ),
    ),
  );
  const player = element(page, 'themelios/scheduler');
  await at(player, 6);
  const seen = await player.locator('.narration-says').evaluate((it) => {
    const { letterSpacing, textTransform, fontStyle, textAlign, color, display } = getComputedStyle(it);
    return { letterSpacing, textTransform, fontStyle, textAlign, color, display };
  });
  expect(seen).toEqual({
    letterSpacing: 'normal',
    textTransform: 'none',
    fontStyle: 'normal',
    textAlign: 'start',
    color: 'rgb(19, 32, 41)',
    display: 'block',
  });
  expect(await player.locator('.player').evaluate((it) => getComputedStyle(it).backgroundColor)).toBe('rgb(1, 2, 3)');
});

for (const theme of themes) {
  test(`axe finds nothing and nothing is wider than the page, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: sampled[theme].width, height: 900 });
    await page.goto(site.page);
    await at(airlock(page), 2);
    const ground = await capabilities(page)
      .locator('.player')
      .evaluate((it) => getComputedStyle(it).backgroundColor);
    expect(ground).toBe(theme === 'dark' ? 'rgb(15, 27, 33)' : 'rgb(248, 250, 246)');
    expect(await violations(page)).toEqual([]);
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width} px`).toBe(0);
    }
  });
}
