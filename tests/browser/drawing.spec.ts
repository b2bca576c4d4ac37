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

for (const [width, shown] of [
  [1440, 'wide-picture'],
  [360, 'narrow-picture'],
] as const)
  test(`a walk by keyboard at ${width} px over the neighbours of a part hears each relation as a sentence, and lands on its line`, async ({
    page: tab,
  }) => {
    await tab.setViewportSize({ width, height: 900 });
    await tab.goto(`${page('starina')}channels/`);
    const picture = tab.locator(`.neighbours .${shown} svg`);
    const rows = tab.locator('tr[id]');
    const arrows = picture.locator('a.edge');
    expect(await arrows.count()).toBe(await rows.count());
    const links = picture.locator('a');
    await links.first().focus();
    const count = await links.count();
    for (let i = 0; i < count; i++) {
      const link = links.nth(i);
      await expect(link).toBeFocused();
      await expect(link).toHaveAccessibleName((await link.getAttribute('class'))!.startsWith('edge') ? /^.+, .+, .+: .+/ : /\S{2}/);
      await tab.keyboard.press('Tab');
    }
    await expect(links.last()).not.toBeFocused();
    await arrows.first().focus();
    await tab.keyboard.press('Enter');
    await expect(tab.locator('tr:target')).toBeInViewport();
  });

for (const width of [1440, 360])
  test(`no word of a drawing leaves its part at ${width} px`, async ({ page: tab }) => {
    await tab.setViewportSize({ width, height: 900 });
    const systems = ['avyos', 'starina', 'themelios', 'violetos', 'zos'];
    // Of the pages of parts those with the longest words; where the lines are broken is measured in `drawing/neighbours`.
    const parts = ['zos/identity-crypto-upgrade', 'zos/provisiond', 'starina/memory', 'violetos/own-loader', 'avyos/service'];
    for (const address of [
      ...systems.map(page),
      ...parts.map((it) => it.replace(/(.+)\/(.+)/, (_, system, id) => `${page(system)}${id}/`)),
    ]) {
      await tab.goto(address);
      await tab.evaluate(() => document.fonts.ready);
      const outside = await tab.locator('.drawing svg .part, .neighbours svg .part').evaluateAll((parts) =>
        parts
          .filter((it) => it.getClientRects().length > 0)
          .flatMap((it) => {
            const box = it.querySelector('rect, path')!.getBoundingClientRect();
            const words = [...it.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
            return words.some(({ left, right }) => left < box.left || right > box.right) ? [it.textContent] : [];
          }),
      );
      expect(outside, address).toEqual([]);
    }
  });
