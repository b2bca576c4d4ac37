/** A newcomer, by clicks alone: from the home page to a task, to a simulation that runs, and to the first thing to type. */
import { expect, test, type Page } from '@playwright/test';
import { readyTasks } from '../../src/facts/tasks.ts';
import { startSteps, typed } from '../../src/facts/start.ts';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { entries } from './records.ts';

const main = (page: Page) => page.getByRole('main');

for (const { id, data } of entries.systems) {
  const tasks = readyTasks(entries).filter(({ entry }) => entry.data.system === id);
  const first = startSteps(data.start)[0]!.main!;

  test(`S1: a task of ${id} is three clicks away`, async ({ page }) => {
    test.skip(tasks.length === 0, 'It has no task that can be begun.');
    await page.goto('/');
    await main(page).getByRole('link', { name: data.title, exact: true }).first().click();
    await main(page).getByRole('link', { name: 'Take a task' }).click();
    await expect(page.locator('filtered-list.is-enhanced')).toBeVisible();
    await main(page).locator('[data-row]:not([hidden]) h2 a').first().click();
    await expect(page).toHaveURL(new RegExp(`/tasks/${id}-`));
    await expect(main(page)).toContainText('Ready: nothing has to be done before it.');
    for (const heading of ['What is there', 'Where to begin', 'What proves it'])
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  });

  test(`S6: the first thing to type for ${id} is two clicks away`, async ({ page }) => {
    await page.goto('/');
    await main(page).getByRole('link', { name: data.title, exact: true }).first().click();
    await main(page)
      .getByRole('link', { name: /^Start with / })
      .click();
    await expect(main(page).locator(`#${first.id}`)).toContainText(typed(first)!);
  });

  test(`a simulation of ${id} runs two clicks from the home page`, async ({ page }) => {
    const model = mechanismIds.find((it) => it.startsWith(`${id}/`));
    test.skip(model === undefined, 'It has none.');
    await page.goto('/');
    await page.getByRole('banner').getByRole('link', { name: 'Simulations' }).click();
    await main(page).locator(`a[href$="/simulations/${model}/"]`).first().click();
    await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Back one step' }).click();
    await expect(page.getByRole('slider', { name: 'Position in the run' })).toBeVisible();
  });
}

test('S1: whatever is offered can be begun, and what waits says for what', async ({ page }) => {
  await page.goto('/tasks/');
  await expect(page.locator('filtered-list [data-row]')).toHaveCount(readyTasks(entries).length);
  for (const waiting of await page.locator('#waiting ~ ul > li').all()) await expect(waiting).toContainText('First:');
});

test('on a phone the first task is in sight, and what else can be chosen is there when it is asked for', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/tasks/');
  await expect(main(page).locator('[data-row] h2 a').first()).toBeInViewport();
  const size = main(page).locator('[data-facet="size"]').first();
  await expect(size).toBeHidden();
  await main(page).getByRole('checkbox', { name: 'More filters' }).check();
  await expect(size).toBeVisible();
  await main(page).locator('[data-facet="size"][data-value="lines"]').click();
  await main(page).getByRole('checkbox', { name: 'More filters' }).uncheck();
  await expect(size).toBeVisible(); // a choice that holds stays in sight
  await expect(main(page).locator('[data-facet="area"]').first()).toBeHidden();
});
