/** The linter refuses what ARCHITECTURE.md forbids: each import rule and each rule of determinism against a small file that breaks it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './built-site.ts';

/** A file of one line: where it lies, what is in it, and the rule that it breaks with the words that say so. */
type Bad = readonly [folder: string, code: string, rule: string, says: string];

const imports = 'no-restricted-imports';
const engine = 'The engine imports nothing but its own files.';
const model = 'A model imports only the engine.';
const schema = 'A schema imports only schemas.';
const facts = 'Facts import only schemas, and types of the engine.';
const component = 'A component never imports a page, a command or the seal.';
const page = 'Only components/simulation knows the engine and the models.';
const command = 'A command imports engine, models, facts and schemas.';
const beside = 'A test stands beside what it tests.';
const from = (path: string): string => `import { a } from '${path}';\nexport const b = a;\n`;
const value = (code: string): string => `export const b = ${code};\n`;

const badFiles: readonly Bad[] = [
  ['src/engine/x.ts', from('preact'), imports, engine],
  ['src/engine/x.ts', from('node:fs'), imports, engine],
  ['src/engine/x.ts', from('../facts/a.ts'), imports, engine],
  ['src/engine/x.ts', from('~/models/a.ts'), imports, engine],
  ['src/models/orbit/x.ts', from('./y.ts'), imports, 'Two models never import each other.'],
  ['src/models/orbit/x.ts', from('./x.runs.ts'), imports, 'Two models never import each other.'],
  ['src/models/orbit/x.runs.ts', from('./y.runs.ts'), imports, 'Runs import the model that they are of.'],
  ['src/models/orbit/x.runs.ts', from('../../components/a.ts'), imports, model],
  ['src/models/orbit/x.ts', from('preact'), imports, model],
  ...['components', 'facts', 'schemas', 'pages', 'cli', 'seal', 'styles', 'content'].map((folder): Bad => [
    'src/models/orbit/x.ts',
    from(`../../${folder}/a.ts`),
    imports,
    model,
  ]),
  ['src/schemas/x.ts', from('zod'), imports, schema],
  ['src/schemas/x.ts', from('../facts/a.ts'), imports, schema],
  ['src/schemas/x.ts', from('node:fs'), imports, schema],
  ['src/facts/x.ts', from('node:fs'), imports, facts],
  ['src/facts/x.ts', from('astro:content'), imports, facts],
  ['src/facts/x.ts', from('yaml'), imports, facts],
  ...['components', 'models', 'pages', 'cli', 'seal', 'styles', 'content'].flatMap((folder): Bad[] => [
    ['src/facts/x.ts', from(`../${folder}/a.ts`), imports, facts],
    ['src/facts/integrity/x.ts', from(`../../${folder}/a.ts`), imports, facts],
  ]),
  ...['pages', 'cli', 'seal'].flatMap((folder): Bad[] => [
    ['src/components/simulation/x.tsx', from(`../../${folder}/a.ts`), imports, component],
    ['src/components/simulation/x.astro', `---\n${from(`../../${folder}/a.ts`)}---\n<p>{b}</p>\n`, imports, component],
  ]),
  ...['spec', 'page', 'milestones', 'platforms', 'systems', 'starlight'].flatMap((folder): Bad[] =>
    ['models', 'engine', 'pages'].flatMap((to): Bad[] => [
      [`src/components/${folder}/x.ts`, from(`../../${to}/a.ts`), imports, page],
      [`src/components/${folder}/x.astro`, `---\nimport { a } from '~/${to}/a.ts';\n---\n<p>{a}</p>\n`, imports, page],
    ]),
  ),
  ...['components', 'pages', 'seal'].map((folder): Bad => ['src/cli/x.ts', from(`../${folder}/a.ts`), imports, command]),
  ...['engine', 'models', 'facts', 'schemas'].map((folder): Bad => [
    `src/${folder}/x.test.ts`,
    from('../components/a.ts'),
    imports,
    beside,
  ]),

  ...['engine', 'models/orbit', 'facts'].flatMap((folder): Bad[] => [
    ...[
      'new Date()',
      'document.title',
      'window.name',
      'performance.now()',
      'new Intl.NumberFormat()',
      'navigator.language',
      'setTimeout',
      'fetch',
    ].map((code): Bad => [`src/${folder}/x.ts`, value(code), 'no-restricted-globals', '']),
    [`src/${folder}/x.ts`, value('Math.random()'), 'no-restricted-properties', 'deterministic'],
    [`src/${folder}/x.ts`, value('(1).toLocaleString()'), 'no-restricted-properties', 'locale'],
    [`src/${folder}/x.ts`, value("'a'.localeCompare('b')"), 'no-restricted-properties', 'locale'],
  ]),

  ['src/components/simulation/x.ts', 'export default 1;\n', 'no-default-export', ''],
  ['src/facts/x.ts', 'export const b = (a: any) => a;\n', 'no-explicit-any', ''],
  ['src/facts/x.ts', `export const b = [\n${'  1,\n'.repeat(300)}];\n`, 'max-lines', ''],
  ['src/facts/x.ts', `export function b(a: number[]) {\n${'  a.push(1);\n'.repeat(70)}}\n`, 'max-lines-per-function', ''],
];

const goodFiles: readonly (readonly [folder: string, code: string])[] = [
  ['src/engine/x.ts', from('./a.ts')],
  ['src/engine/x.ts', value('[2, 1].sort((p, q) => p - q)')],
  ['src/models/orbit/x.ts', from('../../engine/a.ts')],
  ['src/models/orbit/x.runs.ts', from('./x.ts')],
  ['src/models/x.ts', from('./orbit/a.ts')],
  ['src/models/orbit/x.test.ts', from('vitest')],
  ['src/schemas/x.ts', from('astro/zod')],
  ['src/schemas/x.ts', from('./a.ts')],
  ['src/facts/x.ts', from('../schemas/a.ts')],
  ['src/facts/integrity/x.ts', from('../../schemas/a.ts')],
  ['src/facts/x.ts', "import type { A } from '../engine/a.ts';\nexport const b = (a: A) => a;\n"],
  ['src/components/simulation/x.tsx', from('../../models/a.ts')],
  ['src/components/spec/x.astro', `---\n${from('../../facts/a.ts')}---\n<p>{b}</p>\n`],
  ['src/components/spec/x.ts', value('new Date(0)')],
  ['src/cli/x.ts', from('../models/a.ts')],
  ['src/pages/x.astro', `---\n${from('../models/a.ts')}---\n<p>{b}</p>\n`],
];

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly filename: string;
}

const copy = mkdtempSync(join(tmpdir(), 'orrery-lint-'));
afterAll(() => rmSync(copy, { recursive: true }));
cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));

const write = (path: string, code: string): string => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), code);
  return path;
};
/** `x.ts` becomes `x7.ts`, so that all files of a test can lie side by side. */
const place = (path: string, i: number): string => path.replace(/x\./, `x${i}.`);
const bad = badFiles.map(([path, code], i) => write(place(path, i), code));
const good = goodFiles.map(([path, code], i) => write(place(path, badFiles.length + i), code));
write('src/components/simulation/one.ts', "import { two } from './two.ts';\nexport const one = () => two;\n");
write('src/components/simulation/two.ts', "import { one } from './one.ts';\nexport const two = () => one;\n");

/** Lints the whole copy once; what was found, by file. */
const found = ((): Map<string, Diagnostic[]> => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return Map.groupBy((JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics, ({ filename }) => filename);
})();

describe('the linter refuses', () => {
  test.each(badFiles.map(([path, code, rule, says], i) => ({ path, code: code.slice(0, 80), rule, says, file: bad[i]! })))(
    '$code in $path',
    ({ file, rule, says }) => {
      const of = found.get(file) ?? [];
      expect(of.map(({ code }) => code)).toEqual([expect.stringContaining(`(${rule})`)]);
      expect(`${of[0]!.message} ${of[0]!.help ?? ''}`).toContain(says);
    },
  );

  test('files that import each other', () => {
    for (const name of ['one', 'two'])
      expect(found.get(`src/components/simulation/${name}.ts`)?.map(({ code }) => code)).toEqual([expect.stringContaining('(no-cycle)')]);
  });
});

test.each(goodFiles.map(([path, code], i) => ({ path, code, file: good[i]! })))('the linter lets pass: $code in $path', ({ file }) => {
  expect(found.get(file) ?? []).toEqual([]);
});
