/** The matrix in a real browser: filters and plates in the address, with script and without, by keyboard, on a phone, on paper. */
import { expect, test, type Page } from '@playwright/test';
import { entries, platformsOf } from './records.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };
const platforms = entries.platforms.length;

const filter = (page: Page, list: string, name: string) =>
  page.getByRole('navigation', { name: list }).getByRole('link', { name, exact: false });
const cell = (page: Page, id: string) => page.locator(`.cell[data-cell="${id}"]`);
const shown = (page: Page) =>
  page
    .locator('.cell')
    .evaluateAll((them) => them.filter((it) => (it as HTMLElement).checkVisibility()).map((it) => (it as HTMLElement).dataset['cell']!));
const count = async (page: Page) => (await shown(page)).length;
const plate = (page: Page) => page.locator('.plate-row .platform');

test.describe('filters', () => {
  test.use({ viewport: desk });

  test('work together, and stand in the address', async ({ page }) => {
    await page.goto('/platforms/');
    expect(await count(page)).toBe(platforms);
    await filter(page, 'Platforms of', 'violetOS').click();
    expect(await count(page)).toBe(platformsOf('violetos'));
    await expect(page.getByRole('columnheader')).toHaveText(['Target', /violetOS/]);
    await page.getByText('State, target, architecture, date').click();
    await page.locator('#documented-partial').click();
    await expect(page).toHaveURL('/platforms/?system=violetos&documented=partial');
    expect(await shown(page)).toEqual(['violetos-raspberry-pi-4']);
    await expect(page.getByRole('status')).toHaveText(`1 of ${platforms} shown.`);
    await page.reload();
    expect(await shown(page)).toEqual(['violetos-raspberry-pi-4']);
    await page.goBack();
    await expect.poll(() => count(page)).toBe(platformsOf('violetos'));
    await page.goForward();
    await expect.poll(() => count(page)).toBe(1);
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect(page).toHaveURL('/platforms/');
    expect(await count(page)).toBe(platforms);
  });

  test('find words of notes, identifiers and models', async ({ page }) => {
    await page.goto('/platforms/');
    const field = page.getByRole('searchbox', { name: 'Find' });
    await field.fill('rpi4');
    await expect.poll(() => shown(page)).toEqual(['violetos-raspberry-pi-4']);
    await expect(page).toHaveURL('/platforms/?q=rpi4');
    await field.fill('graviton');
    await expect.poll(() => shown(page)).toEqual(['themelios-aws']);
    await field.fill('rpi4 graviton');
    await expect(page.getByText('No platform is like that.')).toBeVisible();
    await page.goto('/platforms/?q=unstable');
    await expect.poll(() => shown(page)).toEqual(['violetos-raspberry-pi-4']);
  });

  test('leave only what differs, and only claims differ', async ({ page }) => {
    await page.goto('/platforms/?differs=yes');
    const them = await shown(page);
    expect(them).toContain('violetos-qemu-aarch64');
    expect(them).not.toContain('starina-qemu-riscv64');
    for (const id of them) await expect(cell(page, id)).toHaveAccessibleName(/differs/);
  });

  test('as of a day, what was found later is not there yet', async ({ page }) => {
    await page.goto('/platforms/?at=2026-02-21');
    await expect(cell(page, 'violetos-visionfive-2').locator('.found')).toHaveText(/Not yet/);
    await expect(cell(page, 'violetos-visionfive-2')).not.toHaveAccessibleName(/differs/);
    await expect(cell(page, 'violetos-raspberry-pi-4')).toHaveAccessibleName(/found: Partly/);
    await expect(cell(page, 'avyos-qemu-aarch64').locator('.found')).toHaveText(/Runs/);
    await expect(page.locator('[data-clock="found"]').first()).toHaveText('by 2026-02-21');
    await page.getByRole('link', { name: 'last', exact: true }).click();
    await expect(page).toHaveURL('/platforms/');
    await expect(cell(page, 'violetos-raspberry-pi-4').locator('.found')).toHaveText(/Planned/);
    await page.goto('/platforms/?at=found-undated');
    await expect(cell(page, 'themelios-aws').locator('.found')).toHaveText(/Deferred/);
    await expect(cell(page, 'starina-qemu-riscv64').locator('.found')).toHaveText(/Not yet/);
  });
});

test.describe('the plate of a cell', () => {
  test.use({ viewport: desk });

  test('opens below its row and stands in the address', async ({ page }) => {
    await page.goto('/platforms/?system=violetos');
    const pi = page.getByRole('button', { name: /^Raspberry Pi 4 of violetOS, documented: Partly ?, differs ?, found: Planned$/ });
    await expect(pi).toHaveAttribute('aria-expanded', 'false');
    await pi.click();
    await expect(plate(page)).toContainText('unstable, and work in progress');
    await expect(plate(page)).toContainText('README of violetOS, lines 22 to 23');
    await expect(plate(page)).toContainText('Tier 2, workstation');
    await expect(pi).toHaveAttribute('aria-expanded', 'true');
    await expect(pi).toHaveAttribute('aria-controls', (await page.locator('.plate-row').getAttribute('id'))!);
    await expect(page).toHaveURL('/platforms/?system=violetos&cell=violetos-raspberry-pi-4');
    await page.reload();
    await expect(plate(page)).toContainText('Raspberry Pi 4');
    await page.goBack();
    await expect(plate(page)).toHaveCount(0);
    await page.goForward();
    await expect(plate(page)).toHaveCount(1);
    await cell(page, 'violetos-radxa-rock-5b').click();
    await expect(plate(page)).toHaveCount(1);
    await expect(plate(page)).toContainText('Radxa Rock 5B');
    await cell(page, 'violetos-radxa-rock-5b').click();
    await expect(plate(page)).toHaveCount(0);
    await expect(page).toHaveURL('/platforms/?system=violetos');
  });

  test('says why a state is unknown', async ({ page }) => {
    await page.goto('/platforms/?cell=starina-qemu-riscv64');
    await expect(plate(page)).toContainText('Unknown: The source says that Starina runs on the Linux/QEMU hypervisor');
  });

  test('is worked by keyboard', async ({ page }) => {
    await page.goto('/platforms/');
    const one = cell(page, 'themelios-aws');
    await one.focus();
    await page.keyboard.press('Space');
    await expect(plate(page)).toContainText('AWS');
    await expect(one).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(plate(page).getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(plate(page)).toHaveCount(0);
    await expect(one).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(plate(page)).toHaveCount(1);
  });

  test('goes with its cell when a filter leaves that out', async ({ page }) => {
    await page.goto('/platforms/?cell=themelios-aws');
    await expect(plate(page)).toBeVisible();
    await filter(page, 'Platforms of', 'avyos').click();
    await expect(plate(page)).toBeHidden();
  });

  test('of a page that cannot be had leads to that page', async ({ page }) => {
    await page.goto('/platforms/');
    await page.route('**/platforms/details.json', (route) => route.abort());
    await cell(page, 'zos-network-dev').click();
    await expect(page).toHaveURL('/platforms/zos-network-dev/');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: desk });

  test('a cell leads to its page, and one filter at a time is a link', async ({ page }) => {
    await page.goto('/platforms/');
    await expect(page.locator('.cell:visible')).toHaveCount(platforms);
    await expect(page.getByRole('searchbox')).toBeHidden();
    await page.getByText('State, target, architecture, date').click();
    await page.locator('#kind-network').click();
    await expect(page.locator('.cell:visible')).toHaveCount(4);
    await expect(page.getByText('Virtual machines', { exact: true }).locator('visible=true')).toHaveCount(1);
    await page.locator('#system-themelios').click();
    await expect(page.locator('.cell:visible')).toHaveCount(5);
    await page.goBack();
    await expect(page.locator('.cell:visible')).toHaveCount(4);
    await page.getByRole('link', { name: 'All systems' }).click();
    await expect(page.locator('.cell:visible')).toHaveCount(platforms);
    await cell(page, 'zos-x86-64-server').click();
    await expect(page).toHaveURL('/platforms/zos-x86-64-server/');
    await expect(page.getByText('Unknown: The README speaks of hardware')).toBeVisible();
  });

  test('every note is there as text', async ({ page }) => {
    await page.goto('/platforms/');
    await page.getByText(`What stands behind each of the ${platforms} cells`).click();
    await expect(page.locator('[data-notes]:visible')).toHaveCount(platforms);
    await expect(page.locator('[data-notes="violetos-raspberry-pi-4"]')).toContainText(
      'Supported in part; unstable, and work in progress.',
    );
  });

  test('on a phone all systems stand below each other', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto('/platforms/');
    await expect(page.locator('.cell:visible')).toHaveCount(platforms);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('one system at a time, chosen by its mark, and the heads of the rows stay', async ({ page }) => {
    await page.goto('/platforms/');
    expect(await count(page)).toBe(platformsOf('violetos'));
    await filter(page, 'Platforms of', 'Zero-OS v4').click();
    await expect(page).toHaveURL('/platforms/?system=zos');
    expect((await shown(page)).every((id) => id.startsWith('zos-'))).toBe(true);
    await expect(page.getByText('Dev network', { exact: true }).locator('visible=true').first()).toBeVisible();
    await page.reload();
    expect(await count(page)).toBe(platformsOf('zos'));
    await page.goBack();
    await expect.poll(() => count(page)).toBe(platformsOf('violetos'));
    await cell(page, 'violetos-raspberry-pi-3').click();
    await expect(plate(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test.describe('on paper', () => {
  test('two sheets, documented and found, then the reasons and the notes', async ({ page }) => {
    await page.setViewportSize(desk);
    await page.goto('/platforms/');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.matrix-filters')).toBeHidden();
    const first = cell(page, 'violetos-raspberry-pi-4');
    await expect(first.locator('.documented')).toBeVisible();
    await expect(first.locator('.found')).toBeHidden();
    const second = page.locator('.print-table');
    await expect(second).toBeVisible();
    await expect(second).toHaveCSS('break-before', 'page');
    const row = second.locator('tr', { has: page.getByText('Raspberry Pi 4', { exact: true }) });
    await expect(row.locator('[data-cell-of]').first()).toHaveText(/Planned\s+2026-08-21/);
    await expect(page.locator('[data-notes]').first()).toBeVisible();
    await expect(page.locator('.unknowns li').first()).toBeVisible();
  });

  test('what was chosen is what is printed', async ({ page }) => {
    await page.goto('/platforms/?q=vf2&at=2026-02-21');
    await expect.poll(() => shown(page)).toEqual(['violetos-visionfive-2']);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.print-table tbody tr:visible')).toHaveText(['Boards', /VisionFive 2\s*Not yet/]);
  });
});
