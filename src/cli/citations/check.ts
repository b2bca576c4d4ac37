/** Every citation of a repository held against what stands there: the commit, the path and the lines exist, and the lines are those that were kept. */
import type { Citation } from '../../schemas/evidence.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import type { Problem } from '../../facts/entries.ts';
import { namesSeveral } from '../../facts/integrity/narrowed.ts';
import type { CitedAt, Statement } from '../../facts/statements.ts';
import { printOfLines, rangeOf } from '../../upstream/cited-lines.ts';
import { placeName } from '../../facts/place-name.ts';
import { printOf } from './hashes.ts';
import type { Library, Opened, Place } from '../repositories/library.ts';

/** One citation of a repository, with what stands there. */
export interface Held extends CitedAt {
  /** The citation as the statement has it. */
  readonly cite: CitedAt;
  readonly statement: Statement;
  readonly opened: Opened;
  readonly problem: Problem | undefined;
  /** The name of the place and the hash of its lines, where it has lines that could be read. */
  readonly print: { readonly place: string; readonly hash: string } | undefined;
}

/** The place of a citation; undefined for one of a primary source. */
export function placeOf({ source, commit, path }: Citation, sources: ReadonlyMap<string, UpstreamSource>): Place | undefined {
  return sources.has(source) && commit !== undefined && path !== undefined ? { source, commit, path } : undefined;
}

/** All citations of repositories in these statements, in their order. */
export function hold(
  statements: readonly Statement[],
  sources: ReadonlyMap<string, UpstreamSource>,
  library: Library,
  kept: ReadonlyMap<string, string>,
): Held[] {
  const cited = statements.flatMap((statement) =>
    statement.cites.flatMap((it) => {
      const place = placeOf(it.citation, sources);
      return place ? [{ ...it, cite: it, statement, place }] : [];
    }),
  );
  library.open(cited.map(({ place }) => place));
  return cited.map(({ place, ...it }): Held => {
    const opened = library.at(place);
    const print = printAt(place, it.citation, opened);
    const fault = faultOf(it.citation, opened) ?? (print && hashFault(kept.get(print.place), print.hash));
    const problem = fault && { file: it.statement.file, field: it.field, ...(it.line !== undefined && { line: it.line }), ...fault };
    return { ...it, opened, print, problem };
  });
}

type Fault = Pick<Problem, 'says' | 'fix'>;

function faultOf({ commit, path = '', lines, whole }: Citation, opened: Opened): Fault | undefined {
  if (namesSeveral(path)) return { says: `'${path}' names several files`, fix: 'Cite each of them by itself.' };
  if (opened.is === 'not here') return undefined;
  if (opened.is === 'wrong') return { says: opened.says, fix: opened.fix };
  const at = `${path} at ${commit ?? ''}`;
  if (opened.is === 'folder') {
    if (lines) return { says: `${at} is a folder, and a folder has no lines`, fix: 'Cite a file, or write whole: folder.' };
    return whole === 'file' ? { says: `${at} is a folder`, fix: 'Write whole: folder, or correct the path.' } : undefined;
  }
  if (whole === 'folder') return { says: `${at} is a file`, fix: 'Write whole: file, or correct the path.' };
  if (lines && lines[1] > opened.lines.length)
    return {
      says: `${at} has ${opened.lines.length} lines, and line ${lines[1]} is cited`,
      fix: 'Correct the lines: the first one of the file is 1.',
    };
  return undefined;
}

function printAt({ source, commit, path }: Place, citation: Citation, opened: Opened): Held['print'] {
  if (opened.is !== 'file') return undefined;
  const range = rangeOf(citation, opened.lines.length);
  if (!range || range[1] > opened.lines.length) return undefined;
  return { place: placeName(source, commit, path, citation.lines ?? 'file'), hash: printOfLines(opened.lines, range, printOf) };
}

const hashFault = (kept: string | undefined, found: string): Fault | undefined =>
  kept === undefined || kept === found
    ? undefined
    : {
        says: `the lines are not those that were kept (${found}, and it was ${kept})`,
        fix: 'Read them against the statement; when they show it, keep them: npm run citations -- <folder> --write.',
      };
