/** Builds of the same tree that touch nothing of the project's own: each in a copy of its own. */
import { execFileSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
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

/**
 * Copies the project without what a build makes, and returns the copy. A copy of the same name is replaced. Its own packages, which are linked
 * file by file, are wanted by a build that is compared: Astro names the styles of a component by its path from the root.
 */
export function copyProject(name: string, packages: 'above' | 'own' = 'above'): string {
  const copy = placeOf(name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(root)) if (!left.has(entry)) cpSync(join(root, entry), join(copy, entry), { recursive: true });
  if (packages === 'own') linkFiles(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function linkFiles(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

/** Vitest sets these, and a build would take its base path and its mode from them. */
const ofVitest = /^(VITEST.*|BASE_URL|MODE|DEV|PROD|SSR|TEST|NODE_ENV)$/;
const cleanEnv = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofVitest.test(name)));

/** Runs `astro build` in a folder and returns the folder of the site, which lies in it. Throws with what the build printed. */
export function build(folder: string, env: Readonly<Record<string, string>> = {}, site = 'dist'): string {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  execFileSync(process.execPath, ['--max-semi-space-size=64', astro, 'build', '--silent', '--outDir', site], {
    cwd: folder,
    env: { ...cleanEnv(), ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'pipe',
  });
  return join(folder, site);
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
