/** What moves when a reader steps: one move on, the same one back, and nothing in a jump or for who wants no motion. */
import { expect, test, type Page } from '@playwright/test';

test.use({ actionTimeout: 15_000 });

interface Moved {
  readonly name: string;
  readonly direction: string;
  readonly ms: number;
}

async function open(page: Page, id: string, reducedMotion: 'no-preference' | 'reduce' = 'no-preference'): Promise<void> {
  await page.emulateMedia({ reducedMotion });
  await page.goto(`/simulations/${id}/`);
  await page.locator('.simulation').first().scrollIntoViewIfNeeded();
  await expect(page.locator('.player')).toBeVisible();
}

/** Presses a key of the row and says what it sets in motion in the picture. */
const press = (page: Page, key: 'first' | 'back' | 'step'): Promise<Moved[]> =>
  page.evaluate(async (which) => {
    document.querySelector<HTMLElement>(`.key-${which}`)!.click();
    await new Promise((done) => requestAnimationFrame(done));
    const moves = document.querySelector('.picture')!.getAnimations({ subtree: true });
    return moves
      .filter(({ playState }) => playState === 'running')
      .map((it) => {
        const { direction = '', duration } = it.effect!.getComputedTiming();
        return { name: (it as CSSAnimation).animationName, direction, ms: Number(duration) };
      });
  }, key);

/** The picture once nothing in it moves any more. */
async function atRest(page: Page): Promise<string> {
  const picture = page.locator('.picture');
  await expect(picture).not.toHaveClass(/moves-back/);
  return picture.innerHTML();
}

for (const [id, step, name] of [
  ['themelios/scheduler', 1, 'turned'],
  ['themelios/scheduler', 2, 'moved-orbit'],
  ['themelios/ab-update', 4, 'boot-turned'],
  ['themelios/address-space', 3, 'arc-drawn'],
  ['starina/channel', 1, 'rail-comes'],
] as const) {
  test(`${id}: step ${step} moves once along its line, and back along the same (${name})`, async ({ page }) => {
    await open(page, id);
    await press(page, 'first');
    let before = await atRest(page);
    for (let i = 1; i < step; i++) {
      await press(page, 'step');
      before = await atRest(page);
    }
    const on = (await press(page, 'step')).filter((it) => it.name === name);
    expect(on.length).toBeGreaterThan(0);
    for (const it of on) expect(it).toEqual({ name, direction: 'normal', ms: 180 });
    const after = await atRest(page);
    const back = (await press(page, 'back')).filter((it) => it.name === name);
    expect(back).toEqual(on.map((it) => ({ ...it, direction: 'reverse' })));
    expect(await atRest(page)).toBe(before);
    expect(before).not.toBe(after);
  });
}

test('a reader who goes back faster than things move is where the keys say', async ({ page }) => {
  await open(page, 'starina/channel');
  await press(page, 'first');
  const start = await atRest(page);
  for (let i = 0; i < 4; i++) await press(page, 'step');
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i++) {
      document.querySelector<HTMLElement>('.key-back')!.click();
      await new Promise((done) => setTimeout(done)); // each press is a task of its own, as a key that is held down makes them
    }
  });
  expect(await atRest(page)).toBe(start);
  await expect(page.locator('.narration')).toContainText('Nothing has happened yet');
});

test('a refusal, a jump and a scrub move nothing', async ({ page }) => {
  await open(page, 'themelios/scheduler');
  expect(await press(page, 'first')).toEqual([]);
  await page.locator('.timeline-rail').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.picture')).toHaveAttribute('class', 'picture');
  await page.getByText(/refused, and why$/).click();
  await page.locator('.action.is-refused').first().click({ force: true });
  await expect(page.locator('.narration')).toContainText('is refused');
  await expect(page.locator('.picture')).toHaveAttribute('class', 'picture');
  expect(await press(page, 'back')).toEqual([]);
});

test('with reduced motion a step back stands at once', async ({ page }) => {
  await open(page, 'starina/channel', 'reduce');
  await press(page, 'first');
  const start = await atRest(page);
  await press(page, 'step');
  const shown = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('.key-back')!.click();
    await new Promise((done) => requestAnimationFrame(done));
    return document.querySelector('.picture')!.innerHTML;
  });
  expect(shown).toBe(start);
});
