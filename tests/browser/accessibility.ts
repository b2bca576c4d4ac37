/**
 * What axe finds on a page, and in which looks a page is tried. A run of axe takes a second or two: for each change the sample is looked
 * at, dark on a phone or light on a desk, and every combination with `npm run test:all`.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { everything } from '../site/built-site.ts';

export const themes = ['dark', 'light'] as const;
export type Theme = (typeof themes)[number];
export interface Look {
  readonly theme: Theme;
  /** Of the window, in px. */
  readonly width: 360 | 768 | 1440;
}

/** The looks that are tried on every page of which each is one. */
export const sampled = { dark: { theme: 'dark', width: 360 }, light: { theme: 'light', width: 1440 } } as const satisfies Record<
  Theme,
  Look
>;

/** The looks of a part of a page that has a test of its own; for each change the one in which most is folded and faint. */
export const looks: readonly Look[] = everything
  ? themes.flatMap((theme) => ([360, 1440] as const).map((width): Look => ({ theme, width })))
  : [sampled.dark];

/** axe's rules by default, and the target size of WCAG 2.2, which it leaves out by default. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of many items that stand in one list the first dozen are looked at for each change. */
const manyAlike = 'main :is(tr, li, dt, dd, details, article, section):nth-child(n + 13)';

/**
 * What axe finds twice, in the page or in one part of it: a script that answers a new width may still be at work the first time.
 * What it found is put together in the page itself ("legacy"): the other way opens a second page for it, takes twice as long, and looks
 * only into frames of another origin besides, of which the site has none.
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const builder = () => {
    const all = new AxeBuilder({ page });
    if (part !== undefined) all.include(part);
    return everything ? all : all.exclude(manyAlike);
  };
  const analyze = async () =>
    (
      await builder()
        .setLegacyMode(true)
        .options({ resultTypes: ['violations'] })
        .withTags(tags)
        .analyze()
    ).violations;
  const found = (await analyze()).length === 0 ? [] : await analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

/** Gives the page the theme as the switch in its head does. */
export const setTheme = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate((it) => document.documentElement.setAttribute('data-theme', it), theme);

/** Gives the page the width and the theme. */
export async function setLook(page: Page, { theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await setTheme(page, theme);
}

/** How many pixels a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
