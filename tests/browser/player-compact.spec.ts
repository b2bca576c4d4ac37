/** The compact player, as the home page has it: a mechanism that can be turned, and the way to its page. */
import { expect, test, type Page } from '@playwright/test';
import { looks, overflow, setLook, violations } from './accessibility.ts';

test.use({ actionTimeout: 15_000 });

const compact = (page: Page) => page.getByRole('region', { name: 'Round-robin scheduler, simulation' });
const keys = (page: Page) => compact(page).getByRole('toolbar', { name: 'Run' });
const actions = (page: Page) => compact(page).getByRole('group', { name: 'Actions' });
const narration = (page: Page) => compact(page).locator('.narration-says');
const at = (page: Page, step: number) =>
  expect(compact(page).getByRole('slider', { name: 'Position in the run' })).toHaveAttribute('aria-valuenow', String(step));

async function openHome(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await compact(page).scrollIntoViewIfNeeded();
  await expect(keys(page)).toBeVisible();
}

test('it steps, goes back, and plays until it is paused', async ({ page }) => {
  await page.clock.install();
  await openHome(page);
  await keys(page).getByRole('button', { name: 'To the start' }).click();
  await at(page, 0);
  await keys(page).getByRole('button', { name: /^Step/ }).click();
  await at(page, 1);
  await keys(page).getByRole('button', { name: 'Back one step' }).click();
  await at(page, 0);
  await keys(page).getByRole('button', { name: 'Play', exact: true }).click();
  await at(page, 1);
  await keys(page).getByRole('button', { name: 'Pause' }).click();
  const paused = await narration(page).textContent();
  await page.clock.runFor(10_000); // longer than any step lasts
  expect(await narration(page).textContent()).toBe(paused);
});

test('it is worked by the keyboard alone: arrows, digits, the list of keys', async ({ page }) => {
  await openHome(page);
  await keys(page)
    .getByRole('button', { name: /^(Step|End)/ })
    .focus();
  await page.keyboard.press('Home');
  await at(page, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await at(page, 1);
  const enabled = actions(page).locator('button[aria-keyshortcuts]');
  const chosen = enabled.last();
  const digit = (await chosen.getAttribute('aria-keyshortcuts'))!;
  expect(digit).toBe(String(await enabled.count()));
  const name = (await chosen.textContent())!.replace(/^\d\s*/, '');
  await page.keyboard.press(digit);
  await at(page, 2);
  // A sentence of the model says it in its own words, but the timeline has the action.
  await expect(compact(page).locator('.timeline-step.is-now .timeline-word')).toHaveText(new RegExp(`^${name.split(' ')[0]}`, 'i'));
  await page.keyboard.press('9');
  await at(page, 2);
  await page.keyboard.press('?');
  await expect(compact(page).getByRole('region', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(compact(page).getByRole('region', { name: 'Keys' })).toHaveCount(0);
});

test('each step is told politely, in the sentence of the model', async ({ page }) => {
  await openHome(page);
  const region = compact(page).locator('[aria-live]');
  await expect(region).toHaveAttribute('aria-live', 'polite');
  await keys(page).getByRole('button', { name: 'To the start' }).click();
  await expect(region).toContainText('Nothing has happened yet');
  await keys(page).getByRole('button', { name: /^Step/ }).click();
  await expect(region).toContainText(/^Step 1/);
  await expect(narration(page)).toContainText(/^tick\. The timer interrupts task 0/);
});

test('what cannot happen says why beside its key, and says it again when it is tried', async ({ page }) => {
  await openHome(page);
  const refused = actions(page).locator('button.is-refused');
  await expect(refused).not.toHaveAttribute('aria-disabled'); // it answers, so it is no disabled key
  await expect(refused).toHaveAccessibleName(/, refused$/);
  const why = (await actions(page).locator('.compact-why').textContent())!;
  await expect(refused).toHaveAccessibleDescription(why);
  const before = await compact(page).locator('.picture tbody').innerText();
  await refused.click();
  await expect(narration(page)).toContainText('is refused');
  await expect(narration(page)).toContainText(why.replace(/^Needs: /, ''));
  await expect(compact(page).locator('.timeline-step.is-refused.is-now')).toHaveCount(1);
  expect(await compact(page).locator('.picture tbody').innerText()).toBe(before);
});

test('the way to its page carries the run, and what was done here stands there', async ({ page }) => {
  await openHome(page);
  await keys(page).getByRole('button', { name: 'Back one step' }).click();
  const said = await narration(page).locator('strong').textContent();
  const position = await compact(page).getByRole('slider').getAttribute('aria-valuenow');
  await actions(page).getByRole('link', { name: 'Open its page' }).click();
  await expect(page).toHaveURL(/\/simulations\/themelios\/scheduler\/#run=/);
  await expect(compact(page).getByRole('button', { name: 'Scenario and size' })).toBeVisible();
  await at(page, Number(position));
  await expect(narration(page).locator('strong')).toHaveText(said!);
});

test('without script it is the storyboard, and nothing asks to be pressed', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(new URL('/', test.info().project.use.baseURL).href);
  const simulation = page.locator('.simulation');
  await expect(simulation.getByRole('heading', { name: 'Round-robin scheduler' })).toBeVisible();
  expect(await simulation.locator('.story .frame').count()).toBeGreaterThan(3);
  await expect(simulation.getByRole('button')).toHaveCount(0);
  await expect(simulation.getByRole('slider')).toHaveCount(0);
  await page.context().close();
});

test('it has no accessibility violation, narrow and wide, and is not wider than the window', async ({ page }) => {
  await openHome(page);
  await keys(page).getByRole('button', { name: '? List of keys' }).click();
  for (const look of looks) {
    await setLook(page, look);
    expect(await violations(page, '.simulation'), `${look.theme} ${look.width}`).toEqual([]);
    expect(await overflow(page)).toBe(0);
  }
});
