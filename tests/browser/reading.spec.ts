/** Reading without script, in a chosen theme, by keyboard, on a phone, on paper and in forced colours. */
import { expect, test, type Locator, type Page } from '@playwright/test';

const prose = '/systems/themelios/architecture/memory/';
const longRows = '/systems/starina/architecture/hypervisor/';
const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

const theme = (page: Page) => page.locator('html');
const sidebar = (page: Page): Locator => page.locator('#starlight__sidebar');
const told = (page: Page): Locator => page.locator('.told-note');
const number = (page: Page, n: number): Locator => page.getByRole('link', { name: new RegExp(`^Source ${n},`) });

/** Opens a page and moves through it with the tab key until a locator has the focus. */
async function tabTo(page: Page, target: Locator, atMost = 40): Promise<void> {
  for (let i = 0; i < atMost; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((it) => it === document.activeElement)) return;
  }
  throw new Error(`the focus did not come to ${target.toString()} in ${atMost} steps`);
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  const readable: readonly [address: string, texts: readonly (string | RegExp)[]][] = [
    ['/', [/operating systems? you can turn by hand/, 'violetOS', 'ThemeliOS']],
    [prose, [/memory/i, 'documented']],
    ['/systems/zos/', ['Zero-OS v4', 'Where it stands']],
    ['/systems/zos/facts/', ['Facts of Zero-OS v4', /Kernel/]],
    ['/milestones/', ['ThemeliOS', 'Testing and benchmarks']],
    ['/platforms/', ['Platforms', 'Raspberry Pi 4']],
    ['/simulations/themelios/capability-space/', ['Capability space', 'A granted capability cannot be widened']],
  ];
  for (const [address, texts] of readable) {
    test(`${address} can be read`, async ({ page }) => {
      await page.goto(address);
      const main = page.getByRole('main');
      for (const text of texts) await expect(main.getByText(text).first()).toBeAttached();
      expect((await main.innerText()).length).toBeGreaterThan(400);
    });
  }

  test('a simulation shows its scenario as pictures, and no empty plate', async ({ page }) => {
    for (const address of ['/', '/simulations/themelios/capability-space/']) {
      await page.goto(address);
      const frames = page.locator('.simulation .story > li');
      expect(await frames.count()).toBeGreaterThan(1);
      for (const frame of await frames.all()) {
        await expect(frame).toBeVisible();
        expect((await frame.innerText()).length).toBeGreaterThan(20);
      }
    }
  });

  test('a number leads to the very lines, and the foot of the page has every source', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(prose);
    await expect(number(page, 1)).toHaveAttribute('href', /^https:|#L\d+/);
    expect(await page.locator('.page-sources .back').count()).toBe(await page.locator('.ref').count());
    await expect(page.locator('#note-1')).toBeVisible();
  });
});

test.describe('the theme', () => {
  const select = (page: Page): Locator => page.getByRole('combobox', { name: 'Theme' });

  test('is set by its list and kept on the next page', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    await select(page).selectOption('Paper');
    await expect(theme(page)).toHaveAttribute('data-theme', 'light');
    await page.goto(prose);
    await expect(theme(page)).toHaveAttribute('data-theme', 'light');
    await expect(select(page)).toHaveValue('light');
  });

  test('follows the machine while it is on auto', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    await expect(theme(page)).toHaveAttribute('data-theme', 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
    await select(page).selectOption('Paper');
    await select(page).selectOption('Auto');
    await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('by keyboard', () => {
  test('the first stop skips to the content', async ({ page }) => {
    await page.goto(prose);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${prose}#_top`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main, mobile-starlight-toc') !== null)).toBe(true);
  });

  test('the header is walked in the order in which it reads', async ({ page }) => {
    await page.setViewportSize(desk);
    await page.goto(prose);
    await page.keyboard.press('Tab');
    const seen: string[] = [];
    for (let i = 0; i < 10; i += 1) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(() =>
          (document.activeElement?.tagName === 'SELECT'
            ? 'Theme'
            : (document.activeElement?.querySelector('span')?.textContent ?? document.activeElement?.textContent ?? '')
          ).trim(),
        ),
      );
    }
    expect(seen).toEqual([
      'Orrery',
      'Systems',
      'Milestones',
      'Platforms',
      'Simulations',
      'Learn',
      'Rules',
      'Glossary',
      'Search facts',
      'Theme',
    ]);
  });

  /** The header stands above the open menu, so it is walked too; the page below both is not. */
  test('the menu of a phone opens, keeps the focus out of the page below, and gives it back', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(prose);
    const button = page.getByRole('button', { name: 'Menu' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect(sidebar(page)).toBeVisible();
    await expect(sidebar(page).getByRole('link', { name: 'Glossary' })).toBeVisible();
    const outside = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const it = document.activeElement;
        return it === null || it === document.body || it.closest('nav.sidebar, .header')
          ? ''
          : `${it.tagName} ${it.textContent?.trim().slice(0, 40)}`;
      });
      if (where !== '') outside.add(where);
    }
    expect([...outside]).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sidebar(page)).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test.describe('sources', () => {
  test('every number leads to the place that its note names, and every note back', async ({ page }) => {
    await page.setViewportSize(desk);
    await page.goto(prose);
    const lost = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLAnchorElement>('.ref a')].filter((ref) => {
          const note = document.querySelector(`#note-${ref.textContent}`);
          const where = note?.closest('li')?.querySelector<HTMLAnchorElement>('a.where');
          return note?.querySelector<HTMLAnchorElement>('a.back')?.hash !== `#${ref.id}` || where?.href !== ref.href;
        }).length,
    );
    expect(lost).toBe(0);
    await page.getByRole('link', { name: 'Back to the text, source 1', exact: true }).click();
    await expect(number(page, 1)).toBeInViewport();
  });

  test('are shown beside their number while it is pointed at or has the focus, and go with Escape', async ({ page }) => {
    await page.setViewportSize(desk);
    await page.goto(prose);
    const says = (await page.locator('#note-1').innerText()).replace(/^\d+\s*/, '');
    await number(page, 1).hover();
    await expect(told(page)).toContainText(says);
    await expect(told(page).getByRole('link')).toHaveAttribute('href', (await number(page, 1).getAttribute('href'))!);
    const [link, box] = await Promise.all([number(page, 1).boundingBox(), told(page).boundingBox()]);
    expect(Math.abs(box!.y - link!.y)).toBeLessThan(120);
    await page.keyboard.press('Escape');
    await expect(told(page)).toHaveCount(0);
    await number(page, 2).focus();
    await expect(told(page)).toHaveCount(1);
    await number(page, 3).focus();
    await expect(told(page)).toHaveCount(1);
    await page.getByRole('link', { name: 'Orrery' }).first().focus();
    await expect(told(page)).toHaveCount(0);
  });

  test('can be reached with the pointer, which leaves the number for them', async ({ page }) => {
    await page.setViewportSize(desk);
    await page.goto(prose);
    await number(page, 1).hover();
    await told(page).hover();
    await expect(told(page)).toBeVisible();
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(told(page)).toHaveCount(0);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, viewport: phone });

    test('open in the text, below the paragraph, and close again', async ({ page }) => {
      await page.goto(prose);
      const before = page.url();
      await number(page, 1).tap();
      await expect(told(page)).toBeVisible();
      expect(page.url()).toBe(before);
      expect(await told(page).evaluate((it) => it.previousElementSibling?.querySelector('#ref-1') !== null)).toBe(true);
      await number(page, 1).tap();
      await expect(told(page)).toHaveCount(0);
    });
  });

  test('rules stand beside their paragraph on a wide screen, and behind it on a phone', async ({ page }) => {
    await page.setViewportSize(desk);
    await page.goto(prose);
    const group = page.locator('.sl-markdown-content > .with-margin').first();
    const boxes = () => Promise.all([group.locator('> :first-child').boundingBox(), group.locator('> .margin').boundingBox()]);
    const [text, margin] = await boxes();
    expect(margin!.x).toBeGreaterThanOrEqual(text!.x + text!.width);
    await page.setViewportSize(phone);
    const [above, below] = await boxes();
    expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
  });
});

test('of a long row of sources one link tells of those that are not in sight, and each comes into sight for who comes from the foot', async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await page.goto(longRows);
  const others = page.locator('.other-refs a:visible').first();
  const ids = (await others.getAttribute('data-tells'))!.split(' ');
  await expect(others).toHaveText(`+${ids.length}`);
  await others.hover();
  await expect(told(page).locator('.where')).toHaveCount(ids.length);
  for (const [i, id] of ids.entries()) {
    const where = page.locator('.page-sources li', { has: page.locator(`#${id}`) }).locator('.where');
    await expect(told(page).locator('.where').nth(i)).toHaveAttribute('href', (await where.getAttribute('href'))!);
  }
  const last = page.locator(`#${ids.at(-1)!.replace('note', 'ref')}`);
  await expect(last).toBeHidden();
  await page.locator(`#${ids.at(-1)!} .back`).click();
  await expect(last).toBeInViewport();
  await page.emulateMedia({ media: 'print' });
  for (const id of ids) await expect(page.locator(`#${id.replace('note', 'ref')}`)).toBeVisible();
  await expect(others).toBeHidden();
});

test('on paper the navigation is gone and the sources stand there', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(prose);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.header')).toBeHidden();
  await expect(page.locator('nav.sidebar')).toBeHidden();
  for (const note of await page.locator('.page-sources .where').all()) await expect(note).toBeVisible();
  await page.goto('/simulations/themelios/capability-space/');
  await expect(page.locator('.story > li').first()).toBeVisible();
});

test('in forced colours no text and no state disappears', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of ['/', prose, '/milestones/', '/platforms/', '/simulations/themelios/capability-space/']) {
    await page.goto(address);
    const same = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('main *')].filter(
        (it) => [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) && it.checkVisibility(),
      );
      const groundOf = (it: Element | null): string => {
        for (let at = it; at; at = at.parentElement) {
          const { backgroundColor } = getComputedStyle(at);
          if (!/rgba\(.*, 0\)|transparent/.test(backgroundColor)) return backgroundColor;
        }
        return 'rgb(255, 255, 255)';
      };
      return shown
        .filter((it) => getComputedStyle(it).color === groundOf(it))
        .map((it) => `${it.tagName}.${it.className}: ${it.textContent?.trim().slice(0, 30)}`);
    });
    expect(same).toEqual([]);
  }
});
