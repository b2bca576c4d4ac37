/**
 * Looks at every repository that the sources name: where its branch stands, what its tracked documents say now, and what became of each cited
 * place. What can be put into the records goes into a set of changes; a repository that cannot be looked at is a sentence, and hides
 * nothing of the others.
 */
import { find, type Problem } from '../../facts/entries.ts';
import { isUpstreamSource } from '../../facts/evidence.ts';
import type { Models } from '../../facts/integrity/models.ts';
import { problemsIn } from '../../facts/integrity.ts';
import type { AtHeads } from '../../facts/last-seen.ts';
import { historyFile } from '../../facts/own-history.ts';
import { historyTextOf } from '../../records/history-file.ts';
import { historyProblem, writtenHistory } from '../../records/own-history.ts';
import type { Content } from '../../records/reader.ts';
import { ownStatementFile } from '../../schemas/own-statement.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { heldAtHead } from '../citations/at-head.ts';
import { keptHashes } from '../citations/kept.ts';
import { ChangeSet } from '../command/change-set.ts';
import { WrongCall } from '../command/command.ts';
import { documentFromGit } from '../history/documents.ts';
import { infoOf } from '../repositories/git.ts';
import type { Copy } from './copies.ts';
import { driftOf, newsOf, type DocumentNews, type Drift } from './document.ts';
import { placesOf, type PlaceNews } from './places.ts';
import { code } from './quoted.ts';
import { standingOf, type Standing } from './repository.ts';

/** What is found of one source. */
export interface SourceNews {
  readonly id: string;
  readonly data: UpstreamSource;
  /** Undefined where it could not be looked at. */
  readonly standing: Standing | undefined;
  /** What could not be looked at, a sentence each, in Markdown. */
  readonly faults: readonly string[];
  /** What is to be known besides. */
  readonly notes: readonly string[];
  readonly documents: readonly DocumentNews[];
  /** By the path of a document. */
  readonly drift: ReadonlyMap<string, Drift>;
  readonly places: readonly PlaceNews[];
  /** Citations that are not in order: a path or a line is not there. */
  readonly problems: number;
}

export interface Looked {
  readonly day: string;
  readonly sources: readonly SourceNews[];
  readonly set: ChangeSet;
  /** What would be wrong with the records if the changes were written, a sentence each. */
  readonly unsound: readonly string[];
}

export interface Ground {
  readonly root: string;
  readonly content: Content;
  readonly models: Models;
  /** The folder in which the copies lie. */
  readonly folder: string;
  /** By the address of a repository. */
  readonly copies: ReadonlyMap<string, Copy>;
  readonly day: string;
  /** Told what Git printed, which no report repeats. */
  readonly printed: (source: string, text: string) => void;
}

/** What is known of a source while it is looked at. */
interface Finding {
  readonly id: string;
  readonly data: UpstreamSource;
  readonly directory: string | undefined;
  standing: Standing | undefined;
  readonly faults: string[];
  readonly notes: string[];
  readonly documents: DocumentNews[];
  readonly drift: Map<string, Drift>;
}

export function look(ground: Ground): Looked {
  const { root, content, day, folder, printed } = ground;
  const set = new ChangeSet(root, content);
  const before = heldAtHead(root);
  const sources = content.entries.sources.flatMap(({ id, data }) => (isUpstreamSource(data) ? [{ id, data }] : []));
  const found = sources.map(({ id, data }) => lookAt(id, data, before, ground));
  for (const it of found) for (const path of it.data.tracked ?? []) readVersions(it, path, set, ground);
  for (const it of found) readStatement(it, ground);
  const closed = new Set(found.filter((it) => !it.standing).map(({ id }) => id));
  const kept = keptHashes(root);
  const standings = new Map(found.map(({ id, standing }) => [id, standing]));
  const places = placesOf({ content, folder, day, set, before, kept, closed, standings });
  for (const it of found) {
    const printedBy = places.unreadable.get(it.id);
    if (printedBy === undefined) continue;
    printed(it.id, printedBy);
    it.faults.push(unreadable);
  }
  for (const it of found) for (const news of it.documents) readDrift(it, news, { before: kept, after: places.hashes }, set, ground);
  const unsound = keepHistory(set, ground);
  return {
    day,
    set,
    unsound,
    sources: found.map((it) => ({ ...it, places: places.news.get(it.id) ?? [], problems: places.problems.get(it.id) ?? 0 })),
  };
}

const unreadable = 'Its copy cannot be read by Git.';

function lookAt(id: string, data: UpstreamSource, before: AtHeads, { copies, printed }: Ground): Finding {
  const copy = copies.get(data.web)!;
  const { directory } = copy;
  const found: Finding = { id, data, directory, standing: undefined, faults: [], notes: [], documents: [], drift: new Map() };
  if (copy.directory === undefined) {
    found.faults.push(copy.says);
    if (copy.printed !== '') printed(id, copy.printed);
    return found;
  }
  if (copy.note !== undefined) found.notes.push(copy.note);
  try {
    found.standing = standingOf(copy.directory, data, before.heads.get(id));
    if (!found.standing) found.faults.push('It has no commit on the branch that is shown first.');
  } catch (error) {
    printed(id, saidBy(error));
    found.faults.push(unreadable);
  }
  return found;
}

/** Only a mistake in Orrery itself is no sentence. */
function saidBy(error: unknown): string {
  if (error instanceof WrongCall) return error.message;
  throw error;
}

function readVersions(
  { id, data, directory, standing, documents, faults }: Finding,
  path: string,
  set: ChangeSet,
  { printed }: Ground,
): void {
  if (!standing) return;
  try {
    const tracked = { system: data.system, source: id, path };
    const news = newsOf(documentFromGit(directory!, tracked, data), standing, set);
    documents.push(news);
    faults.push(...news.unreadable.map((it) => `A version of ${code(path)} cannot be read: ${code(it)}`));
  } catch (error) {
    printed(id, saidBy(error));
    faults.push(`${code(path)} could not be followed through its versions.`);
  }
}

/**
 * What a project states of itself lies in its own repository. It is held against the records and put into none of them: a person judges
 * whether its evidence shows what it says.
 */
function readStatement({ id, data, directory, standing, documents, faults }: Finding, { content, printed }: Ground): void {
  const isOwn = find(content.entries, 'systems', data.system)?.data.repository.web === data.web;
  if (!standing || !isOwn || data.tracked?.includes(ownStatementFile)) return;
  const { head, before } = standing;
  try {
    const states = [head.commit, ...(before === undefined ? [] : [before])].map((it) => `${it}:${ownStatementFile}`);
    if (infoOf(directory!, states).some((it) => 'size' in it))
      documents.push({ path: ownStatementFile, unreadable: [], versions: 0, fresh: [], then: before, changes: [], unheld: [] });
  } catch (error) {
    printed(id, saidBy(error));
    faults.push(`Whether it has ${code(ownStatementFile)} could not be told.`);
  }
}

type Hashes = ReadonlyMap<string, string>;

function readDrift(
  { id, directory, standing, drift, faults }: Finding,
  { path, then }: DocumentNews,
  kept: { readonly before: Hashes; readonly after: Hashes },
  set: ChangeSet,
  { content, printed }: Ground,
): void {
  try {
    const before = { commit: then, entries: content.entries, hashes: kept.before };
    const found = driftOf(directory!, path, before, { commit: standing!.head.commit, entries: set.entries, hashes: kept.after });
    drift.set(path, found);
    if ('why' in found) faults.push(`${code(path)} was not compared with the records: ${found.why}.`);
  } catch (error) {
    printed(id, saidBy(error));
    faults.push(`${code(path)} was not compared with the records.`);
  }
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
