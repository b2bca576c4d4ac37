/**
 * A reader's script cannot get out of the sandbox, and ends within its limit. Who is got out to is a server that welcomes everybody and notes
 * who came; how long things take is measured in bench/.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { everything, published } from '../site/built-site.ts';
import { changed, edited, flaws, linkTo, openEditor, patient, plate, run, says, shipped, write } from './edit-page.ts';
import { framesLater } from './frames.ts';
import { serve } from './serve.ts';

test.use({ actionTimeout: 30_000 });
test.setTimeout(300_000);

let stranger: Server;
const came: string[] = [];
const address = () => `http://localhost:${(stranger.address() as AddressInfo).port}`;

test.beforeAll(async () => {
  stranger = createServer(({ url = '' }, response) => {
    came.push(url);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('self.reached = true');
  });
  stranger.on('upgrade', ({ url = '' }: { url?: string }, socket: { destroy: () => void }) => {
    came.push(url);
    socket.destroy();
  });
  await new Promise<void>((done) => stranger.listen(0, 'localhost', done));
});
test.afterAll(() => stranger.closeAllConnections());

/** As code of the model, by what it tries; each would reach the stranger, the page or what the browser keeps. */
const escapes = (at: string): Readonly<Record<string, string>> => ({
  fetch: `fetch('${at}/fetch')`,
  'fetch without CORS': `fetch('${at}/nocors', { mode: 'no-cors' })`,
  XMLHttpRequest: `new XMLHttpRequest().open('GET', '${at}/xhr')`,
  WebSocket: `new WebSocket('${at.replace('http', 'ws')}/socket')`,
  EventSource: `new EventSource('${at}/events')`,
  importScripts: `importScripts('${at}/script')`,
  eval: `(0, eval)("fetch('${at}/eval')")`,
  'new Function': `new Function("fetch('${at}/function')")()`,
  'the constructor of a function': `(() => 1).constructor("return this")().fetch('${at}/constructor')`,
  'a worker of its own': `new Worker(URL.createObjectURL(new Blob(["fetch('${at}/worker')"])))`,
  WebAssembly: `WebAssembly.compile(new ArrayBuffer(8))`,
  indexedDB: `indexedDB.open('x').name`,
  caches: `caches.open('x')`,
  BroadcastChannel: `new BroadcastChannel('x').postMessage('x')`,
  'the page': `parent.document.title`,
  postMessage: `postMessage('{"is":"done","answer":{}}')`,
});

test('sixteen escapes end with a sentence, and nobody hears of them', async ({ page }) => {
  await openEditor(page);
  for (const [name, tried] of Object.entries(escapes(address()))) {
    await write(page, `// @ts-nocheck ${name}\n${tried};\n${shipped}`);
    expect(await run(page), name).not.toContain('runs above');
    expect(await says(page).textContent(), name).toMatch(/\w.*\.?$/);
  }
  // What gives a promise says nothing at once: the script goes on, and gets nowhere.
  await write(
    page,
    `// @ts-nocheck\nimport('${address()}/import').catch(() => 0);\nimport('data:text/javascript,1').catch(() => 0);\n${shipped}`,
  );
  expect(await run(page)).toContain('runs above');
  expect(came).toEqual([]);
});

/** Framed with the origin of the site, as it is without a network, its page holds a frame without one. */
for (const [what, held] of [
  ['the sandbox', false],
  ['the frame that it holds', true],
] as const)
  test(`without what takes names away, the policy of ${what} still lets nothing out`, async ({ page }) => {
    await openEditor(page);
    const said = await page.evaluate(
      async ({ at, held }) => {
        const frame = document.createElement('iframe');
        if (!held) frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = `${location.pathname.replace(/simulations\/.*$/, '')}sandbox/`;
        const told = (wanted: (text: string) => boolean) =>
          new Promise<string>((settle) =>
            addEventListener('message', ({ data }: MessageEvent<string>) => {
              if (wanted(data)) settle(data);
            }),
          );
        const ready = told((text) => text.includes('ready'));
        document.body.append(frame);
        await ready;
        const script = `(async () => {
      const tries = {
        fetch: () => fetch('${at}/bare-fetch'),
        import: () => import('${at}/bare-import'),
        importScripts: () => importScripts('${at}/bare-script'),
        eval: () => (0, eval)('1'),
        nested: () => new Promise((ok, no) => {
          const worker = new Worker(URL.createObjectURL(new Blob(["fetch('${at}/bare-nested').then(() => postMessage(1), () => postMessage(0))"])));
          worker.onmessage = ({ data }) => (data ? ok() : no());
          worker.onerror = no;
        }),
        indexedDB: () => new Promise((ok, no) => { const open = indexedDB.open('x'); open.onsuccess = ok; open.onerror = no; }),
        caches: () => caches.open('x'),
      };
      const got = [];
      for (const [name, tried] of Object.entries(tries)) try { await tried(); got.push(name); } catch {}
      postMessage(JSON.stringify({ got, origin: self.origin }));
    })();`;
        const answer = told((text) => text.includes('origin'));
        frame.contentWindow!.postMessage({ script }, '*');
        return answer;
      },
      { at: address(), held },
    );
    expect(JSON.parse(said)).toEqual({ got: [], origin: 'null' });
    expect(came).toEqual([]);
  });

test('the sandbox page does nothing where it has an origin', async ({ page }) => {
  await page.goto('/sandbox/');
  await page.evaluate(() => postMessage({ script: "postMessage('x')" }, '*'));
  await framesLater(page, 20);
  expect(page.workers()).toHaveLength(0);
});

/**
 * An array of arrays without end is not among them: on a fast machine its process is full before two seconds have passed, and Playwright takes the
 * end of a frame's process for that of the page. Asked by another conversation, the page said that it was stopped, and went on.
 */
const bombs: Readonly<Record<string, string>> = {
  'an endless loop': 'for (;;);',
  'a loop that catches its end': 'for (;;) try { for (;;); } catch {}',
  'endless recursion': 'const f = (): number => f() + 1; f();',
  'a regular expression that backtracks': "/^(a+)+$/.test('a'.repeat(50) + 'b');",
  'a slow builtin': 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);',
  'a power of big integers': '(3n ** (10n ** 8n)).toString();',
  'memory beside the heap': 'const a: unknown[] = []; for (;;) a.push(new Uint8Array(2 ** 28).fill(1));',
  ...(everything && {
    'recursion that is caught': 'const f = () => { try { f(); } finally { f(); } }; f();',
    'objects without end': 'let a = {}; for (;;) a = { a };',
    'promises without end': 'const f = (): unknown => Promise.resolve().then(f); f();',
  }),
};

test('bombs end with a sentence, the page goes on, and the draft is kept', async ({ page }) => {
  await openEditor(page);
  for (const [name, bomb] of Object.entries(bombs)) {
    const text = `${shipped}\n{ ${bomb} }\n`;
    await write(page, text);
    const said = await run(page);
    expect(said, name).toMatch(
      /Stopped after 2 seconds|went round more than 1,000,000 times|Maximum call stack|not defined|too big|Maximum BigInt/i,
    );
    expect(await page.evaluate((id) => sessionStorage.getItem(`orrery:draft:${id}`), edited), name).toContain(
      JSON.stringify(bomb).slice(1, -1),
    );
    if (name === 'an endless loop') expect(said).toContain('The loop that begins in line');
    if (name === 'a loop that catches its end') expect(said).toContain('Stopped after 2 seconds');
    await expect.poll(() => page.frames().length, name).toBe(1);
  }
  await write(page, shipped);
  expect(await run(page)).toContain('runs above');
});

test('an endless effect ends a step and not the plate, and a check that meets it says so', async ({ page }) => {
  await openEditor(page, '/', await linkTo(changed('(s.owned = true)', '{ for (;;) try { for (;;); } catch {} }')));
  expect(await run(page)).toContain('The edited model runs above.');
  const position = plate(page).getByRole('slider', { name: 'Position in the run' });
  const before = await position.getAttribute('aria-valuenow');
  await plate(page).getByRole('button', { name: 'Own tables' }).click();
  await expect(says(page)).toContainText('Stopped after 2 seconds', patient);
  await expect(position).toHaveAttribute('aria-valuenow', before!);
  // The script is run again for the next question.
  await plate(page).locator('.key-step').click();
  await expect(position).not.toHaveAttribute('aria-valuenow', before!);
  await plate(page).getByRole('button', { name: 'Check every state' }).click();
  await expect(plate(page).locator('.check')).toContainText('The check could not run: Stopped after 2 seconds', patient);
});

test('a model that fails in its first scenario stands at its start, and says why', async ({ page }) => {
  await openEditor(page, '/', await linkTo(changed('    it.free = true;\n', "    if (it.free === false) throw new Error('not today');\n")));
  expect(await run(page)).toContain(
    "It stands at its start, because its first scenario failed: themelios/frame-allocator: the effect of 'free'",
  );
  await expect(plate(page).locator('.narration-step')).toContainText('Step 0');
});

/** The published build lies below a path. */
test('below a path a model is edited, run and checked', async ({ page }: { page: Page }) => {
  const site = await serve(published.folder, published.base);
  await openEditor(page, site.url, await linkTo(changed("    'the frame is allocated': ({ it }) => !it.free,\n", '')));
  await expect(flaws(page)).toContainText('error', patient);
  await page.getByRole('region', { name: 'Edit this model' }).getByRole('button', { name: 'Check', exact: true }).click();
  await expect(plate(page).locator('.shortest-step')).toHaveCount(4, patient);
  await site.close();
});
