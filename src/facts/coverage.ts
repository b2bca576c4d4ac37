/** Which records cite each line of a primary source: the closed-world check that nothing in a source was passed over. */
import type { PrimarySource } from '../schemas/sources.ts';
import { isPrimarySource } from './evidence.ts';
import type { Part } from './addresses.ts';
import { citationsIn, partOf } from './citations.ts';
import { everyEntry, type Entries, type Entry } from './entries.ts';

/** First six hexadecimal digits of the SHA-256 of an empty line, and of a line that is one space. */
const blankHashes = new Set(['e3b0c4', '36a9e7']);

export interface Citer {
  readonly collection: Entry['collection'];
  readonly id: string;
  /** The `id` of the item inside the record, where it has one. */
  readonly part: Part | undefined;
}

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly citers: readonly Citer[];
  /** Why nothing needs to cite it. */
  readonly ignored: string | undefined;
  readonly blank: boolean;
}

export const isPrimary = (entry: Entry<'sources'>): entry is Entry<'sources'> & { readonly data: PrimarySource } =>
  isPrimarySource(entry.data);

export const hashesOf = (source: PrimarySource): string[] => source.lineHashes.trim().split(/\s+/);

/** One item for each line of a primary source, in order. */
export function coverage(entries: Entries, source: Entry<'sources'> & { readonly data: PrimarySource }): Line[] {
  const hashes = hashesOf(source.data);
  const citers: Citer[][] = Array.from({ length: source.data.lineCount }, () => []);
  for (const entry of everyEntry(entries)) {
    for (const { path, citation } of citationsIn(entry.data)) {
      if (citation.source !== source.id || !citation.lines) continue;
      const citer = { collection: entry.collection, id: entry.id, part: partOf(entry, path) };
      for (let n = citation.lines[0]; n <= Math.min(citation.lines[1], citers.length); n++) {
        const there = citers[n - 1]!;
        if (!there.some((it) => it.id === citer.id && it.collection === citer.collection && it.part?.id === citer.part?.id))
          there.push(citer);
      }
    }
  }
  return citers.map((there, i) => ({
    number: i + 1,
    citers: there,
    ignored: source.data.ignored.find(({ lines: [from, to] }) => from <= i + 1 && i + 1 <= to)?.why,
    blank: blankHashes.has(hashes[i] ?? ''),
  }));
}

export const isOpen = (line: Line): boolean => line.citers.length === 0 && line.ignored === undefined && !line.blank;
