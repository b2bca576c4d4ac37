/** What moves in a page that was seen already: the shifts that count in cumulative layout shift, each with what moved. */
import type { Page } from '@playwright/test';

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}
declare global {
  var shifts: Shift[];
}

/** Notes every shift of the pages that are opened from now on. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.shifts = [];
    interface Moved {
      readonly node: Node | null;
      readonly previousRect: DOMRect;
      readonly currentRect: DOMRect;
    }
    const note = (entries: readonly PerformanceEntry[]) => {
      for (const it of entries as (PerformanceEntry & { readonly value: number; readonly sources: readonly Moved[] })[])
        globalThis.shifts.push({
          value: it.value,
          moved: it.sources.map(
            ({ node, previousRect: from, currentRect: to }) =>
              `${node?.nodeName} ${node?.textContent?.trim().slice(0, 30)}: ${from.x},${from.y} to ${to.x},${to.y}`,
          ),
        });
    };
    new PerformanceObserver((list) => note(list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  });

/** Each shift of the page so far, as a line to read. */
export const shiftsSoFar = (page: Page): Promise<string[]> =>
  page.evaluate(() => globalThis.shifts.map(({ value, moved }) => `${value.toFixed(4)} ${moved.join('; ')}`));
