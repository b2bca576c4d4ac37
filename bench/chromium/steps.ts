/**
 * A step in the page: from the press of a key until the new picture and the new menu are painted. Pressed is inside an animation frame, and
 * the clock stops in the first task after that frame has been painted: all the work of the main thread, and no waiting for the screen.
 * By processor time stands where it goes: script, style, layout, the rest.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Figure } from '../figures.ts';

const STEPS = 200;
/** A reader starts over now and then; a log of 200 steps is nobody's. */
const WALK = 25;

/** Where most is drawn: many rows and arcs, a dial, queues. */
const SIMULATIONS = ['themelios/capability-space', 'themelios/scheduler', 'zos/provisioning'];

interface Work {
  readonly ScriptDuration: number;
  readonly RecalcStyleDuration: number;
  readonly LayoutDuration: number;
  readonly TaskDuration: number;
}

export async function stepFigures(browser: Browser, url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const id of SIMULATIONS) figures.push(...(await stepsOf(browser, url, id)));
  return figures;
}

async function stepsOf(browser: Browser, url: string, id: string): Promise<Figure[]> {
  const page = await openPlate(browser, `${url}simulations/${id}/`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(walk, [WALK, WALK, 1] as const); // the first steps compile what they run
  const before = await workOf(session);
  const ms = (await page.evaluate(walk, [STEPS, WALK, 2] as const)).toSorted((a, b) => a - b);
  const after = await workOf(session);
  await page.close();
  const each = (name: keyof Work): string => ((1000 * (after[name] - before[name])) / STEPS).toFixed(1);
  const at = (share: number): number => ms[Math.min(ms.length - 1, Math.floor(share * ms.length))]!;
  const note = `processor time a step ${each('TaskDuration')} ms: script ${each('ScriptDuration')}, style ${each('RecalcStyleDuration')}, layout ${each('LayoutDuration')}`;
  return [
    { name: `step of ${id}, p50`, value: at(0.5), unit: 'ms', target: '', note: `${STEPS} steps; slowest ${at(1).toFixed(1)} ms` },
    { name: `step of ${id}, p95`, value: at(0.95), unit: 'ms', target: '< 16', note },
  ];
}

/** Opens a page whose plate is in view and awake. */
export async function openPlate(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(address);
  await page.locator('.simulation').first().scrollIntoViewIfNeeded();
  await page.locator('.player').waitFor();
  return page;
}

async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Work;
}

/** Runs in the page: presses actions at random, begins again after so many, and returns how long each took, in milliseconds. */
async function walk([steps, length, seed]: readonly [number, number, number]): Promise<number[]> {
  let random = seed * 2654435761;
  const below = (most: number): number => {
    random = Math.imul(random ^ (random >>> 15), 2246822519) + 1;
    return (random >>> 0) % most;
  };
  const painted = (press: () => void): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const turn = new MessageChannel();
        const from = performance.now();
        turn.port1.addEventListener('message', () => resolve(performance.now() - from));
        turn.port1.start();
        press();
        turn.port2.postMessage(undefined);
      });
    });
  const times: number[] = [];
  while (times.length < steps) {
    const open = [...document.querySelectorAll<HTMLElement>('.part-actions .action:not(.is-refused)')];
    if (times.length % length === 0 || open.length === 0) {
      await painted(() => [...document.querySelectorAll<HTMLElement>('.part-run .key')].at(-1)?.click());
      await painted(() => document.querySelector<HTMLElement>('.key-first')?.click());
    }
    const now = [...document.querySelectorAll<HTMLElement>('.part-actions .action:not(.is-refused)')];
    const key = now[below(now.length)];
    if (!key) throw new Error('nothing can be pressed');
    times.push(await painted(() => key.click()));
  }
  return times;
}
