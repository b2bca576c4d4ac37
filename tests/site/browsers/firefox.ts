/** Firefox by WebDriver BiDi, which it speaks itself: a WebSocket with JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from './browser.ts';
import { start } from './process.ts';

interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly method?: string;
  readonly message?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly params?: { readonly level?: string; readonly text?: string; readonly type?: string };
}

/** A conversation: commands with their answers, and events as they come. */
async function connect(url: string, onEvent: (event: Message) => void) {
  const socket = new WebSocket(url);
  const waiting = new Map<number, { resolve(result: Readonly<Record<string, unknown>>): void; reject(error: Error): void }>();
  let count = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`there is no connection to ${url}`)));
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) onEvent(message);
    else if (message.type === 'error') waiting.get(message.id)?.reject(new Error(message.message ?? 'Firefox refused a command'));
    else waiting.get(message.id)?.resolve(message.result ?? {});
  });
  const send = (method: string, params: object): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((resolve, reject) => {
      waiting.set((count += 1), { resolve, reject });
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  return { send, close: () => socket.close() };
}

/** Starts Firefox without a window. */
export async function startFirefox(path: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'orrery-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const { said, end } = await start(path, args, /WebDriver BiDi listening on (ws:\/\/\S+)/);
  let errors: string[] = [];
  const { send, close } = await connect(`${said[1]}/session`, ({ method, params }) => {
    if (method === 'log.entryAdded' && params?.level === 'error') errors.push(`${params.type}: ${params.text}`);
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = (await send('browsingContext.getTree', {})) as { readonly contexts: readonly { readonly context: string }[] };
  const { context } = contexts[0]!;
  return {
    name: 'Firefox',
    open: async (url) => {
      await send('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' });
      errors = [];
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const asText = `Promise.resolve(${expression}).then((it) => JSON.stringify(it ?? null))`;
      const answer = await send('script.evaluate', { expression: asText, target: { context }, awaitPromise: true });
      const { result, exceptionDetails } = answer as { result?: { value: string }; exceptionDetails?: { text: string } };
      if (!result) throw new Error(`Firefox: ${expression}: ${exceptionDetails?.text ?? 'no answer'}`);
      return JSON.parse(result.value) as unknown;
    },
    errors: () => Promise.resolve(errors),
    close: async () => {
      close();
      await end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
