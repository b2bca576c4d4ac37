/** Labs of every kind: what is right passes, what is empty or wrong does not, and a wrong answer has a run that plays. Keeping is in progress.spec.ts. */
import { expect, test, type Page } from '@playwright/test';
import { NOTHING } from '../../src/schemas/lab-words.ts';
import type { LabKind } from '../../src/schemas/labs.ts';
import { looks, overflow, setLook, violations } from './accessibility.ts';
import { patient } from './edit-page.ts';
import { answer, answerBox, check, choose, isRight, isWrong, labOf, labs, openLab, plate, rightAnswer, solve, status, take, text, verdict, write } from './learn-page.ts'; // prettier-ignore

test.use({ actionTimeout: 30_000 });
test.setTimeout(180_000);

/** What the policy of the page has refused, and what was thrown. */
async function watched(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    // Chromium itself gives styles to what it splits, when one types over several lines.
    const isOwn = message.text().includes('style-src-attr inline  0:0');
    if (message.text().startsWith('refused by the policy') && !isOwn) wrong.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber }) =>
      console.log(`refused by the policy: ${effectiveDirective} ${blockedURI} ${sourceFile} ${lineNumber}:${columnNumber}`),
    ),
  );
  return wrong;
}

/** The run that refutes an answer is listed, and plays to its end on the plate. */
async function plays(page: Page): Promise<void> {
  const steps = await verdict(page).locator('.lab-counterexample li').count();
  expect(steps).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Play it' }).click();
  await expect(plate(page).locator('.lab-shown')).toBeVisible(patient);
  const slider = plate(page).getByRole('slider', { name: 'Position in the run' });
  await expect(slider).toHaveAttribute('aria-valuemax', String(steps));
  await expect(slider).toHaveAttribute('aria-valuenow', String(steps), patient);
}

test('a run is an answer: none and a wrong one are told, the right one passes', async ({ page }) => {
  const wrong = await watched(page);
  await openLab(page, labs.reach);
  await check(page);
  await isWrong(page);
  await take(page, 'send', 'by task 1');
  await expect(answerBox(page)).toContainText('1 step taken; at most 1 may be taken.');
  await check(page);
  await expect(status(page)).toContainText('not yet so that');
  await plays(page);
  await plate(page).getByRole('button', { name: 'Back to your run' }).click();
  await expect(plate(page).locator('.narration-step')).toContainText('Step 1');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(answerBox(page)).toContainText('No step taken yet');
  await take(page, 'call', 'by task 1');
  await check(page);
  await isRight(page);
  await expect(answerBox(page)).toContainText('Solved');
  await expect(verdict(page).getByRole('link', { name: labOf(labs.find).title })).toHaveAttribute('href', `/learn/${labs.find}/`);
  expect(wrong).toEqual([]);
});

test('a step is predicted before it can be seen', async ({ page }) => {
  await openLab(page, labs.predict);
  await expect(plate(page).locator('.part-actions')).toHaveCount(0);
  await expect(plate(page).getByRole('button', { name: 'End of the run' })).toBeVisible();
  await check(page);
  await expect(status(page)).toHaveText('Question 1 has no answer yet.');
  const right = await rightAnswer(labs.predict);
  if (!('choices' in right)) throw new Error('it is no prediction');
  await choose(page, [NOTHING, ...right.choices.slice(1)]);
  await check(page);
  await isWrong(page);
  await plays(page);
  await answer(page, right);
  await check(page);
  await isRight(page);
  await plate(page).getByRole('button', { name: 'Back to the beginning of the lab' }).click();
  await expect(plate(page).locator('.part-actions')).toBeVisible();
});

test('a fault is found by playing, and the page does not say which it is', async ({ page }) => {
  await openLab(page, labs.find);
  const lab = labOf(labs.find);
  if (lab.kind !== 'find') throw new Error('it is no fault to be found');
  // Each fault is a choice, so each is named as often as any other.
  const timesOf = (text: string, fault: string) => text.split(fault).length - 1;
  const alike = async (but: string) => {
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    const said = [await page.content(), page.url(), kept].join('\n');
    const times = lab.among.filter((fault) => fault !== but).map((fault) => timesOf(said, fault));
    expect(times).toEqual(times.map(() => times[0]));
    expect(kept).not.toContain(lab.hidden);
  };
  await plate(page).locator('.key-step').click();
  await alike('');
  for (const part of ['Break it', 'Scenario and size', 'Export', 'Copy link', 'Check every state'])
    await expect(plate(page).getByRole('button', { name: part })).toHaveCount(0);
  await check(page);
  await expect(status(page)).toHaveText('Nothing is chosen yet.');
  for (const fault of [NOTHING, lab.among.find((it) => it !== lab.hidden)!]) {
    await choose(page, [fault]);
    await check(page);
    await isWrong(page);
    await plays(page);
    await alike(fault);
  }
  await choose(page, [lab.hidden]);
  await check(page);
  await isRight(page);
  await page.getByRole('link', { name: 'the solution' }).click();
  await expect(page.locator('main')).toContainText('This fault is on');
});

test('a log is read against the model', async ({ page }) => {
  await openLab(page, labs.log);
  const right = await rightAnswer(labs.log);
  if (!('variant' in right)) throw new Error('it has no variants');
  await check(page);
  await expect(status(page)).toHaveText('Nothing is chosen yet.');
  await choose(page, [right.variant === 0 ? 1 : 0]);
  await check(page);
  await expect(status(page)).toContainText('No run of this variant explains line');
  await plays(page);
  await answer(page, right);
  await check(page);
  await isRight(page);
});

for (const kind of ['write', 'mend'] as const)
  test(`a part of a model is answered with code: ${kind}`, async ({ page }) => {
    const lab = labOf(labs[kind]);
    if (lab.kind !== kind) throw new Error(`it does not ask to ${kind}`);
    const wrong = await watched(page);
    await openLab(page, labs[kind]);
    expect(page.frames()).toHaveLength(1); // nothing runs before it is asked for
    await check(page);
    await isWrong(page);
    await write(page, '');
    await check(page);
    await isWrong(page);
    await expect(verdict(page).locator('.lab-counterexample')).toHaveCount(kind === 'write' ? 0 : 1);
    await write(page, lab.wrong[0]!);
    await check(page);
    await isWrong(page);
    await plays(page);
    await expect(plate(page).locator('.lab-shown')).toContainText('with your answer in it');
    await write(page, lab.solution);
    await check(page);
    await isRight(page);
    await verdict(page).getByText('What was looked at').click();
    await expect(verdict(page).locator('details li').first()).toContainText('states');
    expect(wrong).toEqual([]);
  });

test('only the frame of a lab can be written in, and Tab leaves the text', async ({ page }) => {
  const lab = labOf(labs.write);
  if (lab.kind !== 'write') throw new Error('it does not ask to write');
  await openLab(page, labs.write);
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('const x = 1;');
  await expect(answerBox(page).locator('.edit-says')).toHaveText('Only the framed part can be changed.');
  await write(page, 'x =>');
  await expect(page.locator('.hole')).toHaveText('x =>');
  await write(page, '');
  await expect(page.locator('.hole.is-empty')).toBeVisible();
  await page.keyboard.type('given.');
  await expect(answerBox(page).getByRole('option', { name: 'size' })).toBeVisible(patient);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(text(page)).not.toBeFocused();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.locator('.hole')).toHaveText(lab.by);
});

test('a text that does not end is stopped, and the page goes on', async ({ page }) => {
  await openLab(page, labs.write);
  await write(page, '{ for (;;); }');
  await check(page);
  await expect(status(page)).toContainText('Stopped after 2 seconds without an answer.', patient);
  await write(page, '{ for (;;); }  ');
  await check(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(status(page)).toHaveText('Stopped. Your answer is as you left it.', patient);
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.locator('.hole').first()).toContainText('for (;;)');
});

test('nothing of the editor is loaded before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/learn/${labs.write}/`);
  await expect(plate(page).getByRole('toolbar', { name: 'Run' })).toBeVisible();
  await answerBox(page).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Write the answer' })).toBeEnabled();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /language|CodeEditor|sandbox|runner|bench|grade/.test(path))).toEqual([]);
});

test('hints come one by one, and are told', async ({ page }) => {
  await openLab(page, labs.reach);
  const { hints } = labOf(labs.reach);
  const shown = page.locator('[data-hints] summary');
  for (const i of hints.keys()) {
    await expect(shown.filter({ visible: true })).toHaveCount(i + 1);
    await shown.nth(i).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-hints] [role="status"]')).toContainText(`Hint ${i + 1} of ${hints.length}`);
  }
  await expect(page.locator('[data-hints] [role="status"]')).toContainText('That was the last hint.');
});

test('without script the task, the log, the code, the hints and the solution can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const kind of Object.keys(labs) as LabKind[]) {
    await page.goto(`/learn/${labs[kind]}/`);
    expect(await page.locator('main').innerText()).toContain('To answer needs script');
    const { hints } = labOf(labs[kind]);
    await page.locator('summary', { hasText: `Hint ${hints.length}` }).click();
    await expect(page.locator('[data-hints] p').nth(hints.length - 1)).toBeVisible();
    if (kind !== 'find') await page.getByText('Show the solution').click();
    await expect(page.locator(kind === 'find' ? 'a[href$="/solution/"]' : '.lab-solution .sources').first()).toBeVisible();
  }
  await context.close();
});

for (const look of looks)
  for (const kind of Object.keys(labs) as LabKind[])
    test(`axe finds nothing, and nothing is cut off, ${kind}, ${look.theme} at ${look.width}`, async ({ page }) => {
      await openLab(page, labs[kind]);
      await setLook(page, look);
      if (kind === 'find') await choose(page, [NOTHING]);
      if (kind === 'log') await choose(page, [0]);
      if (kind === 'predict') await answer(page, await rightAnswer(labs.predict));
      await check(page);
      await expect(status(page)).toContainText(/Right|Not yet/, patient);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });

test('the page of all labs marks what is solved and leads to the next', async ({ page }) => {
  await page.goto('/learn/');
  const go = page.locator('[data-continue]');
  await expect(go).toContainText('Begin with');
  await solve(page, labs.predict);
  await page.goto('/learn/');
  await expect(page.locator(`li[data-lab="${labs.predict}"]`)).toContainText('Solved');
  await expect(go).toContainText('1 of');
  await go.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/learn/(?!${labs.predict})themelios-[a-z-]+/$`));
  expect(await violations(page)).toEqual([]);
});
