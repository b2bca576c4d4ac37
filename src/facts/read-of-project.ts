/** What is read of one project: its primary source, the documents whose every version is read, and the repositories that are cited. */
import type { Citation } from '../schemas/evidence.ts';
import type { PrimarySource, UpstreamSource } from '../schemas/sources.ts';
import { isPrimary } from './coverage.ts';
import type { Entries, Entry } from './entries.ts';
import { isUpstreamSource } from './evidence.ts';
import { forgeAddress } from './forge.ts';
import { lastSeenOf, type AtHeads, type Head } from './last-seen.ts';

/** A document that tells of progress. */
export interface Tracked {
  readonly path: string;
  readonly source: Entry<'sources'>;
  /** Where it is read on the web, in the newest state that was seen. */
  readonly href: string;
}

export interface Repository {
  readonly source: Entry<'sources'> & { readonly data: UpstreamSource };
  /** Its newest state and when that was looked at; undefined where it can only be read file by file. */
  readonly head: Head | undefined;
  /** How many places of it are cited, each counted once. */
  readonly places: number;
  readonly unchanged: number;
  /** Places that are other lines in the newest state, or of which the file is gone. */
  readonly changed: number;
}

export interface ReadOfProject {
  readonly primaries: readonly Primary[];
  readonly tracked: readonly Tracked[];
  readonly repositories: readonly Repository[];
}
type Primary = Entry<'sources'> & { readonly data: PrimarySource };

/** `citations` are those of the whole site. */
export function readOfProject(entries: Entries, system: string, citations: readonly Citation[], atHeads: AtHeads): ReadOfProject {
  const own = entries.sources.filter((it) => it.data.system === system);
  const repositories = own
    .filter((it): it is Repository['source'] => isUpstreamSource(it.data))
    .map((source): Repository => {
      const { unchanged, open, unlooked } = lastSeenOf(
        citations.filter((it) => it.source === source.id),
        atHeads,
      );
      const changed = open.length;
      return { source, head: atHeads.heads.get(source.id), places: unchanged + changed + unlooked, unchanged, changed };
    });
  const tracked = repositories.flatMap(({ source, head }) =>
    (source.data.tracked ?? []).flatMap((path): Tracked[] => {
      // Where its newest state is not known, the one that is cited last.
      const commit = head?.commit ?? citations.findLast((it) => it.source === source.id && it.path === path)?.commit;
      return commit === undefined ? [] : [{ path, source, href: forgeAddress(source.data.web, { commit, path }) }];
    }),
  );
  return { primaries: own.filter(isPrimary), tracked, repositories };
}
