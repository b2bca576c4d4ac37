/** Flows played over drawings: what is pressed, what is marked, what is told. Over which drawing is chosen in `facts/graph/played`. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { looks, setLook, violations } from './accessibility.ts';

const button = (flow: Locator, name: string): Locator => flow.getByRole('button', { name, exact: true });
const told = (flow: Locator): Locator => flow.locator('ol > li:visible .told');
const disc = (flow: Locator): Locator => flow.locator('.stage svg:visible .step-disc');

async function flowOf(tab: Page, address: string, id: string): Promise<Locator> {
  await tab.goto(address);
  return tab.locator(`#flow-${id}`);
}

for (const width of [1440, 768, 360])
  test(`at ${width} px a flow is played over the drawing of its page, step by step`, async ({ page: tab }) => {
    await tab.setViewportSize({ width, height: 900 });
    const flow = await flowOf(tab, '/systems/themelios/architecture/message-passing/', 'call-and-reply');
    const count = await flow.locator('ol > li').count();
    await button(flow, 'Play over the drawing').click();
    await expect(button(flow, 'Step on')).toBeFocused();
    await expect(button(flow, 'Step back')).toHaveAttribute('aria-disabled', 'true');
    for (let step = 1; step <= count; step++) {
      await expect(told(flow)).toHaveCount(1);
      await expect(told(flow)).toContainText(String(step));
      await expect(disc(flow)).toHaveText(String(step));
      const now = flow.locator('.stage svg:visible .is-now');
      await expect(now).toHaveCount(1);
      await expect(now).toHaveAccessibleName(/\S{2}/);
      await button(flow, 'Step on').press('Enter');
    }
    await expect(button(flow, 'Step on')).toHaveAttribute('aria-disabled', 'true');
    await expect(flow.locator('.count')).toHaveText(`step ${count} of ${count}`);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await button(flow, 'Show all at once').click();
    await expect(told(flow)).toHaveCount(count);
    await expect(button(flow, 'Play over the drawing')).toBeFocused();
  });

test('the arrow keys step, and Escape shows all', async ({ page: tab }) => {
  const flow = await flowOf(tab, '/systems/themelios/architecture/capabilities/', 'grant');
  await button(flow, 'Play over the drawing').press('Enter');
  await tab.keyboard.press('ArrowRight');
  await expect(flow.locator('.count')).toHaveText(/^step 2 of /);
  await tab.keyboard.press('ArrowLeft');
  await tab.keyboard.press('ArrowLeft');
  await expect(flow.locator('.count')).toHaveText(/^step 1 of /);
  await tab.keyboard.press('Escape');
  await expect(button(flow, 'Play over the drawing')).toBeFocused();
});

test('a drawing of another page comes with the flow, and a step that it leaves out is said to be left out', async ({ page: tab }) => {
  const flow = await flowOf(tab, '/systems/zos/architecture/upgrade/', 'flow-reboot-past-gates');
  await button(flow, 'Play over the drawing').click();
  await expect(flow.locator('.stage svg:visible').first()).toBeVisible();
  const outside: boolean[] = [];
  for (let i = await flow.locator('ol > li').count(); i > 0; i--) {
    outside.push(await flow.locator('.outside').isVisible());
    expect((await flow.locator('.stage svg:visible .is-now').count()) > 0, 'marked, or said to be left out').toBe(!outside.at(-1));
    await button(flow, 'Step on').press('Enter');
  }
  expect(outside).toContain(true);
  expect(outside).toContain(false);
});

for (const look of looks)
  test(`axe finds nothing in a flow that is played, ${look.theme} at ${look.width} px`, async ({ page: tab }) => {
    const flow = await flowOf(tab, '/systems/themelios/architecture/message-passing/', 'call-and-reply');
    await setLook(tab, look);
    await button(flow, 'Play over the drawing').click();
    await button(flow, 'Step on').click();
    expect(await violations(tab, '#flow-call-and-reply')).toEqual([]);
  });

test('no element of a page that plays has the id of another', async ({ page: tab }) => {
  const flow = await flowOf(tab, '/systems/themelios/architecture/message-passing/', 'call-and-reply');
  await button(flow, 'Play over the drawing').click();
  const ids = await tab.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('where no drawing shows it, a flow is played on its lanes, and all of it stays', async ({ page: tab }) => {
  const flow = await flowOf(tab, '/systems/zos/architecture/boot/', 'flow-boot');
  const count = await flow.locator('ol > li').count();
  await button(flow, 'Play step by step').click();
  await button(flow, 'Step on').click();
  await expect(flow.locator('li.is-now')).toHaveCount(1);
  await expect(told(flow)).toHaveCount(count);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('a flow is a numbered list with nothing to press', async ({ page: tab }) => {
    const flow = await flowOf(tab, '/systems/themelios/architecture/message-passing/', 'call-and-reply');
    await expect(flow.locator('.controls')).toBeHidden();
    expect(await flow.locator('ol > li .told:visible').count()).toBeGreaterThan(3);
  });
});
