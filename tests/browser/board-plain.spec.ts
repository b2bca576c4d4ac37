/** The board over all milestones without script, on a phone and on paper. */
import { expect, test } from '@playwright/test';
import { overflow } from './accessibility.ts';
import { board, choose, heads, open, rows, text } from './board.ts';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { entries, milestonesOf, milestonesThatWere, milestonesWithin } from './records.ts';

/** Why one milestone of Starina is held to be not started, as its record says. */
const reason = entries.milestones.find(({ id }) => id === 'starina-roadmap-5')!.data.status[0]!.why!;

const phone = { width: 360, height: 740 };

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a filter hides the other rows, and groups without any', async ({ page }) => {
    await page.goto('/milestones/');
    await expect(rows(page)).toHaveCount(entries.milestones.length);
    const dropped = choose(page, 'status', 'dropped');
    const count = Number(await dropped.locator('.count').innerText());
    await dropped.click();
    await expect(rows(page)).toHaveCount(count);
    await expect(heads(page).filter({ hasText: 'Starina' })).toHaveCount(1);
    await expect(heads(page).filter({ hasText: 'ThemeliOS' })).toHaveCount(0);
    await choose(page, 'area', 'boot').click();
    await expect(rows(page)).toHaveCount(milestonesWithin('boot'));
    await choose(page, 'system', 'themelios').click();
    await expect(rows(page)).toHaveCount(milestonesOf('themelios'));
    await choose(page, 'system', '').click();
    await expect(rows(page)).toHaveCount(entries.milestones.length);
  });

  test('views are pages of their own, and there a filter holds as well', async ({ page }) => {
    await page.goto('/milestones/');
    await choose(page, 'at', '2025-10-16').click();
    await expect(page).toHaveURL('/milestones/as-of/2025-10-16/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Milestones as of 2025-10-16');
    await expect(choose(page, 'at', '2025-10-16')).toHaveAttribute('aria-current', 'true');
    await choose(page, 'status', 'complete').click();
    await expect(rows(page)).toHaveCount(milestonesThatWere('complete', { at: 'day', day: '2025-10-16' }));
    await choose(page, 'group', 'status').click();
    await expect(page).toHaveURL('/milestones/by/status/');
    await expect(heads(page)).toHaveText(['Complete', 'In progress', 'Not started', 'Nothing said']);
    await choose(page, 'sort', 'left').click();
    await expect(page).toHaveURL('/milestones/by/left/');
    await choose(page, 'group', '').click();
    await expect(page).toHaveURL('/milestones/');
  });

  test('no text box stands there that would do nothing', async ({ page }) => {
    await page.goto('/milestones/');
    await expect(text(page)).toBeHidden();
    await expect(board(page).getByText('the find of your browser')).toBeVisible();
  });

  test('a reason opens', async ({ page }) => {
    await page.goto('/milestones/');
    await page.locator('#starina-roadmap-5 summary').first().click();
    await expect(page.locator('#starina-roadmap-5').getByText(reason)).toBeVisible();
  });
});

test('systems without a roadmap say so, with a source', async ({ page }) => {
  await page.goto('/milestones/');
  const without = page.getByRole('region', { name: 'Without a roadmap' });
  for (const system of ['violetOS', 'Zero-OS v4']) await expect(without.getByRole('heading', { name: system })).toBeVisible();
  for (const said of await without.locator('.said').all()) expect(await said.getByRole('link').count()).toBeGreaterThan(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('rows are blocks, and those that are not chosen are gone', async ({ page }) => {
    await open(page, '?system=starina&status=moved');
    await expect(rows(page)).toHaveCount(1);
    expect(await rows(page).evaluate((it) => getComputedStyle(it).display)).not.toBe('table-row');
    await expect(rows(page).getByText('TypeScript and QuickJS')).toBeVisible();
    for (const view of ['', '?group=status', '?at=2025-10-16', '?sort=title']) {
      await open(page, view);
      expect(await overflow(page)).toBe(0);
    }
  });

  test('the simulations are filtered too', async ({ page }) => {
    await page.goto('/simulations/?system=zos');
    await expect(page.locator('.catalogue [data-row]:visible')).toHaveCount(mechanismIds.filter((id) => id.startsWith('zos/')).length);
  });
});

test('on paper stand the chosen rows, with their reasons and what was chosen, and no controls', async ({ page }) => {
  await open(page, '?system=starina&status=not-started');
  await page.emulateMedia({ media: 'print' });
  await expect(rows(page)).toHaveCount(8);
  await expect(text(page)).toBeHidden();
  await expect(choose(page, 'at', 'documented')).toBeHidden();
  await expect(choose(page, 'system', 'starina')).toBeVisible();
  await expect(choose(page, 'system', 'themelios')).toBeHidden();
  await expect(choose(page, 'sort', 'title')).toBeHidden();
  await expect(page.locator('#starina-roadmap-5').getByText(reason)).toBeVisible();
});
