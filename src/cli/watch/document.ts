/** What a tracked document says that it did not say when its repository was last looked at. */
import type { Entries } from '../../facts/entries.ts';
import { driftReader } from '../../upstream/compare.ts';
import type { Finding } from '../../upstream/document.ts';
import { observationsIn } from '../../upstream/versions/observations.ts';
import { courseOf } from '../../upstream/versions/threads.ts';
import { toldOf } from '../../upstream/versions/told.ts';
import { printOf } from '../citations/hashes.ts';
import type { ChangeSet } from '../command/change-set.ts';
import { lineHash, sha256 } from '../command/measure.ts';
import { changeOf, putInto, type Change } from '../history/changes.ts';
import type { TrackedDocument } from '../history/documents.ts';
import { infoOf, mostBytesOfAFile, renamedTo, textAt } from '../repositories/git.ts';
import { code } from './quoted.ts';
import type { Standing } from './repository.ts';

export interface NewVersion {
  readonly commit: string;
  readonly day: string | undefined;
  /** What it says that the version before did not, a line each. */
  readonly told: readonly string[];
}

export interface DocumentNews {
  readonly path: string;
  /** New versions that cannot be read, a sentence each. */
  readonly unreadable: readonly string[];
  readonly versions: number;
  readonly fresh: readonly NewVersion[];
  /** The commit with which its newest version is compared: that which was looked at last, or its version of that day; none at first. */
  readonly then: string | undefined;
  /** What the records are to hold of it. */
  readonly changes: readonly Change[];
  /** Things that it has since then, and for which no record stands. */
  readonly unheld: readonly string[];
}

/** Reads all versions, and puts what they say into the set of changes. */
export function newsOf(document: TrackedDocument, { was, before, since }: Standing, set: ChangeSet): DocumentNews {
  const { tracked, versions } = document;
  const course = courseOf(versions);
  const { said, unheld } = observationsIn(set.entries, tracked, versions, course);
  const changes = said.flatMap((it) => changeOf(it, document) ?? []);
  set.together(() => putInto(set, document, changes));
  const isNew = (commit: string, day?: string): boolean =>
    was !== undefined && (since ? isAmong(commit, since) : day !== undefined && day > was.day);
  const isFresh = versions.map(({ commit, day }) => isNew(commit, day));
  return {
    path: tracked.path,
    unreadable: document.unreadable.flatMap(({ commit, says }) => (was === undefined || isNew(commit) ? [says] : [])),
    versions: versions.length,
    fresh: versions.flatMap((it, n) =>
      isFresh[n] ? [{ commit: it.commit, day: it.day, told: n === 0 ? [] : toldOf(course.differences[n]!) }] : [],
    ),
    then: before ?? versions.findLast(({ day }) => was !== undefined && day !== undefined && day <= was.day)?.commit,
    changes,
    unheld: unheld.flatMap((t) => {
      const { seen } = course.threads[t]!;
      const item = seen.findLast((it) => it !== undefined)!;
      return isFresh[seen.findIndex((it) => it !== undefined)] ? [`${item.kind} “${item.words}”`] : [];
    }),
  };
}

const isAmong = (digits: string, commits: ReadonlySet<string>): boolean => {
  for (const it of commits) if (it.startsWith(digits)) return true;
  return false;
};

/** What differs from the records, that did not before; or why that cannot be told, in Markdown. */
export type Drift = { readonly fresh: readonly Finding[]; readonly standing: number } | { readonly why: string };

/** A state of the document, and the records with which it is compared. */
interface Side {
  readonly commit: string;
  readonly entries: Entries;
  /** Of what the records cite. */
  readonly hashes: ReadonlyMap<string, string>;
}

const keyOf = ({ kind, records, says }: Finding): string => JSON.stringify([kind, records, says]);

/** `after` has the records as they will be: what history puts into them is no finding any more. */
export function driftOf(
  directory: string,
  path: string,
  before: Omit<Side, 'commit'> & { commit: string | undefined },
  after: Side,
): Drift {
  const now = findingsAt(directory, path, after);
  if ('why' in now) return now;
  const { commit } = before;
  const then = commit === undefined ? { findings: [] } : findingsAt(directory, path, { ...before, commit });
  const known = new Set('why' in then ? [] : then.findings.map(keyOf));
  const fresh = now.findings.filter((it) => !known.has(keyOf(it)));
  return { fresh, standing: now.findings.length - fresh.length };
}

function findingsAt(
  directory: string,
  path: string,
  { commit, entries, hashes }: Side,
): { findings: readonly Finding[] } | { why: string } {
  const text = textAt(directory, { commit, path });
  if (text === undefined) return { why: whyNoText(directory, path, commit) };
  const report = driftReader(entries, lineHash, { hashes, printOf })(text, sha256(text));
  return 'why' in report ? { why: `line ${report.line} cannot be read, ${code(report.why)}` } : report;
}

function whyNoText(directory: string, path: string, commit: string): string {
  const [info] = infoOf(directory, [`${commit}:${path}`]);
  if (info && 'size' in info && info.type === 'blob')
    return info.size > mostBytesOfAFile ? `it has ${info.size} bytes, and at most ${mostBytesOfAFile} are read` : 'it is no text';
  const name = renamedTo(directory, path);
  return name === undefined ? 'it is gone' : `it is named ${code(name)} now, and the record of the source is to say so`;
}
