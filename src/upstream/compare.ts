/**
 * Recognises a document, and says what is new, gone, renamed or changed in it against the data. A closed world: each line
 * of the document is known by its fingerprint, placed by a reader, blank, or named in a finding; none is skipped.
 */
import type { Entries } from '../facts/entries.ts';
import { isCheckList, readCheckList } from './check-list.ts';
import { documentOf, isUnreadable, type Document, type Finding, type PrintOf, type Unreadable } from './document.ts';
import { NotJson, readJson } from './json.ts';
import { leftovers } from './leftover.ts';
import { cellsOf, linePieces, markdownPieces, type Piece } from './pieces.ts';
import { isPhaseList, readPhases } from './phases.ts';
import { readPlatforms, tableOf } from './platform-table.ts';
import { placesAnywhere, placesOf, primariesOf, type Primary } from './primary.ts';
import { readLists } from './readme.ts';
import { heldIn, isStatusList, readStatusList } from './status-list.ts';
import { brokenStrands, plainStrands, type Strand } from './strands.ts';
import type { Reading, Subject } from './subject.ts';
import { isPrimarySource, isUpstreamSource } from '../facts/evidence.ts';

/** The forms that are recognised, by the name that a report gives them. */
export type Form = 'milestone table' | 'platform table' | 'check-list roadmap' | 'status list' | 'README' | 'not recognised';

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

/** A reader of documents against these records, which are looked through once. */
export function driftReader(entries: Entries, printOf: PrintOf): DriftOf {
  const primaries = primariesOf(entries);
  return (text, sha256) => {
    const document = documentOf(text);
    if (isUnreadable(document)) return document;
    return /^\s*[{[]\s*["{[\]}]/.test(text.replace(/^\uFEFF/, ''))
      ? driftOfJson(entries, document)
      : driftOfText(entries, primaries, document, sha256, printOf);
  };
}

function driftOfJson(entries: Entries, document: Document): Report | Unreadable {
  const total = document.lines.length;
  try {
    const value = readJson(document.lines.map((it) => it.text).join('\n'));
    const known = isStatusList(value);
    const list = known
      ? readStatusList(entries, value)
      : [{ kind: 'unplaced', line: 1, toLine: total, records: [], says: 'not placed: this JSON is no list of groups with items' } as const];
    return {
      form: known ? 'status list' : 'not recognised',
      system: known ? heldIn(entries)?.system : undefined,
      source: undefined,
      comparedWith: 'what the records hold of the list',
      lines: { ...counted(total, list), known: 0, blank: 0 },
      findings: sorted([...document.findings, ...list]),
    };
  } catch (error) {
    if (error instanceof NotJson) return { line: error.line, why: `it begins like JSON and is none: ${error.message}` };
    throw error;
  }
}

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

/** One way to lay the document beside one primary source. */
interface Match {
  readonly primary: Primary;
  readonly copy: boolean;
  readonly pieces: readonly Piece[];
  readonly known: readonly boolean[];
  /** For each piece the first line of the source that it is, or 0. */
  readonly at: readonly number[];
  readonly found: ReadonlySet<number>;
  /** Lines of the document that are known and not blank. */
  readonly score: number;
}

/** At least this share of the lines with text must be known before a document is taken for one of a primary source. */
const shareOfCopy = 0.3;
const shareOfReadme = 0.15;

function matchOf(primary: Primary, copy: boolean, pieces: readonly Piece[], strands: readonly Strand[]): Match {
  const places = copy ? placesOf(strands, primary.lines) : placesAnywhere(strands, primary.lines);
  const known = pieces.map((it) => copy || it.kind !== 'blank');
  const at = pieces.map(() => 0);
  const used = pieces.map(() => false);
  for (const [s, strand] of strands.entries())
    for (const piece of strand.pieces) {
      used[piece] = true;
      if (places[s] === 0) known[piece] = false;
      at[piece] ||= places[s]!;
    }
  const whole = known.map((it, i) => it && used[i]!);
  const score = pieces.filter((it, i) => whole[i] && it.kind !== 'blank').length;
  return { primary, copy, pieces, known: whole, at, found: new Set(places.filter((it) => it > 0)), score };
}

/** Headings of Markdown: two of them, or one in a short text. A copy of a primary source has none. */
function isMarkdown(document: Document): boolean {
  const headings = document.lines.filter((it) => /^#{1,6} \S/.test(it.text)).length;
  return headings > 1 || headings / document.lines.filter((it) => it.text.trim() !== '').length >= 0.2;
}

/** A copy with a few marks in it is still a copy, and every mark is a change: Markdown must know a good deal more lines. */
const shareOfMarkdown = 0.8;

function bestMatch(document: Document, primaries: readonly Primary[], printOf: PrintOf): Match | undefined {
  const texts = (it: Match): number => it.pieces.filter((piece) => piece.kind !== 'blank').length;
  const best = (all: readonly Match[], share: number): Match | undefined =>
    all
      .filter((it) => it.score > 0 && it.score >= share * Math.min(texts(it), it.primary.lines.length))
      .sort((a, b) => b.score - a.score)
      .at(0);
  const lines = linePieces(document.lines);
  const whole: Strand[] = document.lines.map((it, i) => ({ pieces: [i], prints: [printOf(it.text)] }));
  const copies = primaries.map((it) => matchOf(it, true, lines, whole));
  const copy = best(copies, shareOfCopy);
  if (!isMarkdown(document)) return copy;
  const pieces = markdownPieces(document.lines);
  const strands = [plainStrands(pieces, printOf), brokenStrands(pieces, printOf)];
  const markdown = best(
    primaries.flatMap((it) => strands.map((one) => matchOf(it, false, pieces, one))),
    shareOfReadme,
  );
  return copy && (!markdown || copy.score >= shareOfMarkdown * markdown.score) ? copy : markdown;
}

/** The sources of the project whose name the first heading has: its title, or the last part of its repository's address. */
function projectOf(entries: Entries, pieces: readonly Piece[]): { system: string; sources: string[] } | undefined {
  const first = pieces.find((it) => it.kind !== 'blank')?.text ?? '';
  const words = new Set(first.toLowerCase().match(/[\p{L}\p{N}_.-]+/gu) ?? []);
  const named = entries.sources.find((it) => isUpstreamSource(it.data) && words.has(it.data.web.split('/').at(-1)!.toLowerCase()));
  if (named) {
    const repository = entries.systems.find((it) => isUpstreamSource(named.data) && it.data.repository.web === named.data.web);
    const primary = entries.sources.filter((it) => repository && isPrimarySource(it.data) && it.data.system === repository.id);
    return { system: named.data.system, sources: [named.id, ...primary.map((it) => it.id)] };
  }
  const system = entries.systems.find((it) => first !== '' && first.toLowerCase().includes(it.data.title.toLowerCase()));
  return system && { system: system.id, sources: entries.sources.filter((it) => it.data.system === system.id).map((it) => it.id) };
}

function driftOfText(entries: Entries, primaries: readonly Primary[], document: Document, sha256: string, printOf: PrintOf): Report {
  const match = bestMatch(document, primaries, printOf);
  const pieces = match?.pieces ?? markdownPieces(document.lines);
  const project = projectOf(entries, pieces);
  const { form, system } = formOf(entries, pieces, match, project?.system);
  const primary = match?.primary.system === system ? match?.primary : undefined;
  const subject: Subject = {
    pieces,
    known: primary ? match!.known : pieces.map(() => false),
    found: primary ? match!.found : new Set<number>(),
    primary: primary ?? primaries.find((it) => it.system === system && form === 'milestone table'),
    system: system ?? '',
    copy: primary !== undefined && match!.copy,
    clock: primary && match!.copy ? 'documented' : 'newest',
    entries,
    printOf,
  };
  const sources = subject.copy || !project ? entries.sources.filter((it) => it.data.system === system).map((it) => it.id) : project.sources;
  const reading = read(subject, form, sources);
  const at = primary ? match!.at : pieces.map(() => 0);
  const findings = [...reading.findings, ...leftovers(subject, reading, at)];
  const ends = subject.copy && findings.length + document.findings.length === 0 && sha256 !== primary!.sha256;
  if (ends) findings.push(endOf(document));
  return {
    form,
    system,
    source: subject.primary?.id,
    comparedWith: subject.copy ? 'the primary source, line by line' : comparison(form, subject),
    lines: countOf(document, subject, findings),
    findings: sorted([...document.findings, ...findings]),
  };
}

function comparison(form: Form, { pieces, primary }: Subject): string {
  if (form === 'not recognised') return 'nothing: it is none of the forms';
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

function formOf(
  entries: Entries,
  pieces: readonly Piece[],
  match: Match | undefined,
  project: string | undefined,
): { form: Form; system: string | undefined } {
  if (isPhaseList({ pieces })) {
    const phased = entries.milestones.find((it) => /^Phase \d+$/.test(it.data.label))?.data.system;
    if (phased) return { form: 'milestone table', system: phased };
  }
  const table = tableOf({ pieces });
  if (table) {
    const named = new Set(pieces.filter((it) => it.kind === 'row').map((it) => cellsOf(it.text)[table.columns.identifier]));
    const hits = entries.platforms.filter((it) => it.data.identifiers.some((one) => named.has(one.name))).map((it) => it.data.system);
    const most = (id: string): number => hits.filter((it) => it === id).length;
    const system = hits.sort((x, y) => most(y) - most(x))[0] ?? match?.primary.system ?? project;
    if (system) return { form: 'platform table', system };
  }
  const system = match?.primary.system ?? project;
  if (system === undefined) return { form: 'not recognised', system };
  const roadmap = entries.milestones.some((it) => it.data.system === system);
  return { form: roadmap && isCheckList({ pieces }) ? 'check-list roadmap' : 'README', system };
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
