/** A check that runs: how long it takes from Stop until the plate says that it has stopped. */
import type { Browser } from '@playwright/test';
import { openPart } from '../../tests/browser/player-page.ts';
import { median, type Figure } from '../figure.ts';
import { peakOf } from './searches.ts';
import { openPlate } from './steps.ts';

const ROUNDS = 5;

export async function stopFigures(browser: Browser, url: string): Promise<Figure[]> {
  const page = await openPlate(browser, `${url}simulations/themelios/capability-space/`);
  const rest = await peakOf(browser, page);
  await openPart(page, 'Scenario and size');
  await page.getByRole('combobox', { name: 'Slots' }).selectOption('5'); // the usual configuration is done too soon
  await openPart(page, 'Check');
  const says = page.locator('.check-says');
  const ms: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.getByRole('button', { name: 'Check every state' }).click();
    await says.filter({ hasText: /[1-9]\d,\d{3} states.*so far/ }).waitFor();
    ms.push(await page.evaluate(stop));
  }
  const peak = await peakOf(browser, page);
  await page.close();
  return [
    {
      name: 'from Stop to stopped',
      value: median(ms),
      unit: 'ms',
      target: '< 100',
      note: `slowest ${Math.max(...ms).toFixed(1)} ms`,
    },
    {
      name: 'peak of a page with a plate',
      value: peak,
      unit: 'MB',
      target: '',
      note: peak === undefined ? 'only Linux says it' : `its checks were stopped; ${rest?.toFixed(0)} MB before them`,
    },
  ];
}

/** Runs in the page. */
async function stop(): Promise<number> {
  const key = [...document.querySelectorAll<HTMLElement>('.check .key')].find(({ textContent }) => textContent === 'Stop');
  if (!key) throw new Error('no check runs');
  const from = performance.now();
  key.click();
  while (!document.querySelector('.check-says')?.textContent?.includes('Stopped')) await new Promise((done) => setTimeout(done));
  return performance.now() - from;
}
