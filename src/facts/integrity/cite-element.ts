/** What `<Cite …/>` in a page of prose means as a citation: the short form of an element, filled in from the page's system. */
import type { Citation } from '../../schemas/evidence.ts';
import type { Entries } from '../entries.ts';
import { isPrimarySource, isUpstreamSource } from '../evidence.ts';

export interface CiteAttributes {
  readonly source?: string | undefined;
  /** `40` or `40-42`. */
  readonly lines?: string | undefined;
  readonly at?: string | undefined;
  readonly path?: string | undefined;
  /** `file` or `folder`. */
  readonly whole?: string | undefined;
  readonly absent?: string | undefined;
}

/** The sources are those of the page's system unless `source` names another; an empty source where the system has none. */
export function citationOf(
  entries: Entries,
  system: string | undefined,
  { source, lines, at, path, whole, absent }: CiteAttributes,
): Citation {
  const own = entries.sources.find(
    ({ id, data }) =>
      data.system === system && (at === undefined ? isPrimarySource(data) : isUpstreamSource(data) && id === `${system}-upstream`),
  );
  const [from = 0, to = from] = (lines ?? '').split('-').map(Number);
  return {
    source: source ?? own?.id ?? '',
    ...(lines ? { lines: [from, to] } : {}),
    ...(at ? { commit: at, path: path ?? '' } : {}),
    ...(whole ? { whole: whole === 'folder' ? 'folder' : 'file' } : {}),
    ...(absent ? { absent } : {}),
  };
}
