/** The player takes the place of its storyboard: what a reader looks at below it stays where it is, also when the player comes late. */
import { expect, test } from '@playwright/test';
import { framesLater } from './frames.ts';

for (const width of [360, 1440])
  test(`what stands below it stays in place when the player comes late, ${width} px wide`, async ({ page }) => {
    let letGo = (): void => undefined;
    const passed = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/player\.[^/]*\.js$/, async (route) => {
      await passed;
      await route.continue();
    });
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/');
    const below = page.getByRole('heading', { name: 'Each system' });
    // The end of the storyboard is still in view, which is what wakes the player.
    await below.evaluate((it) => window.scrollBy(0, it.getBoundingClientRect().top - 200));
    const top = () => below.evaluate((it) => Math.round(it.getBoundingClientRect().top));
    const before = await top();
    letGo();
    await page.getByRole('toolbar', { name: 'Run' }).waitFor();
    await framesLater(page, 10);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  });
