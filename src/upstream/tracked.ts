/** The documents that tell how far a project is, by the records of its sources: their versions are read. */
import type { Entries } from '../facts/entries.ts';
import { isUpstreamSource } from '../facts/evidence.ts';
import type { UpstreamSource } from '../schemas/sources.ts';

export interface Tracked {
  readonly system: string;
  /** The id of the source. */
  readonly source: string;
  readonly path: string;
}

/** All of them, each with the repository that it lies in. */
export const trackedIn = (entries: Entries): { readonly tracked: Tracked; readonly source: UpstreamSource }[] =>
  entries.sources.flatMap(({ id, data }) =>
    isUpstreamSource(data)
      ? (data.tracked ?? []).map((path) => ({ tracked: { system: data.system, source: id, path }, source: data }))
      : [],
  );
