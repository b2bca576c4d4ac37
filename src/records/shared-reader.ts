/**
 * The reader that a process shares: the configuration, the validation, the loaders and the sealing of one build read each
 * file once. It is kept in the global object, because Astro loads the configuration and the loaders as two copies of one module.
 */
import { relative, sep } from 'node:path';
import { contentFolder } from './content-files.ts';
import { ContentReader, type Content } from './reader.ts';

const key = Symbol.for('orrery.records.readers');
type Holder = typeof globalThis & { [key]?: Map<string, ContentReader> };

/** The reader of the project in this folder. */
export function sharedReader(root: string): ContentReader {
  const readers = ((globalThis as Holder)[key] ??= new Map());
  const folder = root.replace(/[/\\]+$/, '');
  const known = readers.get(folder);
  if (known) return known;
  const made = new ContentReader(folder);
  readers.set(folder, made);
  return made;
}

/** All content of the project in this folder, read once a process and again where it has changed. */
export const sharedContent = (root: string): Content => sharedReader(root).read();

/** The path below `src/content` that a watcher speaks of, from the project's root with forward slashes; undefined for any other. */
export function contentPath(root: string, path: string): string | undefined {
  const file = relative(root, path).split(sep).join('/');
  return file.startsWith(`${contentFolder}/`) ? file : undefined;
}

/** The events of a watcher after which a file is no longer what was read. */
export const changes = ['add', 'change', 'unlink'] as const;
