/** The file of the definitions that cited lines are of: read, and written again from what is at hand. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { definitionsFile, definitionsText, readDefinitions, type Definitions } from '../../../facts/definition-names.ts';
import type { Statement } from '../../../facts/statements.ts';
import type { Range } from '../../../upstream/cited-lines.ts';
import type { Opened } from '../../repositories/library.ts';
import type { Held } from '../check.ts';
import { stillCited } from '../kept.ts';
import { readOwnFile } from '../own-file.ts';
import { DefinitionReader } from './definition-of.ts';

const definitions = {
  file: definitionsFile,
  read: readDefinitions,
  wrong: 'no source, commit, path, lines and name; take it out, or write the file again from nothing.',
};

/** The names by place. */
export const keptDefinitions = (project: string): Definitions => readOwnFile(project, definitions, new Map());

/**
 * Keeps what was found, and says how many places have a name and which languages could not be read. A place that could not be looked at
 * keeps what it had; one that nothing of `statements`, which are those of the whole site, cites any more goes.
 */
export async function writeDefinitions(
  project: string,
  held: readonly Held[],
  statements: readonly Statement[],
): Promise<{ readonly count: number; readonly missing: readonly string[] }> {
  const reader = await DefinitionReader.load();
  const names = stillCited(keptDefinitions(project), statements);
  for (const [opened, places] of rangesByFile(held)) {
    const [path] = places[0]!;
    if (!reader.reads(path)) continue;
    const found = reader.namesIn(
      path,
      opened.lines,
      places.map(([, range]) => range),
    );
    for (const [i, [, , place]] of places.entries()) {
      if (found[i] === undefined) names.delete(place);
      else names.set(place, found[i]);
    }
  }
  const file = join(project, definitionsFile);
  if (names.size > 0 || existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, definitionsText(names));
  }
  return { count: names.size, missing: reader.missing };
}

type File = Extract<Opened, { is: 'file' }>;

/** The cited ranges of each file that could be read, each place once: its path, its lines, its name. */
function rangesByFile(held: readonly Held[]): Map<File, [path: string, range: Range, place: string][]> {
  const files = new Map<File, [string, Range, string][]>();
  const seen = new Set<string>();
  for (const { opened, citation, print } of held) {
    if (opened.is !== 'file' || !print || !citation.lines || citation.path === undefined || seen.has(print.place)) continue;
    seen.add(print.place);
    files.set(opened, [...(files.get(opened) ?? []), [citation.path, citation.lines, print.place]]);
  }
  return files;
}
