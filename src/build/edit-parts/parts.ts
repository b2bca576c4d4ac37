/** Of each part of the editor: what it is made from, and how. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filesIn } from '../files.ts';

const require = createRequire(import.meta.url);

/** The scripts of the sandbox, by the file that begins each. */
const entries = {
  runner: 'edit/sandbox/runner.ts',
  'log-runner': 'edit/sandbox/log-runner.ts',
  'service-runner': 'service/runner.ts',
} as const;

type RunnerName = keyof typeof entries;
export type PartName = RunnerName | 'language-reference' | 'model-types' | 'typescript';

const isRunner = (name: PartName): name is RunnerName => Object.hasOwn(entries, name);

/** In the order in which a build asks for them. */
export const partNames: readonly PartName[] = ['language-reference', 'model-types', 'service-runner', 'runner', 'log-runner', 'typescript'];

/** What language.worker.ts and loop-guard.ts use of TypeScript. */
const WANTED = [
  'createLanguageService',
  'displayPartsToString',
  'flattenDiagnosticMessageText',
  'isForInStatement',
  'isForOfStatement',
  'isForStatement',
  'isIterationStatement',
  'isLabeledStatement',
  'isStatement',
  'isWhileStatement',
  'ModuleKind',
  'ModuleResolutionKind',
  'NodeFlags',
  'ScriptSnapshot',
  'ScriptTarget',
  'SyntaxKind',
  'transpileModule',
  'visitEachChild',
];

/** The guard takes these out of the worker before the reader's script; the engine has its own references. */
const memory = `const {ArrayBuffer,DataView,Int8Array,Uint8Array,Uint8ClampedArray,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array,BigInt64Array,BigUint64Array,TextEncoder,TextDecoder}=globalThis;`;

const engineOf = (root: string): string => join(root, 'src/engine');
const serviceOf = (root: string): string => join(root, 'src/components/simulation/service/starina.ts');
const typescript = (): string => require.resolve('typescript/lib/typescript.js');

/** The paths of all files that a part may be made of. The versions of packages stand in the lockfile. */
export function sourcesOf(root: string, name: PartName): readonly string[] {
  if (isRunner(name)) return [join(root, 'package-lock.json'), ...filesIn(join(root, 'src'), '.ts')];
  const described = join(dirname(typescript()), '../package.json');
  if (name === 'typescript') return [described];
  const engine = engineOf(root);
  const language = ['language', 'state'].flatMap((folder) => filesIn(join(engine, folder), '.ts'));
  return [described, join(engine, 'language.ts'), ...language, ...(name === 'model-types' ? [serviceOf(root)] : [])];
}

/** Libraries are loaded by who makes a part, and by nobody else. */
export async function makePart(root: string, name: PartName): Promise<string> {
  if (isRunner(name)) return bundled(root, name);
  if (name === 'typescript') return (await import('./slim-typescript.ts')).slim(readFileSync(typescript(), 'utf8'), WANTED);
  const { declarationsOf, library } = await import('./model-types.ts');
  const language = declarationsOf(join(engineOf(root), 'language.ts'), '/engine');
  if (name === 'language-reference') {
    const { languageReference } = await import('./language-reference.ts');
    return `export const language = ${JSON.stringify(languageReference(language))};`;
  }
  const declarations = { ...language, ...declarationsOf(serviceOf(root), '/service') };
  return `export const declarations = ${JSON.stringify(declarations)};\nexport const library = ${JSON.stringify(library())};`;
}

/** The engine and what answers the page, as one script without a module. */
async function bundled(root: string, name: RunnerName): Promise<string> {
  const { build } = await import('vite');
  const entry = join(root, 'src/components/simulation', entries[name]);
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'es2023', lib: { entry, formats: ['iife'], name: 'runner' } },
  });
  const [first] = [output].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk || chunk.imports.length > 0) throw new Error('the runner of the sandbox is not one script');
  const known = new Set(sourcesOf(root, name));
  const stray = chunk.moduleIds.find((id) => !/^\0|\/node_modules\//.test(id) && !known.has(id));
  if (stray !== undefined) throw new Error(`${stray} is in the runner of the sandbox, and what is kept of it does not depend on that file`);
  return `(()=>{"use strict";${memory}\n${chunk.code}})();`;
}
