/** The drawings of the architecture with a keyboard and at the widths of a page and of a phone. Leaves out where things stand (`drawing/bands`). */
import { expect, test } from '@playwright/test';

const page = (system: string) => `/systems/${system}/architecture/parts/`;

for (const [width, shown] of [
  [1440, 'wide-picture'],
  [360, 'narrow-picture'],
] as const)
  test(`a walk by keyboard at ${width} px comes to every part and arrow of a drawing and hears its name`, async ({ page: tab }) => {
    await tab.setViewportSize({ width, height: 900 });
    await tab.goto(page('starina'));
    const links = tab.locator(`#shape .${shown} svg a`);
    const count = await links.count();
    expect(count).toBeGreaterThan(15);
    await links.first().focus();
    for (let i = 0; i < count; i++) {
      await expect(links.nth(i)).toBeFocused();
      await expect(links.nth(i)).toHaveAccessibleName(/\S{2}/);
      await tab.keyboard.press('Tab');
    }
    await expect(links.last()).not.toBeFocused();
  });

for (const width of [1440, 360])
  test(`no word of a drawing leaves its part at ${width} px`, async ({ page: tab }) => {
    await tab.setViewportSize({ width, height: 900 });
    for (const system of ['avyos', 'starina', 'themelios', 'violetos', 'zos']) {
      await tab.goto(page(system));
      await tab.evaluate(() => document.fonts.ready);
      const outside = await tab.locator('.bands svg .part').evaluateAll((parts) =>
        parts
          .filter((it) => it.getClientRects().length > 0)
          .flatMap((it) => {
            const box = it.querySelector('rect, path')!.getBoundingClientRect();
            const words = [...it.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
            return words.some(({ left, right }) => left < box.left || right > box.right) ? [it.textContent] : [];
          }),
      );
      expect(outside, system).toEqual([]);
    }
  });
