/**
 * Reading what a caller names: regular files and folders alone, up to a bound. A pipe or a device would never end, so what a path is
 * is asked before it is opened. Whatever cannot be read is an answer with its reason, and hides nothing beside it.
 */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** A file as bytes, or why it cannot be read. */
export type ReadFile = { readonly bytes: Buffer } | { readonly why: string };

/** Reads a regular file of at most so many bytes. Never waits and never throws for what is on the disk. */
export function readRegularFile(path: string, mostBytes: number): ReadFile {
  try {
    const why = whyNotRegular(statSync(path));
    if (why !== undefined) return { why };
    // Not waiting: what was a file a moment ago may be a pipe by now.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(file);
      if (!found.isFile()) return { why: whyNotRegular(found) ?? 'it is no regular file' };
      if (found.size > mostBytes) return { why: `it is larger than ${mostBytes} bytes` };
      return { bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { why: whyNotOpened(error) };
  }
}

function whyNotRegular(found: Stats): string | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return 'it is a folder';
  if (found.isFIFO()) return 'it is a pipe, which might never end';
  if (found.isSocket()) return 'it is a socket';
  return 'it is a device, which might never end';
}

/** `it cannot be opened (ENOENT)`. */
const whyNotOpened = (error: unknown): string =>
  `it cannot be opened (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`;

/** A path that cannot be read, and why. */
export interface Unopened {
  readonly file: string;
  readonly why: string;
}
export type Found = { readonly file: string } | Unopened;

/** Whether a path leads to a folder; false where it leads nowhere. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * All files below a folder, or the file itself, in the order of their paths; hidden ones and installed packages left out. A link that
 * leads nowhere, or back to a folder above it, is told and hides nothing beside it. `above`: the real paths of the folders around it.
 */
export function filesBelow(path: string, above: readonly string[] = []): Found[] {
  let names: string[];
  let real: string;
  try {
    if (!statSync(path).isDirectory()) return [{ file: path }];
    real = realpathSync(path);
    if (above.includes(real)) return [{ file: path, why: 'it leads back to a folder that it lies in' }];
    names = readdirSync(path);
  } catch (error) {
    return [{ file: path, why: whyNotOpened(error) }];
  }
  return names
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .sort()
    .flatMap((name) => filesBelow(join(path, name), [...above, real]));
}
