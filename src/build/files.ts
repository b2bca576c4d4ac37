/** The files of a folder that a build made. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files with this ending below a folder, in the order of their paths. */
export const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
