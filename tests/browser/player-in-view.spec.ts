/**
 * P1: what a step needs is in view without scrolling: the sentence, the keys, the timeline, and then the picture and what can happen. In a
 * frame as high as its own snippet says, all of the player is.
 */
import { expect, test, type Page } from '@playwright/test';
import { everything } from '../site/built-site.ts';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { embedHeight } from '../../src/components/simulation/embed-heights.ts';

interface Box {
  readonly top: number;
  readonly bottom: number;
}

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page
    .locator(`.player ${selector}`)
    .first()
    .evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return { top, bottom };
    });

async function open(page: Page, address: string, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await page.getByRole('toolbar', { name: 'Run' }).waitFor();
}

/** The words in the tables of the picture that begin on one line and end on another, and what is wider than its cell; a head may stand out over nothing. */
const wordsCut = (page: Page): Promise<string[]> =>
  page.locator('.player .picture :is(th, td)').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const found = cell.matches('td') && cell.scrollWidth > cell.clientWidth ? [cell.textContent] : [];
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement!.closest('.visually-hidden')) continue;
        for (const { index, 0: word } of text.textContent!.matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) found.push(word);
        }
      }
      return found;
    }),
  );

/** For every change the first of each system; all of them with everything. */
const measured = everything
  ? mechanismIds
  : mechanismIds.filter((id, at) => mechanismIds.findIndex((it) => it.split('/')[0] === id.split('/')[0]) === at);

for (const id of measured) {
  test(`P1: ${id} is stepped without scrolling at 1280 x 720 and at 360 x 740`, async ({ page }) => {
    for (const [width, height, least] of [
      [1280, 720, 0.7],
      [360, 740, 0.3],
    ] as const) {
      await open(page, `/simulations/${id}/`, width, height);
      for (const needed of ['.narration', '.key-step', '.timeline']) {
        const { top, bottom } = await boxOf(page, needed);
        expect(top, `${needed} at ${width}`).toBeGreaterThanOrEqual(0);
        expect(bottom, `${needed} at ${width}`).toBeLessThanOrEqual(height);
      }
      const picture = await boxOf(page, '.picture');
      expect((height - picture.top) / (picture.bottom - picture.top), `of the picture at ${width}`).toBeGreaterThan(least);
      if (width < 600) continue;
      expect((await boxOf(page, '.part-actions .action')).bottom).toBeLessThanOrEqual(height);
      expect((await boxOf(page, '.part-properties .part-title')).bottom).toBeLessThanOrEqual(height);
    }
    // A picture is a drawing of its own size, so what does not fit into it is cut off without anything to scroll.
    await page.setViewportSize({ width: 320, height: 740 });
    const cut = () => page.locator('.player .picture').evaluate((it) => it.scrollWidth - it.clientWidth);
    await expect.poll(cut, 'px of the picture are cut off at 320').toBe(0);
    expect(await wordsCut(page), 'words of its tables that are cut at 320').toEqual([]);
    // A table may have more columns, or wider ones, where there is more room.
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(cut, 'px of the picture are cut off at 360').toBe(0);
    expect(await wordsCut(page), 'words of its tables that are cut at 360').toEqual([]);
  });

  test(`P1: ${id} is whole in a frame as high as its snippet says`, async ({ page }) => {
    await open(page, `/embed/${id}/`, 720, embedHeight(id));
    await page.getByRole('button', { name: 'To the start' }).click();
    const slider = page.getByRole('slider', { name: 'Position in the run' });
    const last = Number(await slider.getAttribute('aria-valuemax'));
    await slider.focus();
    let highest = 0;
    for (let step = 0; step <= last; step++) {
      await expect(slider).toHaveAttribute('aria-valuenow', String(step));
      highest = Math.max(highest, await page.evaluate(() => document.querySelector('main')!.getBoundingClientRect().bottom));
      await page.keyboard.press('ArrowRight');
    }
    expect(embedHeight(id), `src/components/simulation/embed-heights.ts says how high ${id} is`).toBe(Math.ceil(highest / 20) * 20);
  });
}
