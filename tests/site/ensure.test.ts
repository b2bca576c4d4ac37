/** `npm start` and `npm test` before anything else: what is installed stays installed, and nobody works in two places at once. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './built-site.ts';

let folder = '';
const write = (file: string, text: string): void => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const lock = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });
const one = { version: '1.0.0', integrity: 'sha512-a' };

/** A folder with one package installed by a plain npm ci, and an npm that installs nothing but notes how it was called. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-ensure-'));
  const other = { version: '1.0.0', integrity: 'sha512-b', optional: true, os: ['nowhere'] };
  write('package-lock.json', lock({ '': {}, 'node_modules/one': one, 'node_modules/other': other }));
  write('node_modules/.package-lock.json', lock({ 'node_modules/one': one }));
  write('node_modules/one/package.json', '{}');
  write(
    'npm.mjs',
    "import { appendFileSync } from 'node:fs'; appendFileSync('calls', process.argv.slice(2, 4).join(' ') + '\\n'); process.exit(1);",
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const script = join(root, 'scripts/ensure.mjs');
const options = () => ({ cwd: folder, encoding: 'utf8', env: { ...process.env, npm_execpath: join(folder, 'npm.mjs') } }) as const;
const ensure = () => spawnSync(process.execPath, [script], options());
const calls = (): string => (existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : '');

test('R9: after a plain npm ci nothing is installed again, so being offline does no harm', () => {
  expect(ensure()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(calls()).toBe('');
});

test.each([
  [
    'a package of another version',
    () => write('node_modules/.package-lock.json', lock({ 'node_modules/one': { ...one, version: '0.9.0' } })),
  ],
  ['a package that is gone', () => rmSync(join(folder, 'node_modules/one'), { recursive: true })],
])('R9: %s is installed without emptying the folder, and a failure is one sentence', (_, spoil) => {
  spoil();
  const { status, stderr } = ensure();
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^The packages could not be installed: check the connection .*\n$/)]);
  expect(calls()).toBe('install --no-save\n');
});

test('R9: where nothing is installed, the lockfile is installed as it is', () => {
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(ensure().status).toBe(1);
  expect(calls()).toBe('ci --no-audit\n');
});

test('R9: two at once install one after the other', async () => {
  rmSync(join(folder, 'node_modules'), { recursive: true });
  // It goes on only when the other has said that it waits: two that did not wait for each other would never end.
  const installs = `import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
    appendFileSync('calls', 'installed');
    while (!existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 20));
    mkdirSync('node_modules/one', { recursive: true });
    writeFileSync('node_modules/one/package.json', '{}');
    writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock({ 'node_modules/one': one }))});`;
  write('npm.mjs', installs);
  const ends = [0, 1].map(
    () =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [script], { ...options(), stdio: ['ignore', 'pipe', 'ignore'] });
        child.stdout.on('data', (said: Buffer) => said.includes('Waiting for another process') && write('go', ''));
        child.on('close', resolve);
      }),
  );
  expect(await Promise.all(ends)).toEqual([0, 0]);
  expect(calls()).toBe('installed');
});

test('R9: a # in the path is told before anything is built', () => {
  const odd = join(folder, 'a#b');
  mkdirSync(odd);
  const { status, stderr } = spawnSync(process.execPath, [script], { ...options(), cwd: odd });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^The path of this folder, .*a#b, has a '#' in it, and Astro cannot build below it: .*\n$/),
  ]);
});
