/** A service made of its text, anew each time, as the sandbox makes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { casts } from './clients.ts';
import { explore, type Explored } from './explore.ts';
import * as starina from './starina.ts';
import type { Service } from './starina.ts';
import type { Setup } from './world.ts';

export type ServiceId = keyof typeof casts;
export const ids = Object.keys(casts) as ServiceId[];

export const textOf = (id: ServiceId): string => readFileSync(join(import.meta.dirname, 'services', `${id}.ts`), 'utf8');

/** What makes the service of a text. */
export function maker(text: string): () => Service {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ESNext, isolatedModules: true };
  const { outputText } = ts.transpileModule(text, { compilerOptions: options });
  const script = runInThisContext(`(require, exports) => {"use strict";\n${outputText}\n}`) as (require: unknown, exports: object) => void;
  return () => {
    const exports: { service?: Service } = {};
    script(() => starina, exports);
    return exports.service!;
  };
}

export function outcomeOf(make: () => Service, setup: Setup): Explored {
  const running = explore(make, setup);
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
  }
}

/** With one passage in the place of another, which must be there. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${from}`);
  return text.replace(from, to);
}
