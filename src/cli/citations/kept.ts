/** The hashes that the project keeps of cited lines: read from their file, and written again. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOfPlace } from '../../facts/place-name.ts';
import type { Statement } from '../../facts/statements.ts';
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

/** The hashes that are kept, without those of places that nothing cites any more. */
export function stillCited(kept: ReadonlyMap<string, string>, statements: readonly Statement[]): Map<string, string> {
  const cited = new Set(statements.flatMap(({ cites }) => cites.flatMap(({ citation }) => nameOfPlace(citation) ?? [])));
  return new Map([...kept].filter(([place]) => cited.has(place)));
}

/** Keeps what was found. A place that could not be looked at keeps what it had. `statements` are those of the whole site. */
export function writeHashes(
  project: string,
  held: readonly Held[],
  statements: readonly Statement[],
  kept: ReadonlyMap<string, string>,
): number {
  const all = stillCited(kept, statements);
  for (const { print } of held) if (print) all.set(print.place, print.hash);
  writeFileSync(join(project, keptFile), keptText(all));
  return all.size;
}
