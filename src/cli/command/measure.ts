/** The hashes of a document: of the whole, and of each line. */
import { createHash } from 'node:crypto';
import type { Copy } from '../../facts/line-hashes.ts';

export const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

/** The digits that tell one line of a document from the others. */
export const lineHash = (line: Buffer | string): string => sha256(line).slice(0, 6);

/** Measures a document; a last line without a line feed counts as a line. */
export function measure(bytes: Buffer): Copy {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    lines.push(bytes.subarray(at, end < 0 ? bytes.length : end));
    at = end < 0 ? bytes.length : end + 1;
  }
  return { sha256: sha256(bytes), hashes: lines.map(lineHash) };
}
