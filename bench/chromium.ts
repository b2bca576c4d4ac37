/**
 * The figures that only a browser can give, in the Chromium of the browser tests and over the last build: searches in a worker beside the same
 * in Node, a step in the page, stopping a check, editing a model, memory. Medians of five. The machine may be busy: its load stands in the first line.
 */
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../scripts/chromium.mjs';
import { dist } from '../tests/site/built-site.ts';
import { serve } from '../tests/browser/serve.ts';
import { editFigures } from './chromium/edit.ts';
import { searchFigures } from './chromium/searches.ts';
import { stepFigures } from './chromium/steps.ts';
import { stopFigures } from './chromium/stop.ts';
import type { Figure } from './figure.ts';

/** Why nothing can be measured here; undefined when it can. */
export const whyNoSite = (): string | undefined =>
  existsSync(join(dist, 'index.html')) ? undefined : `There is no site in ${dist}: run npm run build.`;

/** All of them, one after another; needs a built site. */
export async function chromiumFigures(): Promise<Figure[]> {
  const executablePath = await findChromium();
  const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) });
  const site = await serve(dist);
  try {
    const before = load();
    const searches = await searchFigures(browser);
    const steps = await stepFigures(browser, site.url);
    const stops = await stopFigures(browser, site.url);
    const edits = await editFigures(browser, site.url);
    return [{ ...before, note: `${before.note}; after it ${load().value}` }, ...searches, ...steps, ...stops, ...edits];
  } finally {
    await browser.close();
    await site.close();
  }
}

const load = (): Figure & { readonly value: number } => ({
  name: 'load of this machine',
  value: Math.round(loadavg()[0]! * 100) / 100,
  unit: '',
  target: '',
  note: `${availableParallelism()} processors; Chromium and Node meet it in turn`,
});
