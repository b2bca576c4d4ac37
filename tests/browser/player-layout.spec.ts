/** The player as a thing that lies still: the band covers nothing, the keys stay where they are, and paper has the timeline. */
import { expect, test, type Page } from '@playwright/test';
import { framesLater } from './frames.ts';
import { at, simulationPage, openOrphan, openPlayer, picture, player, toolbar } from './player-page.ts';

test.use({ actionTimeout: 15_000 });

const box = async (page: Page, selector: string) => (await player(page).locator(selector).boundingBox())!;

for (const width of [360, 768, 1024, 1440])
  test(`what is violated is named beside the picture and over nothing, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1000 });
    await openPlayer(page);
    await openOrphan(page);
    const others = ['.picture > *', '.narration', '.drive .timeline'];
    if (width >= 1440) others.push('.part-actions', '.part-properties');
    const band = await box(page, '.band');
    for (const other of others) {
      const it = await box(page, other);
      const apart =
        it.y + it.height <= band.y + 1 ||
        band.y + band.height <= it.y + 1 ||
        it.x >= band.x + band.width - 1 ||
        band.x >= it.x + it.width - 1;
      expect(apart, `${other} ${JSON.stringify(it)} and the band ${JSON.stringify(band)}`).toBe(true);
    }
  });

test('a step moves no key, and neither does a violation', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await openPlayer(page);
  await openOrphan(page);
  const { y } = await box(page, '.toolbar');
  for (let step = 3; step >= 0; step--) {
    await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
    await at(page, step);
    expect((await box(page, '.toolbar')).y).toBe(y);
  }
});

test('a picture that was higher keeps its room, so that what stands below it stays', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 1000 });
  await openPlayer(page);
  await openOrphan(page);
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await at(page, 3);
  const below = async () => (await box(page, '.part-actions')).y - (await box(page, '.picture')).y;
  const room = await below();
  await picture(page)
    .locator('.space')
    .evaluate((it) => (it as HTMLElement).style.setProperty('padding-block-end', '100px'));
  await expect.poll(below).toBe(room + 100);
  await picture(page)
    .locator('.space')
    .evaluate((it) => (it as HTMLElement).style.removeProperty('padding-block-end'));
  await framesLater(page);
  expect(await below()).toBe(room + 100);
});

test('who cannot see the band is told what is violated when it comes, and once in full', async ({ page }) => {
  await openPlayer(page);
  await openOrphan(page);
  const told = player(page).locator('.narration[aria-live="polite"]');
  await expect(told).toContainText('Violated: revoke reaches every descendant. Slot 2 still holds a capability.');
  await page.keyboard.press('1');
  await at(page, 5);
  await expect(told).toContainText('Still violated: revoke reaches every descendant.');
  await expect(told).not.toContainText('Slot 2 still holds');
  await toolbar(page).getByRole('button', { name: 'To the start' }).click();
  await expect(told).not.toContainText('iolated');
});

test('paper has the storyboard with its timeline: a tick a step, and a mark that says how it ends', async ({ page }) => {
  await openPlayer(page);
  await page.emulateMedia({ media: 'print' });
  await expect(player(page)).toBeHidden();
  const story = page.locator('.storyboard');
  await expect(story).toBeVisible();
  const ticks = story.locator('.story-timeline .timeline-step');
  await expect(ticks).toHaveCount((await story.locator('.frame').count()) + 1);
  await expect(ticks).toHaveText(['0start', '1insert', '2refused']);
  await expect(ticks.last().locator('.timeline-word')).toBeHidden();
  await expect(ticks.last()).toHaveClass(/is-refused/);
  const ink = await ticks.last().evaluate((it) => {
    const { borderBlockEndWidth, borderBlockEndColor, printColorAdjust } = getComputedStyle(it, '::after') as CSSStyleDeclaration & {
      readonly printColorAdjust: string;
    };
    return [Math.round(Number.parseFloat(borderBlockEndWidth)), borderBlockEndColor, printColorAdjust];
  });
  expect(ink).toEqual([2, 'rgb(0, 0, 0)', 'exact']);
});

test('without script the timeline stands on the screen too', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })).newPage();
  await page.goto(new URL(simulationPage, test.info().project.use.baseURL).href);
  await expect(page.locator('.story-timeline')).toBeVisible();
  await page.goto(new URL('/embed/themelios/audit-log/', test.info().project.use.baseURL).href);
  await expect(page.locator('.story-timeline .timeline-step')).toHaveCount(13);
  await page.context().close();
});
