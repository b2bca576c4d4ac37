/** Which statements are new or changed since a commit of this project: their words, or what they cite. */
import { spawnSync } from 'node:child_process';
import { readOne } from '../../records/reader.ts';
import type { CollectionName } from '../../schemas/evidence.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { statementsIn, type Statement } from '../../facts/statements.ts';
import { clipped, WrongCall } from '../command/command.ts';

const mostBytes = 64 * 1024 * 1024;

function git(project: string, args: readonly string[], input = ''): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', project, ...args], { input, maxBuffer: mostBytes, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** The statements that were not there, word for word and with the same citations, at that commit. Throws a WrongCall. */
export function changedSince(project: string, commit: string, statements: readonly Statement[], entries: Entries): Statement[] {
  const id = git(project, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`])?.trim();
  if (id === undefined) throw new WrongCall(`The project has no commit '${clipped(commit)}'.`);
  const changed = new Set(git(project, ['diff', '--name-only', '--relative', '-z', id, '--', 'src/content'])?.split('\0'));
  const untracked = new Set(git(project, ['ls-files', '--others', '-z', '--', 'src/content'])?.split('\0'));
  const touched = [...new Set(statements.map(({ file }) => file))].filter((file) => changed.has(file) || untracked.has(file));
  const before = new Set(touched.flatMap((file) => statementsOf(file, git(project, ['show', `${id}:./${file}`]), entries)).map(keyOf));
  return statements.filter((it) => touched.includes(it.file) && !before.has(keyOf(it)));
}

/** Without the lines and fields, which move when something is added above. */
const keyOf = ({ file, says, cites }: Statement): string =>
  JSON.stringify([file, says, cites.map(({ citation, note }) => [citation, note])]);

/** What a file stated; nothing where it was not there, or could not be read by what reads it today. */
function statementsOf(file: string, text: string | undefined, entries: Entries): Statement[] {
  if (text === undefined) return [];
  const { entry, page } = readOne(file, text);
  const none = Object.fromEntries(Object.keys(entries).map((name) => [name, []])) as unknown as Record<CollectionName, Entry[]>;
  const then = { ...none, sources: entries.sources, ...(entry && entry.collection !== 'sources' && { [entry.collection]: [entry] }) };
  return statementsIn(then as unknown as Entries, page ? [page] : []);
}
