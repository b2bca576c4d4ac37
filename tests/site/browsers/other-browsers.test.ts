/**
 * R16: Firefox ESR and WebKitGTK, where they are installed, open a page of each kind without an error, step and check a simulation,
 * and search. Chromium has tests of its own, in tests/browser. Part of `npm run test:all`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changed, edited, linkTo } from '../../browser/edit-page.ts';
import { oneOfEachKind } from '../../browser/kinds.ts';
import { serve } from '../../browser/serve.ts';
import { everything, published } from '../built-site.ts';
import { until, type Browser } from './browser.ts';
import { startFirefox } from './firefox.ts';
import { installed } from './process.ts';
import { startWebKit } from './webkit.ts';

interface Candidate {
  readonly name: string;
  /** Why it cannot be started; undefined when it can. */
  readonly missing: string | undefined;
  start(): Promise<Browser>;
}

function candidates(): Candidate[] {
  const firefox = installed('firefox-esr', 'firefox');
  const driver = installed('WebKitWebDriver');
  const browser = installed(
    ...['x86_64', 'aarch64'].flatMap((it) => ['4.1', '4.0'].map((v) => `/usr/lib/${it}-linux-gnu/webkit2gtk-${v}/MiniBrowser`)),
  );
  const screen = installed('Xvfb');
  const shown = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] || screen;
  return [
    { name: 'Firefox', missing: firefox ? undefined : 'install firefox-esr', start: () => startFirefox(firefox!) },
    {
      name: 'WebKitGTK',
      missing: driver && browser ? (shown ? undefined : 'install xvfb') : 'install webkit2gtk-driver',
      start: () => startWebKit({ driver: driver!, browser: browser!, screen }),
    },
  ];
}

/** A key of the player by what stands on it. */
const key = (says: string): string =>
  `[...document.querySelectorAll('.player button')].find((it) => (it.getAttribute('aria-label') ?? it.textContent).trim().startsWith('${says}'))`;
const position = `document.querySelector('.player [role=slider]')?.getAttribute('aria-valuenow')`;

/** A small model, so that a slow machine checks all of it. */
const checked = 'simulations/themelios/ipc/';

describe.runIf(everything).each(candidates())('in $name', ({ name, missing, start }) => {
  if (missing) {
    test.skip(`R16: ${name} is not installed, so nothing was tried in it: ${missing}`, () => undefined);
    return;
  }
  let site: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  beforeAll(async () => {
    site = await serve(published.folder, published.base);
    browser = await start();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('R16: a page of each kind opens without an error', async () => {
    const wrong: string[] = [];
    for (const address of oneOfEachKind) {
      await browser.open(site.url + address);
      const shown = await browser.evaluate(`(document.querySelector('main')?.innerText ?? '').length`);
      if (Number(shown) < 40) wrong.push(`/${address}: shows ${String(shown)} characters`);
      const errors = (await browser.errors()).filter((it) => !(address.startsWith('no-such') && it.includes('404')));
      wrong.push(...errors.map((it) => `/${address}: ${it}`));
    }
    expect(wrong).toEqual([]);
  });

  test('R16: a simulation steps, goes back and checks every state', async () => {
    await browser.open(site.url + checked);
    await browser.evaluate(`document.querySelector('.simulation').scrollIntoView()`);
    await until(browser, `Boolean(${position})`, (it) => it === true);
    await browser.evaluate(`${key('To the start')}.click()`);
    await until(browser, position, (it) => it === '0');
    await browser.evaluate(`${key('Step')}.click()`);
    await until(browser, position, (it) => it === '1');
    await browser.evaluate(`${key('Back')}.click()`);
    await until(browser, position, (it) => it === '0');
    await until(browser, `Boolean(${key('Check every state')} ?? ${key('Check')}?.click())`, (it) => it === true);
    await browser.evaluate(`${key('Check every state')}.click()`);
    const says = `document.querySelector('.player .check')?.textContent ?? ''`;
    await until(browser, says, (it) => /Every property holds|Violated|violated|could not/.test(String(it)), 120_000);
    expect(await browser.evaluate(says)).toContain('Every property holds in every state of the model');
    expect(await browser.errors()).toEqual([]);
  });

  /** Opens a link to an edited model, which runs nothing, presses Run, and returns what is said. */
  async function run(text: string): Promise<unknown> {
    await browser.open(`${site.url}simulations/${edited}/${await linkTo(text)}`);
    await until(browser, `document.querySelector('.edit-flaws')?.textContent ?? ''`, (it) => /error/i.test(String(it)), 120_000);
    expect(await browser.evaluate(`document.querySelectorAll('iframe').length`)).toBe(0);
    await browser.evaluate(`${editKey('Run')}.click()`);
    const says = `document.querySelector('.edit-panel > .edit-says')?.textContent ?? ''`;
    return until(browser, says, (it) => it !== '' && it !== 'It is being run.' && !String(it).startsWith('The text is from the link'));
  }
  const editKey = (says: string): string =>
    `[...document.querySelectorAll('.edit-panel button')].find((it) => it.textContent === '${says}')`;

  test('R16: an edited model runs and is checked, and what has no end is ended', async () => {
    expect(await run(changed("    'the frame is allocated': ({ it }) => !it.free,\n", ''))).toContain('The edited model runs above.');
    await browser.evaluate(`${editKey('Check')}.click()`);
    await until(
      browser,
      `document.querySelector('.edited-plate .check')?.textContent ?? ''`,
      (it) => /Violated/i.test(String(it)),
      120_000,
    );
    expect(await run(changed('export const model', 'for (;;);\nexport const model'))).toContain('went round more than 1,000,000 times');
    expect(await run(changed('export const model', 'for (;;) try { for (;;); } catch {}\nexport const model'))).toContain(
      'Stopped after 2 seconds',
    );
    // What was ended is gone, and the next text runs.
    expect(await run(changed('(s.owned = true)', '{ s.owned = true; }'))).toContain('The edited model runs above.');
  });

  test('R16: the search finds a rule and leads to it', async () => {
    const rule = 'themelios.capability.revoke-reaches-descendants';
    await browser.open(site.url);
    await browser.evaluate(`document.querySelector('.search-open').click()`);
    await browser.evaluate(
      `(() => { const it = document.querySelector('#search-words'); it.value = 'revoke'; it.dispatchEvent(new Event('input', { bubbles: true })); })()`,
    );
    const hit = `[...document.querySelectorAll('.search-hits a')].map((it) => it.getAttribute('href')).find((it) => it.includes('${rule}'))`;
    const href = await until(browser, hit, (it) => typeof it === 'string');
    expect(String(href)).toBe(`${published.base}rules/#${rule}`);
    expect(await browser.errors()).toEqual([]);
  });
});
