/** What no reader of a form took: each piece that is new, each line of the primary source that is gone, each that changed. */
import type { Finding } from './document.ts';
import type { Piece } from './pieces.ts';
import type { SourceLine } from './primary.ts';
import { quoted, type Reading, type Subject } from './subject.ts';

/** The pieces and lines that are still open between two that agree. */
interface Gap {
  readonly pieces: number[];
  readonly lines: SourceLine[];
  /** The last line of the document before the gap. */
  readonly after: number;
}

/** `at`: for each piece the line of the primary source where it was found first, or 0. */
export function leftovers(subject: Subject, reading: Reading, at: readonly number[]): Finding[] {
  return gapsOf(subject, reading, at).flatMap((gap) => {
    // In a copy, a line in the place of another is that line changed. In Markdown the sections may differ in length and order.
    const pairs = subject.copy ? Math.min(gap.pieces.length, gap.lines.length) : 0;
    return [
      ...gap.pieces.slice(0, pairs).map((piece, i) => changed(subject, reading, piece, gap.lines[i]!)),
      ...gap.pieces.slice(pairs).map((piece) => added(subject, reading, piece)),
      ...gap.lines.slice(pairs).map((line) => gone(line, pairs > 0 ? subject.pieces[gap.pieces[pairs - 1]!]!.to : gap.after)),
    ];
  });
}

function gapsOf(subject: Subject, reading: Reading, at: readonly number[]): Gap[] {
  // What the page around the document had is in no version of it.
  const open = (subject.primary?.lines ?? []).filter(
    (it) => !subject.found.has(it.number) && !reading.covered.has(it.number) && (subject.copy || !(it.blank || it.ignored || it.outside)),
  );
  const gaps: Gap[] = [];
  let gap: Gap = { pieces: [], lines: [], after: 0 };
  let next = 0;
  const close = (before: number): void => {
    while (next < open.length && open[next]!.number < before) gap.lines.push(open[next++]!);
    if (gap.pieces.length > 0 || gap.lines.length > 0) gaps.push(gap);
  };
  for (const [i, piece] of subject.pieces.entries()) {
    const stands = reading.stands.get(i);
    if (subject.known[i] || (stands !== undefined && !subject.copy)) {
      // A line that only a record knows is no line of the primary source, unless it stands for one: nothing stood before it.
      const place = at[i]! || stands || 0;
      close(place);
      gap = { pieces: [], lines: [], after: place > 0 ? piece.to : gap.after };
      if (!subject.known[i] && !reading.placed.has(i)) gap.pieces.push(i);
    } else if (!reading.placed.has(i) && (subject.copy || piece.kind !== 'blank')) gap.pieces.push(i);
  }
  close(Infinity);
  return gaps;
}

const span = ({ from, to }: Piece): { line: number; toLine: number } => ({ line: from, toLine: to });

function changed(subject: Subject, reading: Reading, i: number, line: SourceLine): Finding {
  const role = reading.roles.get(i);
  const piece = subject.pieces[i]!;
  const records = [...new Set([...line.records, ...(role?.records ?? [])])];
  const what = role ? `${role.what}: ` : '';
  const now = piece.kind === 'blank' ? 'it is blank now' : `it reads ${quoted(piece.text)}`;
  return {
    kind: 'changed',
    ...span(piece),
    sourceLine: line.number,
    records,
    says: `${what}this is not line ${line.number} of the primary source; ${now}`,
  };
}

function added(subject: Subject, reading: Reading, i: number): Finding {
  const role = reading.roles.get(i);
  const piece = subject.pieces[i]!;
  if (role) return { kind: 'new', ...span(piece), records: role.records, says: `${role.what} that no record holds: ${quoted(piece.text)}` };
  const what = piece.kind === 'blank' ? 'a blank line that the primary source has not' : `not placed: ${quoted(piece.text)}`;
  return { kind: 'unplaced', ...span(piece), records: [], says: what };
}

function gone(line: SourceLine, after: number): Finding {
  const what = line.blank ? 'a blank line' : line.ignored ? 'a line that is set aside' : 'what it says';
  return {
    kind: 'gone',
    line: after,
    toLine: after,
    sourceLine: line.number,
    records: line.records,
    says: `line ${line.number} of the primary source is not here: ${what} is gone`,
  };
}
