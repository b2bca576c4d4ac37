/** The player as the browser tests work it: how it is opened, and where its parts are. */
import { expect, type Locator, type Page } from '@playwright/test';

export const simulationPage = '/simulations/themelios/capability-space/';

export const player = (page: Page): Locator => page.getByRole('region', { name: 'Capability space, simulation' });
export const toolbar = (page: Page): Locator => player(page).getByRole('toolbar', { name: 'Run' });
export const position = (page: Page): Locator => player(page).getByRole('slider', { name: 'Position in the run' });
export const narration = (page: Page): Locator => player(page).locator('.narration-says');
export const picture = (page: Page): Locator => player(page).locator('.picture');

export async function openPlayer(page: Page, address = simulationPage): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('.simulation').first().scrollIntoViewIfNeeded();
  await expect(toolbar(page)).toBeVisible();
}

export const at = (page: Page, step: number) => expect(position(page)).toHaveAttribute('aria-valuenow', String(step));

/** On a narrow player a part is folded below its title; on a wide one it stands open and has nothing to press. */
export async function openPart(page: Page, title: string): Promise<void> {
  const fold = page.locator('.player').getByRole('button', { name: title, exact: true });
  if ((await fold.isVisible()) && (await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

/** Opens the scenario in which a fault leaves a grandchild behind, four steps, and stands at its end. */
export async function openOrphan(page: Page): Promise<void> {
  await openPart(page, 'Scenario and size');
  await player(page)
    .getByRole('combobox', { name: 'Scenario' })
    .selectOption({ label: 'A revoke that stops at the children leaves a grandchild behind' });
  await position(page).focus();
  await page.keyboard.press('End');
  await at(page, 4);
}
