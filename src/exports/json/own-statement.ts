/**
 * What a project could state of itself today, by what the records hold of it: an `orrery.json` to begin with. It has the newest
 * observation of everything that is still listed. What a day is not known of has a word in its place that the check refuses.
 */
import { find, type Entries, type Entry } from '../../facts/entries.ts';
import { isUpstreamSource } from '../../facts/evidence.ts';
import { forgeAddress } from '../../facts/forge.ts';
import type { AtHeads } from '../../facts/last-seen.ts';
import { nameOfPlace } from '../../facts/place-name.ts';
import { standingLines } from '../../facts/standing.ts';
import type { Citation } from '../../schemas/evidence.ts';
import type { OwnStatement } from '../../schemas/own-statement.ts';

/** What stands for a day that no source gives. */
export const dayToWrite = 'YYYY-MM-DD';

type Milestones = NonNullable<OwnStatement['milestones']>;
type Platforms = NonNullable<OwnStatement['platforms']>;
type Evidence = Milestones[number]['evidence'];

/** `schema` is the address of the schema. */
export function ownStatementOf(entries: Entries, system: Entry<'systems'>, atHeads: AtHeads, schema: string): OwnStatement {
  const evidence = (cite: readonly Citation[]): Evidence => evidenceIn(entries, system, atHeads, cite);
  const milestones = entries.milestones
    .filter((it) => it.data.system === system.id)
    .toSorted((a, b) => a.data.order - b.data.order)
    .flatMap(({ id, data }): Milestones => {
      const { status: state, asOf, note, why, cite } = data.status.at(-1)!;
      if (state === 'dropped' || state === 'moved') return [];
      return [{ id, title: data.title, state, ...told(state, asOf, note ?? why), evidence: evidence(cite) }];
    });
  const platforms = entries.platforms
    .filter((it) => it.data.system === system.id)
    .flatMap(({ id, data }): Platforms => {
      const { state, asOf, note, why, cite } = data.states.at(-1)!;
      if (state === 'unnamed' || state === 'removed') return [];
      const identifier = data.identifiers.at(-1)?.name ?? id;
      return [{ identifier, state, ...told(state, asOf, note ?? why), evidence: evidence(cite) }];
    });
  return {
    $schema: schema,
    system: system.id,
    ...(milestones.length > 0 && { milestones }),
    ...((platforms.length > 0 || milestones.length === 0) && { platforms }),
  };
}

const told = (state: string, asOf: string, note: string | undefined): { day: string; note?: string } => ({
  day: asOf === 'undated' ? dayToWrite : asOf,
  ...(['partial', 'unknown'].includes(state) && note !== undefined && { note }),
});

/** Lines of the project's own repository where some are cited, as they stand there when it was last looked at; else an address. */
function evidenceIn(entries: Entries, system: Entry<'systems'>, atHeads: AtHeads, cite: readonly Citation[]): Evidence {
  const places = cite.map((it) => placeOf(entries, atHeads, it)).filter((it) => it !== undefined);
  const own = places.find(({ web, path, lines }) => web === system.data.repository.web && path !== undefined && lines !== undefined);
  if (own) return { path: own.path!, lines: [...own.lines!] };
  const [first] = places;
  return { link: first ? forgeAddress(first.web, first) : system.data.repository.web };
}

interface Place extends Pick<Citation, 'commit' | 'path' | 'lines' | 'whole'> {
  readonly web: string;
}

/** Where a citation is read on the web: a line of a primary source in the document that it is a copy of. */
function placeOf(entries: Entries, { places }: AtHeads, citation: Citation): Place | undefined {
  const source = find(entries, 'sources', citation.source)?.data;
  if (!source) return undefined;
  if (isUpstreamSource(source)) {
    const now = places.get(nameOfPlace(citation) ?? '');
    return { ...citation, web: source.web, ...(now?.is === 'moved' && { lines: [...now.to] as [number, number] }) };
  }
  const { stands } = source;
  const document = stands && find(entries, 'sources', stands.source)?.data;
  if (!stands || !document || !isUpstreamSource(document)) return undefined;
  const { commit, path } = stands;
  return { web: document.web, commit, path, lines: citation.lines && standingLines(stands.lines, citation.lines) };
}

/** The file: a member a line, with what is short on one. */
export const ownStatementText = (statement: OwnStatement): string =>
  `${JSON.stringify(statement, null, 2)
    .replace(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')
    .replace(/\{\n\s+("(?:path|link)": [^\n]*?)(?:\n\s+("lines": [^\n]*))?\n\s+\}/g, (_, first: string, second?: string) =>
      second === undefined ? `{ ${first} }` : `{ ${first} ${second} }`,
    )}\n`;
