/** A document beside the primary source that it is closest to, and what a reader of a form makes of it. */
import type { Milestone } from '../schemas/milestones.ts';
import type { Platform } from '../schemas/platforms.ts';
import type { Entries, Entry } from '../facts/entries.ts';
import { bySide, sourcesIn } from '../facts/evidence.ts';
import type { Citation } from '../schemas/evidence.ts';
import type { Finding, FindingKind, PrintOf } from './document.ts';
import type { HeldLines } from './held-lines.ts';
import type { Piece } from './pieces.ts';
import type { Primary } from './primary.ts';

/** `documented`: what the primary source says. `newest`: the last observation that a record holds. */
export type Clock = 'documented' | 'newest';

export interface Subject {
  readonly pieces: readonly Piece[];
  /** For each piece: every part of it is a line of the primary source. */
  readonly known: readonly boolean[];
  /** The lines of the primary source that were found. */
  readonly found: ReadonlySet<number>;
  readonly primary: Primary | undefined;
  readonly system: string;
  /** A copy of the primary source itself, line by line; otherwise a document in Markdown. */
  readonly copy: boolean;
  readonly clock: Clock;
  readonly entries: Entries;
  readonly printOf: PrintOf;
  /** Lines of the document that records cite of the repository. */
  readonly held: HeldLines;
}

/** What a reader of a form found. */
export interface Reading {
  readonly findings: readonly Finding[];
  /** Pieces that are placed, or of which a finding tells all. */
  readonly placed: ReadonlySet<number>;
  /** Lines of the primary source of which a finding, or a piece that agrees, tells all. */
  readonly covered: ReadonlySet<number>;
  /** For a piece that is no line of the primary source the line that it stands for. */
  readonly stands: ReadonlyMap<number, number>;
  /** What a piece is that the primary source does not have: `an item of Phase 3`, with the records concerned. */
  readonly roles: ReadonlyMap<number, Role>;
}
export interface Role {
  readonly what: string;
  readonly records: readonly string[];
}

/** Collects a reading; every reader of a form works with one. */
export class Notes implements Reading {
  readonly findings: Finding[] = [];
  readonly placed = new Set<number>();
  readonly covered = new Set<number>();
  readonly stands = new Map<number, number>();
  readonly roles = new Map<number, Role>();
  private readonly subject: Subject;
  constructor(subject: Subject) {
    this.subject = subject;
  }

  /** Says something of a piece; `source` is the line of the primary source that it stands for, `last` the piece that ends it. */
  say(kind: FindingKind, piece: number, says: string, records: readonly string[], source?: number | undefined, last?: number): void {
    const { from, to } = this.subject.pieces[piece]!;
    this.findings.push({
      kind,
      line: from,
      toLine: last === undefined ? to : this.subject.pieces[last]!.to,
      ...(source ? { sourceLine: source } : {}),
      records,
      says,
    });
    this.agree(piece, source);
  }

  /** A piece that is placed and says what the data says. */
  agree(piece: number, source?: number | undefined): void {
    this.placed.add(piece);
    if (source) this.standFor(piece, source);
  }

  /** The line of the primary source that a piece stands for, whatever it says of it. */
  standFor(piece: number, source: number): void {
    this.covered.add(source);
    if (!this.stands.has(piece)) this.stands.set(piece, source);
  }

  /** Something of the data that the document has no longer; `after` is the piece behind which it stood. */
  gone(after: number, says: string, records: readonly string[], source?: number | undefined): void {
    const line = this.subject.pieces[after]?.to ?? 0;
    this.findings.push({ kind: 'gone', line, toLine: line, ...(source ? { sourceLine: source } : {}), records, says });
    if (source) this.covered.add(source);
  }
}

/** The status that the document is compared with. */
export const statusOn = ({ clock, entries }: Subject, { status }: Milestone): Milestone['status'][number] | undefined =>
  clock === 'newest' ? status.at(-1) : bySide(status, sourcesIn(entries)).documented;

/** The state that the document is compared with. */
export const stateOn = (clock: Clock, entries: Entries, { states }: Platform): Platform['states'][number] | undefined =>
  clock === 'newest' ? states.at(-1) : bySide(states, sourcesIn(entries)).documented;

/** The lines of the primary source that a status or a state rests on. */
export const linesOf = (subject: Subject, cite: readonly { source: string; lines?: [number, number] | undefined }[]): number[] =>
  cite
    .filter((it) => it.source === subject.primary?.id && it.lines)
    .flatMap(({ lines: [from, to] = [1, 0] }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));

/** Whether what is held was concluded from this piece as it reads here: then it agrees, whatever a reader of the form makes of it. */
export const restsOn = ({ held, pieces }: Subject, piece: number, cites: readonly Citation[] = []): boolean =>
  cites.some((cite) => {
    const range = held.at(cite);
    return range !== undefined && range[0] <= pieces[piece]!.from && pieces[piece]!.to <= range[1];
  });

/** A line of the primary source that no piece is, if there is one among these. */
export const missing = (subject: Subject, lines: readonly number[]): number | undefined => lines.find((it) => !subject.found.has(it));

/** The line of the primary source that has one of these texts, and that no piece is. */
export function missingWith(subject: Subject, texts: readonly string[]): number | undefined {
  const prints = texts.map(subject.printOf);
  return subject.primary?.lines.find((it) => !subject.found.has(it.number) && prints.includes(it.print))?.number;
}

export const milestonesOf = ({ entries, system }: Subject): Entry<'milestones'>[] =>
  entries.milestones.filter((it) => it.data.system === system).sort((a, b) => a.data.order - b.data.order);

/** An excerpt of the document, for a sentence. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
