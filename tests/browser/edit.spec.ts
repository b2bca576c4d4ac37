/** A reader changes a model on its page: typed, run and checked there, and shared by a link that runs nothing. Limits and escapes are in edit-sandbox.spec.ts. */
import { expect, test, type Page } from '@playwright/test';
import { overflow, setLook, sampled, violations } from './accessibility.ts';
import { changed, code, edited, flaws, linkTo, openEditor, panel, patient, plate, run, says, write } from './edit-page.ts';
import { openPart } from './player-page.ts';

test.use({ actionTimeout: 30_000 });
test.setTimeout(180_000);

/** What the policy of the page has refused, and what was thrown. */
async function watched(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.text().startsWith('refused by the policy')) wrong.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.log(`refused by the policy: ${effectiveDirective} ${blockedURI}`),
    ),
  );
  return wrong;
}

test('nothing of the editor is loaded before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/simulations/${edited}/`);
  await expect(page.getByRole('toolbar', { name: 'Run' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const of = /language|\/shipped\.|sandbox|runner/;
  expect(asked.filter((path) => of.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Edit this model' }).click();
  await expect(flaws(page)).toHaveText('No error.', patient);
  expect(asked.filter((path) => of.test(path)).length).toBeGreaterThan(1);
  // The sandbox is a page of its own, and comes with the first run.
  expect(asked.filter((path) => path.includes('sandbox'))).toEqual([]);
});

test('a typo is told under its line, and the doc comment of what is under the cursor beside the text', async ({ page }) => {
  const wrong = await watched(page);
  await openEditor(page);
  await expect(flaws(page)).toHaveText('No error.', patient);
  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('export const it: number = bool;');
  await page.keyboard.press('Enter');
  await expect(flaws(page)).toContainText("1 error, the first in line 1: Type 'Bool' is not assignable to type 'number'.", patient);
  await expect(panel(page).locator('.flaw-says')).toHaveText("Type 'Bool' is not assignable to type 'number'.");
  await expect(panel(page).locator('.flaw')).toHaveText('it');
  await flaws(page).getByRole('button').click();
  await expect(panel(page).locator('.edit-told')).toContainText('const it: number');
  for (let i = 0; i < 'it: number = '.length; i++) await page.keyboard.press('ArrowRight');
  await expect(panel(page).locator('.edit-told')).toContainText('bool: Bool');
  // Tab leaves the text, and F8 in it goes to the next error.
  await code(page).focus();
  await page.keyboard.press('F8');
  await page.keyboard.type('e');
  await page.keyboard.press('Tab');
  await expect(code(page)).not.toBeFocused();
  expect(wrong).toEqual([]);
});

test('what can stand there is offered', async ({ page }) => {
  await openEditor(page);
  await expect(flaws(page)).toHaveText('No error.', patient);
  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('memory.');
  await expect(panel(page).getByRole('option', { name: 'action' })).toBeVisible(patient);
});

test('an edited guard changes the menu, and the shipped model comes back', async ({ page }) => {
  const wrong = await watched(page);
  await openEditor(
    page,
    '/',
    await linkTo(changed("'the frame is free': ({ it }) => it.free,", "'the moon is full': ({ it }) => it.index > 90,")),
  );
  await expect(says(page)).toContainText('Nothing of it runs before you press Run');
  expect(await run(page)).toContain('The edited model runs above');
  await expect(plate(page)).toContainText('The edited model');
  const actions = plate(page).locator('.part-actions');
  await expect(actions).toContainText('the moon is full');
  await expect(page.locator('.player')).toHaveCount(2); // the shipped one waits behind it
  await expect(page.locator('.simulation > astro-island')).toBeHidden();
  // Faults, parameters and scenarios are those of the text.
  await openPart(page, 'Scenario and size');
  await plate(page).getByRole('button', { name: 'Start over' }).click();
  await expect(plate(page).locator('.narration-step')).toContainText('Step 0');
  await plate(page).locator('.key-step').click();
  await expect(plate(page).locator('.narration-step')).toContainText('Step 1');
  await plate(page).getByRole('button', { name: 'Back to the shipped model' }).click();
  await expect(page.locator('.simulation > astro-island')).toBeVisible();
  await expect(plate(page)).toHaveCount(0);
  expect(wrong).toEqual([]);
});

test('without a clause a check finds the shortest counterexample, which opens as any other', async ({ page }) => {
  await openEditor(page, '/', await linkTo(changed("    'the frame is allocated': ({ it }) => !it.free,\n", '')));
  await panel(page).getByRole('button', { name: 'Check', exact: true }).click();
  const check = plate(page).locator('.check');
  await expect(check).toContainText('Violated: the count is the number of free frames', patient);
  await expect(check.locator('.edited-mark')).toHaveText('edited model');
  const steps = check.locator('.shortest-step');
  await expect(steps).toHaveCount(4);
  await expect(plate(page).locator('.band')).toContainText('The count is the number of free frames');
  await steps.nth(1).click();
  await expect(plate(page).getByRole('slider', { name: 'Position in the run' })).toHaveAttribute('aria-valuenow', '2');
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  // The state graph and the rest of what a check tells come from the sandbox too.
  await check.locator('.survey-fold summary').click();
  await check.getByRole('button', { name: 'Typical and rare' }).click();
  await expect(check.locator('.survey')).toContainText('states', patient);
  await expect(check.locator('.survey')).not.toContainText('could not be searched');
});

test('a run of an edited model is exported and imported, and a log is held against it', async ({ page }) => {
  await openEditor(page, '/', '', 'themelios/audit-log');
  await run(page);
  await openPart(page, 'Share');
  await plate(page).getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await plate(page).getByRole('button', { name: 'Orrery JSON' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('themelios-audit-log-edited.orrery.json');
  await openPart(page, 'Scenario and size');
  await plate(page).getByRole('button', { name: 'Start over' }).click();
  await plate(page).getByRole('button', { name: 'Import' }).click();
  await plate(page)
    .locator('input[type=file]')
    .first()
    .setInputFiles(await file.path());
  await expect(plate(page).locator('.narration')).toContainText('The imported run is open');
  await plate(page).getByRole('button', { name: 'A log of a real system' }).click();
  await plate(page).getByRole('button', { name: 'Use the map for this model' }).click();
  await plate(page).getByRole('button', { name: 'Use the sample log' }).click();
  await plate(page).getByRole('button', { name: 'Hold it against the model' }).click();
  await expect(plate(page).locator('.import-says').last()).toContainText('Explained: ', patient);
});

test('a link shows its text and runs nothing; what it changes is shown, and it can be made again', async ({ page }) => {
  const fragment = await linkTo(changed("title: '", "title: 'My "));
  await openEditor(page, '/', fragment);
  await expect(flaws(page)).toHaveText('No error.', patient);
  expect(page.frames()).toHaveLength(1);
  await expect(plate(page)).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Differences' }).click();
  await expect(panel(page).locator('.edit-differences ins')).toContainText("title: 'My ");
  await panel(page).getByRole('button', { name: 'Link' }).click();
  const link = panel(page).getByRole('textbox', { name: 'Link to the edited model' });
  await expect(link).toHaveValue(new RegExp(`${fragment}$`));
  await run(page);
  expect(page.frames()).toHaveLength(2);
});

test('a damaged link is told, and the shipped file stands there', async ({ page }) => {
  await openEditor(page, '/', '#edit=AAAA');
  await expect(says(page)).toContainText('The link holds no change of a model');
  await panel(page).getByRole('button', { name: 'Differences' }).click();
  await expect(panel(page)).toContainText('The text is the shipped file.');
});

test('what was run is there after a reload, what was kept in another tab, and Reset forgets both', async ({ page, context }) => {
  await openEditor(page);
  await write(page, changed("title: '", "title: 'My "));
  await run(page);
  await page.reload();
  await page.getByRole('button', { name: 'Edit this model' }).click();
  await expect(says(page)).toContainText('The text is your draft of this tab', patient);
  expect(page.frames()).toHaveLength(1);
  await panel(page).getByRole('button', { name: 'Keep here' }).click();
  await expect(says(page)).toContainText('Kept in this browser');
  const other = await context.newPage();
  await openEditor(other);
  await expect(says(other)).toContainText('The text is the one that you kept');
  await panel(other).getByRole('button', { name: 'Reset' }).click();
  await panel(other).getByRole('button', { name: 'Differences' }).click();
  await expect(panel(other)).toContainText('The text is the shipped file.');
  const download = other.waitForEvent('download');
  await panel(other).getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('themelios-frame-allocator-edited.ts');
});

test('a text that is no TypeScript, no model, or a state that cannot be one, is told in a sentence', async ({ page }) => {
  await openEditor(page);
  for (const [text, why] of [
    ['const x = (;', 'It cannot be run, because it is no TypeScript'],
    ['export const it = 1;', 'The file exports no model.'],
    [changed('start: (', "start: () => { throw new Error('not today'); }, never: ("), 'not today'],
    ["import { x } from 'elsewhere'; export const it = x;", "A model imports only the engine's language"],
  ] as const) {
    await write(page, text);
    expect(await run(page)).toContain(why);
    await expect(plate(page)).toHaveCount(0);
  }
});

test('a picture that does not know the state gives way to tables', async ({ page }) => {
  await openEditor(page, '/', await linkTo("import { mechanism, range } from '../../../engine/language.ts';\nconst it = mechanism({ parameters: {}, state: () => ({ n: range(0, 3) }) });\nexport const model = it.model({ id: 'a/b', title: 'Counter', actions: { count: it.action({ says: 'It counts.', when: { 'there is room': (_, { n }) => n < 3 }, then: (_, s) => { s.n += 1; } }) }, always: {}, sometimes: {} });\n")); // prettier-ignore
  expect(await run(page)).toContain('runs above');
  await expect(plate(page).locator('.picture')).toContainText('here it is as tables');
  await plate(page).locator('.key-step').click();
  await expect(plate(page).locator('.narration')).toContainText('It counts.');
});

for (const look of [sampled.dark, { ...sampled.light, width: 360 } as const]) {
  test(`axe finds nothing, and nothing is cut off, ${look.theme} at ${look.width}`, async ({ page }) => {
    await openEditor(page, '/', await linkTo(changed("    'the frame is allocated': ({ it }) => !it.free,\n", '')));
    await setLook(page, look);
    await expect(flaws(page)).toContainText('error', patient);
    await panel(page).getByRole('button', { name: 'Check', exact: true }).click();
    await expect(plate(page).locator('.check')).toContainText('Violated', patient);
    for (const name of ['Differences', 'Link']) {
      await panel(page).getByRole('button', { name }).click();
      expect(await violations(page, '.edit-model')).toEqual([]);
    }
    await flaws(page).getByRole('button').click();
    expect(await violations(page, '.edited-plate')).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
}
