/** What leaves the player and what comes in: links, documents, a past step skipped. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { looks, setLook, violations } from './accessibility.ts';
import { at, simulationPage, narration, openOrphan, openPart, openPlayer, picture, player, position, toolbar } from './player-page.ts';

test.use({ actionTimeout: 15_000, permissions: ['clipboard-read', 'clipboard-write'] });

const checkMs = 60_000;

async function copiedLink(page: Page): Promise<string> {
  await openPart(page, 'Share');
  await player(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(player(page).locator('.share-says')).toContainText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(player(page).getByRole('textbox', { name: 'Link to this run' })).toHaveValue(link);
  return link;
}

test('a fault is switched on, the check finds the shortest run, and its link shows the same state at the same step', async ({
  page,
  context,
}) => {
  await openPlayer(page);
  await openPart(page, 'Break it');
  await player(page).getByRole('switch', { name: 'Revoke stops at the children' }).check();
  await openPart(page, 'Check');
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  await expect(player(page).locator('.shortest-step')).toHaveCount(4, { timeout: checkMs });
  await at(page, 4);
  await expect(player(page).locator('.band')).toContainText('Revoke reaches every descendant');
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await at(page, 3);
  const link = await copiedLink(page);

  const other = await context.newPage();
  await openPlayer(other, link);
  await at(other, 3);
  expect(await narration(other).locator('strong').textContent()).toBe(await narration(page).locator('strong').textContent());
  expect(await picture(other).innerHTML()).toBe(await picture(page).innerHTML());
  await toolbar(other).getByRole('button', { name: /^Step/ }).click();
  await expect(player(other).getByText('Violated').first()).toBeVisible();
});

test('a link opens on the page that explains the mechanism and in the frame, and brings the player into view', async ({ page }) => {
  await openPlayer(page);
  await openOrphan(page);
  const fragment = new URL(await copiedLink(page)).hash;
  for (const address of ['/systems/themelios/architecture/capabilities/', '/embed/themelios/capability-space/']) {
    await page.goto('about:blank');
    await page.goto(address + fragment);
    await expect(position(page)).toBeInViewport();
    await at(page, 4);
  }
});

test('a link that is opened in the page itself opens the run, and the run that was there can be had back', async ({ page }) => {
  await openPlayer(page);
  await openOrphan(page);
  const link = await copiedLink(page);
  await page.goto('about:blank');
  await openPlayer(page);
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await at(page, 4);
  await player(page).getByRole('button', { name: 'Undo: open the link' }).click();
  await at(page, 1);
});

test('a broken link says so in a sentence; other fragments are left alone', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const [fragment, says] of [
    ['#run=', 'could not be opened'],
    ['#run=%%%', 'could not be opened'],
    ['#run=AAAAAAAAAAAA', 'could not be opened'],
  ] as const) {
    await page.goto('about:blank');
    await openPlayer(page, simulationPage + fragment);
    await expect(narration(page)).toContainText(says);
    await at(page, 1);
  }
  await page.goto('about:blank');
  await page.goto(`${simulationPage}#embed`);
  await expect(page.getByRole('heading', { name: 'Embed it' })).toBeInViewport();
  expect(errors).toEqual([]);
});

test('a run goes out as a document and comes back; the first step that is none is named', async ({ page }) => {
  await openPlayer(page);
  await openOrphan(page);
  const before = await picture(page).innerHTML();
  await openPart(page, 'Share');
  const files = new Map<string, string>();
  await player(page).getByRole('button', { name: 'Export' }).click();
  for (const name of ['Orrery JSON', 'ITF', 'Perfetto', 'Mermaid', 'CSV']) {
    const [download] = await Promise.all([page.waitForEvent('download'), player(page).getByRole('button', { name, exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(/^themelios-capability-space\.(orrery\.json|itf\.json|perfetto\.json|mmd|csv)$/);
    files.set(name, readFileSync(await download.path(), 'utf8'));
  }
  await player(page).getByRole('button', { name: 'Import' }).click();
  for (const name of ['Orrery JSON', 'ITF']) {
    await player(page).getByRole('button', { name: 'Start over' }).click();
    await at(page, 0);
    const file = { name: 'trace.json', mimeType: 'application/json', buffer: Buffer.from(files.get(name)!) };
    await player(page).getByLabel('A trace as a file').setInputFiles(file);
    await at(page, 4);
    expect(await picture(page).innerHTML()).toBe(before);
  }
  const wrong = JSON.parse(files.get('Orrery JSON')!) as { steps: { args: Record<string, unknown> }[] };
  wrong.steps[2]!.args['to'] = 0;
  await player(page).getByLabel('or as text').fill(JSON.stringify(wrong));
  await player(page).getByRole('button', { name: 'Open the text' }).click();
  await expect(player(page).locator('.import-says')).toContainText(/Step 3, .* is refused; it needs: the target is empty/);
  await at(page, 4);
  await player(page).getByRole('button', { name: 'Open the 2 steps before it' }).click();
  await at(page, 2);
  await player(page).getByRole('button', { name: 'Undo: open the imported run' }).click();
  await at(page, 4);
  await player(page).getByLabel('or as text').fill('no JSON');
  await player(page).getByRole('button', { name: 'Open the text' }).click();
  await expect(player(page).locator('.import-says')).toContainText('This is not JSON');
});

test('a past step is skipped: what needed it is refused with its clause, and it can be put back', async ({ page }) => {
  await openPlayer(page);
  await openOrphan(page);
  await expect(player(page).locator('.band')).toBeVisible();
  await position(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await at(page, 2);
  await expect(narration(page)).toContainText('grant is skipped.');
  await expect(narration(page)).toContainText('2 later steps replayed, 1 no longer enabled.');
  await expect(player(page).locator('.timeline-step.is-skipped')).toHaveCount(1);
  await expect(player(page).locator('.timeline-step.is-refused')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(narration(page)).toContainText('the source holds a capability');
  await page.keyboard.press('End');
  await expect(player(page).locator('.band')).toHaveCount(0);
  await player(page).getByRole('button', { name: 'Undo: skip step 2' }).click();
  await page.keyboard.press('End');
  await expect(player(page).locator('.band')).toBeVisible();
  await player(page).getByRole('button', { name: 'Redo: skip step 2' }).click();
  await expect(player(page).locator('.timeline-step.is-skipped')).toHaveCount(1);
  await at(page, 4);
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await toolbar(page).getByRole('button', { name: 'Back one step' }).click();
  await player(page).getByRole('button', { name: 'Put step 2 back' }).click();
  await expect(player(page).locator('.timeline-step.is-skipped')).toHaveCount(0);
});

test('with every panel open it has no accessibility violation, narrow and wide, dark and light', async ({ page }) => {
  await openPlayer(page);
  await openOrphan(page);
  await openPart(page, 'Check');
  await player(page).getByRole('button', { name: 'Check every state' }).click();
  await player(page).locator('.coverage summary').click({ timeout: checkMs });
  await position(page).focus();
  await page.keyboard.press('Delete');
  await copiedLink(page);
  for (const [at, look] of looks.entries()) {
    const panel = at % 2 === 0 ? 'Export' : 'Import';
    await setLook(page, look);
    for (const title of ['Properties', 'To be seen', 'Break it', 'Scenario and size', 'Check', 'Share']) await openPart(page, title);
    const key = player(page).getByRole('button', { name: panel });
    if ((await key.getAttribute('aria-expanded')) !== 'true') await key.click();
    await expect(player(page).locator(panel === 'Export' ? '.formats' : '.import')).toBeVisible();
    expect(await violations(page, '.simulation'), `${look.theme} ${look.width}`).toEqual([]);
  }
});

test('a log is held against the model: explained, refused with what was possible, and a map that is wrong', async ({ page }) => {
  await page.goto('/simulations/themelios/ipc/');
  const ipc = page.getByRole('region', { name: /, simulation$/ }).first();
  await ipc.getByRole('button', { name: 'Import' }).click();
  await ipc.getByRole('button', { name: /^A log of a real system/ }).click();
  const map = ipc.getByLabel('Which lines are which steps');
  const log = ipc.getByLabel('or as text').last();
  const says = ipc.locator('.import-says').last();
  await map.fill('model themelios/ipc\nline ^(?<who>\\d) waits => receive by=$who\nline ^(?<who>\\d) calls => call by=$who\n');
  await log.fill('0 waits\nof other matters\n1 calls\n');
  const hold = ipc.getByRole('button', { name: 'Hold it against the model' });
  await hold.click();
  await expect(says).toContainText('Explained: 2 of 3 lines are steps, by a run of 2 steps.');
  await ipc.getByRole('button', { name: 'Open the run' }).click();
  await expect(ipc.locator('.narration')).toContainText('A run that explains the log is open, 2 steps.');
  await log.fill('0 waits\n0 waits\n');
  await hold.click();
  await expect(says).toContainText(/Line 2: 0 waits.*No run explains it.*Refused, because it needs: .*Possible there: /s);
  await map.fill('model themelios/ipc\nline ^x => cal by=0\n');
  await hold.click();
  await expect(says).toContainText("Line 2 of the map: the model has no action 'cal'.");
  await expect(map).toHaveValue(/cal by=0/);
});
