/** A citation in words: where it points, on what evidence, and the address that shows it. */
import type { Basis, Citation } from '../../schemas/evidence.ts';
import { find, type Entries } from '../../facts/entries.ts';
import type { EvidenceName } from '../../drawing/marks.ts';
import { isPrimarySource } from '../../facts/evidence.ts';
import { forgeAddress } from '../../facts/forge.ts';
import { definitionOf } from '../../records/definitions.ts';

export interface Where {
  readonly evidence: EvidenceName;
  /** The word of the evidence. */
  readonly word: string;
  /** `README of Starina, line 40` or `kernel/src/cap/cspace.rs, lines 83 to 85 (CSpace::insert) at 9d72f912, undated`. */
  readonly text: string;
  /** The same for a narrow margin: `line 40` of the page's own source, `cap/cspace.rs:83 (CSpace::insert), undated`. */
  readonly short: string;
  /** What it is a place of, `kernel/src/cap/cspace.rs at 9d72f912, undated`, and which place, `lines 83 to 85 (CSpace::insert)`; empty for the whole of it. */
  readonly file: string;
  readonly within: string;
  readonly href: string;
  /** It leads away from this site. */
  readonly outside: boolean;
}

const words: Record<EvidenceName, string> = { documented: 'documented', found: 'found upstream', inferred: 'inferred' };

/** Throws, naming the citation, when it cites what is not there: prose is checked here, as records are checked in `facts/integrity.ts`. */
export function whereOf(entries: Entries, citation: Citation, basis?: Basis): Where {
  const entry = find(entries, 'sources', citation.source);
  if (!entry) throw new Error(`a citation names the source '${citation.source}', which is not in src/content/sources/`);
  const { data } = entry;
  const evidence: EvidenceName = basis === 'inferred' ? 'inferred' : isPrimarySource(data) ? 'documented' : 'found';
  if (isPrimarySource(data)) {
    const [from, to] = citation.lines ?? [0, 0];
    if (from < 1 || to > data.lineCount)
      throw new Error(`'${citation.source}' has lines 1 to ${data.lineCount}; a citation gives ${from} to ${to}`);
    return {
      evidence,
      word: words[evidence],
      text: `${data.title}, ${from === to ? `line ${from}` : `lines ${from} to ${to}`}`,
      short: `${data.title.split(' ')[0]}, ${from === to ? `line ${from}` : `lines ${from} to ${to}`}`,
      file: data.title,
      within: from === to ? `line ${from}` : `lines ${from} to ${to}`,
      href: `/sources/${entry.id}/#L${from}`,
      outside: false,
    };
  }
  const commit = data.commits.find((it) => it.commit === citation.commit);
  if (!commit || !citation.path)
    throw new Error(`a citation of '${citation.source}' names the commit '${citation.commit ?? ''}', which is not in its list`);
  const name = citation.path.split('/').slice(-2).join('/');
  return {
    evidence,
    word: words[evidence],
    text: `${citation.path}${narrowed(citation)} at ${commit.commit}, ${commit.date ?? 'undated'}`,
    file: `${citation.path} at ${commit.commit}, ${commit.date ?? 'undated'}`,
    within: narrowed(citation).replace(/^,? /, ''),
    short: `${name}${citation.lines ? `:${citation.lines[0]}` : ''}${ofDefinition(citation)}, ${commit.date ?? 'undated'}`,
    href: forgeAddress(data.web, citation),
    outside: true,
  };
}

export interface CitedFile {
  readonly file: string;
  readonly places: readonly [Where, ...Where[]];
}

/** The places of some citations, those of one file together, in the order in which each file is first named. */
export function byFile(entries: Entries, cite: readonly Citation[], basis?: Basis): readonly CitedFile[] {
  const places = cite.map((citation) => whereOf(entries, citation, basis));
  return [...Map.groupBy(places, ({ file, evidence }) => `${evidence} ${file}`).values()].map(([first, ...others]) => ({
    file: first!.file,
    places: [first!, ...others],
  }));
}

/** What of the file it is, after its path: the lines, that it is the whole, or what was looked for in vain. */
function narrowed(citation: Citation): string {
  const { lines, whole, absent } = citation;
  if (lines) return `, ${lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]} to ${lines[1]}`}${ofDefinition(citation)}`;
  if (whole) return ` (the whole ${whole})`;
  return absent ? ` (searched for ${absent}: not there)` : '';
}

/** The function or type whose lines they are, where that is known. */
function ofDefinition(citation: Citation): string {
  const name = definitionOf(citation);
  return name === undefined ? '' : ` (${name})`;
}
