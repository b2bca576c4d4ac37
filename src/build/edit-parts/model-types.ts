/** What a reader's model is typed by: the declarations of the engine's language, and a library of JavaScript without the names of a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** The language as a model sees it. `fetch`, `document` and `Worker` are in none of them, so they are errors as they are typed. */
const LIBRARY = [
  'es5',
  'es2015.core',
  'es2015.collection',
  'es2015.iterable',
  'es2015.generator',
  'es2015.symbol',
  'es2015.symbol.wellknown',
  'es2016.array.include',
  'es2017.object',
  'es2017.string',
  'es2019.array',
  'es2019.object',
  'es2019.string',
  'es2020.bigint',
  'es2021.string',
  'es2022.array',
  'es2022.object',
  'es2023.array',
];

/** To emit declarations of sources below `root` in their places, without a check: `npm run check` has done that. */
export const declarationOptions = (root: string): ts.CompilerOptions => ({
  declaration: true,
  emitDeclarationOnly: true,
  allowImportingTsExtensions: true,
  strict: true,
  noCheck: true,
  lib: ['lib.esnext.d.ts'],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  rootDir: root,
  outDir: root,
});

/**
 * Of a file and what it imports, by name below `folder`, as in `/engine/language/model.d.ts`, with their comments: they are shown to who writes a
 * model or a service.
 */
export function declarationsOf(file: string, folder: string): Readonly<Record<string, string>> {
  const root = dirname(file);
  const found: Record<string, string> = {};
  const program = ts.createProgram([file], declarationOptions(root));
  program.emit(undefined, (name, text) => (found[`${folder}/${relative(root, name).split(sep).join('/')}`] = text), undefined, true);
  return found;
}

/** One file, without comments. */
export function library(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('typescript'));
  const texts = LIBRARY.map((name) => readFileSync(join(folder, `lib.${name}.d.ts`), 'utf8').replace(/^\/\/\/ <reference.*$/gm, ''));
  const printer = ts.createPrinter({ removeComments: true });
  const file = ts.createSourceFile('lib.d.ts', texts.join('\n'), ts.ScriptTarget.ESNext);
  return `interface Promise<T> {}\ninterface PromiseConstructor {}\n${printer.printFile(file)}`;
}
