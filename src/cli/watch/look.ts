/**
 * Looks at every repository that the sources name: where its branch stands, what its tracked documents say now, and what became of each cited
 * place. What can be put into the records goes into a set of changes; a repository that cannot be looked at is a sentence, and hides
 * nothing of the others.
 */
import type { Problem } from '../../facts/entries.ts';
import { isUpstreamSource } from '../../facts/evidence.ts';
import type { Models } from '../../facts/integrity/models.ts';
import { problemsIn } from '../../facts/integrity.ts';
import { atHeadFile, atHeadText, nameOfPlace, type AtHead, type AtHeads } from '../../facts/last-seen.ts';
import { historyFile } from '../../facts/own-history.ts';
import { statementsIn } from '../../facts/statements.ts';
import { historyTextOf } from '../../records/history-file.ts';
import { historyProblem, writtenHistory } from '../../records/own-history.ts';
import type { Content } from '../../records/reader.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { keptFile, keptText } from '../../upstream/kept-lines.ts';
import { digitsOfAHead, findAtHead, heldAtHead } from '../citations/at-head.ts';
import { hold, placeOf } from '../citations/check.ts';
import { keptHashes } from '../citations/kept.ts';
import { ChangeSet } from '../command/change-set.ts';
import { WrongCall } from '../command/command.ts';
import { documentFromGit } from '../history/documents.ts';
import { Library } from '../repositories/library.ts';
import type { Copy } from './copies.ts';
import { driftOf, newsOf, type DocumentNews, type Drift } from './document.ts';
import { standingOf, type Standing } from './repository.ts';

/** A cited place that is other than it was found before. `back`: it stands unchanged again. */
export interface PlaceNews {
  readonly name: string;
  readonly is: AtHead['is'] | 'back';
}

export interface SourceNews {
  readonly id: string;
  readonly data: UpstreamSource;
  /** Undefined where it could not be looked at. */
  readonly standing: Standing | undefined;
  /** What could not be looked at, a sentence each. */
  readonly faults: readonly string[];
  /** What is to be known besides. */
  readonly notes: readonly string[];
  readonly documents: readonly (DocumentNews & { readonly drift: Drift })[];
  readonly places: readonly PlaceNews[];
  /** Citations that are not in order: a commit, a path or a line is not there. */
  readonly problems: number;
}

export interface Looked {
  readonly day: string;
  readonly sources: readonly SourceNews[];
  readonly set: ChangeSet;
  /** What would be wrong with the records if the changes were written, a sentence each. */
  readonly unsound: readonly string[];
}

interface Ground {
  readonly root: string;
  readonly content: Content;
  readonly models: Models;
  /** The folders in which the copies lie. */
  readonly folders: readonly string[];
  /** By the address of a repository. */
  readonly copies: ReadonlyMap<string, Copy>;
  readonly day: string;
  /** Told what Git printed, which no report repeats. */
  readonly printed: (source: string, text: string) => void;
}

/** What is found of one source while it is looked at. */
interface Finding {
  standing: Standing | undefined;
  readonly faults: string[];
  readonly notes: string[];
  readonly documents: (DocumentNews & { readonly drift: Drift })[];
}

export function look(ground: Ground): Looked {
  const { root, content, day } = ground;
  const set = new ChangeSet(root, content);
  const before = heldAtHead(root);
  const found = new Map(upstreams(content.entries).map(([id, data]) => [id, lookAt(id, data, before, set, ground)]));
  const closed = new Set([...found].flatMap(([id, { standing }]) => (standing ? [] : [id])));
  const { places, problems } = citations(found, closed, before, set, ground);
  const unsound = keepHistory(set, ground);
  const sources = upstreams(set.entries).map(
    ([id, data]): SourceNews => ({ id, data, ...found.get(id)!, places: places.get(id) ?? [], problems: problems.get(id) ?? 0 }),
  );
  return { day, sources, set, unsound };
}

const upstreams = (entries: Content['entries']): [string, UpstreamSource][] =>
  entries.sources.flatMap(({ id, data }): [string, UpstreamSource][] => (isUpstreamSource(data) ? [[id, data]] : []));

const unreadable = 'Its copy cannot be read by Git.';

function lookAt(id: string, data: UpstreamSource, before: AtHeads, set: ChangeSet, ground: Ground): Finding {
  const copy = ground.copies.get(data.web)!;
  const finding: Finding = { standing: undefined, faults: [], notes: [], documents: [] };
  if (copy.directory === undefined) {
    finding.faults.push(copy.says);
    if (copy.printed !== '') ground.printed(id, copy.printed);
    return finding;
  }
  if (copy.note !== undefined) finding.notes.push(copy.note);
  try {
    finding.standing = standingOf(copy.directory, data, before.heads.get(id));
  } catch (error) {
    ground.printed(id, saidBy(error));
    finding.faults.push(unreadable);
    return finding;
  }
  if (!finding.standing) finding.faults.push('It has no commit on the branch that is shown first.');
  else for (const path of data.tracked ?? []) document(id, data, path, copy.directory, finding, set, ground);
  return finding;
}

/** Only a mistake in Orrery itself is none of these. */
function saidBy(error: unknown): string {
  if (error instanceof WrongCall) return error.message;
  throw error;
}

function document(
  id: string,
  data: UpstreamSource,
  path: string,
  directory: string,
  { standing, faults, documents }: Finding,
  set: ChangeSet,
  { content, printed }: Ground,
): void {
  try {
    const tracked = { system: data.system, source: id, path };
    const news = newsOf(documentFromGit(directory, tracked, data), standing!, set);
    const drift = driftOf(directory, path, standing!, content.entries, set.entries);
    documents.push({ ...news, drift });
    faults.push(...news.unreadable.map((it) => `${path}, version ${it}`));
    if ('why' in drift) faults.push(`${path} was not compared with the records: ${drift.why}.`);
  } catch (error) {
    printed(id, saidBy(error));
    faults.push(`${path} could not be followed through its versions.`);
  }
}

/** What became of the cited places, and the two files that keep it. A repository that cannot be read after all is closed. */
function citations(
  found: ReadonlyMap<string, Finding>,
  closed: Set<string>,
  before: AtHeads,
  set: ChangeSet,
  { root, content, folders, day, printed }: Ground,
): { readonly places: ReadonlyMap<string, readonly PlaceNews[]>; readonly problems: ReadonlyMap<string, number> } {
  const sources = new Map(upstreams(set.entries));
  const library = new Library(folders, sources, closed);
  const statements = statementsIn(set.entries, content.prose);
  const cited = statements.flatMap(({ cites }) => cites.flatMap(({ citation }) => placeOf(citation, sources) ?? []));
  for (const [id, of] of Map.groupBy(cited, (it) => it.source))
    try {
      const head = library.head(id);
      library.open(of);
      if (head) library.open(of.map((it) => ({ ...it, commit: head.commit.slice(0, digitsOfAHead) })));
    } catch (error) {
      printed(id, saidBy(error));
      closed.add(id);
      found.get(id)!.faults.push(unreadable);
    }
  const kept = keptHashes(root);
  const held = hold(statements, sources, library, kept);
  const { all, fresh, back } = findAtHead(held, sources, library, kept, before, day);
  set.change(atHeadFile, atHeadText(all));
  const still = new Set(statements.flatMap(({ cites }) => cites.flatMap(({ citation }) => nameOfPlace(citation) ?? [])));
  const hashes = new Map([...kept].filter(([place]) => still.has(place)));
  // A hash that is kept stays: lines that are others under the same commit are a problem, and no news.
  for (const { print } of held) if (print && !hashes.has(print.place)) hashes.set(print.place, print.hash);
  set.change(keptFile, keptText(hashes));
  const news = [
    ...fresh.map(({ name, held: { citation }, found: { is } }) => ({ source: citation.source, name, is })),
    ...back.map((name) => ({ source: name.split(' ')[0]!, name, is: 'back' as const })),
  ];
  // A commit that is not in the repository is told by itself; one without a day never was in it.
  const isThere = (source: string, commit: string | undefined): boolean =>
    !found.get(source)!.standing?.lost.includes(commit ?? '') &&
    sources.get(source)!.commits.some((it) => it.commit === commit && it.date !== null);
  const problems = held.filter(({ problem, citation }) => problem && isThere(citation.source, citation.commit));
  return {
    places: Map.groupBy(news, (it) => it.source),
    problems: new Map([...Map.groupBy(problems, (it) => it.citation.source)].map(([id, of]) => [id, of.length])),
  };
}

/** Notes in the history of the records what changes in them. Returns what would be wrong with them, and was not before. */
function keepHistory(set: ChangeSet, { root, content, models, day }: Ground): string[] {
  if (set.entries === content.entries) return [];
  const keyOf = ({ file, field, says }: Problem): string => JSON.stringify([file, field, says]);
  const before = new Set(problemsIn(content.entries, models, content.prose).map(keyOf));
  const fresh = problemsIn(set.entries, models, content.prose).filter((it) => !before.has(keyOf(it)));
  if (fresh.length > 0) return fresh.map((it) => `${it.file}: ${it.says}`);
  const text = historyTextOf(root);
  const wrong = historyProblem(text);
  if (wrong !== undefined) return [wrong];
  set.change(historyFile, writtenHistory(text, { entries: set.entries, prose: content.prose }, day));
  return [];
}
