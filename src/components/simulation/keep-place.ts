/**
 * Keeps what a reader looks at in its place while the player, which is higher, takes the place of a storyboard that has been passed. The
 * browser cannot: the nearest thing that it could hold on to is the part of the page that grows. Returns what ends it.
 */
export function keepPlace(plate: Element): () => void {
  const { top, height } = plate.getBoundingClientRect();
  // Where its beginning is in view it grows downwards, and nothing that was read moves.
  if (top >= 0) return () => undefined;
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
