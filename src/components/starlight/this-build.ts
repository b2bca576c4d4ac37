/** What a build knows of itself and of the repository that it is made from. For the build alone. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { version } from '../../../package.json';
import { forgeIn, type Forge } from '../../facts/own-forge.ts';

/** The forge that REPOSITORY_URL names; undefined where it is not set, and then no page speaks of it. */
export const forge: Forge | undefined = forgeIn(process.env['REPOSITORY_URL']);

let commit: string | undefined;

/** The version, and the commit with a word where the tree differs from it: `0.1.0, 3f2a9c1d77aa-dirty`. Outside of git the version alone. */
export function build(): string {
  commit ??= described();
  return commit === '' ? version : `${version}, ${commit}`;
}

function described(): string {
  try {
    const args = ['describe', '--always', '--dirty', '--exclude=*', '--abbrev=12'];
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' }; // another process may be at work in the same tree
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env }).trim();
  } catch {
    return '';
  }
}

/** The file that draws a route, from the project's root: of `/systems/[system]/start` it is `src/pages/systems/[system]/start.astro`. */
export function routeFile(pattern: string): string {
  const stem = `src/pages${pattern.replace(/\/$/, '')}`;
  return existsSync(`${stem}.astro`) ? `${stem}.astro` : `${stem}/index.astro`;
}
