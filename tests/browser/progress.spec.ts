/** Progress of a reader: kept over a reload, saved and opened as a file and as a link, and lost by nothing that cannot be read. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { hundredDamaged } from '../../src/components/learn/progress.fixture.ts';
import { violations } from './accessibility.ts';
import { answerBox, check, choose, isRight, isWrong, labs, openLab, plate, rightAnswer, answer, solve, take, text, write } from './learn-page.ts'; // prettier-ignore

test.use({ actionTimeout: 30_000 });
test.setTimeout(180_000);

const KEY = 'orrery:progress';
const panel = (page: Page) => page.locator('[data-progress-panel]');
const says = (page: Page) => panel(page).locator('[data-says]');
const press = (page: Page, name: string) => panel(page).getByRole('button', { name }).click();
const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const file = (buffer: string) => ({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
const openFile = (page: Page, buffer: string) => panel(page).locator('input[type=file]').setInputFiles(file(buffer));

test('what is solved and what was begun survive a reload', async ({ page }) => {
  await solve(page, labs.predict);
  await openLab(page, labs.reach);
  await take(page, 'receive', 'by task 2');
  await take(page, 'send', 'by task 0');
  await expect(answerBox(page)).toContainText('2 steps taken');
  await openLab(page, labs.write);
  await write(page, 'given.size === 1');
  await check(page);
  await isWrong(page);
  await openLab(page, labs.predict);
  await expect(answerBox(page)).toContainText('Solved');
  await expect(page.locator('.lab-choices input:checked')).not.toHaveCount(0);
  await openLab(page, labs.reach);
  await expect(answerBox(page)).toContainText('2 steps taken');
  await expect(answerBox(page)).not.toContainText('Solved');
  await expect(plate(page).locator('.narration-step')).toContainText('Step 2');
  await openLab(page, labs.write);
  await expect(text(page).locator('.hole')).toHaveText('given.size === 1');
  expect(page.frames()).toHaveLength(1);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await page.reload();
  await openLab(page, labs.write);
  await expect(text(page).locator('.hole')).toHaveText('true');
});

test('it is saved as a file and opened in another browser, which asks first and loses nothing of its own', async ({ page, browser }) => {
  await solve(page, labs.predict);
  await page.goto('/learn/');
  await expect(says(page)).toHaveText('Kept here: 1 solved lab and 1 answer.');
  const download = page.waitForEvent('download');
  await press(page, 'Save as a file');
  const saved = readFileSync(await (await download).path(), 'utf8');
  const other = await (await browser.newContext()).newPage();
  await solve(other, labs.log);
  await other.goto('/learn/');
  await openFile(other, saved);
  await expect(says(other)).toHaveText('The file has 1 solved lab and 1 answer that are not here.');
  await press(other, 'Leave it');
  await expect(says(other)).toHaveText('Nothing was changed.');
  await openFile(other, saved);
  await press(other, 'Add it');
  await expect(says(other)).toHaveText('Added: 1 solved lab and 1 answer that are not here.');
  for (const id of [labs.predict, labs.log]) await expect(other.locator(`li[data-lab="${id}"]`)).toContainText('Solved');
  await other.context().close();
});

test('a link adds what was solved, once the reader says so', async ({ page, browser }) => {
  await solve(page, labs.predict);
  await page.goto('/learn/');
  await press(page, 'Make a link');
  await expect(says(page)).toContainText('Your answers are not in it');
  const link = await panel(page).getByRole('textbox', { name: 'Link to your progress' }).inputValue();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(says(other)).toHaveText('The link has 1 solved lab that is not here.');
  expect(await stored(other)).toBeNull();
  await press(other, 'Add it');
  await expect(other.locator(`li[data-lab="${labs.predict}"]`)).toContainText('Solved');
  expect(other.url()).toMatch(/#progress$/);
  await other.reload();
  await expect(other.locator(`li[data-lab="${labs.predict}"]`)).toContainText('Solved');
  const torn = link.slice(0, -8);
  await other.goto(torn); // the page stays, and hears of the new fragment
  await expect(says(other)).toContainText('Nothing was changed.');
  const afresh = await other.context().newPage();
  await afresh.goto(torn);
  await expect(says(afresh)).toContainText('Nothing was changed.');
  await other.context().close();
});

test('100 damaged files each give a sentence and change nothing', async ({ page }) => {
  await solve(page, labs.predict);
  await page.goto('/learn/');
  const before = await stored(page);
  for (const bad of hundredDamaged()) {
    await openFile(page, bad);
    await expect(says(page)).toHaveText(/^The progress cannot be read: .+ Nothing was changed\.$/);
    expect(await stored(page)).toBe(before);
    await openFile(page, '{}');
    await expect(says(page)).toHaveText(/it is not progress of this site/);
  }
});

test('progress that cannot be read is put aside, given as a file, and thrown away when the reader says so', async ({ page }) => {
  await page.goto('/learn/');
  await page.evaluate((key) => localStorage.setItem(key, 'damaged'), KEY);
  await page.reload();
  const aside = panel(page).locator('[data-aside]');
  await expect(aside).toContainText('The progress cannot be read: it is no JSON, or was cut off.');
  expect(await stored(page)).toBe('damaged');
  await openLab(page, labs.predict);
  await expect(answerBox(page)).toContainText('It is left as it is');
  await answer(page, await rightAnswer(labs.predict));
  await check(page);
  await isRight(page);
  await page.goto('/learn/');
  await expect(page.locator(`li[data-lab="${labs.predict}"]`)).toContainText('Solved');
  await expect(aside).toContainText('put aside');
  expect(await violations(page, '[data-progress-panel]')).toEqual([]);
  const download = page.waitForEvent('download');
  await press(page, 'Save it as a file');
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('damaged');
  await press(page, 'Throw it away');
  await expect(aside).toBeHidden();
  await expect(page.locator(`li[data-lab="${labs.predict}"]`)).toContainText('Solved');
});

for (const how of ['throws when it is written to', 'is not there'] as const)
  test(`storage that ${how} loses nothing but the keeping, and that is said`, async ({ page }) => {
    await page.addInitScript((isThere) => {
      if (isThere)
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      else
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    }, how !== 'is not there');
    await openLab(page, labs.predict);
    await choose(page, ['nothing']);
    await answer(page, await rightAnswer(labs.predict));
    await check(page);
    await isRight(page);
    await expect(answerBox(page)).toContainText('Solved');
    await expect(answerBox(page)).toContainText('This browser keeps nothing more for this site');
    await page.goto('/learn/');
    await expect(page.locator('[data-continue]')).toContainText('Begin with');
  });

test('two tabs add to each other, and to forget empties both', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('/learn/');
  await solve(page, labs.predict);
  await expect(other.locator(`li[data-lab="${labs.predict}"]`)).toContainText('Solved');
  await press(other, 'Forget all');
  await press(other, 'Leave it');
  expect(await stored(page)).not.toBeNull();
  await press(other, 'Forget all');
  await press(other, 'Forget it');
  await expect(says(other)).toHaveText('All of it is forgotten.');
  expect(await stored(page)).toBeNull();
  await expect(answerBox(page)).not.toContainText('Solved');
});
