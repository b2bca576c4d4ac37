/** The player of the capability space in a real browser: stepping, checking, breaking. Its logic is tested beside its files. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { looks, setLook, violations } from './accessibility.ts';

test.use({ actionTimeout: 15_000 });

const address = '/simulations/themelios/capability-space/';
/** What the model's own registry expects of a full search in its usual configuration. */
const expected = { states: '99,352 states', transitions: '539,490 transitions' };
/** A task of the main thread that a reader would feel, in milliseconds. */
const feltMs = 200;

const player = (page: Page): Locator => page.getByRole('region', { name: 'Capability space, simulation' });
const toolbar = (page: Page): Locator => player(page).getByRole('toolbar', { name: 'Run' });
const position = (page: Page): Locator => player(page).getByRole('slider', { name: 'Position in the run' });
async function openPlayer(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('.simulation').scrollIntoViewIfNeeded();
  await expect(toolbar(page)).toBeVisible();
}

/** On a narrow player a part is folded below its title; on a wide one it stands open and has nothing to press. */
async function openPart(page: Page, title: string): Promise<void> {
  const fold = player(page).getByRole('button', { name: title, exact: true });
  if ((await fold.isVisible()) && (await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

const at = (page: Page, step: number) => expect(position(page)).toHaveAttribute('aria-valuenow', String(step));

test('it steps and goes back by mouse', async ({ page }) => {
  await openPlayer(page);
  await toolbar(page).getByRole('button', { name: 'To the start' }).click();
  await at(page, 0);
  await toolbar(page).getByRole('button', { name: /^Step/ }).click();
  await at(page, 1);
  await expect(
    player(page)
      .getByText(/^Step 1/)
      .first(),
  ).toBeVisible();
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await at(page, 0);
});

test('it steps and goes back by keyboard', async ({ page }) => {
  await openPlayer(page);
  await toolbar(page)
    .getByRole('button', { name: /^(Step|End)/ })
    .focus();
  await page.keyboard.press('Home');
  await at(page, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await at(page, 2);
  await page.keyboard.press('ArrowLeft');
  await at(page, 1);
});

test('the check reports every state as expected, and keeps the main thread free', async ({ page }) => {
  test.setTimeout(180_000);
  await openPlayer(page);
  await openPart(page, 'Check');
  await page.evaluate((ms) => {
    const seen = { long: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      seen.long += list.getEntries().filter((it) => it.duration > ms).length;
    }).observe({ type: 'longtask' });
  }, feltMs);
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  const says = player(page).locator('.check');
  await expect(says).toContainText(expected.states, { timeout: 150_000 });
  await expect(says).toContainText(expected.transitions);
  await expect(says).toContainText(/as expected/i);
  const long = await page.evaluate(() => (window as unknown as { seen: { long: number } }).seen.long);
  expect(long, `tasks above ${feltMs} ms on the main thread`).toBe(0);
});

test('the page answers while a check runs, and a check that is stopped says that nothing is proved', async ({ page }) => {
  await openPlayer(page);
  await openPart(page, 'Scenario and size');
  await player(page).getByRole('combobox', { name: 'Slots' }).selectOption('5'); // the usual configuration is done too soon
  await openPart(page, 'Check');
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  await toolbar(page).getByRole('button', { name: 'To the start' }).click();
  await at(page, 0);
  await player(page).getByRole('button', { name: 'Stop' }).click();
  await expect(player(page).getByRole('status')).toContainText(/Stopped at .*nothing is proved/);
  await expect(player(page).getByRole('button', { name: 'Check every state' })).toBeVisible();
});

test('a fault gives a shortest run that breaks a property, and the run opens in the player', async ({ page }) => {
  test.setTimeout(180_000);
  await openPlayer(page);
  await openPart(page, 'Break it');
  await player(page).getByRole('switch', { name: 'Revoke stops at the children' }).check();
  await openPart(page, 'Check');
  const promised = /Expected: (\d+ steps?) break/.exec((await player(page).locator('.check').textContent()) ?? '')?.[1] ?? 'no length';
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  const found = player(page).locator('.shortest');
  await expect(found.getByText('Shortest run that breaks it')).toBeVisible({ timeout: 150_000 });
  await expect(found.locator('.shortest-length')).toHaveText(promised);
  await found.getByRole('button').last().click();
  await expect(position(page)).toHaveAttribute('aria-valuemax', String(Number.parseInt(promised, 10)));
  await at(page, Number.parseInt(promised, 10));
  await expect(player(page).getByText('Violated').first()).toBeVisible();
});

test('with all its parts open, narrow and wide, it has no accessibility violation', async ({ page }) => {
  await openPlayer(page);
  for (const look of looks) {
    await setLook(page, look);
    for (const title of ['Properties', 'To be seen', 'Break it', 'Scenario and size', 'Check']) await openPart(page, title);
    expect(await violations(page, '.simulation'), `${look.theme} ${look.width}`).toEqual([]);
  }
});
