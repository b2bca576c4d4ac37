/** The package as another project gets it: packed by npm, unpacked elsewhere, typed, run, and as light as it says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../src/build/files.ts';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { facesText, wanting } from './build/faces.ts';
import { tellSizes, toldSizes } from './build/readme.ts';
import { closure, sizesOf, type Sizes } from './build/sizes.ts';

const here = import.meta.dirname;
const root = join(here, '../..');
const read = (name: string): string => readFileSync(join(here, name), 'utf8');
const told = JSON.parse(read('sizes.json')) as Sizes;

/** Scripts of the element and its heaviest model, without the style sheets of the player, in bytes. */
const scriptsAtMost = 46_000;
/** All that a page with one simulation loads. */
const pageAtMost = 56_000;
const workerAtMost = 30_000;

/** Another project, which has installed the package. */
const project = mkdtempSync(join(tmpdir(), 'orrery-package-'));
const installed = join(project, 'node_modules/orrery-player');
const dist = join(installed, 'dist');

beforeAll(() => {
  // What vitest sets would reach the bundler, which would take the mode of a test for its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST.*|BASE_URL|MODE|DEV|PROD|SSR|TEST|NODE_ENV)$/.test(name)),
  );
  execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { cwd: here, env, stdio: 'pipe' });
  const [packed] = readdirSync(project).filter((name) => name.endsWith('.tgz'));
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, packed!), '-C', installed, '--strip-components=1']);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true }));

test('npm pack puts in what another site needs, and nothing that made it', () => {
  const files = filesIn(installed, '');
  const names = new Set(files.map((file) => file.slice(installed.length + 1).split('/')[0]));
  expect([...names].sort()).toEqual(['LICENSE', 'README.md', 'dist', 'example', 'package.json']);
  for (const name of ['orrery-player', 'language', 'checker', 'whole-graph']) {
    expect(files).toContain(join(dist, `${name}.js`));
    expect(files).toContain(join(dist, `${name}.d.ts`));
  }
  for (const id of mechanismIds) expect(files).toContain(join(dist, `models/${id}/runs.js`));
  expect(files.filter((file) => /\.test\.|\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
});

const scripts = () => filesIn(dist, '.js').map((file) => [file, readFileSync(file, 'utf8')] as const);

test('its scripts import only each other, and make no code of text', () => {
  for (const [file, code] of scripts()) {
    const imported = [...code.matchAll(/\b(?:from|import)\s*\(?\s*["'`]([\w@.:/-]+)["'`]/g)].map(([, name]) => name!);
    expect(
      imported.filter((name) => !name.startsWith('.')),
      file,
    ).toEqual([]);
    // The entry has state, so that a second copy of it under another address would be another package.
    expect(
      imported.filter((name) => name.endsWith('/orrery-player.js')),
      file,
    ).toEqual([]);
    expect(/(?<!\.)\beval\((?![^()]*\)\{)|new Function\(|\bdocument\.write/.test(code), file).toBe(false);
  }
  expect(scripts().length).toBeGreaterThan(60);
});

test('a check runs in Node from what is installed, of a model of Orrery and of one that is written against it', () => {
  cpSync(join(here, 'example'), project, { recursive: true });
  const airlock = readFileSync(join(project, 'airlock.js'), 'utf8').replace('https://elsewhere.example/', 'orrery-player/');
  writeFileSync(join(project, 'airlock.js'), airlock);
  writeFileSync(
    join(project, 'use.js'),
    `import { check, machine, explore } from 'orrery-player/checker.js';
import { drawnGraph } from 'orrery-player/whole-graph.js';
import { runs as scheduler } from 'orrery-player/models/themelios/scheduler/runs.js';
import { runs as airlock } from './airlock.js';
const agrees = (runs) => runs.expect.map((expected) => check(runs, expected).agrees);
console.log(JSON.stringify([agrees(scheduler), agrees(airlock), explore(machine(airlock)).states, drawnGraph(machine(airlock), 80).states.length]));`,
  );
  const said = JSON.parse(execFileSync(process.execPath, ['use.js'], { cwd: project, encoding: 'utf8' })) as [
    boolean[],
    boolean[],
    number,
    number,
  ];
  expect(said[0].length).toBeGreaterThan(5);
  expect(said.slice(0, 2).flat()).not.toContain(false);
  expect(said.slice(2)).toEqual([3, 3]);
});

/** What the compiler says of a file of the other project, which knows no types but those of the package. */
function compiled(code: string): string {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript-native/package.json')), 'bin/tsc');
  writeFileSync(join(project, 'use.ts'), code);
  const strict = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false'];
  const where = ['--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom', '--types', '', '--ignoreConfig'];
  return spawnSync(process.execPath, [tsc, 'use.ts', ...strict, ...where], { cwd: project, encoding: 'utf8' }).stdout;
}

const model = `import { bool, id, mechanism, table, withRuns } from 'orrery-player/language.js';
const door = id('door');
const lock = mechanism({ parameters: { doors: { least: 2, most: 4, default: 2 } }, state: ({ doors }) => ({ doors: table(door, doors, { open: bool }) }) });
const open = lock.action({ says: '{it} opens.', args: { it: door }, when: { 'it is shut': ({ it }) => !it.open }, then: ({ it }) => void (it.open = true) });
const about = { question: '?', group: 'access', basis: 'illustration', standsFor: '', shows: '', leavesOut: '' } as const;
const model = lock.model({ id: 'a/b', title: '', about, actions: { open }, always: { 'few are open': () => true }, sometimes: {} });
const runs = withRuns(model, { scenarios: { one: { title: '', steps: [{ open: { it: 0 } }], ends: 'safe' } }, expect: [] });
`;

test('its types are whole: a model, its picture and the events are checked, and a misspelt name is an error', () => {
  const page = (field: string) => `${model}
import { defineSimulation, h, type PictureProps } from 'orrery-player';
import { check } from 'orrery-player/checker.js';
import { rarityOf } from 'orrery-player/whole-graph.js';
defineSimulation<typeof model>({
  runs,
  Picture: ({ now }: PictureProps<typeof model>) => h('p', { class: 'a' }, now.${field}.map(({ open }) => (open ? 'open' : 'shut'))),
  words: { 'few are open': ({ rows }) => rows('door').join() },
});
const player = document.createElement('orrery-player');
player.addEventListener('orrery-verdict', ({ detail }) => detail.verdict === 'holds' && detail.states.toFixed());
document.addEventListener('orrery-step', ({ detail }) => detail.violated.length);
export const all = [check, rarityOf];
`;
  expect(compiled(page('doors'))).toBe('');
  expect(compiled(page('dors'))).toContain("Property 'dors' does not exist");
});

test('the faces are those of the version', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const types = filesIn(dist, '.d.ts').map((file) => [file.slice(dist.length + 1), readFileSync(file, 'utf8')] as const);
  expect(wanting(read('faces.txt'), facesText(new Map(types)), version)).toBeUndefined();
});

test('it weighs what it says, and not more than it may', () => {
  const sizes = sizesOf(dist, mechanismIds);
  expect(sizes.element - sizes.styles + sizes.heaviestModel).toBeLessThanOrEqual(scriptsAtMost);
  expect(sizes.element + sizes.heaviestModel).toBeLessThanOrEqual(pageAtMost);
  expect(sizes.worker).toBeLessThanOrEqual(workerAtMost);
  const now = toldSizes(sizes);
  const wrong = (Object.keys(told) as (keyof Sizes)[]).filter((name) => Math.abs(told[name] - now[name]) > Math.max(1, told[name] / 50));
  expect(wrong, 'npm run package -- --keep tells the sizes anew').toEqual([]);
  expect(Object.keys(told)).toEqual(Object.keys(now));
  expect(read('README.md')).toBe(tellSizes(read('README.md'), told));
});

test('the worker loads no picture and no player', () => {
  expect([...closure(dist, 'workers/check.js')].filter((file) => /preact|player|drawing|styles/.test(file))).toEqual([]);
});

test('nothing of the site imports a script of the package', () => {
  const wrong = ['.ts', '.tsx', '.astro', '.mdx']
    .flatMap((ending) => filesIn(join(root, 'src'), ending))
    .filter((file) => /(?:from|import\()\s*['"][^'"]*packages\/player\/(?!(?:package|sizes)\.json)/.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('the README tells every attribute, every event and tokens that there are', () => {
  const readme = read('README.md');
  const attributes = /const attributes = \[(.*)\]/.exec(read('src/element.tsx'))![1]!;
  for (const [, name] of attributes.matchAll(/'([\w-]+)'/g)) expect(readme).toContain(`| \`${name}\``);
  for (const name of ['orrery-step', 'orrery-verdict']) expect(readme).toContain(`\`${name}\``);
  const styles = filesIn(join(dist, 'chunks'), '.js').find((file) => /styles-/.test(file))!;
  for (const [, token] of readme.matchAll(/`(--(?!no-)[\w-]+)`/g)) expect(readFileSync(styles, 'utf8')).toContain(token);
});
