/** A file in which the project keeps what was found of cited places. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';

const mostBytes = 16 * 1024 * 1024;

interface OwnFile<T> {
  /** Where it lies, from the project's root. */
  readonly file: string;
  /** What its text says; or the number of the first line that is none of its own. */
  readonly read: (text: string) => T | number;
  /** What a line is not that is none of its own, and what to do. */
  readonly wrong: string;
}

/** What the project keeps; `nothing` where there is no such file yet. Throws a WrongCall where it is none of ours. */
export function readOwnFile<T extends object>(project: string, { file, read, wrong }: OwnFile<T>, nothing: T): T {
  const path = join(project, file);
  if (!existsSync(path)) return nothing;
  const found = readRegularFile(path, mostBytes);
  if ('why' in found) throw new WrongCall(`${file} cannot be read: ${found.why}.`);
  const kept = read(found.bytes.toString('utf8'));
  if (typeof kept === 'number') throw new WrongCall(`${file}:${kept} is ${wrong}`);
  return kept;
}
