/**
 * In the worker of the sandbox, in front of the reader's script, which is appended to this and given to `begin`, so that it needs no eval. It may
 * do what it likes in here: whatever leaves is text that the page checks.
 */
import { guard } from './guard.ts';
import type { Message } from './protocol.ts';

/** What a reader wrote, in CommonJS. */
export type Script = (require: (path: string) => unknown, exports: Record<string, unknown>) => void;

interface Loaded {
  /** What the page is told of it. */
  readonly told: unknown;
  /** What answers the requests of the page. */
  readonly answering: { answer(request: unknown): unknown };
}

const { stringify } = JSON;
const send = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
const post = (message: Message) => send(stringify(message));
const reason = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem)).trim().slice(0, 1_000);

/** `load` makes of the script what answers; it is called once, when nothing but the language is left in the worker. */
export function beginWith(load: (script: Script) => Loaded): void {
  Object.assign(self, {
    begin(script: Script) {
      Reflect.deleteProperty(self, 'begin');
      guard();
      let loaded: Loaded | undefined;
      listen('message', ({ data }: MessageEvent<unknown>) => {
        try {
          post({ is: 'done', answer: loaded?.answering.answer(data) });
        } catch (problem) {
          post({ is: 'failed', why: reason(problem) });
        }
      });
      try {
        loaded = load(script);
        post({ is: 'loaded', model: loaded.told });
      } catch (problem) {
        post({ is: 'failed', why: reason(problem) });
      }
    },
  });
}
