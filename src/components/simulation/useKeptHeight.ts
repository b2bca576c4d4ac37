/** Keeps what stands below a picture where it is while the picture grows and shrinks from step to step. */
import { useLayoutEffect, type MutableRef } from 'preact/hooks';
import type { Machine } from '../../engine/checker.ts';

/** The holder never gets lower than the picture in it once was, at one width and with one machine. */
export function useKeptHeight(holder: MutableRef<HTMLElement | null>, m: Machine): void {
  useLayoutEffect(() => {
    const { current: frame } = holder;
    const picture = frame?.firstElementChild;
    if (!frame || !picture) return undefined;
    let width = 0;
    let highest = 0;
    const observer = new ResizeObserver((entries) => {
      const { inlineSize = 0, blockSize = 0 } = entries.at(-1)?.borderBoxSize[0] ?? {};
      if (inlineSize === width && blockSize <= highest) return;
      [width, highest] = [inlineSize, blockSize];
      frame.style.setProperty('--kept', `${highest}px`);
    });
    observer.observe(picture, { box: 'border-box' });
    return () => observer.disconnect();
  }, [holder, m]);
}
