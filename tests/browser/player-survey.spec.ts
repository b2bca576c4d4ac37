/** What more a check can tell: the topics, the graph that is walked, and that none of it moves the page sideways. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { looks, overflow, setLook, violations } from './accessibility.ts';

async function surveyOf(page: Page, model: string): Promise<Locator> {
  await page.goto(`/simulations/${model}/`);
  const part = page.locator('.part-check');
  await part.waitFor();
  const fold = part.locator('.part-fold');
  if (await fold.isVisible()) await fold.click();
  await part.locator('summary', { hasText: 'More:' }).click();
  return part.locator('.survey');
}
const topic = (survey: Locator, name: string): Promise<void> => survey.getByRole('button', { name, exact: true }).click();

test('how rare what is: the states of all depths are those that the check counts', async ({ page }) => {
  const survey = await surveyOf(page, 'starina/channel');
  await topic(survey, 'Typical and rare');
  await expect(survey).toContainText('4,806 states');
  const cells = await survey
    .getByRole('region', { name: 'States by the steps to them' })
    .locator('tbody td.survey-number')
    .allTextContents();
  expect(cells.reduce((sum, it) => sum + Number(it.replaceAll(',', '')), 0)).toBe(4_806);
});

test('other sizes and two faults at once come row by row, and another topic ends them', async ({ page }) => {
  const survey = await surveyOf(page, 'starina/channel');
  await topic(survey, 'Other sizes');
  await expect(survey.locator('tbody tr')).toHaveCount(6);
  await expect(survey.locator('tr.is-here')).toHaveCount(2);
  await topic(survey, 'Two faults at once');
  await expect(survey.getByRole('region', { name: 'Each fault alone' }).locator('tbody tr')).toHaveCount(6);
  await expect(survey.getByRole('region', { name: /^Two together/ })).toContainText('1, as A');
});

test('the state graph is walked: by a step, by a state and with the keyboard', async ({ page }) => {
  const survey = await surveyOf(page, 'themelios/ab-update');
  await topic(survey, 'State graph');
  const states = survey.getByRole('button', { name: /^State \d+, / });
  await expect(states).toHaveCount(56);
  const now = survey.locator('.state.is-now');
  await states.first().click();
  await expect(now).toHaveAccessibleName(/^State 0, the start/);
  const step = survey.locator('.state-steps button').first();
  const to = /to (\d+)$/.exec(await step.innerText())?.[1];
  await step.click();
  await expect(now).toHaveAccessibleName(new RegExp(`^State ${to}, after 1 step`));
  await expect(page.locator('.narration-step')).toHaveText(/^Step 1/);
  await states.nth(20).focus();
  await page.keyboard.press('Enter');
  await expect(now).toHaveAccessibleName(/^State 20, /);
  const saved = page.waitForEvent('download');
  await survey.getByRole('button', { name: /DOT/ }).click();
  expect((await saved).suggestedFilename()).toBe('themelios-ab-update.dot');
});

test('a graph that is too large says so, and the least sizes can be set', async ({ page }) => {
  const survey = await surveyOf(page, 'themelios/overlay-fs');
  await topic(survey, 'State graph');
  await survey.getByRole('button', { name: 'Set the least sizes' }).click();
  await expect(survey.getByRole('button', { name: /^State \d+, / })).toHaveCount(56);
});

for (const look of looks)
  test(`axe finds nothing in it, and nothing is wider than the window, ${look.theme} at ${look.width} px`, async ({ page }) => {
    await page.setViewportSize({ width: look.width, height: 900 });
    const survey = await surveyOf(page, 'themelios/ab-update');
    await setLook(page, look);
    for (const name of ['Typical and rare', 'Other sizes', 'Two faults at once', 'State graph']) {
      await topic(survey, name);
      await expect(survey.locator('.survey-waits')).toHaveCount(0);
      expect([name, await violations(page, '.survey')]).toEqual([name, []]);
      expect([name, await overflow(page)]).toEqual([name, 0]);
    }
  });
