/**
 * What the editor of models is made of and no import can give: the engine as the text of a script, because the sandbox runs it in front of the
 * reader's; the declarations that a model is typed by, and what is told of them; and the part of TypeScript that a page needs. Each takes seconds
 * to make and is kept, by the hash of all it is made from.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { filesIn } from './files.ts';

/** Classic scripts, by the file that begins each. */
const RUNNERS: Readonly<Record<string, string>> = {
  'virtual:orrery/runner': 'edit/sandbox/runner.ts',
  'virtual:orrery/log-runner': 'edit/sandbox/log-runner.ts',
  'virtual:orrery/service-runner': 'service/runner.ts',
};
const TYPES = 'virtual:orrery/model-types';
const REFERENCE = 'virtual:orrery/language-reference';

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

/** For the pages' own build, for that of their workers, and for the dev server. `root` is the project's folder. */
export function editParts(root: string): Plugin {
  const engine = join(root, 'src/engine');
  const service = join(root, 'src/components/simulation/service/starina.ts');
  return {
    name: 'orrery-edit-parts',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(RUNNERS, id) || id === TYPES || id === REFERENCE ? `\0${id}` : undefined),
    async load(id) {
      const entry = RUNNERS[id.slice(1)];
      if (entry !== undefined) return `export const script = ${JSON.stringify(await runner(root, entry))};`;
      if (id === `\0${TYPES}`)
        return kept(root, 'model-types', [...sourcesOf(engine, 'language', 'state'), readFileSync(service, 'utf8')], () =>
          typesOf(engine, service),
        );
      if (id === `\0${REFERENCE}`)
        return kept(root, 'language-reference', sourcesOf(engine, 'language', 'state'), () => referenceOf(engine));
      if (/[\\/]typescript[\\/]lib[\\/]typescript\.js$/.test(id.split('?')[0]!)) {
        const published = readFileSync(id.split('?')[0]!, 'utf8');
        return { code: await kept(root, 'typescript', [published, ...WANTED], () => slimmed(published)), map: null };
      }
      return undefined;
    },
  };
}

// TypeScript is loaded by a build that makes one of these, and by no other.
const slimmed = async (published: string): Promise<string> => (await import('./slim-typescript.ts')).slim(published, WANTED);

async function languageOf(engine: string) {
  const { declarationsOf } = await import('./model-types.ts');
  return declarationsOf(join(engine, 'language.ts'), '/engine');
}

/** What a model imports, and what a service does. */
async function typesOf(engine: string, service: string): Promise<string> {
  const { declarationsOf, library } = await import('./model-types.ts');
  const declarations = { ...(await languageOf(engine)), ...declarationsOf(service, '/service') };
  return `export const declarations = ${JSON.stringify(declarations)};\nexport const library = ${JSON.stringify(library())};`;
}

async function referenceOf(engine: string): Promise<string> {
  const { languageReference } = await import('./language-reference.ts');
  return `export const language = ${JSON.stringify(languageReference(await languageOf(engine)))};`;
}

const sourcesOf = (engine: string, ...folders: readonly string[]): string[] =>
  [join(engine, 'language.ts'), ...folders.flatMap((folder) => filesIn(join(engine, folder), '.ts'))].map((path) =>
    readFileSync(path, 'utf8'),
  );

const made = new Map<string, Promise<string>>();

/** Every file that a runner may be made of; the lockfile names the packages. */
const runnerSources = (root: string): readonly string[] => [join(root, 'package-lock.json'), ...filesIn(join(root, 'src'), '.ts')];

/** The engine and what answers the page, as one script without a module. Made once: the pages' build and the dev server ask for it alike. */
function runner(root: string, entry: string): Promise<string> {
  const known = made.get(entry);
  if (known) return known;
  const from = runnerSources(root).map((path) => readFileSync(path, 'utf8'));
  const script = kept(root, entry.replaceAll(/[/.]/g, '-'), from, () => bundled(join(root, 'src/components/simulation', entry), root));
  made.set(entry, script);
  return script;
}

async function bundled(entry: string, root: string): Promise<string> {
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
  const known = new Set(runnerSources(root));
  const stray = chunk.moduleIds.find((id) => !/^\0|\/node_modules\//.test(id) && !known.has(id));
  if (stray !== undefined) throw new Error(`${stray} is in the runner of the sandbox, and what is kept of it does not depend on that file`);
  return `(()=>{"use strict";${memory}\n${chunk.code}})();`;
}

/** A text that was made before from the same, or that is made now. */
async function kept(root: string, name: string, from: readonly string[], make: () => Promise<string>): Promise<string> {
  const hash = createHash('sha256');
  for (const text of [createRequire(import.meta.url)('typescript/package.json').version as string, ownSource(), ...from])
    hash.update(text).update('\0');
  const folder = join(root, '.astro/edit-parts');
  const path = join(folder, `${name}-${hash.digest('hex').slice(0, 16)}.js`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = await make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return text;
}

const ownSource = (): string =>
  ['edit-parts', 'slim-typescript', 'model-types', 'language-reference']
    .map((name) => readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8'))
    .join('\0');
