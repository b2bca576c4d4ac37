/**
 * A step in the page: from the press of a key until the new picture and the new menu are painted. Pressed is inside an animation frame, and
 * the clock stops in the first task after that frame has been painted: all the work of the main thread, and no waiting for the screen.
 * Beside it the processor time of that thread for the same step, which a busy machine changes less, and where it goes.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { openPart } from '../../tests/browser/player-page.ts';
import type { Figure } from '../figure.ts';

const STEPS = 200;
/** The first steps compile what they run. */
const WARM_UP = 30;
/** A reader starts over now and then; a log of 200 steps is nobody's. */
const WALK = 25;

/** Seconds of processor time, since the page was opened. */
interface Work {
  readonly ScriptDuration: number;
  readonly RecalcStyleDuration: number;
  readonly LayoutDuration: number;
  readonly TaskDuration: number;
}

export async function stepFigures(browser: Browser, url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const id of mechanismIds) figures.push(...(await stepsOf(browser, url, id)));
  return figures;
}

async function stepsOf(browser: Browser, url: string, id: string): Promise<Figure[]> {
  const page = await openPlate(browser, `${url}simulations/${id}/`);
  await openPart(page, 'Scenario and size'); // there a walk is begun again
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const [clock, processor]: [number[], number[]] = [[], []];
  let first = await workOf(session);
  let before = first;
  for (let step = 0; step < WARM_UP + STEPS; step++) {
    if (step % WALK === 0) {
      await page.evaluate(startOver);
      before = await workOf(session);
    }
    if (step === WARM_UP) first = before;
    const ms = await page.evaluate(pressOne, step);
    const after = await workOf(session);
    if (step >= WARM_UP) {
      clock.push(ms);
      processor.push(1000 * (after.TaskDuration - before.TaskDuration));
    }
    before = after;
  }
  await page.close();
  const each = (name: keyof Work): string => ((1000 * (before[name] - first[name])) / STEPS).toFixed(1);
  const parts = `style ${each('RecalcStyleDuration')}, layout ${each('LayoutDuration')} of ${each('TaskDuration')} ms`;
  return [
    line(`step of ${id}, p50`, clock, 0.5, '', `${STEPS} steps; processor ${at(processor, 0.5).toFixed(1)} ms; ${parts}`),
    line(
      `step of ${id}, p95`,
      clock,
      0.95,
      '< 16',
      `processor ${at(processor, 0.95).toFixed(1)} ms; slowest ${at(clock, 1).toFixed(1)} ms`,
    ),
  ];
}

const at = (ms: readonly number[], share: number): number =>
  ms.toSorted((a, b) => a - b)[Math.min(ms.length - 1, Math.floor(share * ms.length))]!;

const line = (name: string, ms: readonly number[], share: number, target: string, note: string): Figure => ({
  name,
  value: at(ms, share),
  unit: 'ms',
  target,
  note,
});

/** Opens a page whose plate is in view and awake. */
export async function openPlate(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(address);
  await page.locator('.simulation').first().scrollIntoViewIfNeeded();
  await page.getByRole('toolbar', { name: 'Run' }).waitFor();
  return page;
}

async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Work;
}

/** Runs in the page. */
async function startOver(): Promise<void> {
  // From the first state another step drops what followed, so the run begins again.
  const key = document.querySelector<HTMLElement>('.key-first');
  if (!key) throw new Error('no key leads to the first state');
  key.click();
  await new Promise((done) => setTimeout(done));
}

/** Runs in the page: presses one of the actions that can be pressed, or begins again, and returns how long it took, in milliseconds. */
function pressOne(step: number): Promise<number> {
  const open = [...document.querySelectorAll<HTMLElement>('.part-actions .action:not(.is-refused)')];
  const key = open[(step * 7919) % Math.max(1, open.length)] ?? document.querySelector<HTMLElement>('.key-first')!;
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const turn = new MessageChannel();
      const from = performance.now();
      turn.port1.addEventListener('message', () => resolve(performance.now() - from));
      turn.port1.start();
      key.click();
      turn.port2.postMessage(undefined);
    });
  });
}
