/**
 * Recognises a document, and says what is new, gone, renamed or changed in it against the data. A closed world: each line
 * of the document is known by its fingerprint, placed by a reader, blank, or named in a finding; none is skipped.
 */
import type { Entries } from '../facts/entries.ts';
import { isCheckList, readCheckList } from './check-list.ts';
import { documentOf, isUnreadable, type Document, type Finding, type PrintOf, type Unreadable } from './document.ts';
import { NotJson, readJson } from './json.ts';
import { heldLines, type Kept } from './held-lines.ts';
import { leftovers } from './leftover.ts';
import { isOwnStatement, readOwnStatement, type OwnReading } from './own-statement.ts';
import { cellsOf, type Piece } from './pieces.ts';
import { isPhaseList, phasesCalledAs, readPhases } from './phases.ts';
import { readPlatforms, tableOf } from './platform-table.ts';
import { primariesOf, type Primary } from './primary.ts';
import { recognise } from './recognise.ts';
import { readLists } from './readme.ts';
import { isStatusList, listOf, readStatusList } from './status-list.ts';
import type { Reading, Subject } from './subject.ts';

/** The forms that are recognised, by the name that a report gives them. */
export type Form =
  | 'milestone table'
  | 'platform table'
  | 'check-list roadmap'
  | 'status list'
  | 'README'
  | 'statement of the project'
  | 'a roadmap, of no system here'
  | 'not recognised';

export interface Report {
  readonly form: Form;
  readonly system: string | undefined;
  /** The primary source that the lines were compared with. */
  readonly source: string | undefined;
  readonly comparedWith: string;
  /** Each line of the document is counted once. */
  readonly lines: {
    readonly total: number;
    readonly known: number;
    readonly blank: number;
    readonly placed: number;
    readonly reported: number;
  };
  /** By line. */
  readonly findings: readonly Finding[];
}

/** Reads one document; `sha256` is that of its bytes, because two texts with the same lines may differ at their end. */
export type DriftOf = (text: string, sha256: string) => Report | Unreadable;

/** A reader of documents against these records, which are looked through once; `kept` are the hashes of what they cite of repositories. */
export function driftReader(entries: Entries, printOf: PrintOf, kept?: Kept): DriftOf {
  const primaries = primariesOf(entries);
  return (text, sha256) => {
    const document = documentOf(text);
    if (isUnreadable(document)) return document;
    return /^\s*[{[]\s*["{[\]}]/.test(text.replace(/^\uFEFF/, ''))
      ? driftOfJson(entries, document, kept)
      : driftOfText(entries, primaries, document, sha256, printOf, kept);
  };
}

function driftOfJson(entries: Entries, document: Document, kept: Kept | undefined): Report | Unreadable {
  const total = document.lines.length;
  const texts = document.lines.map((it) => it.text);
  try {
    const value = readJson(texts.join('\n'));
    if (isOwnStatement(value)) return reportOfStatement(document, readOwnStatement(entries, value));
    const list = isStatusList(value) ? listOf(entries, value, texts, kept) : undefined;
    const findings = list
      ? readStatusList(value, list)
      : [
          {
            kind: 'unplaced',
            line: 1,
            toLine: total,
            records: [],
            says: isStatusList(value)
              ? 'not placed: of its groups none is called as in a list that is tracked here'
              : 'not placed: this JSON is no list of groups with items',
          } as const,
        ];
    return {
      form: list ? 'status list' : isStatusList(value) ? 'a roadmap, of no system here' : 'not recognised',
      system: list?.system,
      source: undefined,
      comparedWith: list ? 'the newest observations of the records' : 'nothing: no list of this kind is tracked under such names',
      lines: { ...counted(total, findings), known: 0, blank: 0 },
      findings: sorted([...document.findings, ...findings]),
    };
  } catch (error) {
    if (error instanceof NotJson) return { line: error.line, why: `it begins like JSON and is none: ${error.message}` };
    throw error;
  }
}

const reportOfStatement = (document: Document, { system, findings }: OwnReading): Report => ({
  form: 'statement of the project',
  system,
  source: undefined,
  comparedWith: system === undefined ? 'nothing: it names no system here' : 'the newest observations of the records',
  lines: { ...counted(document.lines.length, findings), known: 0, blank: 0 },
  findings: sorted([...document.findings, ...findings]),
});

/** How many lines the findings name, and how many are left. */
function counted(total: number, findings: readonly Finding[]): { total: number; placed: number; reported: number } {
  const named = new Set<number>();
  for (const it of findings) if (it.kind !== 'gone') for (let n = it.line; n <= it.toLine; n++) named.add(n);
  return { total, reported: named.size, placed: total - named.size };
}

const sorted = (findings: readonly Finding[]): Finding[] =>
  findings
    .map((it, i) => ({ it, i }))
    .sort((a, b) => a.it.line - b.it.line || a.i - b.i)
    .map(({ it }) => it);

function driftOfText(
  entries: Entries,
  primaries: readonly Primary[],
  document: Document,
  sha256: string,
  printOf: PrintOf,
  kept: Kept | undefined,
): Report {
  const { match, pieces, sources: named, ...recognised } = recognise(entries, primaries, document, printOf);
  const texts = document.lines.map((it) => it.text);
  const isHeld = (id: string): boolean => {
    const its = heldLines(
      texts,
      entries.sources.filter((it) => it.data.system === id).map((it) => it.id),
      kept,
    );
    return pieces.some((it) => it.kind !== 'blank' && it.kind !== 'heading' && its.covers(it.from, it.to));
  };
  const isTold = recognised.system !== undefined && !(recognised.isWeak && !isHeld(recognised.system));
  const { form, system } = formOf(entries, pieces, isTold ? recognised.system : undefined);
  const primary = match?.primary.system === system ? match?.primary : undefined;
  const copy = primary !== undefined && match!.copy;
  const own = entries.sources.filter((it) => it.data.system === system).map((it) => it.id);
  const held = heldLines(texts, own, copy ? undefined : kept);
  const known = primary ? match!.known : pieces.map(() => false);
  const subject: Subject = {
    pieces,
    known: known.map((it, i) => it || (pieces[i]!.kind !== 'blank' && held.covers(pieces[i]!.from, pieces[i]!.to))),
    found: primary ? match!.found : new Set<number>(),
    primary: primary ?? primaries.find((it) => it.system === system && form === 'milestone table'),
    system: system ?? '',
    copy,
    clock: copy ? 'documented' : 'newest',
    entries,
    printOf,
    held,
  };
  const sources = subject.copy || !named ? own : named;
  const reading = read(subject, form, sources);
  const at = primary ? match!.at : pieces.map(() => 0);
  const findings = [...reading.findings, ...leftovers(subject, reading, at)];
  const ends = subject.copy && findings.length + document.findings.length === 0 && sha256 !== primary!.sha256;
  if (ends) findings.push(endOf(document));
  return {
    form,
    system,
    source: subject.primary?.id,
    comparedWith: `${subject.copy ? 'the primary source, line by line' : comparison(form, subject)}${
      system !== undefined && !subject.known.some(Boolean) ? '; no line of it is known, so its name alone tells whose it is' : ''
    }`,
    lines: countOf(document, subject, findings),
    findings: sorted([...document.findings, ...findings]),
  };
}

function comparison(form: Form, { pieces, primary }: Subject): string {
  if (form === 'not recognised') return 'nothing: neither a name nor its lines tell what it is';
  if (form === 'a roadmap, of no system here') return 'nothing: neither a name nor its lines are of a system here';
  const documented = form === 'platform table' && tableOf({ pieces })!.columns.tier < 0;
  const held = documented ? 'the states as documented' : 'the newest observations of the records';
  return primary ? `${held}, and the lines of the primary source` : held;
}

/** The lines agree and the bytes do not: that is seen at the last line. */
function endOf(document: Document): Finding {
  const line = document.lines.length;
  return {
    kind: 'line-ends',
    line,
    toLine: line,
    records: [],
    says: document.closed
      ? 'the last line ends with a line feed, which the primary source has not'
      : 'the bytes at the end differ from the primary source',
  };
}

function countOf(document: Document, subject: Subject, findings: readonly Finding[]): Report['lines'] {
  const { total, reported } = counted(document.lines.length, findings);
  const named = new Set(
    findings.flatMap((it) => (it.kind === 'gone' ? [] : Array.from({ length: it.toLine - it.line + 1 }, (_, i) => it.line + i))),
  );
  let [known, blank] = [0, 0];
  for (const [i, piece] of subject.pieces.entries())
    for (let n = piece.from; n <= piece.to; n++) {
      if (named.has(n)) continue;
      if (piece.kind === 'blank') blank++;
      else if (subject.known[i]) known++;
    }
  return { total, known, blank, reported, placed: total - known - blank - reported };
}

/** At least so many phases must be called as in the records before a list that nothing else names is taken for theirs. */
const leastPhases = 2;

/** Whose it is was told by its name or its lines; failing those by the phases and the identifiers that it names. */
function formOf(entries: Entries, pieces: readonly Piece[], told: string | undefined): { form: Form; system: string | undefined } {
  if (isPhaseList({ pieces })) {
    const phased = entries.milestones.filter((it) => /^Phase \d+$/.test(it.data.label));
    const isOurs = (system: string): boolean =>
      told === system ||
      phasesCalledAs(
        pieces,
        phased.filter((it) => it.data.system === system).map((it) => it.data),
      ) >= leastPhases;
    const system = [...new Set(phased.map((it) => it.data.system))].find(isOurs);
    if (system !== undefined) return { form: 'milestone table', system };
  }
  const table = tableOf({ pieces });
  if (table) {
    const named = new Set(pieces.filter((it) => it.kind === 'row').map((it) => cellsOf(it.text)[table.columns.identifier]));
    const hits = entries.platforms.filter((it) => it.data.identifiers.some((one) => named.has(one.name))).map((it) => it.data.system);
    const most = (id: string): number => hits.filter((it) => it === id).length;
    const system = told ?? hits.sort((x, y) => most(y) - most(x))[0];
    if (system !== undefined) return { form: 'platform table', system };
  }
  if (told === undefined) return { form: tellsOfProgress(pieces) ? 'a roadmap, of no system here' : 'not recognised', system: undefined };
  const roadmap = entries.milestones.some((it) => it.data.system === told);
  return { form: roadmap && isCheckList({ pieces }) ? 'check-list roadmap' : 'README', system: told };
}

/** The usual forms of a roadmap: phases, boxes, a table with a column for how far something is, versions with what comes in each. */
function tellsOfProgress(pieces: readonly Piece[]): boolean {
  const boxes = pieces.filter((it) => it.ticked !== undefined).length;
  const isColumn = (text: string): boolean => cellsOf(text).some((it) => /^(status|state|progress|done)$/i.test(it));
  const stages = pieces.filter(({ kind, text }) => kind === 'heading' && /^(phase|milestone|stage|step|version|v)\s*\d/i.test(text)).length;
  const isNamed = pieces.some(({ kind, text }) => kind === 'heading' && /\b(roadmap|milestones?|status)\b/i.test(text));
  return boxes > 1 || stages > 1 || isPhaseList({ pieces }) || isNamed || pieces.some(({ kind, text }) => kind === 'row' && isColumn(text));
}

function read(subject: Subject, form: Form, sources: readonly string[]): Reading {
  switch (form) {
    case 'milestone table':
      return readPhases(subject);
    case 'platform table':
      return readPlatforms(subject);
    case 'check-list roadmap':
      return readCheckList(subject, sources);
    default:
      return readLists(subject);
  }
}
