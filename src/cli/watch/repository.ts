/** What became of a repository since its newest state was last looked at: where its branch stands, and whether what is cited is still in it. */
import type { Head } from '../../facts/last-seen.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { commitsOfHead, headOf, infoOf, reachable, type Change } from '../repositories/git.ts';

export interface Standing {
  readonly was: Head | undefined;
  readonly head: Change;
  /** The whole id of the state that was looked at last, where it is in the copy. */
  readonly before: string | undefined;
  /** Commits of the branch since then; undefined where that cannot be told. */
  readonly since: ReadonlySet<string> | undefined;
  /** The branch no longer leads to the state that was looked at last: it was rewritten, or is another one. */
  readonly isRewritten: boolean;
  /** Cited commits with a day, to which no branch and no tag leads any more. */
  readonly lost: readonly string[];
  /** Commits that the record holds without a day, and that are in the repository: their days can be told. */
  readonly datable: readonly string[];
}

/** Undefined for a repository without a commit. Throws a WrongCall where Git cannot read it. */
export function standingOf(directory: string, { commits }: UpstreamSource, was: Head | undefined): Standing | undefined {
  const head = headOf(directory);
  if (!head) return undefined;
  const wanted = [...commits.map((it) => it.commit), ...(was ? [was.commit] : [])];
  const infos = infoOf(
    directory,
    wanted.map((it) => `${it}^{commit}`),
  );
  // A branch that has the digits of a commit for a name is not that commit.
  const idOf = (i: number): string | undefined => {
    const info = infos[i]!;
    return 'id' in info && info.id.startsWith(wanted[i]!) ? info.id : undefined;
  };
  const all = reachable(directory);
  const isReached = (i: number): boolean => all.has(idOf(i) ?? '');
  const before = was && idOf(wanted.length - 1);
  const isRewritten = was !== undefined && (before === undefined || !commitsOfHead(directory).has(before));
  return {
    was,
    head,
    before,
    since: before === undefined ? undefined : commitsOfHead(directory, before),
    isRewritten,
    lost: commits.flatMap(({ commit, date }, i) => (date !== null && !isReached(i) ? [commit] : [])),
    datable: commits.flatMap(({ commit, date }, i) => (date === null && isReached(i) ? [commit] : [])),
  };
}

export const hasMoved = ({ was, head }: Standing): boolean => was === undefined || !head.commit.startsWith(was.commit);
