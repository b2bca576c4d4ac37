/** Two-phase commit in a worker of Chromium and in Node, in turn, so that both meet the same neighbours. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { bundlePage } from '../../tests/browser/bundle.ts';
import { serve } from '../../tests/browser/serve.ts';
import { median, type Figure } from '../figure.ts';
import type { Times } from './two-phase-times.ts';

const ROUNDS = 5;
/** Searches in one worker or process: the first is cold, and their median is warm. */
const RUNS = 5;

interface Side {
  readonly first: number[];
  readonly warm: number[];
  counts: string;
}

const fresh = (): Side => ({ first: [], warm: [], counts: '' });

function note(side: Side, { ms, states, transitions }: Times): void {
  side.first.push(ms[0]!);
  side.warm.push(median(ms));
  side.counts = `${states} states, ${transitions} transitions`;
}

/** In a process of its own, because a second search in one is warm. */
function inNode(managers: number): Times {
  const module = fileURLToPath(new URL('two-phase-times.ts', import.meta.url));
  const code = `import { timesOf } from ${JSON.stringify(module)}; console.log(JSON.stringify(timesOf(${managers}, ${RUNS})));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })) as Times;
}

export async function searchFigures(browser: Browser): Promise<Figure[]> {
  const bundle = await bundlePage('bench/chromium-page.ts');
  const site = await serve(bundle.folder);
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'timesInWorker' in globalThis);
  const [rest, five, seven] = [await peakOf(browser, page), await sides(page, 5), await sides(page, 7)];
  const peak = await peakOf(browser, page);
  await page.close();
  await site.close();
  bundle.remove();
  return [...figuresOf('N=5', five, '<= 50'), ...figuresOf('N=7', seven, ''), ratio(seven), memory(peak, rest)];
}

async function sides(page: Page, managers: number): Promise<readonly [Side, Side]> {
  const [chromium, node] = [fresh(), fresh()];
  for (let round = 0; round < ROUNDS; round++) {
    note(node, inNode(managers));
    note(chromium, await page.evaluate(([many, runs]) => globalThis.timesInWorker(many, runs), [managers, RUNS] as const));
  }
  return [chromium, node];
}

function figuresOf(name: string, [chromium, node]: readonly [Side, Side], firstAtMost: string): Figure[] {
  const line = (what: string, ours: readonly number[], theirs: readonly number[], target: string): Figure => ({
    name: `${name} in Chromium, ${what}`,
    value: median(ours),
    unit: 'ms',
    target,
    note: `${chromium.counts}; Node ${median(theirs).toFixed(0)} ms; ${ours.map((ms) => ms.toFixed(0)).join(', ')}`,
  });
  return [line('first run', chromium.first, node.first, firstAtMost), line('five runs', chromium.warm, node.warm, '')];
}

const ratio = ([chromium, node]: readonly [Side, Side]): Figure => ({
  name: 'N=7, Chromium against Node',
  value: median(chromium.warm) / median(node.warm),
  unit: 'x',
  target: '<= 1.2',
  note: `first runs ${(median(chromium.first) / median(node.first)).toFixed(2)} x`,
});

const memory = (peak: number | undefined, rest: number | undefined): Figure => ({
  name: 'peak of a page that searches N=7',
  value: peak,
  unit: 'MB',
  target: '',
  note: peak === undefined ? 'only Linux says it' : `the whole process of the page, engine and browser; ${rest?.toFixed(0)} MB before`,
});

/** The most memory that any process of a page ever held, in megabytes; undefined where the system does not say. */
export async function peakOf(browser: Browser, page: Page): Promise<number | undefined> {
  await page.evaluate(() => document.readyState); // its process is there
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOfProcess(id));
  return peaks.every((it) => it === undefined) ? undefined : Math.max(...peaks.map((it) => it ?? 0));
}

function peakOfProcess(id: number): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined; // another system, or a process that has gone
  }
}
