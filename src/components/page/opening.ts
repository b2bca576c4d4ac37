/** Shows what `Opening.astro` has held back, now that it stands as the page was asked to show it. */
export const opened = (): void => void delete document.documentElement.dataset['opening'];
