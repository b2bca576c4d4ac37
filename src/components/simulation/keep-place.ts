import { opened } from '../page/opening.ts';

/**
 * Keeps what a reader looks at in its place while the player, which is higher, takes the place of a storyboard that has been passed. The
 * browser cannot: the nearest thing that it could hold on to is the part of the page that grows. Returns what ends it.
 */
export function keepPlace(plate: Element): () => void {
  const { top, height } = plate.getBoundingClientRect();
  // Where its beginning is in view it grows downwards, and nothing that was read moves. Until a page has loaded, the browser itself keeps
  // to the part that the address names.
  const isKept = location.hash !== '' && document.readyState !== 'complete';
  // What is held back until the player stands has not been seen, so it has no place yet.
  const isHeld = document.documentElement.dataset['opening'] !== undefined;
  if (top >= 0 || isKept || isHeld) return () => undefined;
  let before = height;
  const grown = new ResizeObserver(() => {
    const now = plate.getBoundingClientRect().height;
    window.scrollBy({ top: now - before, behavior: 'instant' });
    before = now;
  });
  const { style } = document.documentElement;
  style.overflowAnchor = 'none'; // or both would do it
  grown.observe(plate);
  return () => {
    grown.disconnect();
    style.overflowAnchor = '';
  };
}

/**
 * When the player stands: ends that, and shows what the page has held back for it. The picture is measured in the first frame, and the
 * player has its height in the second.
 */
export function whenItStands(holder: Element | null, settled: () => void): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      requestAnimationFrame(settled);
      if (holder?.closest('[data-opens]')) opened();
    }),
  );
}
