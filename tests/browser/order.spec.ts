/** The order of the milestones in the page: the rail, what can start and why, and what-if by mouse, by keyboard and by address. */
import { expect, test, type Locator, type Page } from '@playwright/test';

const address = '/systems/themelios/milestones/';
const phone = { width: 360, height: 740 };
const id = (phase: number): string => `themelios-phase-${phase}`;

const row = (page: Page, phase: number): Locator => page.locator(`tr#${id(phase)}`);
const mark = (page: Page, phase: number): Locator => page.getByRole('switch', { name: `Mark Phase ${phase}:` });
const answer = (page: Page): Locator => page.locator('.answer');
const reset = (page: Page): Locator => page.getByRole('button', { name: 'Take all marks away' });
const edges = (page: Page): Locator => page.getByRole('combobox', { name: 'On' });
const headings = (page: Page, list: string): Promise<string[]> => page.locator(`${list} > li > h3`).allTextContents();
const node = (page: Page, phase: number): Locator => page.locator(`.node[data-milestone="${id(phase)}"]:visible`);

const nothing = 'Phase 5 could start; five milestones remain in the longest chain.';
const five = 'With Phase 5 done, Phase 6 could start; four milestones remain in the longest chain.';

test('a mark changes the board, the lists, the chain and the graph, and says so', async ({ page }) => {
  await page.goto(address);
  await expect(answer(page)).toHaveText(nothing);
  await mark(page, 5).check();
  await expect(answer(page)).toHaveText(five);
  await expect(page).toHaveURL(`${address}?done=${id(5)}`);

  await expect(row(page, 5)).toContainText('marked done');
  await expect(row(page, 5).locator('.dot.marked')).toBeVisible();
  await expect(row(page, 5).locator('.dot:not(.marked)')).toBeHidden();
  await expect(row(page, 6).getByRole('link', { name: 'If that were done' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'On the stated order' })).toHaveCount(0);

  expect(await headings(page, '.then-ready')).toEqual(['Phase 6: Management']);
  const ready = page.locator('.then-ready > li');
  await expect(ready).toContainText('becomes ready');
  await expect(ready).toContainText('Needs Phase 5: Containers, marked as done.');
  await expect(ready).toContainText('Needs Phase 4: Networking, which is complete.');
  await expect(ready.getByRole('link', { name: /Milestones of ThemeliOS, line/ }).first()).toBeVisible();
  expect(await headings(page, '.then-chain')).toHaveLength(4);
  await expect(page.locator('#ready-stated-themelios-phase-5')).toBeHidden();

  await expect(node(page, 5)).toHaveAccessibleName(/^5 Containers\s+Marked done$/);
  await expect(node(page, 6)).toContainText('Free to start');
  await expect(page.locator('.roomy .line.is-chain')).toHaveCount(3);
});

test('which edges count is chosen, and lists, board and graph follow', async ({ page }) => {
  await page.goto(address);
  await edges(page).selectOption('derived');
  await expect(answer(page)).toHaveText(
    'On the derived edges alone, Phase 5 and Phase 7 could start; three milestones remain in the longest chain.',
  );
  await expect(page).toHaveURL(`${address}?edges=derived`);
  await expect(page.locator('.then-ready .reason[data-basis="stated"], .then-chain .reason[data-basis="stated"]')).toHaveCount(0);
  await expect(page.locator('.roomy .line.is-off')).toHaveCount(5);
  await edges(page).selectOption('stated');
  await mark(page, 5).check();
  await expect(answer(page)).toHaveText(
    'With Phase 5 done, on the stated edges alone, Phase 6 could start; four milestones remain in the longest chain.',
  );
  await expect(page.locator('.then-ready > li.is-new')).toHaveCount(1);
  await edges(page).selectOption('both');
  await expect(page).toHaveURL(`${address}?done=${id(5)}`);
});

test('it is worked by keyboard, and the focus stays where it was', async ({ page }) => {
  await page.goto(address);
  await mark(page, 5).focus();
  await page.keyboard.press('Space');
  await expect(answer(page)).toHaveText(five);
  await expect(mark(page, 5)).toBeFocused();
  await page.keyboard.press('Tab'); // the title of the row
  for (let i = 0; i < 4 && !(await mark(page, 6).evaluate((it) => it === document.activeElement)); i++) await page.keyboard.press('Tab');
  await expect(mark(page, 6)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText('With Phase 5 and Phase 6 done, Phase 7 could start; four');
  for (let i = 0; i < 40 && !(await reset(page).evaluate((it) => it === document.activeElement)); i++) await page.keyboard.press('Tab');
  await expect(reset(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(answer(page)).toHaveText(nothing);
  await expect(reset(page)).toBeFocused();
  await expect(reset(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Tab');
  await expect(edges(page)).toBeFocused();
});

test('what is asked stands in the address: it survives a reload, and back takes one mark away', async ({ page }) => {
  await page.goto(`${address}?q=kept`);
  await mark(page, 5).check();
  await mark(page, 6).check();
  await expect(page).toHaveURL(`${address}?q=kept&done=${id(5)},${id(6)}`);
  await page.reload();
  await expect(mark(page, 5)).toBeChecked();
  await expect(mark(page, 6)).toBeChecked();
  await expect(answer(page)).toContainText('four milestones');
  await page.goBack();
  await expect(mark(page, 6)).not.toBeChecked();
  await expect(answer(page)).toHaveText(five);
  await page.goForward();
  await expect(mark(page, 6)).toBeChecked();
  await reset(page).click();
  await expect(page).toHaveURL(`${address}?q=kept`);
  await expect(page.locator('#ready-stated-themelios-phase-5')).toBeVisible();
  await expect(page.locator('main')).not.toHaveClass(/is-asking/);
  await page.goto(`${address}?done=${id(0)},elsewhere`); // complete already, and unknown
  await expect(answer(page)).toHaveText(nothing);
});

test('a key in the board leads to the sentence that says on what ground', async ({ page }) => {
  await page.goto('/milestones/');
  await page.getByRole('link', { name: 'On the stated order' }).click();
  await expect(page).toHaveURL(`${address}#ready-stated-${id(5)}`);
  await expect(page.locator(`[id="ready-stated-${id(5)}"]`)).toBeInViewport();
  await expect(page.locator(`[id="ready-stated-${id(5)}"]`)).toContainText('Needs Phase 4: Networking, which is complete.');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page tells what is ready, the chain and the graph, and shows no switch', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('#ready-stated-themelios-phase-5')).toBeVisible();
    await expect(page.getByText('On the stated order: 4 milestones.')).toBeVisible();
    await expect(page.getByRole('switch')).toHaveCount(0);
    await expect(page.locator('.what-if').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('columnheader', { name: 'If done' })).toHaveCount(0);
    await expect(page.locator('.node:visible')).toHaveCount(13);
    await node(page, 7).click();
    await expect(page).toHaveURL(`/milestones/${id(7)}/`);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('the switches can be hit, the answer stays in view, and nothing is wider than the screen', async ({ page }) => {
    await page.goto(address);
    const label = row(page, 9).locator('.if-done label');
    const box = (await label.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await label.tap();
    await expect(mark(page, 9)).toBeChecked();
    await expect(answer(page)).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    const drawing = (await page.locator('.drawing:visible').boundingBox())!;
    expect(drawing.x + drawing.width).toBeLessThanOrEqual(phone.width);
    await expect(page.locator('.drawing.tight')).toBeVisible();
  });

  test('the rail is as high as its row, and its dot stands beside the title', async ({ page }) => {
    await page.goto(address);
    for (const phase of [0, 5, 12]) {
      const [rail, whole, dot, title] = await Promise.all(
        ['.rail-of-row', '', '.dot:not(.marked)', 'th a'].map(async (part) =>
          (part === '' ? row(page, phase) : row(page, phase).locator(part)).boundingBox(),
        ),
      );
      expect(Math.abs(dot!.y + dot!.height / 2 - (title!.y + title!.height / 2))).toBeLessThan(4);
      expect(rail!.height).toBeGreaterThanOrEqual(whole!.height - 2);
      expect(title!.x).toBeGreaterThan(dot!.x + dot!.width);
    }
  });
});

test('the rail goes when rows are moved or hidden, because it would join the wrong ones', async ({ page }) => {
  await page.goto('/milestones/');
  const rail = page.locator('.rail-of-row').first();
  await expect(rail).toBeVisible();
  for (const name of ['is-reordered', 'is-filtered']) {
    await page.locator('main').evaluate((it, name) => it.classList.add(name), name);
    await expect(rail).toBeHidden();
    await page.locator('main').evaluate((it, name) => it.classList.remove(name), name);
    await expect(rail).toBeVisible();
  }
});

test('on paper: rail, lists and graph, no switches, and the answer only to what was asked', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(address);
  await expect(page.locator('.rail-of-row').first()).toBeVisible();
  await expect(page.locator('.drawing:visible')).toHaveCount(1);
  await expect(answer(page)).toBeHidden();
  await expect(reset(page)).toBeHidden();
  await expect(page.locator('.if-done').filter({ visible: true })).toHaveCount(0);
  await page.goto(`${address}?done=${id(5)}`);
  await expect(answer(page)).toHaveText(five);
  await expect(answer(page)).toBeVisible();
  await expect(reset(page)).toBeHidden();
});
