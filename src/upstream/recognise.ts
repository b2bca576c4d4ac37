/**
 * What a document is: whose, and laid beside which primary source. It is told by the name in its first heading and by the lines of it that
 * are known, never by its shape alone: two projects may well write their roadmaps in one form.
 */
import type { Entries } from '../facts/entries.ts';
import { isPrimarySource, isUpstreamSource } from '../facts/evidence.ts';
import { align } from './align.ts';
import type { Document, Line, PrintOf } from './document.ts';
import { codeKept, plainText } from './inline.ts';
import { linePieces, markdownPieces, type Piece } from './pieces.ts';
import { placesAnywhere, placesOf, type DocumentOfCopy, type Primary } from './primary.ts';
import { brokenStrands, bullets, plainStrands, type Strand } from './strands.ts';

/** One way to lay the document beside one primary source. */
export interface Match {
  readonly primary: Primary;
  readonly copy: boolean;
  readonly pieces: readonly Piece[];
  readonly known: readonly boolean[];
  /** For each piece the first line of the source that it is, or 0. */
  readonly at: readonly number[];
  readonly found: ReadonlySet<number>;
  /** What the known pieces weigh. */
  readonly score: number;
}

export interface Recognised {
  readonly system: string | undefined;
  readonly match: Match | undefined;
  readonly pieces: readonly Piece[];
  /** The sources that are of the project that the first heading names. */
  readonly sources: readonly string[] | undefined;
  /** No more than the name of a repository, among other words: some line must be known too, for such names are words of everybody. */
  readonly isWeak: boolean;
}

/** At least this share of the text must be known before a document is taken for one of a primary source. */
const shareOfCopy = 0.3;
const shareOfReadme = 0.15;
/** A copy with a few marks in it is still a copy, and every mark is a change: Markdown must know a good deal more of it. */
const shareOfMarkdown = 0.8;

/** A line of few words, such as “Important” or “License”, stands in many documents, and tells little of whose they are. */
const wordsOfWeight = 4;
const weightOf = ({ kind, text }: Piece): number =>
  kind === 'blank' ? 0 : Math.min(text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, wordsOfWeight) / wordsOfWeight;
const weigh = (pieces: readonly Piece[]): number => pieces.reduce((sum, it) => sum + weightOf(it), 0);

/** What is known weighs by the lines that carry a fact: the head of a table, or a heading alone, is many a document's. */
function scoreOf(primary: Primary, pieces: readonly Piece[], known: readonly boolean[], at: readonly number[]): number {
  const carries = (line: number): boolean => line > 0 && !primary.lines[line - 1]!.ignored;
  return weigh(pieces.filter((_, i) => known[i] && carries(at[i]!)));
}

export function recognise(entries: Entries, primaries: readonly Primary[], document: Document, printOf: PrintOf): Recognised {
  const project = projectOf(entries, markdownPieces(document.lines));
  const own = project ? primaries.filter((it) => it.system === project.system) : primaries;
  const match =
    bestMatch(document, own, project !== undefined, printOf) ?? (project?.isReadme ? readmeOf(document, own, printOf) : undefined);
  return {
    system: match?.primary.system ?? project?.system,
    match,
    pieces: match?.pieces ?? markdownPieces(document.lines),
    sources: project?.sources,
    isWeak: match === undefined && project?.isWeak === true,
  };
}

interface Project {
  readonly system: string;
  readonly sources: readonly string[];
  /** The heading is the name alone, as that of a README is, or says where the project went. */
  readonly isReadme: boolean;
  readonly isWeak: boolean;
}

/** The project whose name the first line has: its title, or the last part of its repository's address. */
function projectOf(entries: Entries, pieces: readonly Piece[]): Project | undefined {
  // Fields above the text are no heading.
  const first = pieces.find((it) => it.kind !== 'blank' && it.kind !== 'code');
  const text = first?.text ?? '';
  const lower = text.toLowerCase();
  const words = new Set(lower.match(/[\p{L}\p{N}_.-]+/gu) ?? []);
  const isMoved = /^moved to\b/.test(lower);
  const named = entries.sources.find((it) => isUpstreamSource(it.data) && words.has(it.data.web.split('/').at(-1)!.toLowerCase()));
  if (named && isUpstreamSource(named.data)) {
    const { system, web } = named.data;
    const isWhole = lower === web.split('/').at(-1)!.toLowerCase();
    const repository = entries.systems.find((it) => it.data.repository.web === web);
    const primary = entries.sources.filter((it) => repository && isPrimarySource(it.data) && it.data.system === repository.id);
    const isTitled = entries.systems.some((it) => it.id === system && lower.includes(it.data.title.toLowerCase()));
    return {
      system,
      sources: [named.id, ...primary.map((it) => it.id)],
      isReadme: isMoved || (isWhole && repository !== undefined),
      isWeak: !isMoved && !isWhole && !isTitled,
    };
  }
  const system = entries.systems.find((it) => text !== '' && lower.includes(it.data.title.toLowerCase()));
  if (!system) return undefined;
  const sources = entries.sources.filter((it) => it.data.system === system.id).map((it) => it.id);
  return { system: system.id, sources, isReadme: first?.kind === 'heading' && lower === system.data.title.toLowerCase(), isWeak: false };
}

function bestMatch(document: Document, primaries: readonly Primary[], isNamed: boolean, printOf: PrintOf): Match | undefined {
  const best = (all: readonly Match[], share: number): Match | undefined =>
    all
      .filter((it) => it.score > 0 && it.score >= share * (isNamed ? 0 : Math.min(weigh(it.pieces), it.primary.lines.length)))
      .sort((a, b) => b.score - a.score)
      .at(0);
  const lines = linePieces(document.lines);
  const whole: Strand[] = document.lines.map((it, i) => ({ pieces: [i], prints: [printOf(it.text)] }));
  const copies = primaries.map((it) => matchOf(it, true, lines, whole));
  const copy = best(
    copies.filter((it) => it.score >= shareOfCopy * Math.min(weigh(it.pieces), it.primary.lines.length)),
    0,
  );
  if (!isMarkdown(document)) return copy;
  const markdown = best(
    primaries.flatMap((it) => inMarkdown(document, it, printOf)),
    shareOfReadme,
  );
  return copy && (!markdown || copy.score >= shareOfMarkdown * markdown.score) ? copy : markdown;
}

/** The README of a project of which no line is known: everything that the primary source had is gone. */
function readmeOf(document: Document, primaries: readonly Primary[], printOf: PrintOf): Match | undefined {
  const primary = primaries.find((it) => it.isReadme);
  return primary && inMarkdown(document, primary, printOf)[0];
}

/** Headings of Markdown: two of them, or one in a short text. A copy of a primary source has none. */
function isMarkdown(document: Document): boolean {
  const headings = document.lines.filter((it) => /^#{1,6} \S/.test(it.text)).length;
  return headings > 1 || headings / document.lines.filter((it) => it.text.trim() !== '').length >= 0.2;
}

function inMarkdown(document: Document, primary: Primary, printOf: PrintOf): Match[] {
  const pieces = markdownPieces(document.lines);
  return [plainStrands(pieces, printOf), brokenStrands(pieces, printOf)].map((strands) => {
    const match = withParts(matchOf(primary, false, pieces, strands), printOf);
    return primary.document ? withDocument(match, primary.document, document.lines, printOf) : match;
  });
}

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
  const score = scoreOf(primary, pieces, whole, at);
  return { primary, copy, pieces, known: whole, at, found: new Set(places.filter((it) => it > 0)), score };
}

/** A piece of several lines may be as many in the copy: it is known when each of them is, one below the other. */
function withParts(match: Match, printOf: PrintOf): Match {
  const { primary, pieces } = match;
  const [known, at, found] = [[...match.known], [...match.at], new Set(match.found)];
  for (const [i, { kind, parts }] of pieces.entries()) {
    if (known[i] || !parts) continue;
    const lines: number[] = [];
    for (const [n, part] of parts.entries()) {
      const words = [plainText(part), codeKept(part)];
      const prints = (n === 0 && kind === 'item' ? words.flatMap((it) => [it, ...bullets.map((dash) => dash + it)]) : words).map(printOf);
      const line = primary.lines.find((it) => it.number > (lines.at(-1) ?? 0) && !found.has(it.number) && prints.includes(it.print));
      if (line) lines.push(line.number);
    }
    if (lines.length < parts.length) continue;
    known[i] = true;
    at[i] = lines[0]!;
    for (const line of lines) found.add(line);
  }
  return { ...match, known, at, found, score: scoreOf(primary, pieces, known, at) };
}

/** Lines of the document itself are known too, also those that its copy has lost; a line of the copy is found with all that it stands on. */
function withDocument(match: Match, { prints, standing }: DocumentOfCopy, lines: readonly Line[], printOf: PrintOf): Match {
  // Blank lines are all alike, and would pull the others out of their places.
  const blank = printOf('');
  const [left, right] = [
    lines
      .keys()
      .filter((i) => lines[i]!.text.trim() !== '')
      .toArray(),
    prints
      .keys()
      .filter((j) => prints[j] !== blank)
      .toArray(),
  ];
  const same: number[] = lines.map((it) => (it.text.trim() === '' ? 0 : -1));
  for (const [l, r] of align(left.length, right.length, (l, r) => printOf(lines[left[l]!]!.text) === prints[right[r]!]).entries())
    if (r >= 0) same[left[l]!] = right[r]!;
  const there = new Set([
    ...left.flatMap((i) => (same[i]! >= 0 ? [same[i]! + 1] : [])),
    ...prints.flatMap((it, j) => (it === blank ? [j + 1] : [])),
  ]);
  const found = new Set(match.found);
  const lineAt = new Map<number, number>();
  for (const [line, [from, to]] of standing) {
    lineAt.set(from, Math.min(line, lineAt.get(from) ?? Infinity));
    if (Array.from({ length: to - from + 1 }, (_, i) => from + i).every((it) => there.has(it))) found.add(line);
  }
  for (const line of lostBetween(match.primary, standing, there, found)) found.add(line);
  const known = match.pieces.map((piece, i) => {
    if (match.known[i] || piece.kind === 'blank') return match.known[i]!;
    return same.slice(piece.from - 1, piece.to).every((it) => it >= 0);
  });
  const at = match.at.map((it, i) => it || (known[i] ? nextAt(lineAt, same[match.pieces[i]!.from - 1]! + 1) : 0));
  return { ...match, known, at, found, score: scoreOf(match.primary, match.pieces, known, at) };
}

/** Of a line that the copy glued together nobody knows where it stands: it is there with all that lies between its neighbours. */
function lostBetween(
  { lines }: Primary,
  standing: DocumentOfCopy['standing'],
  there: ReadonlySet<number>,
  found: ReadonlySet<number>,
): number[] {
  return lines.flatMap(({ number, blank }) => {
    if (blank || standing.has(number) || found.has(number)) return [];
    const [before, after] = [standing.get(number - 1), standing.get(number + 1)];
    if (!before || !after || !found.has(number - 1) || !found.has(number + 1)) return [];
    return Array.from({ length: after[0] - before[1] - 1 }, (_, i) => before[1] + 1 + i).every((it) => there.has(it)) ? [number] : [];
  });
}

/** The line of the copy that stands at a line of the document, or else the next that stands below it; 0 below the last. */
function nextAt(lineAt: ReadonlyMap<number, number>, line: number): number {
  let next = 0;
  let nearest = Infinity;
  for (const [at, number] of lineAt) if (at >= line && at < nearest) [nearest, next] = [at, number];
  return next;
}
