/** In the worker of the sandbox, in front of the script of a model. */
import * as language from '../../../../engine/language.ts';
import type { Mechanism } from '../../../../engine/language.ts';
import { toldOf } from './answering.ts';
import { beginWith, type Script } from './begin-with.ts';
import type { Request } from './protocol.ts';

/** What answers the page, made of the model. */
export type Answerer = (mechanism: Mechanism, now: () => number) => { answer(request: Request): unknown };

/** What a model imports. The language worker knows no other. */
const LANGUAGE = /^(?:\.\.\/)+engine\/language\.ts$/;

const now = performance.now.bind(performance);

const isMechanism = (it: unknown): it is Mechanism => it !== null && typeof it === 'object' && 'model' in it && 'state' in it;

function loaded(script: Script): Mechanism {
  const exports: Record<string, unknown> = {};
  script((path) => {
    if (LANGUAGE.test(path)) return language;
    throw new Error(`A model imports only the engine's language, not '${path}'.`);
  }, exports);
  const mechanism = Object.values(exports).find(isMechanism);
  if (!mechanism) throw new Error('The file exports no model.');
  return mechanism;
}

export const begin = (answerer: Answerer): void =>
  beginWith((script) => {
    const mechanism = loaded(script);
    return { told: toldOf(mechanism), answering: answerer(mechanism, now) };
  });
