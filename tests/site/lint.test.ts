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
const order = 'Within the engine:';
const face = 'Outside the engine only engine/language.ts, engine/checker.ts and engine/whole-graph.ts are imported.';
const model = 'A model and its runs import only engine/language.ts.';
const drawing = 'Drawing imports no mechanism, no fact and no component.';
const schema = 'A schema imports only schemas.';
const facts = 'Facts import only schemas: they take data and return data.';
const component = 'A component never imports a page, a command or the build.';
const page = 'Only components/simulation knows the engine and the mechanisms.';
const command = 'A command imports engine, mechanisms, records, facts, upstream and schemas.';
const logs = 'Logs are held against models: they import the two faces of the engine.';
const mutants = 'Mutants are made of models: they import the two faces of the engine and the list of mechanisms.';
const labs = 'What grades an answer imports the faces of the engine, logs and schemas: a page loads it.';
const packaged = 'A package takes the player, pictures, the engine and the list of mechanisms, and nothing that reads the records.';
const beside = 'A test stands beside what it tests.';
const from = (path: string): string => `import { a } from '${path}';\nexport const b = a;\n`;
const value = (code: string): string => `export const b = ${code};\n`;

/** The folders of the engine, each with those that it may not import. */
const engineFolders: Readonly<Record<string, readonly string[]>> = {
  language: ['state', 'run', 'learning', 'symmetry', 'liveness', 'search', 'exchange', 'conformance', 'survey'],
  state: ['run', 'learning', 'symmetry', 'liveness', 'search', 'exchange', 'conformance', 'survey'],
  run: ['learning', 'symmetry', 'liveness', 'search', 'exchange', 'conformance', 'survey'],
  learning: ['symmetry', 'liveness', 'search', 'exchange', 'conformance', 'survey'],
  symmetry: ['learning', 'liveness', 'search', 'exchange', 'conformance', 'survey'],
  liveness: ['learning', 'symmetry', 'search', 'exchange', 'conformance', 'survey'],
  search: ['exchange', 'conformance', 'survey'],
  exchange: ['conformance', 'survey'],
  survey: ['symmetry', 'liveness', 'exchange', 'conformance'],
  conformance: ['symmetry', 'liveness', 'search', 'exchange'],
};

const badFiles: readonly Bad[] = [
  ...['preact', 'node:fs', '../facts/a.ts', '~/mechanisms/a.ts', '../../bench/a.ts'].map((path): Bad => [
    'src/engine/x.ts',
    from(path),
    imports,
    engine,
  ]),
  ...Object.entries(engineFolders).flatMap(([folder, forbidden]): Bad[] => [
    [`src/engine/${folder}/x.ts`, from('preact'), imports, engine],
    [`src/engine/${folder}/x.ts`, from('../../facts/a.ts'), imports, engine],
    [`src/engine/${folder}/x.ts`, from('../checker.ts'), imports, engine],
    ...forbidden.map((to): Bad => [`src/engine/${folder}/x.ts`, from(`../${to}/a.ts`), imports, order]),
  ]),
  ...['components/simulation', 'cli', 'pages', 'exports'].map((folder): Bad => [
    `src/${folder}/x.ts`,
    from(`${folder.includes('/') ? '../../' : '../'}engine/search/explore.ts`),
    imports,
    face,
  ]),
  ['bench/x.ts', from('../src/engine/search/explore.ts'), imports, face.slice(0, -1)],
  ...['../../mechanisms/a.ts', '../../../bench/a.ts', '../../components/a.ts'].flatMap((path): Bad[] => [
    ['src/engine/search/x.test.ts', from(path), imports, engine],
    ['src/engine/search/x.fixture.ts', from(path), imports, engine],
  ]),
  ['src/mechanisms/orbit/turn/model.ts', from('./y.ts'), imports, 'Two models never import each other.'],
  ['src/mechanisms/orbit/turn/runs.ts', from('../fall/model.ts'), imports, 'Runs import the model that they are of.'],
  ['src/mechanisms/orbit/turn/runs.ts', from('../../../components/a.ts'), imports, model],
  ['src/mechanisms/orbit/turn/model.ts', from('preact'), imports, model],
  ['src/mechanisms/orbit/turn/model.ts', from('../../../engine/checker.ts'), imports, model],
  ['src/mechanisms/orbit/turn/model.ts', from('../../../engine/run/machine.ts'), imports, model],
  ...['components', 'drawing', 'facts', 'schemas', 'pages', 'cli', 'build', 'styles', 'content'].map((folder): Bad => [
    'src/mechanisms/orbit/turn/model.ts',
    from(`../../../${folder}/a.ts`),
    imports,
    model,
  ]),
  ['src/mechanisms/orbit/turn/view.tsx', from('../fall/view.tsx'), imports, 'A view imports drawing and its own model.'],
  ['src/mechanisms/orbit/turn/view.tsx', from('../../../components/a.ts'), imports, 'A view imports drawing and its own model.'],
  ['src/mechanisms/orbit/turn/small.tsx', from('../fall/small.tsx'), imports, 'A small picture imports drawing and its own model.'],
  ...['./small.tsx', '../../../drawing/Small.tsx', '../../small-pictures.ts'].map((path): Bad => [
    'src/mechanisms/orbit/turn/view.tsx',
    from(path),
    imports,
    'Only the build draws small pictures',
  ]),
  ...['mechanisms', 'facts', 'components', 'schemas'].map((folder): Bad => [
    'src/drawing/x.tsx',
    from(`../${folder}/a.ts`),
    imports,
    drawing,
  ]),
  ['src/schemas/x.ts', from('zod'), imports, schema],
  ['src/schemas/x.ts', from('../facts/a.ts'), imports, schema],
  ['src/schemas/x.ts', from('node:fs'), imports, schema],
  ['src/facts/x.ts', from('node:fs'), imports, facts],
  ['src/facts/x.ts', from('astro:content'), imports, facts],
  ['src/facts/x.ts', from('yaml'), imports, facts],
  ...['components', 'mechanisms', 'engine', 'pages', 'cli', 'build', 'styles', 'content'].flatMap((folder): Bad[] => [
    ['src/facts/x.ts', from(`../${folder}/a.ts`), imports, facts],
    ['src/facts/integrity/x.ts', from(`../../${folder}/a.ts`), imports, facts],
  ]),
  ...['../engine/search/a.ts', '../components/a.ts', '../facts/a.ts'].map((path): Bad => ['src/logs/x.ts', from(path), imports, logs]),
  ...['../engine/search/a.ts', '../cli/a.ts', '../facts/a.ts'].map((path): Bad => ['src/mutants/x.ts', from(path), imports, mutants]),
  ...['../engine/search/a.ts', '../mechanisms/registry.ts', '../facts/a.ts', 'node:fs', 'typescript', './node-bench.ts'].map(
    (path): Bad => ['src/labs/x.ts', from(path), imports, labs],
  ),
  ...['pages', 'cli', 'build'].flatMap((folder): Bad[] => [
    ['src/components/simulation/x.tsx', from(`../../${folder}/a.ts`), imports, component],
    ['src/components/simulation/x.astro', `---\n${from(`../../${folder}/a.ts`)}---\n<p>{b}</p>\n`, imports, component],
  ]),
  ...['spec', 'page', 'milestones', 'platforms', 'systems', 'starlight'].flatMap((folder): Bad[] =>
    ['mechanisms', 'pages'].flatMap((to): Bad[] => [
      [`src/components/${folder}/x.ts`, from(`../../${to}/a.ts`), imports, page],
      [`src/components/${folder}/x.astro`, `---\nimport { a } from '~/${to}/a.ts';\n---\n<p>{a}</p>\n`, imports, page],
    ]),
  ),
  ...['components', 'pages', 'build'].map((folder): Bad => ['src/cli/x.ts', from(`../${folder}/a.ts`), imports, command]),
  ...['records/reader.ts', 'facts/order.ts', 'pages/a.ts', 'mechanisms/tries.ts', 'components/search/ask.ts'].map((path): Bad => [
    'packages/player/src/x.ts',
    from(`../../../src/${path}`),
    imports,
    packaged,
  ]),
  ['packages/player/src/x.ts', from('../../../src/engine/search/explore.ts'), imports, face],
  ...['mechanisms', 'facts', 'schemas'].map((folder): Bad => [`src/${folder}/x.test.ts`, from('../components/a.ts'), imports, beside]),

  ...['engine/x', 'mechanisms/orbit/turn/model', 'facts/x'].flatMap((file): Bad[] => [
    ...[
      'new Date()',
      'document.title',
      'window.name',
      'performance.now()',
      'new Intl.NumberFormat()',
      'navigator.language',
      'setTimeout',
      'fetch',
    ].map((code): Bad => [`src/${file}.ts`, value(code), 'no-restricted-globals', '']),
    [`src/${file}.ts`, value('Math.random()'), 'no-restricted-properties', 'deterministic'],
    [`src/${file}.ts`, value('(1).toLocaleString()'), 'no-restricted-properties', 'locale'],
    [`src/${file}.ts`, value("'a'.localeCompare('b')"), 'no-restricted-properties', 'locale'],
  ]),

  ['src/components/simulation/x.ts', 'export default 1;\n', 'no-default-export', ''],
  ['src/facts/x.ts', 'export const b = (a: any) => a;\n', 'no-explicit-any', ''],
  ['src/facts/x.ts', `export const b = [\n${'  1,\n'.repeat(300)}];\n`, 'max-lines', ''],
  ['src/facts/x.ts', `export function b(a: number[]) {\n${'  a.push(1);\n'.repeat(70)}}\n`, 'max-lines-per-function', ''],
];

const goodFiles: readonly (readonly [folder: string, code: string])[] = [
  ['src/engine/x.ts', from('./a.ts')],
  ['src/engine/x.ts', value('[2, 1].sort((p, q) => p - q)')],
  ['src/engine/search/x.ts', from('../state/a.ts')],
  ['src/engine/exchange/x.ts', from('../search/a.ts')],
  ['src/engine/exchange/x.test.ts', from('../run/a.fixture.ts')],
  ['src/engine/exchange/x.test.ts', from('fast-check')],
  ['bench/x.ts', from('../src/engine/run/a.fixture.ts')],
  ['bench/x.ts', from('../src/engine/checker.ts')],
  ['src/mechanisms/orbit/turn/model.ts', from('../../../engine/language.ts')],
  ['src/mechanisms/orbit/turn/runs.ts', from('./model.ts')],
  ['src/mechanisms/orbit/turn/view.tsx', from('../../../drawing/a.ts')],
  ['src/mechanisms/orbit/turn/view.tsx', from('./model.ts')],
  ['src/mechanisms/orbit/turn/small.tsx', from('../../../drawing/Small.tsx')],
  ['src/mechanisms/x.ts', from('./orbit/turn/runs.ts')],
  ['src/mechanisms/orbit/turn/x.test.ts', from('vitest')],
  ['src/drawing/x.tsx', from('preact')],
  ['src/drawing/x.tsx', from('../engine/checker.ts')],
  ['src/schemas/x.ts', from('astro/zod')],
  ['src/schemas/x.ts', from('./a.ts')],
  ['src/facts/x.ts', from('../schemas/a.ts')],
  ['src/facts/integrity/x.ts', from('../../schemas/a.ts')],
  ['src/upstream/x.ts', from('../facts/a.ts')],
  ['src/components/simulation/x.tsx', from('../../mechanisms/a.ts')],
  ['src/components/spec/x.astro', `---\n${from('../../facts/a.ts')}---\n<p>{b}</p>\n`],
  ['src/components/spec/x.ts', value('new Date(0)')],
  ['src/cli/x.ts', from('../mechanisms/a.ts')],
  ['src/pages/x.astro', `---\n${from('../mechanisms/a.ts')}---\n<p>{b}</p>\n`],
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
const place = (path: string, i: number): string =>
  path.includes('/orbit/') ? path.replace('/orbit/', `/orbit${i}/`) : path.replace(/x\./, `x${i}.`);
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
