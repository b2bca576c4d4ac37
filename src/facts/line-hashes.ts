/** Compares a copy of a primary source with what its record says of it: line by line, without keeping a word of it. */
import type { PrimarySource } from '../schemas/sources.ts';
import { hashesOf } from './coverage.ts';

/** What was measured on a copy; `hashes` are the first six hexadecimal digits of each line's SHA-256. */
export interface Copy {
  readonly sha256: string;
  readonly hashes: readonly string[];
}

export interface Difference {
  /** Counted from 1; the line of the copy, or the first missing one. */
  readonly line: number;
  readonly says: string;
}

/** Where a copy differs from the record; empty when they agree. */
export function differencesOf(source: PrimarySource, copy: Copy): Difference[] {
  if (copy.sha256 === source.sha256) return [];
  const wanted = hashesOf(source);
  const found: Difference[] = [];
  for (let i = 0; i < Math.max(wanted.length, copy.hashes.length); i++) {
    if (copy.hashes[i] === wanted[i]) continue;
    if (i >= copy.hashes.length)
      found.push({ line: i + 1, says: `the copy ends before it: it has ${copy.hashes.length} lines, not ${wanted.length}` });
    else if (i >= wanted.length) found.push({ line: i + 1, says: `the copy goes on after line ${wanted.length}` });
    else found.push({ line: i + 1, says: 'this line is not the one that was cited' });
    if (i >= copy.hashes.length || i >= wanted.length) break;
  }
  return found.length > 0
    ? found
    : [{ line: source.lineCount, says: 'the lines agree and the bytes do not: look at the end of the file and at its line ends' }];
}
