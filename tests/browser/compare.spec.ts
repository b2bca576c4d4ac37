/** The compare page in a real browser: what is chosen, in which order, with script and without, on a phone, by keyboard, on paper. */
import { expect, test, type Page } from '@playwright/test';
import { entries } from './records.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };
const all = entries.systems.toSorted((a, b) => a.data.order - b.data.order).map(({ data }) => data.title);

const box = (page: Page, name: string) => page.getByRole('checkbox', { name });
/** The systems that answer a question, in the order in which they stand. */
const columns = (page: Page, question = 'scheduling') =>
  page
    .locator(`#${question} .answer h3`)
    .evaluateAll((them) => them.filter((it) => (it as HTMLElement).checkVisibility()).map((it) => it.textContent.trim()));
const shownQuestions = (page: Page) =>
  page.locator('.asked section').evaluateAll((them) => them.filter((it) => (it as HTMLElement).checkVisibility()).map((it) => it.id));

test.describe('with script', () => {
  test.use({ viewport: desk });

  test('all stand side by side until some are chosen; the order is that of the choice', async ({ page }) => {
    await page.goto('/compare/');
    expect(await columns(page)).toEqual(all);
    await box(page, 'ThemeliOS').check();
    await box(page, 'violetOS').check();
    await expect(page).toHaveURL('/compare/?systems=themelios,violetos');
    await expect(page.getByRole('status')).toHaveText('ThemeliOS and violetOS, side by side.');
    expect(await columns(page)).toEqual(['ThemeliOS', 'violetOS']);
    expect(await columns(page, 'boot')).toEqual(['ThemeliOS', 'violetOS']);
  });

  test('a choice survives reload, back and forward', async ({ page }) => {
    await page.goto('/compare/?systems=zos,avyos,nobody#ipc');
    expect(await columns(page, 'ipc')).toEqual(['Zero-OS v4', 'avyos']);
    await box(page, 'Starina').check();
    await expect(page).toHaveURL('/compare/?systems=zos,avyos,starina#ipc');
    await page.reload();
    expect(await columns(page)).toEqual(['Zero-OS v4', 'avyos', 'Starina']);
    await expect(box(page, 'Starina')).toBeChecked();
    await page.goBack();
    await expect.poll(() => columns(page)).toEqual(['Zero-OS v4', 'avyos']);
    await expect(box(page, 'Starina')).not.toBeChecked();
    await page.goForward();
    await expect.poll(() => columns(page)).toEqual(['Zero-OS v4', 'avyos', 'Starina']);
  });

  test('is worked by keyboard: boxes, questions, sources', async ({ page }) => {
    await page.goto('/compare/');
    await box(page, 'violetOS').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await columns(page)).toEqual(['violetOS', 'Starina']);
    await page.getByRole('navigation', { name: 'Questions' }).getByRole('link', { name: 'Storage' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/compare/?systems=violetos,starina#storage');
    await expect(page.locator('#storage')).toBeInViewport();
    const sources = page.locator('#storage .starina details');
    await sources.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(sources.getByRole('link').first()).toBeVisible();
  });

  test('columns stand beside each other, and the question stays in sight', async ({ page }) => {
    await page.goto('/compare/#ipc');
    const boxes = await Promise.all((await page.locator('#ipc .answer').all()).map((it) => it.boundingBox()));
    expect(new Set(boxes.map((it) => it!.y)).size).toBe(1);
    for (const it of boxes) expect(it!.width).toBeGreaterThan(190);
    await page.locator('#ipc .answer .cites').last().scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 200);
    await expect(page.locator('#ipc h2')).toBeInViewport();
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: desk });

  test('all answers are there, and the boxes leave out columns', async ({ page }) => {
    await page.goto('/compare/');
    await expect(page.locator('#scheduling .answer:visible')).toHaveCount(all.length);
    await box(page, 'Starina').check();
    await box(page, 'avyos').check();
    await expect(page.locator('.answer:visible')).toHaveCount(26);
    await expect(page.locator('#scheduling .answer:visible h3')).toHaveText(['Starina', 'avyos']);
    await box(page, 'Starina').uncheck();
    await box(page, 'avyos').uncheck();
    await expect(page.locator('#scheduling .answer:visible')).toHaveCount(all.length);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('a question that is chosen stands alone, its systems below each other, with the way on', async ({ page }) => {
    await page.goto('/compare/#scheduling');
    expect(await shownQuestions(page)).toEqual(['scheduling']);
    const boxes = await Promise.all((await page.locator('#scheduling .answer').all()).map((it) => it.boundingBox()));
    expect(boxes.map((it) => it!.x)).toEqual(boxes.map(() => boxes[0]!.x));
    await page.locator('#scheduling').getByRole('link', { name: 'How is memory handed out?' }).click();
    expect(await shownQuestions(page)).toEqual(['memory']);
    await page.goBack();
    await expect.poll(() => shownQuestions(page)).toEqual(['scheduling']);
    await page.locator('#scheduling').getByRole('link', { name: 'All questions' }).click();
    expect(await shownQuestions(page)).toHaveLength(13);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test('on paper the choice stands, with its sources, and the boxes are gone', async ({ page }) => {
  await page.goto('/compare/?systems=starina,zos');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.choice')).toBeHidden();
  expect(await columns(page)).toEqual(['Starina', 'Zero-OS v4']);
  await expect(page.locator('#boot .zos .source').first()).toBeVisible();
  await expect(page.locator('.asked section')).toHaveCount(13);
});
