/** Runs of many steps: what is drawn of them, how the reader goes about in them, and documents that are too large to be read. */
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { linkTo, machine, walk } from '../../src/engine/checker.ts';
import { loadMechanism } from '../../src/mechanisms/registry.ts';
import { at, simulationPage, narration, openPart, openPlayer, player, position, toolbar } from './player-page.ts';

test.use({ actionTimeout: 15_000 });

const id = 'themelios/capability-space';
const long = 20_000;
/** More than a short run has, and far less than one for each step. */
const elementsAtMost = 2_500;

async function linkOf(steps: number): Promise<string> {
  const m = machine(await loadMechanism(id));
  const { log } = walk(m, { seed: 7, steps });
  expect(log).toHaveLength(steps);
  return `#run=${linkTo(m, log, steps)}`;
}

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('.simulation *').length);

test('R2: a run of 20,000 steps opens with few elements, and can be stepped and scrubbed', async ({ page }) => {
  await openPlayer(page);
  const short = await elements(page);
  await page.goto('about:blank');
  await openPlayer(page, simulationPage + (await linkOf(long)));
  await at(page, long);
  const count = await elements(page);
  expect(count).toBeLessThan(Math.min(elementsAtMost, short + 800));
  expect(await player(page).locator('.timeline-step').count()).toBeLessThan(200);
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await at(page, long - 1);
  await expect(player(page).locator('.timeline-step.is-now .timeline-number')).toHaveText(String(long - 1));
  await expect(player(page).locator('.timeline-step.is-now')).toBeInViewport();
  const whole = (await player(page).locator('.whole-run').boundingBox())!;
  await page.mouse.click(whole.x + whole.width / 2, whole.y + 2);
  await expect.poll(async () => Number(await position(page).getAttribute('aria-valuenow'))).toBeGreaterThan(long * 0.45);
  expect(Number(await position(page).getAttribute('aria-valuenow'))).toBeLessThan(long * 0.55);
  await position(page).focus();
  const before = Number(await position(page).getAttribute('aria-valuenow'));
  await page.keyboard.press('PageUp');
  await at(page, before + long / 10);
  await page.keyboard.press('Home');
  await at(page, 0);
  expect(await elements(page)).toBeLessThan(Math.min(elementsAtMost, short + 800));
});

test('R2: a setting is changed in a long run, and its steps are replayed', async ({ page }) => {
  await openPlayer(page, simulationPage + (await linkOf(long)));
  await at(page, long);
  await openPart(page, 'Break it');
  await player(page).getByRole('switch').first().check();
  await expect(narration(page)).toContainText(/The run was replayed/);
});

test('R2: a document that is too large is refused in a sentence, before it is read', async ({ page }, info) => {
  await openPlayer(page);
  await openPart(page, 'Share');
  await player(page).getByRole('button', { name: 'Import' }).click();
  const path = info.outputPath('large.json');
  writeFileSync(path, Buffer.alloc(33 * 2 ** 20, 'x'));
  await player(page).getByLabel('A trace as a file').setInputFiles(path);
  await expect(player(page).locator('.import-says')).toHaveText(
    'The document has 33 MB, and at most 32 MB are read: export a part of the run.',
  );
  await at(page, 1);
});

test('R2: a long text that is pasted is read, and is not put into the box', async ({ page }) => {
  await openPlayer(page);
  await openPart(page, 'Share');
  await player(page).getByRole('button', { name: 'Import' }).click();
  await player(page)
    .getByLabel('or as text')
    .evaluate((box) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', `no JSON ${'x'.repeat(200_000)}`);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
  await expect(player(page).locator('.import-says')).toContainText('This is not JSON');
  await expect(player(page).getByLabel('or as text')).toHaveValue('');
});
