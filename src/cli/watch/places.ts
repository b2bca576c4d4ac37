/** What became of the cited places since they were last looked at, and the two files that keep it: where they stand, and their hashes. */
import { atHeadFile, atHeadText, type AtHead, type AtHeads } from '../../facts/last-seen.ts';
import { isUpstreamSource } from '../../facts/evidence.ts';
import { placeNamed } from '../../facts/place-name.ts';
import { statementsIn, type Statement } from '../../facts/statements.ts';
import type { Content } from '../../records/reader.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { keptFile, keptText } from '../../upstream/kept-lines.ts';
import { digitsOfAHead, findAtHead } from '../citations/at-head.ts';
import { hold, placeOf, type Held } from '../citations/check.ts';
import { stillCited } from '../citations/kept.ts';
import type { ChangeSet } from '../command/change-set.ts';
import { WrongCall } from '../command/command.ts';
import { Library } from '../repositories/library.ts';
import type { Standing } from './repository.ts';

/** A cited place that is other than it was found before. `back`: it stands unchanged again. */
export interface PlaceNews {
  readonly name: string;
  readonly is: AtHead['is'] | 'back';
}

interface Ground {
  readonly content: Content;
  readonly folder: string;
  readonly day: string;
  readonly set: ChangeSet;
  readonly before: AtHeads;
  readonly kept: ReadonlyMap<string, string>;
  /** Sources of which nothing is read. */
  readonly closed: Set<string>;
  readonly standings: ReadonlyMap<string, Standing | undefined>;
}

interface Places {
  /** By source, as everything here. */
  readonly news: ReadonlyMap<string, readonly PlaceNews[]>;
  readonly problems: ReadonlyMap<string, number>;
  /** What was said of a repository that cannot be read after all. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Of every cited place, with those that are new. */
  readonly hashes: ReadonlyMap<string, string>;
}

export function placesOf({ content, folder, day, set, before, kept, closed, standings }: Ground): Places {
  const sources = new Map(
    set.entries.sources.flatMap(({ id, data }): [string, UpstreamSource][] => (isUpstreamSource(data) ? [[id, data]] : [])),
  );
  const statements = statementsIn(set.entries, content.prose);
  const library = new Library([folder], sources, closed);
  const unreadable = opened(library, statements, sources, closed);
  const held = hold(statements, sources, library, kept);
  const { all, fresh, back } = findAtHead(held, sources, library, kept, before, day);
  set.change(atHeadFile, atHeadText(all));
  const hashes = hashesOf(held, statements, kept);
  set.change(keptFile, keptText(hashes));
  const news = [
    ...fresh.map(({ name, held: { citation }, found: { is } }) => ({ source: citation.source, name, is })),
    ...back.map((name) => ({ source: placeNamed(name).source, name, is: 'back' as const })),
  ];
  const problems = held.filter(
    ({ problem, citation: { source, commit = '' } }) =>
      problem && wasThere(sources.get(source)!, commit) && !standings.get(source)?.lost.includes(commit),
  );
  return {
    news: Map.groupBy(news, (it) => it.source),
    problems: new Map([...Map.groupBy(problems, (it) => it.citation.source)].map(([id, of]) => [id, of.length])),
    unreadable,
    hashes,
  };
}

/** A commit without a day was read from single files, and need not be in the repository. */
const wasThere = ({ commits }: UpstreamSource, commit: string): boolean => commits.some((it) => it.commit === commit && it.date !== null);

/** Opens all that will be asked for, one repository after the other: one that cannot be read is closed, and the others are looked at. */
function opened(
  library: Library,
  statements: readonly Statement[],
  sources: ReadonlyMap<string, UpstreamSource>,
  closed: Set<string>,
): Map<string, string> {
  const unreadable = new Map<string, string>();
  const cited = statements.flatMap(({ cites }) => cites.flatMap(({ citation }) => placeOf(citation, sources) ?? []));
  for (const [id, of] of Map.groupBy(cited, (it) => it.source))
    try {
      const head = library.head(id);
      library.open(of);
      if (head) library.open(of.map((it) => ({ ...it, commit: head.commit.slice(0, digitsOfAHead) })));
    } catch (error) {
      if (!(error instanceof WrongCall)) throw error;
      closed.add(id);
      unreadable.set(id, error.message);
    }
  return unreadable;
}

/** A hash that is kept stays: lines that are others under the same commit are a problem, and no news. */
function hashesOf(held: readonly Held[], statements: readonly Statement[], kept: ReadonlyMap<string, string>): Map<string, string> {
  const hashes = stillCited(kept, statements);
  for (const { print } of held) if (print && !hashes.has(print.place)) hashes.set(print.place, print.hash);
  return hashes;
}
