/** What the player says of where a run came from, and what a reload keeps. */
import { expect, test } from '@playwright/test';
import { at, simulationPage, narration, openPart, openPlayer, player, position, toolbar } from './player-page.ts';

test.use({ actionTimeout: 15_000 });

const scenario = 'Scenario';

test('P2: a run that was found is named as such, and Start over begins it again', async ({ page }) => {
  await openPlayer(page);
  await openPart(page, 'Break it');
  await player(page).getByRole('switch', { name: 'Revoke stops at the children' }).check();
  await openPart(page, 'Check');
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  await expect(player(page).locator('.shortest-step')).toHaveCount(4, { timeout: 60_000 });
  await openPart(page, 'Scenario and size');
  const list = player(page).getByRole('combobox', { name: scenario });
  await expect(list.locator('option:checked')).toHaveText('The run that was found');
  await player(page).getByRole('button', { name: 'Start over' }).click();
  await at(page, 0);
  await expect(position(page)).toHaveAttribute('aria-valuemax', '4');
  await expect(player(page).getByRole('switch', { name: 'Revoke stops at the children' })).toBeChecked();
  await list.selectOption({ index: 1 });
  await expect(list.getByRole('option', { name: 'The run that was found' })).toHaveCount(0);
});

test('P2: a fault that is switched on is still on after a reload, and so is the run', async ({ page }) => {
  await openPlayer(page);
  await openPart(page, 'Break it');
  const fault = () => player(page).getByRole('switch', { name: 'Revoke stops at the children' });
  await fault().check();
  await expect(page).toHaveURL(/#run=/);
  await page.reload();
  await page.locator('.simulation').scrollIntoViewIfNeeded();
  await openPart(page, 'Break it');
  await expect(fault()).toBeChecked();
  await at(page, 1);
  // What the address kept is gone with it when a scenario is opened again.
  await openPart(page, 'Scenario and size');
  await player(page).getByRole('combobox', { name: scenario }).selectOption({ index: 1 });
  await expect(page).toHaveURL(simulationPage);
});

test('P2: a reader who steps past the end of a run is not told that the run has become longer', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openPlayer(page);
  const step = player(page).locator('.narration-step');
  await toolbar(page).getByRole('button', { name: /^Step/ }).click();
  await expect(step).toHaveText('Step 2 of 2');
  await toolbar(page).getByRole('button', { name: /^Step/ }).click();
  await expect(step).toHaveText('Step 3');
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await expect(step).toHaveText('Step 2 of 3');
  await expect(narration(page)).not.toBeEmpty();
});
