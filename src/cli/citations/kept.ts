/** The hashes that the project keeps of cited lines: read from their file, and written again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOfPlace } from '../../facts/place-name.ts';
import type { Statement } from '../../facts/statements.ts';
import { keptFile, keptText, readKept } from '../../upstream/kept-lines.ts';
import type { Held } from './check.ts';
import { readOwnFile } from './own-file.ts';

const hashes = {
  file: keptFile,
  read: readKept,
  wrong: 'no source, commit, path, lines and hash; take it out, or write the file again from nothing.',
};

/** The hashes by place. */
export const keptHashes = (project: string): ReadonlyMap<string, string> => readOwnFile(project, hashes, new Map());

/** What is kept, without that of places that nothing cites any more. */
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
