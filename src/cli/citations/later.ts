/** What became of every cited place at another commit: the same lines, moved to other ones, changed, or gone. Told by content, whatever happened in between. */
import type { UpstreamSource } from '../../schemas/sources.ts';
import type { CitedAt } from '../../facts/statements.ts';
import { shown } from '../../records/problem-text.ts';
import { became, rangeOf } from '../../upstream/cited-lines.ts';
import { clipped, WrongCall } from '../command/command.ts';
import { placeOf, type Held } from './check.ts';
import { printOf } from './hashes.ts';
import { nameOfPlace } from '../../facts/place-name.ts';
import type { Library } from '../repositories/library.ts';

/** `there`: a folder, what is absent, and what nothing narrows; more than that it is still there is not told. */
type Outcome = 'same' | 'moved' | 'changed' | 'gone' | 'there' | 'not at hand';
interface Compared {
  readonly outcome: Outcome;
  /** Behind the name of the place. */
  readonly says: string;
}

/** Prints what differs, and how many there are of each; returns the exit status. */
export function compareAt(
  commit: string,
  held: readonly Held[],
  sources: ReadonlyMap<string, UpstreamSource>,
  library: Library,
  kept: ReadonlyMap<string, string>,
  lineOf: (file: string, it: CitedAt) => number,
): number {
  if (!/^[0-9a-f]{6,40}$/.test(commit)) throw new WrongCall(`'${clipped(commit)}' is no commit: write 6 to 40 of its digits.`);
  const named = [...new Set(held.map((it) => it.citation.source))].filter((it) => library.hasCommit(it, commit));
  if (named.length === 0) throw new WrongCall(`None of the cited repositories has a commit ${commit}.`);
  const of = held.filter((it) => named.includes(it.citation.source));
  library.open(of.map((it) => ({ ...placeOf(it.citation, sources)!, commit })));
  const byPlace = Map.groupBy(of, ({ citation: { source, path, commit: then, lines, whole, absent } }) =>
    JSON.stringify([source, path, then, lines, whole, absent !== undefined]),
  );
  const counts = new Map<Outcome, number>();
  for (const same of byPlace.values()) {
    const [one] = same;
    const { outcome, says } = comparedAt(one!, commit, library, kept);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (outcome === 'same' || outcome === 'there') continue;
    const { source, path, lines } = one!.citation;
    const where = same.map((it) => `${it.statement.file}:${lineOf(it.statement.file, it)}`);
    const rest = where.length > 1 ? `, and ${where.length - 1} more` : '';
    console.log(
      `${outcome.padEnd(11)}  ${source} ${shown(path ?? '')}${lines ? ` ${lines[0]}-${lines[1]}` : ''}${says}  (${shown(where[0]!)}${rest})`,
    );
  }
  console.log(`${named.join(', ')} at ${commit}: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
  return [...counts.keys()].every((it) => it !== 'changed' && it !== 'gone') ? 0 : 1;
}

function comparedAt({ citation, opened, print }: Held, commit: string, library: Library, kept: ReadonlyMap<string, string>): Compared {
  const now = library.at({ source: citation.source, commit, path: citation.path! });
  if (now.is === 'not here') return { outcome: 'not at hand', says: '' };
  if (now.is === 'wrong') return { outcome: 'gone', says: `: ${shown(now.says)}` };
  const place = nameOfPlace(citation);
  const hash = print?.hash ?? (place === undefined ? undefined : kept.get(place));
  const range = now.is === 'file' ? rangeOf(citation, opened.is === 'file' ? opened.lines.length : now.lines.length) : undefined;
  if (place === undefined) return { outcome: 'there', says: '' };
  if (now.is === 'folder') return { outcome: 'gone', says: ': it is a folder now' };
  if (hash === undefined || !range) return { outcome: 'not at hand', says: ': the cited lines themselves' };
  const found = became(hash, range, now.lines, printOf);
  if (found.is === 'moved') return { outcome: 'moved', says: ` to ${found.to[0]}-${found.to[1]}` };
  return { outcome: found.is, says: '' };
}
