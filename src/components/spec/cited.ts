/** What `<Cite …/>` means on a page: the attributes of the element as a place. */
import type { Entries } from '../../facts/entries.ts';
import { isPrimarySource } from '../../facts/evidence.ts';
import { whereOf, type Where } from './where.ts';

export interface CiteProps {
  readonly source?: string | undefined;
  /** `40` or `40-42`. */
  readonly lines?: string | undefined;
  readonly at?: string | undefined;
  readonly path?: string | undefined;
  readonly basis?: 'inferred' | undefined;
}

/** The sources are those of the page's system unless `source` names another. Throws as `whereOf` does. */
export function citedBy(entries: Entries, system: string | undefined, { source, lines, at, path, basis }: CiteProps): Where {
  const ofSystem = entries.sources.filter((it) => it.data.system === system);
  const own = at === undefined ? ofSystem.find((it) => isPrimarySource(it.data)) : ofSystem.find((it) => it.id === `${system}-upstream`);
  const [from = 0, to = from] = (lines ?? '').split('-').map(Number);
  return whereOf(
    entries,
    { source: source ?? own?.id ?? '', ...(lines ? { lines: [from, to] } : {}), ...(at ? { commit: at, path: path ?? '' } : {}) },
    basis,
  );
}
