/** Shows what `Opening.astro` has held back, now that it stands as the page was asked to show it. */
export const opened = (): void => void delete document.documentElement.dataset['opening'];

/** What is not seen is not loaded, and nothing waits for it. */
export function waitIfSeen(held: Element | null | undefined): void {
  if (held && held.getBoundingClientRect().top >= innerHeight) opened();
}
