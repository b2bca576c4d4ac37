/** A reader writes a service of Starina: typed, run against clients, checked in every order, shared, and kept in its sandbox. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { published } from '../site/built-site.ts';
import { looks, overflow, setLook, violations } from './accessibility.ts';
import { changed, patient } from './edit-page.ts';
import { serve } from './serve.ts';
import { done, echo, found, guide, linkTo, openServices, panel, press, says, steps, text, write } from './service-page.ts';

test.use({ actionTimeout: 30_000 });
test.setTimeout(240_000);

/** Without what catches a send to who has gone. */
const careless = echo.replace(/try \{\s*(sender\.send\([^]*?\);)\s*\} catch \{[^]*?\n {4}\}/, '$1');

test('nothing is loaded before it is asked for, and no frame is there before Run', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/${guide}`);
  await page.waitForLoadState('networkidle');
  const of = /language|\/open-service|sandbox|runner/;
  expect(asked.filter((path) => of.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Write a service' }).click();
  await expect(panel(page).locator('.edit-flaws')).toHaveText('No error.', patient);
  expect(asked.filter((path) => path.includes('sandbox'))).toEqual([]);
  expect(page.frames()).toHaveLength(1);
});

test('the text is typed by the API, whose comments stand beside it', async ({ page }) => {
  await openServices(page);
  await write(page, changed('answersData: true', 'answersData: 1', echo));
  await expect(panel(page).locator('.flaw-says')).toHaveText("Type 'number' is not assignable to type 'boolean'.", patient);
  await expect(panel(page).locator('.edit-flaws')).toContainText('1 error');
  await panel(page).locator('.edit-flaws').getByRole('button').click();
  await expect(panel(page).locator('.edit-told')).toContainText('Whether it answers each Data with one Data or one Error.', patient);
  await write(page, `${echo}\nfetch('/');\nconst it: Machine = 1;\n`);
  await expect(panel(page).locator('.edit-flaws')).toContainText('2 errors', patient);
});

test('a service is run, stepped back and led elsewhere by hand', async ({ page }) => {
  await openServices(page);
  expect(await done(page, 'Run')).toBe('The run is below. No rule is broken in it.');
  const all = await steps(page).count();
  expect(all).toBeGreaterThan(10);
  await expect(panel(page)).toContainText('Nothing: everybody is at rest.');
  await press(page, 'To the start');
  await expect(steps(page)).toHaveCount(1);
  await press(page, 'A step on');
  await press(page, 'A step on');
  await expect(steps(page)).toHaveCount(3);
  await expect(panel(page).getByRole('row', { name: /A\.1/ })).toContainText('Data “one”');
  // What is not in this run leads to another one, which can be gone on with.
  await panel(page).getByRole('button', { name: 'Client A sends Data “two”' }).click();
  await expect(panel(page).getByRole('row', { name: /A\.1/ })).toContainText('Data “one”; Data “two”', patient);
  await expect(panel(page).getByRole('region', { name: 'What may happen next' })).toBeFocused();
  await press(page, 'Go on to the end');
  await expect(panel(page)).toContainText('Nothing: everybody is at rest.', patient);
});

test('every order is looked at; a fault gives the shortest run, which can be played', async ({ page }) => {
  await openServices(page);
  await done(page, 'Check every order');
  await expect(found(page)).toContainText('Every rule holds in every order', patient);
  await expect(found(page)).toContainText('405 states');
  await write(page, careless);
  await done(page, 'Check every order');
  await expect(found(page)).toContainText('Broken: the service does not panic', patient);
  await expect(found(page)).toContainText('Nobody caught NoPeer at the send of Data “three” at B.1.');
  await press(page, 'Play that run');
  await expect(panel(page).locator('.lane-broken')).toContainText('the service does not panic', patient);
  await expect(panel(page).locator('.lane-call.is-refused')).toContainText('the peer is open (else NoPeer)');
  // A run of another text is not led on.
  await press(page, 'A step back');
  await write(page, echo);
  await panel(page).locator('.service-choices li:not(:has(.service-as)) .text-key').first().click();
  await expect(says(page)).toHaveText('The text has changed since then: press Run or Check every order.');
});

test('the other services hold with every cast, at each size of a queue', async ({ page }) => {
  await openServices(page);
  for (const service of ['Name server', 'File server']) {
    await panel(page).getByLabel('Begin with').selectOption(service);
    await expect(text(page)).toContainText(service === 'Name server' ? 'owners' : 'files', patient);
    for (const cast of await panel(page).getByLabel('Who plays').locator('option').allTextContents()) {
      await panel(page).getByLabel('Who plays').selectOption(cast);
      await panel(page).getByLabel('Room in a queue').selectOption('1');
      await done(page, 'Check every order');
      await expect(found(page), cast).toContainText('Every rule holds in every order', patient);
    }
  }
});

test('a link shows its text and runs nothing; below a path too', async ({ page }) => {
  const site = await serve(published.folder, published.base);
  await openServices(page, site.url, await linkTo(changed("name: 'echo'", "name: 'linked'", echo)));
  await expect(text(page)).toContainText("name: 'linked'");
  await expect(says(page)).toContainText('Nothing of it runs before you press Run.');
  expect(page.frames()).toHaveLength(1);
  expect(await done(page, 'Run')).toContain('The run is below.');
  await press(page, 'Link');
  await expect(panel(page).locator('.edit-link input')).toHaveValue(/#edit=/, patient);
  await site.close();
});

test('escapes fail with a sentence, and nobody hears of them', async ({ page }) => {
  const came: string[] = [];
  const stranger = createServer(({ url = '' }, response) => {
    came.push(url);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((listening) => stranger.listen(0, 'localhost', listening));
  const at = `http://localhost:${(stranger.address() as AddressInfo).port}`;
  await openServices(page);
  for (const tried of [
    `fetch('${at}/fetch')`,
    `new XMLHttpRequest().open('GET', '${at}/xhr')`,
    `new WebSocket('${at.replace('http', 'ws')}/socket')`,
    `importScripts('${at}/script')`,
    `(0, eval)("fetch('${at}/eval')")`,
    `(() => 1).constructor("return this")().fetch('${at}/constructor')`,
    'indexedDB.open("x").name',
    'new BroadcastChannel("x").postMessage("x")',
    'parent.document.title',
    `postMessage('{"is":"done","answer":{}}')`,
    'performance.now()',
    'new Date().getTime()',
    'Math.random()',
  ]) {
    await write(page, `// @ts-nocheck\n${tried};\n${echo}`);
    expect(await done(page, 'Run'), tried).toMatch(/not defined|undefined|not a function|blocked|Refused|unsafe-eval/i);
    await write(page, `// @ts-nocheck\n${changed("info('client connected');", `info('client connected'); ${tried};`, echo)}`);
    expect(await done(page, 'Run'), tried).toContain('the service does not panic');
  }
  expect(came).toEqual([]);
  stranger.closeAllConnections();
  stranger.close();
});

test('bombs end with a sentence, the page goes on, and the draft is kept', async ({ page }) => {
  await openServices(page);
  for (const bomb of ['for (;;);', 'const f = (): number => f() + 1; f();']) {
    for (const service of [`${echo}\n${bomb}\n`, changed("info('client connected');", bomb, echo)]) {
      await write(page, service);
      const said = await done(page, 'Run');
      expect(said, bomb).toMatch(/Stopped after 2 seconds|Maximum call stack|the service does not panic|memory|went round more than/i);
      const draft = await page.evaluate(() => sessionStorage.getItem('orrery:draft:service/echo'));
      expect(draft).toContain(JSON.stringify(bomb).slice(1, -1));
    }
  }
  // One that is met only in some order.
  await write(page, changed('sender.close();', 'for (;;);', echo));
  await done(page, 'Check every order');
  await expect(found(page)).toContainText('The loop that begins in line 16 went round more than 1,000,000 times', patient);
  await write(page, changed('sender.close();', 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);', echo));
  expect(await done(page, 'Check every order')).toContain('Stopped after 2 seconds');
  await write(page, echo);
  expect(await done(page, 'Run')).toContain('The run is below.');
});

test('a service that remembers its former runs is told so', async ({ page }) => {
  await openServices(page);
  const remembers = changed(
    "info('client connected');",
    'const all = globalThis as unknown as { runs?: number };\n    all.runs = (all.runs ?? 0) + 1;\n    if (all.runs > 9) return;',
    echo,
  ).replace('{ dispatcher, info }', '{ dispatcher }');
  await write(page, remembers);
  expect(await done(page, 'Check every order')).toContain('it must be the same in every run');
});

test('without scripts the three services stand as text', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${guide}`);
  await expect(page.getByText('A client takes a name; another looks it up.')).toBeVisible();
  await expect(page.locator('.expressive-code')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Write a service' })).toBeDisabled();
  await context.close();
});

for (const look of looks)
  test(`axe finds nothing, ${look.theme} at ${look.width}, and nothing is wider than the window`, async ({ page }) => {
    await openServices(page);
    await write(page, careless);
    await done(page, 'Check every order');
    await press(page, 'Play that run');
    await expect(panel(page).locator('.lane-broken')).toBeVisible(patient);
    await setLook(page, look);
    expect(await violations(page, '.edit-model')).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
