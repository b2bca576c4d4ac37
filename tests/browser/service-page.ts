/** The editor of services as the browser tests work it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { fragmentOfEdit } from '../../src/components/simulation/edit/share.ts';
import { root } from '../site/built-site.ts';
import { patient } from './edit-page.ts';

export const guide = 'systems/starina/guides/service-in-javascript/';
export const echo = readFileSync(join(root, 'src/components/simulation/service/services/echo.ts'), 'utf8');

export const panel = (page: Page): Locator => page.getByRole('region', { name: 'Write a service' });
export const text = (page: Page): Locator => panel(page).getByRole('textbox', { name: 'The service, in TypeScript' });
export const says = (page: Page): Locator => panel(page).locator('> .edit-says');
export const found = (page: Page): Locator => panel(page).locator('.service-check');
export const steps = (page: Page): Locator => panel(page).locator('.lane-step');

export const press = (page: Page, key: string): Promise<void> => panel(page).getByRole('button', { name: key, exact: true }).click();

/** `fragment`: of a link to a service, which opens the editor by itself. */
export async function openServices(page: Page, site = '/', fragment = ''): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${site}${guide}${fragment}`);
  if (fragment === '') await page.getByRole('button', { name: 'Write a service' }).click();
  await expect(text(page)).toBeVisible(patient);
}

export const linkTo = (service: string): Promise<string> => fragmentOfEdit(echo, service);

export async function write(page: Page, service: string): Promise<void> {
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(service);
}

/** Presses a key that runs the service, and returns what is then said. */
export async function done(page: Page, key: 'Run' | 'By hand' | 'Check every order'): Promise<string> {
  await press(page, key);
  await expect(says(page)).not.toHaveText(/^(It is being run\.|Every order is being looked at\.)?$/, patient);
  return (await says(page).textContent()) ?? '';
}
