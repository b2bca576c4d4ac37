/** A link can be anything by the time it is opened. Whatever it is, the reader gets a state or a sentence. */
import { expect, test } from '@playwright/test';
import { everything } from '../site/built-site.ts';
import { loadMechanisms } from '../../src/mechanisms/registry.ts';
import { bundlePage } from './bundle.ts';
import { linkTexts } from './link-texts.ts';
import { serve } from './serve.ts';

const count = everything ? 100_000 : 10_000;
const seed = 20261120;
const navigations = everything ? 50 : 6;

test(`${count.toLocaleString('en')} sound, damaged and random links are each a state or a sentence`, async ({ page }) => {
  test.setTimeout(300_000);
  const bundle = await bundlePage('tests/browser/link-trial.ts');
  const site = await serve(bundle.folder);
  await page.goto(site.url);
  await page.waitForFunction(() => 'tryLinks' in globalThis);
  const { opened, drawn, told, broken, ms } = await page.evaluate(([many, from]) => globalThis.tryLinks(many, from), [
    count,
    seed,
  ] as const);
  await site.close();
  bundle.remove();
  console.log(`${opened} opened, ${drawn} of them drawn, ${told} told of, ${(ms / 1000).toFixed(1)} s`);
  expect(broken).toEqual([]);
  expect(opened + told).toBe(count);
  expect(opened, 'some are sound').toBeGreaterThan(count / 100);
  expect(drawn).toBeGreaterThan(count / 10_000);
});

test(`${navigations} of them, opened as addresses, leave a plate that can be worked`, async ({ page }) => {
  const mechanisms = await loadMechanisms();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const sent: [string, string][] = [['themelios/ipc', 'GmMR']]; // R1: almost the beginning of a link of format 1
  for (const [i, text] of linkTexts(mechanisms, navigations, seed + 1).entries())
    sent.push([mechanisms[i % mechanisms.length]!.model.id, text]);
  for (const [id, text] of sent) {
    const address = `/simulations/${id}/#run=${text}`;
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.locator('.player .notice'), address).toContainText(/[.!]$/);
    await page.locator('.player').getByRole('button', { name: 'To the start' }).click({ force: true });
    await expect(page.getByRole('slider', { name: 'Position in the run' }), address).toHaveAttribute('aria-valuenow', '0');
  }
  expect(errors).toEqual([]);
});
