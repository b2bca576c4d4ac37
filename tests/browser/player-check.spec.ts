/** The check from a reader's side: pause, resume, stop, what is covered. */
import { expect, test } from '@playwright/test';
import { framesLater } from './frames.ts';
import { at, narration, openPart, openPlayer, player, position, toolbar } from './player-page.ts';

test.use({ actionTimeout: 15_000 });

const checkMs = 150_000;

test('a check pauses, stands still, goes on, and stops at once', async ({ page }) => {
  await openPlayer(page);
  await openPart(page, 'Scenario and size');
  await player(page).getByRole('combobox', { name: 'Slots' }).selectOption('5'); // the usual configuration is done too soon
  await openPart(page, 'Check');
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  const says = player(page).locator('.check-says');
  await expect(says).toContainText(/[1-9][\d,]* states.*so far/);
  // The count runs faster than it can be read aloud, so it is not told.
  await expect(player(page).locator('.check').getByRole('status')).toHaveText('The check runs.');
  await player(page).getByRole('button', { name: 'Pause the check' }).click();
  await expect(says).toContainText('paused');
  await framesLater(page, 30); // what was on its way when it was paused
  const paused = await says.textContent();
  await framesLater(page, 60);
  expect(await says.textContent()).toBe(paused);
  await player(page).getByRole('button', { name: 'Go on' }).click();
  await expect(says).not.toContainText('paused');
  await expect.poll(() => says.textContent()).not.toBe(paused?.replace('; paused', ''));
  await player(page).getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(says).toContainText('Stopped');
  const stopped = await says.textContent();
  await framesLater(page, 30);
  expect(await says.textContent()).toBe(stopped);
});

test('a whole check says what was covered, and counts alike rows once beside it', async ({ page }) => {
  test.setTimeout(180_000);
  await openPlayer(page);
  await openPart(page, 'Check');
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  const check = player(page).locator('.check');
  await expect(check).toContainText('Every property holds in every state of the model', { timeout: checkMs });
  await expect(check).toContainText(/17,078 states, 93,121 transitions, depth \d+ when states that differ only in the order of alike rows/);
  await expect(check).not.toContainText('not as expected');
  await check.locator('.coverage summary').click();
  await expect(check.locator('.coverage')).toContainText('never: a fault that is off');
  await expect(check.locator('.coverage dd').filter({ hasText: 'reached' })).toHaveCount(2);
  await expect(player(page).locator('.part-properties .part-note')).toHaveText('hold in every state');
});

test('the whole of it can be worked by keyboard, and is told as it goes', async ({ page }) => {
  await openPlayer(page);
  await toolbar(page).getByRole('button', { name: /^Step/ }).focus();
  await page.keyboard.press('Home');
  await expect(narration(page)).toContainText('Nothing has happened yet');
  await page.keyboard.press('1');
  await expect(narration(page)).toContainText('The kernel puts a capability');
  await at(page, 1);
  await page.keyboard.press('Delete');
  await expect(narration(page)).toContainText('is skipped');
  await page.keyboard.press('Delete');
  await expect(narration(page)).not.toContainText('is skipped');
  await page.keyboard.press('?');
  await expect(player(page).getByRole('region', { name: 'Keys' })).toContainText('skips the step');
  await page.keyboard.press('Escape');
  await expect(player(page).getByRole('region', { name: 'Keys' })).toHaveCount(0);
  await expect(page.locator('.narration').first()).toHaveAttribute('aria-live', 'polite');
  // Letters lead to the parts.
  await page.keyboard.press('s');
  await expect(player(page).getByRole('button', { name: 'Scenario and size' })).toBeFocused();
  await expect(player(page).getByRole('combobox', { name: 'Scenario' })).toBeVisible();
  // One stop each for the row of keys and the timeline, then the run's own keys, then the first action.
  await toolbar(page).getByRole('button', { name: /^Step/ }).focus();
  await page.keyboard.press('Tab');
  await expect(position(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(player(page).getByRole('button', { name: 'Skip step 1' })).toBeFocused();
  const reached = new Set<string>();
  for (let stop = 0; stop < 90; stop++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => (document.activeElement?.textContent ?? '').trim()));
    if (reached.has('Import')) break;
  }
  for (const key of ['Start over', 'Check every state', 'Copy link', 'Export', 'Import']) expect([...reached]).toContain(key);
  await page.keyboard.press('Enter');
  await expect(player(page).getByLabel('or as text')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1 Delete?');
  await expect(player(page).getByLabel('or as text')).toHaveValue('1 Delete?');
  await at(page, 1);
});

test('a promise that is not kept is shown as a run with a loop, bracketed on the timeline', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/simulations/themelios/ab-update/');
  const here = page.locator('.player');
  await expect(here.locator('.property').filter({ hasText: 'An image on trial is confirmed or rolled back' })).toContainText('not checked');
  await here.getByRole('button', { name: 'Break it' }).click();
  await here.getByRole('switch', { name: /tries/i }).check();
  await expect(here.locator('.check')).toContainText('4 steps and then 2 steps for ever');
  await here.getByRole('button', { name: 'Check every state' }).click();
  await expect(here.locator('.check')).toContainText('as expected', { timeout: checkMs });
  await expect(here.locator('.shortest-steps').first().getByRole('button')).toHaveCount(4);
  await expect(here.locator('.shortest-steps').last().getByRole('button')).toHaveCount(2);
  await expect(here.locator('.timeline-again')).toHaveText('again');
  await expect(here.locator('.band')).toContainText(/It never comes.*after step 4, the last 2 steps can go on for ever/);
  await expect(here.locator('.property.is-broken')).toContainText('An image on trial is confirmed or rolled back');
  const [first, last] = await Promise.all([4, 6].map((step) => here.locator('.timeline-step').nth(step).boundingBox()));
  const bracket = await here.locator('.timeline-again').boundingBox();
  expect(Math.abs(bracket!.x - (first!.x + first!.width / 2))).toBeLessThan(2);
  expect(Math.abs(bracket!.x + bracket!.width - (last!.x + last!.width / 2))).toBeLessThan(2);
  await here.locator('.shortest-steps').first().getByRole('button').first().click();
  await expect(here.getByRole('slider', { name: 'Position in the run' })).toHaveAttribute('aria-valuenow', '1');
  await expect(here.locator('.timeline-again')).toBeVisible();
});

test('a fault that may happen once is an action marked as a fault, while it is on', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/simulations/themelios/audit-log/');
  const here = page.locator('.player');
  const fault = here.getByRole('switch', { name: 'Somebody changes an entry in place (at most once)' });
  await expect(here.locator('.action-group-fault')).toHaveCount(0);
  await here.getByRole('button', { name: 'Break it' }).click();
  await fault.check();
  await expect(here.locator('.action-group-fault').first()).toHaveText('a fault');
});
