/**
 * Lines of a document that a record cites: of every cited place a hash is kept, so its lines are known again wherever they stand, in any
 * version, though no word of them is kept. What a record was concluded from, and still reads the same, is no news.
 */
import type { Citation } from '../schemas/evidence.ts';
import { nameOfPlace, placeNamed } from '../facts/place-name.ts';
import { normalised, type Range } from './cited-lines.ts';
import type { PrintOf } from './document.ts';

/** The hashes that are kept by the name of their place, and how they are made. */
export interface Kept {
  readonly hashes: ReadonlyMap<string, string>;
  readonly printOf: PrintOf;
}

export interface HeldLines {
  /** Where the lines of a citation stand in this document, of several places at the nearest; undefined where they do not. */
  at(citation: Citation): Range | undefined;
  /** Whether each of these lines is one that some citation is of; blank ones count with any. */
  covers(from: number, to: number): boolean;
}

/** Cited ranges are at most so long. */
const longest = 60;
/** Files that are documents by their names. */
const isDocument = (path: string): boolean => /\.(?:md|markdown|txt|json)$/i.test(path);

/** `sources`: whose citations are looked for. */
export function heldLines(lines: readonly string[], sources: readonly string[], kept: Kept | undefined): HeldLines {
  const found = new Map<string, Range[]>();
  const covered = lines.map((it) => it.trim() === '');
  if (kept) {
    const byLength = new Map<number, Map<string, string[]>>();
    for (const [name, hash] of kept.hashes) {
      const { source, path, lines: range } = placeNamed(name);
      if (!range || !sources.includes(source) || !isDocument(path)) continue;
      const length = range[1] - range[0] + 1;
      if (length > longest || length > lines.length) continue;
      const hashes = byLength.get(length) ?? new Map<string, string[]>();
      byLength.set(length, hashes.set(hash, [...(hashes.get(hash) ?? []), name]));
    }
    for (const [length, hashes] of byLength)
      for (let first = 0; first + length <= lines.length; first++) {
        const text = normalised(lines.slice(first, first + length));
        const names = text.trim() === '' ? undefined : hashes.get(kept.printOf(text));
        if (!names) continue;
        for (const name of names) found.set(name, [...(found.get(name) ?? []), [first + 1, first + length]]);
        covered.fill(true, first, first + length);
      }
  }
  return {
    at: (citation) => {
      const name = nameOfPlace(citation);
      const places = (name === undefined ? undefined : found.get(name)) ?? [];
      const from = citation.lines?.[0] ?? 1;
      return places.toSorted((a, b) => Math.abs(a[0] - from) - Math.abs(b[0] - from)).at(0);
    },
    covers: (from, to) => covered.slice(from - 1, to).every(Boolean),
  };
}
