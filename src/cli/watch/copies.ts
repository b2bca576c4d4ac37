/**
 * The copies of repositories that a watch keeps, so that the next run fetches only what is new: `<folder>/<owner>+<name>/repo`, bare, as the
 * other commands find them. A first copy is made beside its place and put there when it is whole; one that was broken is made anew.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole } from '../repositories/git.ts';
import { folderName, gitDirectory } from '../repositories/places.ts';
import { isOfTheCopy } from './failure.ts';
import { fetchInto, makeEmpty, type Failure } from './fetch.ts';
import type { Rules } from './rules.ts';

/** A repository that can be read now, or why it cannot. */
export type Copy =
  | { readonly directory: string; readonly note: string | undefined }
  | { readonly directory: undefined; readonly says: string; readonly printed: string };

const failed = ({ says, printed }: Failure): Copy => ({ directory: undefined, says, printed });

/** The git directory at hand below a folder of the caller. */
export function copyAt(folder: string, web: string): Copy {
  const directory = gitDirectory([folder], web);
  return directory === undefined
    ? failed({ says: 'There is no git directory of it below the folder that was named.', printed: '' })
    : { directory, note: undefined };
}

/** Fetches all of these, a few at a time, each address once. */
export async function copiesOf(folder: string, webs: readonly string[], rules: Rules): Promise<ReadonlyMap<string, Copy>> {
  const waiting = [...new Set(webs)];
  const found = new Map<string, Copy>();
  const names = waiting.map((it) => folderName(it)?.toLowerCase());
  const next = async (): Promise<void> => {
    for (let web = waiting.shift(); web !== undefined; web = waiting.shift()) found.set(web, await copyOf(folder, web, names, rules));
  };
  await Promise.all(Array.from({ length: rules.atOnce }, next));
  return found;
}

async function copyOf(folder: string, web: string, names: readonly (string | undefined)[], rules: Rules): Promise<Copy> {
  const name = folderName(web);
  if (name === undefined) return failed({ says: 'Its address does not end in an owner and a name.', printed: '' });
  if (names.filter((it) => it === name.toLowerCase()).length > 1)
    return failed({
      says: 'Another source has the same owner and name on another host, so their copies cannot be told apart.',
      printed: '',
    });
  try {
    return await upToDate(join(folder, name), web, rules);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return failed({ says: 'The folder of copies cannot be written.', printed: code });
  }
}

async function upToDate(folder: string, web: string, rules: Rules): Promise<Copy> {
  mkdirSync(folder, { recursive: true });
  sweep(folder, rules);
  const directory = join(folder, 'repo');
  const isThere = existsSync(directory);
  if (isThere && isWhole(directory)) {
    sweep(join(directory, 'objects/pack'), rules);
    const failure = await fetchInto(directory, web, rules);
    if (!failure) return { directory, note: undefined };
    if (!isOfTheCopy(failure.printed)) return failed(failure);
  }
  const failure = await made(folder, directory, web, rules);
  if (failure) return failed(failure);
  return {
    directory,
    note: isThere ? 'The copy of it was broken, perhaps by a fetch that was interrupted, and was made anew.' : undefined,
  };
}

/** A copy from nothing, in its place only when it is whole. */
async function made(folder: string, directory: string, web: string, rules: Rules): Promise<Failure | undefined> {
  const fresh = mkdtempSync(join(folder, 'new-'));
  try {
    const failure = (await makeEmpty(fresh, rules)) ?? (await fetchInto(fresh, web, rules));
    if (failure) return failure;
    const old = mkdtempSync(join(folder, 'old-'));
    if (existsSync(directory)) renameSync(directory, old);
    renameSync(fresh, directory);
    rmSync(old, { recursive: true, force: true });
    return undefined;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** After so many times what a fetch may take, nobody is at work any more on what it left. */
const surelyOver = 10;

/** Takes away what an interrupted run left: copies that were being made, copies that were replaced, packs that were being written. */
function sweep(folder: string, { mostMilliseconds }: Rules): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!/^(?:new-|old-|tmp_|\.tmp-)/.test(name)) continue;
    const { mtimeMs = Infinity } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (name.startsWith('old-') || Date.now() - mtimeMs > surelyOver * mostMilliseconds) rmSync(path, { recursive: true, force: true });
  }
}
