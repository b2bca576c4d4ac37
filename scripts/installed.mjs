// Whether the packages of the lockfile are installed, told without npm: npm ci would empty node_modules first, also when it is offline.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first package that is missing or has another version, or undefined. `folder` is the project's. */
export function firstMissing(folder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  if (!wanted) return 'package-lock.json';
  const there = packagesOf(join(folder, 'node_modules/.package-lock.json')) ?? {};
  return Object.entries(wanted)
    .filter(([path, it]) => path !== '' && !it.link && isForHere(it))
    .map(([path, it]) => ({ path, it, found: there[path] }))
    .find(({ path, it, found }) => {
      if (!found) return !it.optional; // npm leaves out what is optional and cannot be installed here
      return found.version !== it.version || found.integrity !== it.integrity || !existsSync(join(folder, path, 'package.json'));
    })?.path;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** A package may be for some systems and processors alone. */
const isForHere = ({ os, cpu }) => allows(os, process.platform) && allows(cpu, process.arch);
const allows = (list, one) => !list || list.includes(one) || (list.every((it) => it.startsWith('!')) && !list.includes(`!${one}`));
