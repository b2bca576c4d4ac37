/**
 * Where the files of a source lie below the folders that the caller names: for `https://github.com/starina-os/starina` a git directory
 * `starina-os+starina/repo`, `starina-os+starina`, `starina-os/starina`, `starina` (each with `.git` behind it too, or inside it), and
 * for files that could only be read singly `starina-os+starina/<commit>/<path>`, or the same below `starina-os+starina/files`.
 */
import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isFolder, readRegularFile } from '../command/files.ts';
import { mostBytesOfAFile } from './git.ts';

/** The last two parts of the address of a repository; undefined where they are no names of folders. */
function ownerAndName(web: string): readonly [owner: string, name: string] | undefined {
  const [owner = '', name = ''] = new URL(web).pathname.replace(/\/$/, '').split('/').slice(-2);
  return [owner, name].every((it) => /^[\w-][\w.-]*$/.test(it)) ? [owner, name] : undefined;
}

/** `starina-os+starina`: what a folder of a repository is called; undefined where its address does not end in two names. */
export const folderName = (web: string): string | undefined => ownerAndName(web)?.join('+');

/** The git directory of a repository; undefined where none of the folders has one. */
export function gitDirectory(folders: readonly string[], web: string): string | undefined {
  const [owner, name] = ownerAndName(web) ?? [];
  if (name === undefined) return undefined;
  const names = [`${owner}+${name}`, `${owner}/${name}`, name];
  return folders
    .flatMap((folder) => names.flatMap((it) => [`${it}/repo`, it, `${it}.git`, `${it}/.git`].map((at) => join(folder, at))))
    .find((it) => isFolder(join(it, 'objects')) && isFolder(join(it, 'refs')));
}

/** A folder with single files of a commit. */
interface StoredCommit {
  readonly commit: string;
  readonly folder: string;
}

/** Every folder that holds single files of a commit of this repository. */
export function storedCommits(folders: readonly string[], web: string): StoredCommit[] {
  const [owner, name] = ownerAndName(web) ?? [];
  if (name === undefined) return [];
  return folders
    .flatMap((folder) => [join(folder, `${owner}+${name}`, 'files'), join(folder, `${owner}+${name}`)])
    .flatMap((folder) =>
      namesBelow(folder)
        .filter((it) => /^[0-9a-f]{6,64}$/.test(it))
        .map((commit) => ({ commit, folder: join(folder, commit) })),
    );
}

/** Those of one commit; its name may be longer or shorter than the one that is cited. */
export const storedFolders = (folders: readonly string[], web: string, cited: string): string[] =>
  storedCommits(folders, web)
    .filter(({ commit }) => commit.startsWith(cited) || cited.startsWith(commit))
    .map(({ folder }) => folder);

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** What is stored at a path of one of these folders; `undefined` where nothing is, which says nothing of the repository. */
export type Stored = { readonly bytes: Buffer } | { readonly names: readonly string[] } | { readonly why: string } | undefined;

export function readStored(folders: readonly string[], path: string): Stored {
  for (const folder of folders) {
    const at = join(folder, path);
    if (!isBelow(at, folder)) continue;
    if (isFolder(at)) return { names: namesBelow(at) };
    return readRegularFile(at, mostBytesOfAFile);
  }
  return undefined;
}

/** Whether a path exists and, with all links followed, stays below a folder. */
function isBelow(path: string, folder: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}
