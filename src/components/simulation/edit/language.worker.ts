/**
 * TypeScript for one file, as the reader writes it: what is wrong, what can stand there, what is told of a name, and the JavaScript that the
 * sandbox runs. It never runs that code. It knows the engine's declarations and no name of a page: `fetch` and `document` are no words of a model.
 */
import * as ts from 'typescript';
import { declarations, library } from 'virtual:orrery/model-types';
import type { Answers, Flaw, Option, Question, TextKind, Told } from './language.ts';
import { guardedLoops } from './loop-guard.ts';

/** As deep in folders as such a file of the site, so that it imports its language by the same path. */
const KINDS = {
  model: { file: '/mechanisms/edited/model/model.ts', imports: /^(?:\.\.\/)+engine\/language\.ts$/, language: '/engine/language.d.ts' },
  service: { file: '/service/services/edited.ts', imports: /^\.\.\/starina\.ts$/, language: '/service/starina.d.ts' },
} as const;
const MOST_OPTIONS = 400;

const options: ts.CompilerOptions = {
  strict: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

/** A page asks of one kind of file alone. */
let kind: (typeof KINDS)[TextKind] = KINDS.model;
let text = '';
let version = 0;
const files: ReadonlyMap<string, string> = new Map([['/lib.d.ts', library], ...Object.entries(declarations)]);
const snapshots = new Map([...files].map(([name, content]) => [name, ts.ScriptSnapshot.fromString(content)]));

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [kind.file],
  getScriptVersion: (name) => (name === kind.file ? String(version) : '0'),
  getScriptSnapshot: (name) => (name === kind.file ? ts.ScriptSnapshot.fromString(text) : snapshots.get(name)),
  getCurrentDirectory: () => '/',
  getDefaultLibFileName: () => '/lib.d.ts',
  fileExists: (name) => name === kind.file || files.has(name),
  readFile: (name) => (name === kind.file ? text : files.get(name)),
  resolveModuleNameLiterals: (literals, from) => literals.map(({ text: path }) => ({ resolvedModule: resolved(path, from) })),
});

function resolved(path: string, from: string): ts.ResolvedModuleFull | undefined {
  if (from === kind.file && !kind.imports.test(path)) return undefined;
  const name = from === kind.file ? kind.language : new URL(path.replace(/\.ts$/, '.d.ts'), `file://${from}`).pathname;
  return files.has(name) ? { resolvedFileName: name, extension: '.d.ts', isExternalLibraryImport: false } : undefined;
}

function flaws(): readonly Flaw[] {
  const syntactic = service.getSyntacticDiagnostics(kind.file);
  const found = [
    ...syntactic.map((it) => ({ it, isSyntax: true })),
    ...service.getSemanticDiagnostics(kind.file).map((it) => ({ it, isSyntax: false })),
  ];
  return found.map(({ it: { start = 0, length = 0, messageText, reportsUnnecessary }, isSyntax }) => ({
    from: start,
    to: start + length,
    is: reportsUnnecessary ? 'unused' : isSyntax ? 'syntax' : 'type',
    says: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

const optionsAt = (at: number): readonly Option[] =>
  (service.getCompletionsAtPosition(kind.file, at, {})?.entries ?? [])
    .filter(({ kind }) => kind !== 'warning')
    .slice(0, MOST_OPTIONS)
    .map(({ name, kind }) => ({ label: name, kind }));

/** What the name at a place is, and what its comment says. */
function toldAt(at: number): Told | undefined {
  const info = service.getQuickInfoAtPosition(kind.file, at);
  if (!info) return undefined;
  return { is: ts.displayPartsToString(info.displayParts), says: ts.displayPartsToString(info.documentation) };
}

/** Types away, imports to `require`, loops that end; nothing is checked. */
const script = (): string =>
  ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ESNext, isolatedModules: true, removeComments: true },
    transformers: { before: [guardedLoops] },
  }).outputText;

const answers: { readonly [Ask in keyof Answers]: (at: number) => Answers[Ask] } = { flaws, options: optionsAt, told: toldAt, script };

self.addEventListener('message', ({ data: [turn, question] }: MessageEvent<[number, Question]>) => {
  kind = KINDS[question.of];
  if (question.text !== text) [text, version] = [question.text, version + 1];
  self.postMessage([turn, answers[question.ask](question.at ?? 0)]);
});
