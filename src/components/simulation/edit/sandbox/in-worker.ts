/** In the worker of the sandbox, in front of the script of a model. */
import * as language from '../../../../engine/language.ts';
import type { Mechanism } from '../../../../engine/language.ts';
import { scenariosIn, toldOf } from './answering.ts';
import { beginWith, type Script } from './begin-with.ts';
import type { Request } from './protocol.ts';

/** What answers the page, made of the model. */
export type Answerer = (mechanism: Mechanism, now: () => number) => { answer(request: Request): unknown };

/** What a model imports. The language worker knows no other. */
const LANGUAGE = /^(?:\.\.\/)+engine\/language\.ts$/;

const now = performance.now.bind(performance);

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> => it !== null && typeof it === 'object';
const isMechanism = (it: unknown): it is Mechanism => isRecord(it) && 'model' in it && 'state' in it;

/** The model of the file, and all that the file exports. */
function loaded(script: Script) {
  const exports: Record<string, unknown> = {};
  script((path) => {
    if (LANGUAGE.test(path)) return language;
    throw new Error(`A model imports only the engine's language, not '${path}'.`);
  }, exports);
  const mechanisms = Object.values(exports).filter(isMechanism);
  const mechanism = mechanisms.find((it) => 'scenarios' in it) ?? mechanisms[0];
  if (!mechanism) throw new Error('The file exports no model.');
  return { mechanism, exports };
}

export const begin = (answerer: Answerer): void =>
  beginWith((script) => {
    const { mechanism, exports } = loaded(script);
    return { told: toldOf(mechanism, scenariosIn({ ...exports, ...mechanism })), answering: answerer(mechanism, now) };
  });
