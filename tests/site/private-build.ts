/** Builds of the same tree that touch nothing of the project's own: each in a copy of its own. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './built-site.ts';

/** What a build makes or needs no copy of. */
const left = new Set(['node_modules', 'dist', '.astro', '.git', 'test-results', 'playwright-report']);

/**
 * The folder of a copy named `name`. It lies inside the project, where packages are found by walking up: Astro cannot
 * compile the components of a package that has no folder in common with the root, so a link to node_modules is not enough.
 */
const placeOf = (name: string): string => join(root, '.astro/builds-of-tests', name);

/** Copies the project without what a build makes, and returns the copy. A copy of the same name is replaced. */
export function copyProject(name: string): string {
  const copy = placeOf(name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(root)) if (!left.has(entry)) cpSync(join(root, entry), join(copy, entry), { recursive: true });
  return copy;
}

/** Vitest sets these, and a build would take its base path and its mode from them. */
const ofVitest = /^(VITEST.*|BASE_URL|MODE|DEV|PROD|SSR|TEST|NODE_ENV)$/;
const cleanEnv = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofVitest.test(name)));

/** Runs `astro build` in a folder and returns the folder of the site. Throws with what the build printed. */
export function build(folder: string, env: Readonly<Record<string, string>> = {}): string {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  execFileSync(process.execPath, ['--max-semi-space-size=64', astro, 'build', '--silent'], {
    cwd: folder,
    env: { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'pipe',
  });
  return join(folder, 'dist');
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
