/**
 * In the worker of the sandbox, in front of the reader's script, which is appended to this one and given to `begin`, so that it needs no eval. It
 * may do what it likes in here: whatever leaves is text that the page checks.
 */
import * as language from '../../../../engine/language.ts';
import type { Mechanism } from '../../../../engine/language.ts';
import { Answering, toldOf } from './answering.ts';
import { guard } from './guard.ts';
import type { Message, Request } from './protocol.ts';

type Script = (require: (path: string) => unknown, exports: Record<string, unknown>) => void;

/** What a model imports. The language worker knows no other. */
const LANGUAGE = /^(?:\.\.\/)+engine\/language\.ts$/;

const { stringify } = JSON;
const send = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
const now = performance.now.bind(performance);
const post = (message: Message) => send(stringify(message));
const reason = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem)).trim().slice(0, 1_000);

let answering: Answering | undefined;

const isMechanism = (it: unknown): it is Mechanism => it !== null && typeof it === 'object' && 'model' in it && 'state' in it;

function load(script: Script): Message {
  try {
    const exports: Record<string, unknown> = {};
    script((path) => {
      if (LANGUAGE.test(path)) return language;
      throw new Error(`A model imports only the engine's language, not '${path}'.`);
    }, exports);
    const mechanism = Object.values(exports).find(isMechanism);
    if (!mechanism) throw new Error('The file exports no model.');
    answering = new Answering(mechanism, now);
    return { is: 'loaded', model: toldOf(mechanism) };
  } catch (problem) {
    return { is: 'failed', why: reason(problem) };
  }
}

Object.assign(self, {
  begin(script: Script) {
    Reflect.deleteProperty(self, 'begin');
    guard();
    listen('message', ({ data }: MessageEvent<Request>) => {
      try {
        post({ is: 'done', answer: answering?.answer(data) });
      } catch (problem) {
        post({ is: 'failed', why: reason(problem) });
      }
    });
    post(load(script));
  },
});
