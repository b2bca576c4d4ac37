/**
 * A git directory of somebody else, asked for objects. Git runs without a shell, with nothing of the caller's environment but the search
 * path, without any configuration but the directory's own, and cannot fetch what is not there. Leaves out what an object means.
 */
import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { WrongCall } from '../command/command.ts';

/** What stands at a name: an object, or why there is none. */
export type Info = { readonly id: string; readonly type: string; readonly size: number } | { readonly why: 'missing' | 'ambiguous' };

/** Bytes of one file: no source of a program comes near it. */
export const mostBytesOfAFile = 4 * 1024 * 1024;
/** Bytes that are asked for at once. */
const mostBytesAtOnce = 64 * 1024 * 1024;
const mostMilliseconds = 120_000;

function git(directory: string, args: readonly string[], input: string, mostOutput: number): Buffer {
  const { stdout, stderr, status, error } = spawnSync('git', [`--git-dir=${directory}`, ...args], {
    input,
    maxBuffer: mostOutput,
    timeout: mostMilliseconds,
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    },
  });
  if (error && 'code' in error && error.code === 'ENOENT')
    throw new WrongCall('Git is not installed, and the repositories are read with it.');
  if (error || status !== 0)
    throw new WrongCall(
      `Git cannot read ${directory} (${error ? error.message : JSON.stringify(stderr.toString().trim().slice(0, 200))}).`,
    );
  return stdout;
}

/** What stands at each of these names, in one process. A name has no line feed. */
export function infoOf(directory: string, names: readonly string[]): Info[] {
  if (names.length === 0) return [];
  const lines = git(directory, ['cat-file', '--batch-check'], `${names.join('\n')}\n`, mostBytesAtOnce)
    .toString('utf8')
    .split('\n');
  return names.map((_, i): Info => {
    const [, id, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(lines[i] ?? '') ?? [];
    if (id !== undefined) return { id, type: type!, size: Number(size) };
    return { why: lines[i]?.endsWith(' ambiguous') ? 'ambiguous' : 'missing' };
  });
}

/** The bytes of objects, by their ids; one process for as many as are asked for at once. */
export function contentsOf(directory: string, objects: readonly { readonly id: string; readonly size: number }[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let batch: string[] = [];
  let bytes = 0;
  const ask = (): void => {
    if (batch.length > 0) readBatch(git(directory, ['cat-file', '--batch'], `${batch.join('\n')}\n`, bytes + batch.length * 128), found);
    [batch, bytes] = [[], 0];
  };
  for (const { id, size } of new Map(objects.map((it) => [it.id, it])).values()) {
    if (bytes + size > mostBytesAtOnce) ask();
    batch.push(id);
    bytes += size;
  }
  ask();
  return found;
}

/** `<id> <type> <size>`, a line feed, the bytes, a line feed; one after the other. */
function readBatch(output: Buffer, into: Map<string, Buffer>): void {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [id, , size] = output.toString('latin1', at, end).split(' ');
    const from = end + 1;
    into.set(id!, output.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
}

/** The names in a tree: `<mode> <name>`, a zero byte, the id as bytes; folders get a slash. */
export function namesIn(tree: Buffer, bytesOfAnId: number): string[] {
  const names: string[] = [];
  for (let at = 0; at < tree.length;) {
    const blank = tree.indexOf(32, at);
    const end = tree.indexOf(0, at);
    names.push(tree.toString('utf8', blank + 1, end) + (tree.toString('latin1', at, blank) === '40000' ? '/' : ''));
    at = end + 1 + bytesOfAnId;
  }
  return names;
}

/** A commit in which a path was changed. */
export interface Change {
  readonly commit: string;
  readonly day: string;
}

/** Every commit of every branch that changed a path, the newest first. */
export const changesOf = (directory: string, path: string): Change[] =>
  git(directory, ['rev-list', '--all', '--no-commit-header', '--format=%H %cs', '--', path], '', mostBytesAtOnce)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [, commit, day] = /^([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)$/.exec(line) ?? [];
      return commit === undefined ? [] : [{ commit, day: day! }];
    });

/** A version of one file in the history of the branch that is checked out. */
export interface FileVersion {
  readonly commit: string;
  /** The author's day. */
  readonly day: string;
  /** What the file was called then. */
  readonly path: string;
}

/**
 * The versions of a file as the branch that is checked out had them one after the other, the oldest first, also from before it was renamed.
 * Branches that ran beside it say nothing of its course: what they brought is the version of the merge. Where a merge took the text of one
 * of their commits as it is, the version is named after that commit, unless that was before the version that stood here until then.
 */
export function versionsOf(directory: string, path: string): FileVersion[] {
  const course = logOf(directory, path, ['--first-parent', '--diff-merges=first-parent']);
  const own = new Set(course.map((it) => it.commit));
  const beside = logOf(directory, path, []).filter((it) => !own.has(it.commit));
  if (beside.length === 0) return course;
  const ids = (of: readonly FileVersion[]): (string | undefined)[] =>
    infoOf(
      directory,
      of.map((it) => `${it.commit}:${it.path}`),
    ).map((it) => ('id' in it ? it.id : undefined));
  const writers = ids(beside);
  return ids(course).map((id, n) => {
    const writer = id === undefined ? undefined : beside.findLast((it, i) => writers[i] === id && it.path === course[n]!.path);
    const before = course[n - 1]?.day ?? '';
    return isMerge(directory, course[n]!.commit) && writer && writer.day >= before ? writer : course[n]!;
  });
}

const isMerge = (directory: string, commit: string): boolean => {
  const [info] = infoOf(directory, [`${commit}^2`]);
  return info !== undefined && !('why' in info);
};

function logOf(directory: string, path: string, more: readonly string[]): FileVersion[] {
  const args = ['log', '--follow', '--topo-order', '--no-color', '--no-ext-diff', ...more, '-z', '--name-status', '--format=%x01%H %as'];
  const output = git(directory, [...args, '--', path], '', mostBytesAtOnce).toString('utf8');
  const found = output.split('\u0001').flatMap((entry): FileVersion[] => {
    const [head = '', ...names] = entry.split('\0').filter((it) => it !== '' && it !== '\n');
    const [, commit, day] = /^([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)/.exec(head) ?? [];
    const status = names[0]?.trim() ?? '';
    return commit === undefined || status.startsWith('D') ? [] : [{ commit, day: day!, path: names.at(-1) ?? path }];
  });
  return found.toReversed();
}

/** The text of a file at a commit; undefined where it is not there, is no text or is too large. */
export function textAt(directory: string, { commit, path }: Pick<FileVersion, 'commit' | 'path'>): string | undefined {
  const [info] = infoOf(directory, [`${commit}:${path}`]);
  if (!info || 'why' in info || info.type !== 'blob' || info.size > mostBytesOfAFile) return undefined;
  const bytes = contentsOf(directory, [info]).get(info.id)!;
  const text = bytes.toString('utf8');
  return Buffer.compare(Buffer.from(text, 'utf8'), bytes) === 0 ? text : undefined;
}

/** The commit that is checked out, and the day of its author; undefined for a repository without one. */
export function headOf(directory: string): Change | undefined {
  const [info] = infoOf(directory, ['HEAD^{commit}']);
  if (!info || 'why' in info) return undefined;
  const day = git(directory, ['show', '--no-patch', '--no-show-signature', '--format=%as', info.id], '', mostBytesAtOnce)
    .toString('utf8')
    .trim();
  return /^\d{4}-\d\d-\d\d$/.test(day) ? { commit: info.id, day } : undefined;
}

const commitsIn = (output: Buffer): string[] => output.toString('utf8').split('\n').filter(Boolean);

/** Every commit that a branch or a tag leads to. */
export const reachable = (directory: string): ReadonlySet<string> =>
  new Set(commitsIn(git(directory, ['rev-list', '--all'], '', mostBytesAtOnce)));

/** The commits of the branch that is checked out; without those that another commit has behind it. */
export const commitsOfHead = (directory: string, without?: string): ReadonlySet<string> =>
  new Set(commitsIn(git(directory, ['rev-list', 'HEAD', ...(without === undefined ? [] : [`^${without}`])], '', mostBytesAtOnce)));

/** Whether everything that its branches and tags lead to is there. */
export function isWhole(directory: string): boolean {
  try {
    git(directory, ['rev-list', '--objects', '--all', '--quiet'], '', mostBytesAtOnce);
    return true;
  } catch {
    return false;
  }
}

/** What a file of the branch that is checked out was called by the commit that took its name away. */
export function renamedTo(directory: string, path: string): string | undefined {
  const [last] = commitsIn(git(directory, ['rev-list', '--max-count=1', 'HEAD', '--', path], '', mostBytesAtOnce));
  if (last === undefined) return undefined;
  const args = ['diff-tree', '-r', '-m', '-M', '-z', '--no-commit-id', '--name-status', '--diff-filter=R', last];
  const fields = git(directory, args, '', mostBytesAtOnce).toString('utf8').split('\0');
  const at = fields.findIndex((it, i) => /^R\d+$/.test(it) && fields[i + 1] === path);
  return at < 0 ? undefined : fields[at + 2];
}
