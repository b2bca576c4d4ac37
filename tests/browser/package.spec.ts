/** The player as an element in a bare page of another origin, under a policy that allows scripts and nothing else. */
import { expect, test, type Page } from '@playwright/test';
import { airlock, at, capabilities, element, elsewhere, key, position, strict, watched } from './package-page.ts';

test.use({ actionTimeout: 15_000 });

let site: Awaited<ReturnType<typeof elsewhere>>;
test.beforeAll(async () => {
  site = await elsewhere();
});
test.afterAll(() => site.close());

interface Told {
  readonly name: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
/** What the elements of the page tell, from the first script on. */
async function heard(page: Page): Promise<() => Promise<Told[]>> {
  await page.addInitScript(() => {
    const told: Told[] = [];
    for (const name of ['orrery-step', 'orrery-verdict'])
      document.addEventListener(name, (event) => told.push({ name, detail: (event as CustomEvent<Told['detail']>).detail }));
    Object.assign(globalThis, { told });
  });
  return () => page.evaluate(() => (globalThis as unknown as { told: Told[] }).told);
}

test('it steps, goes back, undoes and tells so, and the policy has nothing to refuse', async ({ page }) => {
  const wrong = await watched(page);
  const all = await heard(page);
  await page.goto(site.page);
  const player = capabilities(page);
  await at(player, 1);
  await key(player, /^Step/).click();
  await at(player, 2);
  await expect(player.locator('.narration')).toContainText('is refused');
  await key(player, 'Back one step').click();
  await at(player, 1);
  await key(player, 'Skip step 1').click();
  await expect(player.locator('.narration')).toContainText('is skipped');
  await key(player, 'Undo: skip step 1').click();
  await expect(player.locator('.narration')).toContainText('insert.');
  // What is told follows what is shown: it comes when the browser has drawn.
  const told = async () =>
    (await all()).filter(({ name, detail }) => name === 'orrery-step' && detail['model'] === 'themelios/capability-space');
  await expect.poll(async () => (await told()).map(({ detail }) => detail['step'])).toEqual([1, 2, 1, 1, 1]);
  const steps = await told();
  expect(steps[1]!.detail).toMatchObject({ scenario: 'narrowing', steps: 2, refused: ['no right is added'], violated: [] });
  await expect(player.getByRole('button', { name: /Edit|link/ })).toHaveCount(0);
  expect(page.url()).toBe(site.page);
  expect(wrong).toEqual([]);
});

test('a check in the page says so, finds what the model expects, and with a fault the shortest counterexample', async ({ page }) => {
  const wrong = await watched(page);
  const told = await heard(page);
  await page.goto(site.page);
  const player = airlock(page);
  await key(player, 'Check every state').click();
  await expect(player.locator('.check-verdict')).toHaveText(/Every property holds in every state of the model/);
  await expect(player.locator('.check')).toContainText('3 states, 4 transitions, depth 1, as expected');
  await expect(player.locator('.check')).toContainText('This page may start no worker');
  await key(player, 'Break it').click();
  await player.getByRole('switch').check();
  await key(player, 'Check every state').click();
  await expect(player.locator('.check-verdict')).toHaveText(/Violated: at most one door is open/);
  await expect(player.locator('.shortest-step')).toHaveCount(2);
  await expect(player.locator('.band-part')).toHaveText('Doors 0 and 1 are open together.');
  const verdicts = (await told()).filter(({ name }) => name === 'orrery-verdict').map(({ detail }) => detail);
  expect(verdicts).toMatchObject([
    { model: 'example/airlock', verdict: 'holds', states: 3, counterexample: undefined, asExpected: true },
    {
      verdict: 'violated',
      property: 'at most one door is open',
      counterexample: [{ open: { it: 0 } }, { open: { it: 1 } }],
      config: { worn: true },
    },
  ]);
  expect(wrong).toEqual([]);
});

test('all else that the player opens works there: keys, settings, export, a log, the state graph', async ({ page }) => {
  const wrong = await watched(page);
  await page.goto(site.write('all.html', strict('<orrery-player model="themelios/ipc"></orrery-player>')));
  const player = element(page, 'themelios/ipc');
  await key(player, 'Export').click();
  const [file] = await Promise.all([page.waitForEvent('download'), player.locator('.formats').getByRole('button').first().click()]);
  expect(file.suggestedFilename()).toContain('ipc');
  await key(player, 'Import').click();
  await key(player, /^A log of a real system/).click();
  await key(player, 'Use the map for this model').click();
  await key(player, 'Use the sample log').click();
  await key(player, 'Hold it against the model').click();
  await expect(player.locator('.import-says').last()).toContainText('Explained: 7 of 9 lines are steps');
  await key(player, 'Scenario and size').click();
  await player.getByRole('combobox', { name: 'Scenario' }).selectOption({ index: 1 });
  await player.locator('.survey-fold summary').click();
  await key(player, 'Typical and rare').click();
  await expect(player.locator('.survey')).toContainText('Done.');
  expect(wrong).toEqual([]);
});

test('the keyboard works inside one element and leaves the other alone', async ({ page }) => {
  await page.goto(site.page);
  const [one, other] = [capabilities(page), airlock(page)];
  await at(one, 1);
  await at(other, 2);
  await position(one).focus();
  await page.keyboard.press('ArrowRight');
  await at(one, 2);
  await page.keyboard.press('Home');
  await at(one, 0);
  await at(other, 2);
  // The list of keys gives the focus back to where it was, though a page sees only the element.
  await page.keyboard.press('?');
  await expect(key(one, 'Close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(position(one)).toBeFocused();
  // A step takes away the key that was pressed, and the focus stays inside.
  await one.locator('.part-actions .action').first().focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
  expect(await one.evaluate((it) => it.shadowRoot?.activeElement !== null)).toBe(true);
  await at(other, 2);
});

test('moved it keeps its run; taken out and put in again it begins anew; an attribute opens what it names', async ({ page }) => {
  const wrong = await watched(page);
  await page.goto(site.page);
  const player = capabilities(page);
  await key(player, /^Step/).click();
  await at(player, 2);
  await player.evaluate((it) => document.querySelector('main')!.append(it));
  await at(player, 2);
  await player.evaluate(async (it) => {
    it.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.querySelector('main')!.prepend(it);
  });
  await at(player, 1);
  await player.evaluate((it) => it.setAttribute('scenario', 'orphan'));
  await expect(position(player)).toHaveAttribute('aria-valuemax', '4');
  await player.evaluate((it) => it.setAttribute('compact', ''));
  await expect(player.locator('.compact-actions')).toBeVisible();
  await expect(player.getByRole('link')).toHaveCount(0);
  await player.evaluate((it) => it.setAttribute('level', '3'));
  await expect(player.getByRole('heading', { level: 3 })).toHaveText('Capability space');
  // The scenario of another model is none of this one, until the page says nothing of it.
  await player.evaluate((it) => it.setAttribute('model', 'zos/boot-graph'));
  const other = element(page, 'zos/boot-graph');
  await expect(other).toContainText('The simulation \u201czos/boot-graph\u201d has no scenario \u201corphan\u201d.');
  await other.evaluate((it) => it.removeAttribute('scenario'));
  await expect(other.getByRole('toolbar', { name: 'Run' })).toBeVisible();
  await expect(other.getByRole('heading', { level: 3 })).not.toHaveText('Capability space');
  expect(wrong).toEqual([]);
});

test('a name that is none, a model that cannot be and a picture that fails are sentences, and what stands inside stays', async ({
  page,
}) => {
  const wrong = await watched(page);
  await page.goto(
    site.write(
      'wrong.html',
      strict(`
        <orrery-player model="nobody/nothing"><p>Instead</p></orrery-player>
        <orrery-player><p>Instead</p></orrery-player>
        <orrery-player model="themelios/scheduler" scenario="never"></orrery-player>
        <orrery-player model="example/airlock"></orrery-player>`),
    ),
  );
  const players = page.locator('orrery-player');
  await expect(players.nth(0)).toContainText('There is no simulation \u201cnobody/nothing\u201d.');
  await expect(players.nth(0).getByText('Instead')).toBeVisible();
  await expect(players.nth(1)).toContainText('names no model');
  await expect(players.nth(2)).toContainText('has no scenario \u201cnever\u201d. It has turns,');
  // One that is defined later is shown then.
  await expect(players.nth(3)).toContainText('There is no simulation');
  const define = (code: string) =>
    page.evaluate(`(async () => {
      const { defineSimulation } = await import('${site.scripts}orrery-player.js');
      const { range } = await import('${site.scripts}language.js');
      const { runs } = await import('./airlock.js');
      defineSimulation(${code});
    })()`);
  await define('{ runs }');
  await expect(players.nth(3).getByRole('table')).toBeVisible();
  await define('{ runs: { ...runs, state: () => ({ a: range(5, 1) }) } }');
  await expect(players.nth(3)).toContainText('could not be loaded');
  await define("{ runs, Picture: () => { throw new Error('the picture is torn') } }");
  await expect(players.nth(3)).toContainText('failed: the picture is torn');
  await define('{ runs }');
  await expect(players.nth(3).getByRole('table')).toBeVisible();
  expect(wrong).toEqual([]);
});
