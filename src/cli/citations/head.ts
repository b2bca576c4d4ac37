/**
 * Tells what became of every cited place in the newest state of its repository, and keeps it in a file. No statement is changed by it: that
 * lines are other ones now is a question for a reader.
 */
import { join } from 'node:path';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { atHeadFile, atHeadText } from '../../facts/last-seen.ts';
import { writeAll } from '../command/change-set.ts';
import { today } from '../command/day.ts';
import type { Library } from '../repositories/library.ts';
import { findAtHead, heldAtHead, kindsAtHead, type NewAtHead } from './at-head.ts';
import type { Held } from './check.ts';

export interface HeadOptions {
  readonly project: string;
  readonly write: boolean;
  /** Prints the lines as they were and as they are. */
  readonly show: boolean;
}

/** Prints the sums, and what is not in the file yet; returns the exit status. */
export function compareAtHead(
  held: readonly Held[],
  sources: ReadonlyMap<string, UpstreamSource>,
  library: Library,
  kept: ReadonlyMap<string, string>,
  { project, write, show }: HeadOptions,
): number {
  const { heads, all, sums, fresh } = findAtHead(held, sources, library, kept, heldAtHead(project), today());
  for (const it of fresh) tell(it, heads.get(it.held.citation.source)!.commit, library, show);
  for (const [id, of] of sums) {
    const head = heads.get(id);
    const counts = kindsAtHead.flatMap((kind) => (of.get(kind) ? [`${of.get(kind)} ${kind}`] : []));
    console.log(`${id} at ${head ? `${head.commit}, ${head.day}` : 'no state that is at hand'}: ${counts.join(', ')}`);
  }
  if (write) {
    writeAll(new Map([[join(project, atHeadFile), atHeadText(all)]]));
    console.log(`${all.places.size} places that are not unchanged are kept in ${atHeadFile}`);
  } else if (fresh.length > 0) console.log(`of ${fresh.length} of them ${atHeadFile} does not know it yet; --write keeps it`);
  return fresh.length > 0 ? 1 : 0;
}

function tell({ name, found, held: { citation, opened } }: NewAtHead, head: string, library: Library, show: boolean): void {
  const range = found.is === 'moved' ? found.to : found.is === 'changed' ? found.now : undefined;
  console.log(`${found.is.padEnd(8)} ${name}${range ? ` -> ${range[0]}-${range[1]}` : ''}`);
  if (!show || found.is !== 'changed' || opened.is !== 'file') return;
  const [from, to] = citation.lines ?? [1, opened.lines.length];
  for (const line of opened.lines.slice(from - 1, to)) console.log(`    - ${line}`);
  const now = library.at({ source: citation.source, commit: head, path: citation.path! });
  if (range && now.is === 'file') for (const line of now.lines.slice(range[0] - 1, range[1])) console.log(`    + ${line}`);
}
