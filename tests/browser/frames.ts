/** Waiting by what the browser does, not by a clock. */
import type { Page } from '@playwright/test';

/** Until the page has been drawn so many times: whatever was on its way to the screen is there. A slow machine takes longer. */
export function framesLater(page: Page, count = 5): Promise<void> {
  return page.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        const next = (left: number): void => void (left > 0 ? requestAnimationFrame(() => next(left - 1)) : resolve());
        next(frames);
      }),
    count,
  );
}
