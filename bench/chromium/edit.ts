/**
 * Editing a model in the page: from the press of Edit until the text and the first verdict of the types are there, from a key until its flaw
 * stands under its line, from Run until the plate shows the edited model; and two-phase commit with seven managers, written into the editor and
 * checked in the sandbox, beside the same in a plain worker. Each round in a page of its own, so that all is cold.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { bundlePage } from '../../tests/browser/bundle.ts';
import { code, flaws, panel, patient, plate, says } from '../../tests/browser/edit-page.ts';
import { serve } from '../../tests/browser/serve.ts';
import { root } from '../../tests/site/built-site.ts';
import { median, type Figure } from '../figure.ts';

const ROUNDS = 5;
const MANAGERS = 7;

/** The fixture of the engine's tests, as a reader would paste it. */
function twoPhaseCommit(): string {
  const text = readFileSync(join(root, 'src/engine/run/two-phase-commit.fixture.ts'), 'utf8');
  const imported = "import { bool, id, mechanism, oneOf, table, withRuns } from '../../../engine/language.ts';";
  const fixture = text.replace(/^import .*model\.ts';\nimport .*schema\.ts';$/m, imported).replace('default: 5', `default: ${MANAGERS}`);
  if (!fixture.includes(imported) || !fixture.includes(`default: ${MANAGERS}`))
    throw new Error('the fixture of two-phase commit has another form');
  return fixture;
}

export async function editFigures(browser: Browser, url: string): Promise<Figure[]> {
  const bundle = await bundlePage('bench/chromium-page.ts');
  const site = await serve(bundle.folder);
  const [opened, typed, told, ran]: readonly [number[], number[], number[], number[]] = [[], [], [], []];
  const [edited, plain]: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.goto(`${url}simulations/themelios/scheduler/`);
    await page.locator('.player').waitFor();
    const since = await clock(page);
    await page.getByRole('button', { name: 'Edit this model' }).click();
    await code(page).waitFor(patient);
    opened.push(await since());
    await flaws(page).getByText('No error.').waitFor(patient);
    typed.push(await since());
    await code(page).focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.insertText('export const it: number = true;');
    const sinceKey = await clock(page);
    await page.keyboard.press('Enter');
    await panel(page).locator('.flaw-says').waitFor(patient);
    told.push(await sinceKey());
    const sinceRun = await clock(page);
    await panel(page).getByRole('button', { name: 'Run', exact: true }).click();
    await says(page).getByText('The edited model runs above').waitFor(patient);
    ran.push(await sinceRun());
    edited.push(await searched(page));
    await page.close();
    plain.push(await inWorker(browser, site.url));
  }
  await site.close();
  bundle.remove();
  const ratio = median(edited) / median(plain);
  return [
    line('Edit until the text is there', opened, ''),
    line('Edit until the types have been looked at', typed, '<= 1500'),
    line('a key until its flaw stands under its line', told, '<= 1000'),
    line('Run until the plate runs the edited model', ran, ''),
    line(`two-phase commit N=${MANAGERS}, edited, cold`, edited, ''),
    line(`two-phase commit N=${MANAGERS}, plain worker, cold`, plain, ''),
    { name: 'edited beside plain', value: Math.round(ratio * 100) / 100, unit: 'x', target: '<= 1.2', note: `medians of ${ROUNDS}` },
  ];
}

const line = (name: string, ms: readonly number[], target: string): Figure => ({
  name,
  value: Math.round(median(ms)),
  unit: 'ms',
  target,
  note: `from ${Math.round(Math.min(...ms))} to ${Math.round(Math.max(...ms))}`,
});

/** The first search of a fresh worker. */
async function inWorker(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'timesInWorker' in globalThis);
  const { ms } = await page.evaluate((managers) => globalThis.timesInWorker(managers, 1), MANAGERS);
  await page.close();
  return ms[0]!;
}

/** Tells the page's own time since now. */
async function clock(page: Page): Promise<() => Promise<number>> {
  const from = await page.evaluate(() => performance.now());
  return async () => (await page.evaluate(() => performance.now())) - from;
}

/** What the check itself says that it took. */
async function searched(page: Page): Promise<number> {
  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(twoPhaseCommit());
  await panel(page).getByRole('button', { name: 'Check', exact: true }).click();
  const outcome = plate(page).locator('.check-says').getByText('on this machine');
  await outcome.filter({ hasText: '296,448 states' }).waitFor(patient);
  const [, value, unit] = /([\d.]+) (ms|s) on this machine/.exec((await outcome.textContent()) ?? '') ?? [];
  return Number(value) * (unit === 's' ? 1000 : 1);
}
