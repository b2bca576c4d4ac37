/**
 * Six people who want something, from the home page to the answer by clicks alone, in at most four: each click is on what a reader
 * sees, with a name that says where it leads. The guides are found by what they are about, not by what they are called.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { isGuide } from '../../src/facts/addresses.ts';
import { entries } from './records.ts';

const MOST_CLICKS = 4;
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;

/** Clicks one after the other from the home page; more than four are refused. */
class Walk {
  readonly page: Page;
  #clicks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  static async from(page: Page, size: keyof typeof sizes): Promise<Walk> {
    await page.setViewportSize(sizes[size]);
    await page.goto('/');
    return new Walk(page);
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  async click(link: Locator): Promise<this> {
    this.#clicks += 1;
    expect(this.#clicks).toBeLessThanOrEqual(MOST_CLICKS);
    const before = this.page.url();
    await link.click();
    await expect(this.page).not.toHaveURL(before);
    return this;
  }

  link(name: string | RegExp): Locator {
    return this.main.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) }).first();
  }

  /** A system by its name, then a guide by its subject, among the guides that the system lists. */
  async guide(system: string, subject: RegExp): Promise<void> {
    const { title } = entries.systems.find(({ id }) => id === system)!.data;
    await this.click(this.link(`Guides of ${title}`));
    await this.click(
      this.main
        .getByRole('list')
        .filter({ has: this.page.locator('a[href*="/guides/"]') })
        .getByRole('link', { name: subject })
        .first(),
    );
    expect(isGuide(new URL(this.page.url()).pathname)).toBe(true);
  }
}

for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
  test.describe(`on a ${size}`, () => {
    test('W1: a Rust developer finds a first task in ThemeliOS', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.click(walk.link('ThemeliOS'));
      await walk.click(walk.link('Take a task'));
      await expect(page.locator('filtered-list.is-enhanced')).toBeVisible();
      const first = walk.main.locator('[data-row]:not([hidden]) h2 a').first();
      await expect(first).toBeInViewport();
      await walk.click(first);
      await expect(walk.main).toContainText('Ready: nothing has to be done before it.');
      for (const heading of ['What is there', 'Where to begin', 'What proves it'])
        await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    });

    test('W2: a hobbyist finds how violetOS runs on a Raspberry Pi 4', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.guide('violetos', /Raspberry Pi 4/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Raspberry Pi 4');
      await expect(walk.main.locator('pre').filter({ hasText: 'zig build' }).first()).toBeVisible();
    });

    test('W3: an app writer finds how an app of avyos opens a window', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.guide('avyos', /\bwindow\b/i);
      await expect(
        walk.main
          .locator('pre')
          .filter({ hasText: /package main/ })
          .first(),
      ).toBeVisible();
    });

    test('W4: an operator finds how a change goes from development to production in Zero-OS', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.guide('zos', /\bproduction\b/i);
      await expect(walk.main.locator('ol, h2').first()).toBeVisible();
    });

    test('W5: a Rust developer finds how a service of Starina is written', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.guide('starina', /\bservice\b/i);
      await expect(walk.main.locator('pre').first()).toBeVisible();
    });

    test('W6: a maintainer finds what blocks Kubernetes', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.click(walk.link('ThemeliOS'));
      await walk.click(walk.link('Track'));
      await walk.click(walk.link(/Kubernetes/));
      const answer = walk.main.getByText('On the stated order it waits for');
      await expect(answer).toBeInViewport();
      await expect(answer.getByRole('link').first()).toBeVisible();
      await walk.click(walk.link('The badge of its milestones'));
      const badge = walk.main.locator('li:target');
      await expect(badge).toBeInViewport();
      await badge.locator('summary').click();
      await expect(badge.getByText('[![')).toBeVisible();
    });

    test('W6: and the line that puts a simulation into another page', async ({ page }) => {
      const walk = await Walk.from(page, size);
      await walk.click(
        page
          .getByRole('contentinfo')
          .or(page.locator('.page-footer'))
          .getByRole('link', { name: 'data, feeds, badges and frames' })
          .first(),
      );
      await walk.click(walk.link('Round-robin scheduler'));
      const line = walk.main.getByText('<iframe');
      await expect(line).toBeInViewport();
      await expect(page.getByRole('button', { name: 'Copy: the frame' })).toBeVisible();
    });
  });
}
