/** A reader writes a model of its own: the template, each step of the walk, the examples of the reference, and scenarios in the file itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { explore, machine } from '../../src/engine/checker.ts';
import { model as fault } from '../../src/components/new-model/lock/fault.ts';
import { model as rule } from '../../src/components/new-model/lock/rule.ts';
import { fragmentOfEdit } from '../../src/components/simulation/edit/share.ts';
import { root } from '../site/built-site.ts';
import { overflow, sampled, setLook, violations } from './accessibility.ts';
import { changed, code, flaws, panel, patient, plate, run, says, write } from './edit-page.ts';
import { openPart } from './player-page.ts';

test.use({ actionTimeout: 30_000 });
test.setTimeout(180_000);

const address = '/simulations/new/';
const template = readFileSync(join(root, 'src/components/new-model/lock/scenario.ts'), 'utf8');
const bar = (page: Page): Locator => page.locator('.bar');
const check = (page: Page): Locator => plate(page).locator('.check');

async function open(page: Page, fragment = ''): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address + fragment);
  if (fragment === '') await page.getByRole('button', { name: 'Write a model' }).click();
  await expect(code(page)).toBeVisible(patient);
}

/** Puts a step of the walk, or an example, into the editor. */
async function put(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect(bar(page)).toBeVisible(patient);
}

const inBar = (page: Page, name: string): Promise<void> => bar(page).getByRole('button', { name, exact: true }).click();

test('nothing of the editor is loaded before the key; it opens with the template, which has no error', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Write a model' })).toBeEnabled();
  await page.waitForLoadState('networkidle');
  const of = /language|\/open|sandbox|runner|texts|preact|player|\/scenario\./;
  expect(asked.filter((path) => of.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Write a model' }).click();
  await expect(flaws(page)).toHaveText('No error.', patient);
  await expect(panel(page)).toHaveAccessibleName('Write a model');
  await panel(page).getByRole('button', { name: 'Differences' }).click();
  await expect(panel(page)).toContainText('The text is the template.');
  expect(asked.filter((path) => path.includes('sandbox'))).toEqual([]);
});

test('it runs, is checked, and without a condition gives the shortest counterexample', async ({ page }) => {
  await open(page);
  expect(await run(page)).toBe('Your model runs above.');
  await expect(page.locator('.storyboard')).toBeHidden();
  await expect(plate(page).locator('.picture')).toContainText('holder');
  await plate(page).locator('.key-step').click();
  await expect(plate(page).locator('.narration')).toContainText('the lock is free');
  await write(page, changed("    'the lock is free': (_, s) => s.holder === null,\n", '', template).replace(/\n {2}faults: .*/, ''));
  await panel(page).getByRole('button', { name: 'Check', exact: true }).click();
  await expect(check(page)).toContainText('Violated: at most one user is inside', patient);
  await expect(check(page).locator('.shortest-step')).toHaveCount(4);
  await plate(page).getByRole('button', { name: 'Back to the run of the template' }).click();
  await expect(page.locator('.storyboard')).toBeVisible();
});

test('each step of the walk is seen as it is told', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await put(page, /^Put it into the editor: Step 1 of 5/);
  await expect(bar(page)).toContainText('Step 1 of 5, State.');
  expect(page.frames()).toHaveLength(1);
  await inBar(page, 'Check');
  await expect(check(page)).toContainText('Stuck: a state is reached in which nothing more can happen', patient);
  await inBar(page, 'Next: Step 2 of 5, Action');
  await inBar(page, 'Run');
  await expect(plate(page).locator('.part-actions')).toContainText('ask', patient);
  await inBar(page, 'Next: Step 3 of 5, Rule');
  await inBar(page, 'Check');
  const { states, transitions } = explore(machine(rule));
  await expect(check(page)).toContainText('Every property holds in every state of the model', patient);
  await expect(check(page)).toContainText(`${states} states, ${transitions} transitions`);
  await inBar(page, 'Next: Step 4 of 5, Fault');
  await inBar(page, 'Run');
  await expect(says(page)).toHaveText('Your model runs above.', patient);
  await openPart(page, 'Break it');
  await plate(page).getByText('A user enters without looking at the lock').first().click();
  await expect(plate(page).locator('.narration')).toContainText('On: ', patient);
  await inBar(page, 'Check');
  await expect(check(page)).toContainText('Violated: at most one user is inside', patient);
  await expect(check(page).locator('.shortest-step')).toHaveCount(explore(machine(fault, { barges: true })).violation!.path.length);
  await inBar(page, 'Next: Step 5 of 5, Scenario');
  await inBar(page, 'Run');
  await expect(says(page)).toHaveText('Your model runs above.', patient);
  await plate(page).locator('.key-step').click();
  await expect(plate(page).locator('.narration')).toContainText('the lock is free');
  await openPart(page, 'Scenario and size');
  await plate(page).getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Two who do not look at the lock meet inside' });
  await plate(page).getByRole('slider', { name: 'Position in the run' }).focus();
  await page.keyboard.press('End');
  await expect(plate(page).locator('.band')).toContainText('At most one user is inside', patient);
  await bar(page).getByRole('link', { name: 'Back to where it stands' }).click();
  await expect(page.locator('#walk-scenario')).toBeInViewport();
});

test('a scenario of the reader that does not fit says why, and the others are played', async ({ page }) => {
  await open(page);
  await write(page, changed('{ enter: { by: 1 } }],\n    ends: { refused', '{ enter: { by: 7 } }],\n    ends: { refused', template));
  expect(await run(page)).toContain("The scenario \u201cwaits\u201d cannot be played: 'by' of 'enter' cannot be 7.");
  await expect(plate(page).locator('.narration')).toContainText('enter', patient); // it stands in the other one
  await write(page, changed("ends: { refused: 'the lock is free' }", "ends: 'safe'", template));
  expect(await run(page)).toContain(
    'says that nothing is refused and no rule is broken, but \u201cthe lock is free\u201d refuses its last step',
  );
});

test('an example of the reference is tried in the editor', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await put(page, /^Try it: A letter box/);
  await expect(bar(page)).toContainText('A letter box. Letters go in at one end');
  await expect(code(page)).toContainText('letters: queue(');
  await inBar(page, 'Check');
  await expect(check(page)).toContainText('Every property holds in every state of the model', patient);
  await expect(bar(page).getByRole('button', { name: /^Next/ })).toBeHidden();
});

test('a link shows its text and runs nothing', async ({ page }) => {
  const fragment = await fragmentOfEdit(template, changed("title: 'A lock'", "title: 'My lock'", template));
  await open(page, fragment);
  await expect(says(page)).toContainText('Nothing of it runs before you press Run');
  expect(page.frames()).toHaveLength(1);
  await panel(page).getByRole('button', { name: 'Link' }).click();
  await expect(panel(page).getByRole('textbox', { name: 'Link to the edited model' })).toHaveValue(new RegExp(`${fragment}$`));
  await expect(plate(page)).toHaveCount(0);
});

test('what was kept survives a reload, Reset brings the template back, and a download is called after the model', async ({
  page,
  context,
}) => {
  await open(page);
  await write(page, changed("id: 'new/lock'", "id: 'mine/gate'", template));
  await panel(page).getByRole('button', { name: 'Keep here' }).click();
  await expect(says(page)).toContainText('Kept in this browser');
  const download = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('mine-gate.ts');
  const other = await context.newPage();
  await open(other);
  await expect(says(other)).toContainText('The text is the one that you kept.');
  await panel(other).getByRole('button', { name: 'Reset' }).click();
  await panel(other).getByRole('button', { name: 'Differences' }).click();
  await expect(panel(other)).toContainText('The text is the template.');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the walk and the reference are there to read, and no key that does nothing', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('.storyboard')).toContainText('The second user waits until the first has left');
    await expect(page.locator('#walk-fault')).toBeVisible();
    await expect(page.locator('#language-queue')).toBeVisible();
    await expect(page.locator('button[data-puts]').first()).toBeHidden();
    await page.locator('#language-queue ~ details summary').click();
    await expect(page.locator('#language-queue ~ details')).toContainText('letters.shift()');
  });
});

for (const look of [sampled.dark, sampled.light]) {
  test(`axe finds nothing, and nothing is cut off, ${look.theme} at ${look.width}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await setLook(page, look);
    expect(await violations(page)).toEqual([]);
    await put(page, /^Put it into the editor: Step 4 of 5/);
    await inBar(page, 'Check');
    await expect(check(page)).toContainText('Every property holds', patient);
    expect(await violations(page, '.blank')).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
}
