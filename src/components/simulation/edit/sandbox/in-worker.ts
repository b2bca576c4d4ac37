/**
 * In the worker of the sandbox, in front of the reader's script, which is appended to this and given to `begin`, so that it needs no eval. It may
 * do what it likes in here: whatever leaves is text that the page checks.
 */
import * as language from '../../../../engine/language.ts';
import type { Mechanism } from '../../../../engine/language.ts';
import { scenariosIn, toldOf } from './answering.ts';
import { guard } from './guard.ts';
import type { Message, Request } from './protocol.ts';

/** What answers the page, made of the model. */
export type Answerer = (mechanism: Mechanism, now: () => number) => { answer(request: Request): unknown };

type Script = (require: (path: string) => unknown, exports: Record<string, unknown>) => void;

/** What a model imports. The language worker knows no other. */
const LANGUAGE = /^(?:\.\.\/)+engine\/language\.ts$/;

const { stringify } = JSON;
const send = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
const now = performance.now.bind(performance);
const post = (message: Message) => send(stringify(message));
const reason = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem)).trim().slice(0, 1_000);

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> => it !== null && typeof it === 'object';
const isMechanism = (it: unknown): it is Mechanism => isRecord(it) && 'model' in it && 'state' in it;

function load(script: Script, made: (mechanism: Mechanism) => void): Message {
  try {
    const exports: Record<string, unknown> = {};
    script((path) => {
      if (LANGUAGE.test(path)) return language;
      throw new Error(`A model imports only the engine's language, not '${path}'.`);
    }, exports);
    const mechanisms = Object.values(exports).filter(isMechanism);
    const mechanism = mechanisms.find((it) => 'scenarios' in it) ?? mechanisms[0];
    if (!mechanism) throw new Error('The file exports no model.');
    made(mechanism);
    return { is: 'loaded', model: toldOf(mechanism, scenariosIn({ ...exports, ...mechanism })) };
  } catch (problem) {
    return { is: 'failed', why: reason(problem) };
  }
}

export function begin(answerer: Answerer): void {
  Object.assign(self, {
    begin(script: Script) {
      Reflect.deleteProperty(self, 'begin');
      guard();
      let answering: ReturnType<Answerer> | undefined;
      listen('message', ({ data }: MessageEvent<Request>) => {
        try {
          post({ is: 'done', answer: answering?.answer(data) });
        } catch (problem) {
          post({ is: 'failed', why: reason(problem) });
        }
      });
      post(load(script, (mechanism) => (answering = answerer(mechanism, now))));
    },
  });
}
