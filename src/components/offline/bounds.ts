/** How much of the site is kept on a device; the pages visited longest ago give way. */
export const MOST_PAGES = 200;
export const MOST_PAGE_BYTES = 24_000_000;
