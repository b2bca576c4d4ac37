/** A primary source as this folder knows it: the fingerprint of each line, what cites it, and no word of it. */
import type { PrimarySource } from '../schemas/sources.ts';
import { coverage, isPrimary, hashesOf, type Citer } from '../facts/coverage.ts';
import type { Entries, Entry } from '../facts/entries.ts';
import { standingLines } from '../facts/standing.ts';
import { align } from './align.ts';
import type { Strand } from './strands.ts';

export interface SourceLine {
  readonly number: number;
  readonly print: string;
  readonly blank: boolean;
  /** Set aside in the source's record: a heading, a piece of the page around the text. */
  readonly ignored: boolean;
  /** It belongs to the page that showed the document, and not to the document. */
  readonly outside: boolean;
  /** The records that cite it: an id, or an id and the item inside it. */
  readonly records: readonly string[];
}

export interface Primary {
  readonly id: string;
  readonly system: string;
  readonly sha256: string;
  readonly lines: readonly SourceLine[];
  /** The document that it is a copy of, where the record has its fingerprints. */
  readonly document: DocumentOfCopy | undefined;
  /** It is the README of its project. */
  readonly isReadme: boolean;
}

export interface DocumentOfCopy {
  /** The fingerprint of each line. */
  readonly prints: readonly string[];
  /** For each line of the copy the first and last line of the document that it stands on. */
  readonly standing: ReadonlyMap<number, readonly [number, number]>;
}

export const primariesOf = (entries: Entries): Primary[] => entries.sources.filter(isPrimary).map((source) => primaryOf(entries, source));

function primaryOf(entries: Entries, source: Entry<'sources'> & { readonly data: PrimarySource }): Primary {
  const prints = hashesOf(source.data);
  const lines = coverage(entries, source).map((line) => ({
    number: line.number,
    print: prints[line.number - 1] ?? '',
    blank: line.blank,
    ignored: line.ignored !== undefined,
    outside: (source.data.outside ?? []).some(({ lines: [from, to] }) => from <= line.number && line.number <= to),
    records: named(line.citers),
  }));
  const { stands } = source.data;
  const standing = (number: number): [number, readonly [number, number]][] => {
    const there = stands && standingLines(stands.lines, [number, number]);
    return there ? [[number, there]] : [];
  };
  const document = stands?.lineHashes && {
    prints: stands.lineHashes.trim().split(/\s+/),
    standing: new Map(lines.flatMap((it) => standing(it.number))),
  };
  const isReadme = /(^|\/)readme(\.\w+)?$/i.test(stands?.path ?? '');
  return { id: source.id, system: source.data.system, sha256: source.data.sha256, lines, document: document || undefined, isReadme };
}

/** What is tracked first, then what is explained; a record that is named with an item inside it is not named a second time. */
function named(citers: readonly Citer[]): string[] {
  const place = ({ collection }: Citer): number => (collection === 'milestones' ? 0 : collection === 'platforms' ? 1 : 2);
  const names = [...citers].sort((a, b) => place(a) - place(b)).map(({ id, part }) => (part && part.id !== id ? `${id}#${part.id}` : id));
  return [...new Set(names)].filter((it) => !names.some((other) => other.startsWith(`${it}#`)));
}

/** Which strand is which line of the source: for each strand the number of the line, or 0. */
export function placesOf(strands: readonly Strand[], lines: readonly SourceLine[]): number[] {
  const found = align(strands.length, lines.length, (s, l) => strands[s]!.prints.includes(lines[l]!.print)).map((it) =>
    it < 0 ? 0 : lines[it]!.number,
  );
  return found;
}

/** The same for Markdown, where blank lines mean nothing and a section may have moved: what is left over is looked for anywhere. */
export function placesAnywhere(strands: readonly Strand[], lines: readonly SourceLine[]): number[] {
  const found = placesOf(
    strands,
    lines.filter((it) => !it.blank),
  );
  const free = new Map<string, number[]>();
  const taken = new Set(found);
  for (const line of lines)
    if (!line.blank && !taken.has(line.number)) free.set(line.print, [...(free.get(line.print) ?? []), line.number]);
  return found.map((at, i) => {
    if (at > 0) return at;
    const print = strands[i]!.prints.find((it) => (free.get(it)?.length ?? 0) > 0);
    return print === undefined ? 0 : free.get(print)!.shift()!;
  });
}
