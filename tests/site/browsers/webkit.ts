/** WebKitGTK by its own driver: WebDriver over HTTP. It needs a screen; where there is none, Xvfb is one. */
import { createServer, type AddressInfo } from 'node:net';
import process from 'node:process';
import type { Browser } from './browser.ts';
import { start } from './process.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Answer {
  readonly value: unknown;
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  const { value } = (await response.json()) as Answer;
  if (!response.ok)
    throw new Error(`WebKit: ${(value as { message?: string }).message || `${method} ${url} was answered with ${response.status}`}`);
  return value;
}

/** The driver says nothing when it is ready: it is asked until it answers, or has ended. */
async function ready(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return void (await ask(`${url}/status`, 'GET'));
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50)); // between two attempts, not instead of an answer
    }
}

/** Notes, from when a page has loaded, what goes wrong in it. */
const noteErrors = `(() => {
  window.errorsOfTest = [];
  addEventListener('error', ({ message }) => window.errorsOfTest.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.errorsOfTest.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.errorsOfTest.push(violatedDirective + ' ' + blockedURI));
})()`;

interface Programs {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string | undefined;
}

/** Starts the driver, and with it the browser. */
export async function startWebKit({ driver, browser, screen }: Programs): Promise<Browser> {
  const shown = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] || !screen ? undefined : await startScreen(screen);
  const port = await freePort();
  const env = { ...(shown ? { DISPLAY: shown.display, GDK_BACKEND: 'x11' } : {}), NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const driving = await startQuiet(driver, [`--port=${port}`], env);
  const url = `http://127.0.0.1:${port}`;
  const session = async () => {
    await ready(url);
    const options = { binary: browser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options, timeouts: { script: 120_000, pageLoad: 120_000 } } };
    return ((await ask(`${url}/session`, 'POST', { capabilities })) as { sessionId: string }).sessionId;
  };
  const end = async () => {
    await driving.end();
    await shown?.end();
  };
  const at = await session().then(
    (id) => `${url}/session/${id}`,
    async (error: unknown) => {
      await end();
      throw error;
    },
  );
  const evaluate = async (expression: string): Promise<unknown> => {
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then((it) => done({ it: it ?? null }), (error) => done({ error: String(error) }));`;
    const answer = (await ask(`${at}/execute/async`, 'POST', { script, args: [] })) as { it?: unknown; error?: string };
    if (answer.error) throw new Error(`WebKit: ${expression}: ${answer.error}`);
    return answer.it;
  };
  return {
    name: 'WebKitGTK',
    open: async (to) => {
      await ask(`${at}/url`, 'POST', { url: 'about:blank' });
      await ask(`${at}/url`, 'POST', { url: to });
      await evaluate(noteErrors);
    },
    evaluate,
    errors: async () => (await evaluate('window.errorsOfTest')) as string[],
    close: async () => {
      await ask(at, 'DELETE');
      await end();
    },
  };
}

/** A screen in memory, of any free number. */
async function startScreen(path: string) {
  const { said, end } = await start(path, ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], /(\d+)\n/);
  return { display: `:${said[1]}`, end };
}

/** A program that prints nothing: it is taken for started at once. */
async function startQuiet(path: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const { end } = await start('/bin/sh', ['-c', 'echo started; exec "$@"', 'sh', path, ...args], /started/, env);
  return { end };
}
