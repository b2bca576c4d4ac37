/** A lab as the browser tests work it: how it is opened and answered, and what is said of the answer. */
import { expect, type Locator, type Page } from '@playwright/test';
import { groundOf } from '../../src/labs/node-ground.ts';
import { solutionOf } from '../../src/labs/solution.ts';
import type { Answer } from '../../src/labs/verdict.ts';
import { readContent } from '../../src/records/reader.ts';
import type { Lab, LabKind } from '../../src/schemas/labs.ts';
import { root } from '../site/built-site.ts';
import { patient } from './edit-page.ts';

/** One of each kind. */
export const labs: Readonly<Record<LabKind, string>> = {
  reach: 'themelios-two-queues',
  predict: 'themelios-wider-wish',
  find: 'themelios-which-fault',
  write: 'themelios-no-right-is-added',
  mend: 'themelios-revoke-all',
  log: 'themelios-log-of-calls',
};

const { entries } = readContent(root);
export const labOf = (id: string): Lab => entries.labs.find((it) => it.id === id)!.data;
export const rightAnswer = async (id: string): Promise<Answer> => solutionOf(labOf(id), await groundOf(labOf(id)));

export const answerBox = (page: Page): Locator => page.locator('.lab-answer');
export const verdict = (page: Page): Locator => page.locator('.lab-verdict');
export const status = (page: Page): Locator => verdict(page).locator('[role="status"]');
export const plate = (page: Page): Locator => page.locator('.lab-plate');
export const text = (page: Page): Locator => page.getByRole('textbox', { name: 'only the framed part can be changed' });

export async function openLab(page: Page, id: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/learn/${id}/`);
  await plate(page).scrollIntoViewIfNeeded();
  await expect(plate(page).getByRole('toolbar', { name: 'Run' })).toBeVisible();
  await answerBox(page).scrollIntoViewIfNeeded();
  await expect(answerBox(page).locator('button').first()).toBeEnabled();
  if (['write', 'mend'].includes(labOf(id).kind)) {
    await page.getByRole('button', { name: 'Write the answer' }).click();
    await expect(text(page)).toBeVisible(patient);
  }
}

export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Check (my run|answer)$/ }).click();
}

export const isRight = (page: Page) => expect(status(page)).toContainText('Right.', patient);
export const isWrong = (page: Page) => expect(status(page)).toContainText('Not yet.', patient);

export async function write(page: Page, code: string): Promise<void> {
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  if (code === '') await page.keyboard.press('Delete');
  else await page.keyboard.insertText(code);
}

/** Choices by their values, one for each question. */
export async function choose(page: Page, values: readonly unknown[]): Promise<void> {
  for (const [i, value] of values.entries())
    await page
      .locator('.lab-choices')
      .nth(i)
      .locator(`input[value='${JSON.stringify(value)}']`)
      .check();
}

/** Takes an action in the player: the words of its group, and of its key. */
export const take = (page: Page, action: string, says: string): Promise<void> =>
  plate(page).getByRole('group', { name: action, exact: true }).getByRole('button', { name: says }).click();

/** What a reader would do to give this answer. */
export async function answer(page: Page, given: Answer): Promise<void> {
  if ('choices' in given) return choose(page, given.choices);
  if ('fault' in given) return choose(page, [given.fault]);
  if ('variant' in given) return choose(page, [given.variant]);
  if ('line' in given) return choose(page, [given.line]);
  if ('text' in given) return write(page, given.text);
  throw new Error('A run is taken step by step.');
}

/** The right answer to any of these labs, and the verdict on it. */
export async function solve(page: Page, id: string): Promise<void> {
  await openLab(page, id);
  if (id === labs.reach) await take(page, 'call', 'by task 1');
  else await answer(page, await rightAnswer(id));
  await check(page);
  await isRight(page);
}
