/** The hashes that the project keeps of cited lines: read from their file, and written again. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFile, keptText, readKept } from '../../upstream/kept-lines.ts';
import { WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';
import type { Held } from './check.ts';

const mostBytes = 16 * 1024 * 1024;

/** The hashes by place; none where nothing was kept yet. Throws a WrongCall where the file is none of ours. */
export function keptHashes(project: string): ReadonlyMap<string, string> {
  const path = join(project, keptFile);
  if (!existsSync(path)) return new Map();
  const read = readRegularFile(path, mostBytes);
  if ('why' in read) throw new WrongCall(`${keptFile} cannot be read: ${read.why}.`);
  const kept = readKept(read.bytes.toString('utf8'));
  if (typeof kept === 'number')
    throw new WrongCall(
      `${keptFile}:${kept} is no source, commit, path, lines and hash; take it out, or write the file again from nothing.`,
    );
  return kept;
}

/** Keeps what was found. A place that could not be looked at keeps what it had; one that nothing cites any more is left out. */
export function writeHashes(project: string, held: readonly Held[], cited: ReadonlySet<string>, kept: ReadonlyMap<string, string>): number {
  const all = new Map([...kept].filter(([place]) => cited.has(place)));
  for (const { print } of held) if (print) all.set(print.place, print.hash);
  writeFileSync(join(project, keptFile), keptText(all));
  return all.size;
}
