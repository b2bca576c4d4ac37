/** Keeps the focus inside an element whose content changes under the reader's hands. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A step may take away the key that was pressed; the focus then goes to `fallback` instead of getting lost. */
export function useFocusKept<Holder extends HTMLElement>(fallback: string) {
  const holder = useRef<Holder | null>(null);
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (wasInside.current && lost) holder.current?.querySelector<HTMLElement>(fallback)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const note = (event: Event) => {
      const [target] = event.composedPath(); // inside a shadow root, where the element that holds it is all that the page is told
      const inside = target instanceof Node && holder.current?.contains(target) === true;
      // A press outside gives the focus up; only focus itself can bring it in.
      wasInside.current = inside && (wasInside.current || event.type === 'focusin');
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
    };
  }, []);
  return holder;
}
