/** The editor of a model as the browser tests work it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { fragmentOfEdit } from '../../src/components/simulation/edit/share.ts';
import { root } from '../site/built-site.ts';

/** A small model, with a clause whose absence breaks a rule after four steps. */
export const edited = 'themelios/frame-allocator';
export const shipped = readFileSync(join(root, `src/mechanisms/${edited}/model.ts`), 'utf8');

export const panel = (page: Page): Locator => page.locator('section.edit-panel');
export const code = (page: Page): Locator => panel(page).getByRole('textbox', { name: 'The model, in TypeScript' });
export const says = (page: Page): Locator => panel(page).locator('> .edit-says');
export const flaws = (page: Page): Locator => panel(page).locator('.edit-flaws');
export const plate = (page: Page): Locator => page.locator('.edited-plate');

/** Nothing waits for longer than a busy machine takes. */
export const patient = { timeout: 60_000 };

/** `fragment`: of a link to an edited model, which opens the editor by itself. */
export async function openEditor(page: Page, site = '/', fragment = '', model = edited): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${site}simulations/${model}/${fragment}`);
  if (fragment === '') await page.getByRole('button', { name: 'Edit this model' }).click();
  await expect(code(page)).toBeVisible(patient);
}

export const linkTo = (text: string): Promise<string> => fragmentOfEdit(shipped, text);

/** With one passage in the place of another, which must be there. */
export function changed(from: string, to: string, text = shipped): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

export async function write(page: Page, text: string): Promise<void> {
  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Presses Run, and returns what is then said. */
export async function run(page: Page): Promise<string> {
  await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(says(page)).not.toHaveText(/^(It is being run\.)?$/, patient);
  return (await says(page).textContent()) ?? '';
}
