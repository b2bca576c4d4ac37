/** What changed: first what is new upstream, then what Orrery added and corrected, folded where it is much. */
import { expect, test } from '@playwright/test';
import { ownDays } from '../../src/facts/own-history.ts';
import { historyTextOf } from '../../src/records/history-file.ts';
import { historyOf } from '../../src/records/own-history.ts';
import { entries } from './records.ts';

const lines = historyOf(historyTextOf(process.cwd()));
const [newest] = ownDays(lines);

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('S8: over all systems the newest day leads to the day of each system', async ({ page }) => {
    await page.goto('/changes/');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['New upstream', 'Added and corrected here']);
    const day = page.locator('section', { has: page.locator(`#orrery-${newest!.day}`) });
    const systems = ownDays(lines).filter((it) => it.day === newest!.day);
    await expect(day.locator('.of-system')).toHaveCount(systems.length);
    const { title } = entries.systems.find(({ id }) => id === newest!.system)!.data;
    await day.getByRole('link', { name: title, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/changes/${newest!.system}/#orrery-${newest!.day}$`));
    await expect(page.locator(`#orrery-${newest!.day}`)).toBeInViewport();
  });

  for (const { id } of entries.systems)
    test(`S8: every day of ${id} has all that changed on it, with a link where it can still be read`, async ({ page }) => {
      await page.goto(`/changes/${id}/`);
      for (const { day, did } of ownDays(lines, id)) {
        const items = page.locator('section', { has: page.locator(`#orrery-${day}`) }).locator('li');
        await expect(items).toHaveCount(Object.values(did).flat().length);
      }
    });
});

test('S8: a fold opens by key, and what stands in it leads to the record', async ({ page }) => {
  await page.goto(`/changes/${newest!.system}/`);
  const fold = page.locator('section details').last();
  await fold.locator('summary').press('Enter');
  const link = fold.getByRole('link').first();
  await expect(link).toBeVisible();
  const name = (await link.innerText()).replace(/…$/, '');
  await link.click();
  await expect(page.getByRole('main')).toContainText(name);
});
