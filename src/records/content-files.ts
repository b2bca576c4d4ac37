/**
 * The files below `src/content`: which there are, which should not be there, and their text. Nothing but regular files is
 * opened, so that a pipe or a device cannot keep the reader waiting. Leaves out what the text means.
 */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../facts/entries.ts';
import { nearest } from '../facts/nearest.ts';
import { collectionNames } from '../schemas/evidence.ts';
import { deepestFolder, mostBytes, mostBytesInAll, mostFiles } from './limits.ts';

export const contentFolder = 'src/content';
/** The folders of src/content, each with the only ending that its files have. */
const endings: ReadonlyMap<string, string> = new Map([...collectionNames.map((name) => [name, '.yaml'] as const), ['docs', '.mdx']]);

export interface Listing {
  /** From the project's root, with forward slashes, in the order of the paths. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

const wrong = (file: string, says: string, fix: string, line = 1): Problem => ({ file, field: [], line, says, fix });

/** Every record and page that there is to read. Names that begin with a dot are an editor's or a file manager's, and passed over. */
export function listContent(root: string): Listing {
  const files: string[] = [];
  const problems: Problem[] = [];
  let seen = 0;
  const visit = (folder: string, ending: string | undefined, depth: number): void => {
    for (const item of itemsOf(join(root, folder))) {
      if (item.name.startsWith('.') || seen > mostFiles) continue;
      seen += 1;
      const path = `${folder}/${item.name}`;
      if (seen > mostFiles)
        problems.push(
          wrong(
            contentFolder,
            `there are more than ${mostFiles} files and folders`,
            `Take out what is not content; this one is past the bound: ${path}.`,
          ),
        );
      else if (item.isDirectory()) {
        const inner = depth === 0 ? endings.get(item.name) : ending;
        const fault = folderFault(path, item.name, depth, inner);
        if (fault) problems.push(fault);
        else visit(path, inner, depth + 1);
      } else {
        const fault = fileFault(path, item, ending);
        if (fault) problems.push(fault);
        else files.push(path);
      }
    }
  };
  visit(contentFolder, undefined, 0);
  return { files: files.sort(), problems };
}

function itemsOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // there is no content, or it cannot be read: every collection is then reported as empty
  }
}

function folderFault(path: string, name: string, depth: number, ending: string | undefined): Problem | undefined {
  if (ending === undefined) {
    const meant = nearest(name, [...endings.keys()]);
    return wrong(
      path,
      `'${name}' is no collection`,
      meant ? `Did you mean '${meant}'?` : `The folders here are ${[...endings.keys()].join(', ')}.`,
    );
  }
  if (/\.(ya?ml|mdx?)$/i.test(name))
    return wrong(path, 'this is a folder, and its name is that of a file', 'Rename the folder, or put the record in its place.');
  return depth >= deepestFolder ? wrong(path, `folders lie more than ${deepestFolder} deep here`, 'Put the files higher up.') : undefined;
}

function fileFault(path: string, item: Dirent, ending: string | undefined): Problem | undefined {
  if (item.isSymbolicLink()) return wrong(path, 'this is a link, and links are not followed', 'Put the file itself here.');
  if (!item.isFile()) return wrong(path, 'this is not a regular file', 'Take it out: a record is a text file.');
  if (ending === undefined)
    return wrong(
      path,
      'a file lies beside the collections',
      `Move it into the folder of its collection: ${[...endings.keys()].join(', ')}.`,
    );
  if (item.name.endsWith(ending) && item.name.length > ending.length) return undefined;
  const name = basename(item.name).replace(/\.[^.]*$/, '');
  return wrong(path, `only files whose names end in ${ending} are read here`, `Rename it to ${name || 'its id'}${ending}, or take it out.`);
}

/** A text, or what keeps it from being one. */
export type TextOrProblem = { readonly text: string } | { readonly problem: Problem };

/** Reads one file of the listing. What happened to it since the listing is a problem like any other. */
export function readText(root: string, file: string): TextOrProblem {
  const bytes = readBytes(join(root, file));
  return typeof bytes === 'string' ? { problem: wrong(file, bytes, 'Put a readable text file here.') } : textOf(file, bytes);
}

/** The bytes of a file as a text that can be seen whole. */
export function textOf(file: string, bytes: Uint8Array): TextOrProblem {
  if (bytes.length > mostBytes)
    return { problem: wrong(file, `this file has more than ${mostBytes} bytes`, 'Divide it, or take out what is no record.') };
  const text = decode(bytes);
  if (typeof text === 'number') return { problem: wrong(file, 'this line is not UTF-8', 'Save the file in the encoding UTF-8.', text) };
  const at = text.search(invisible);
  if (at < 0) return { text };
  const found = codeOf(text.slice(at));
  const line = text.slice(0, at).split('\n').length;
  return {
    problem: wrong(file, `this line holds the invisible character ${found}`, 'Take it out: what is stored must be what is seen.', line),
  };
}

/** Characters that no one sees, or that change the order in which others are seen; tabs and line ends are not among them. */
export const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n|$)/;
export const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Room for one file, used for each in turn. */
const room = Buffer.alloc(mostBytes + 1);

/** The bytes of a regular file, at most one more than are allowed, until the next is read; or a sentence. */
function readBytes(path: string): Buffer | string {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (!fstatSync(handle).isFile()) return 'this is not a regular file';
    let length = 0;
    while (length < room.length) {
      const read = readSync(handle, room, length, room.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return room.subarray(0, length);
  } catch (error) {
    return `this file cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'error'})`;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The text, or the number of the first line that is not UTF-8. A mark of the byte order is no part of the text. */
function decode(bytes: Uint8Array): string | number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
      const end = bytes.indexOf(10, start);
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end < 0 ? undefined : end));
      } catch {
        return line;
      }
      if (end < 0) break;
      start = end + 1;
    }
    return line;
  }
}

/** Whether so many bytes are too many for all files together. */
export const isTooMuch = (bytes: number): boolean => bytes > mostBytesInAll;
