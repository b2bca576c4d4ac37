/** The lines that a citation rests on, as a hash: whether they are still the same, and where in another state of the file they stand. */
import type { Citation } from '../schemas/evidence.ts';
import { align } from './align.ts';
import type { PrintOf } from './document.ts';

/** A line without what an editor may change unseen: blanks at its ends go, and each run of them counts as one. */
const withoutBlanks = (line: string): string => line.replaceAll(/\s+/g, ' ').trim();

/** One text for some lines. Their number is part of it, so that a file is searched for just as many. */
export const normalised = (lines: readonly string[]): string => lines.map(withoutBlanks).join('\n');

/** A line feed ends a line; a last line without one counts, and what follows the last one is no line. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Lines of a file, counted from 1, first and last included. */
export type Range = readonly [from: number, to: number];

/** The lines that a citation keeps the hash of; undefined for a folder, for what is absent, and where nothing narrows it. */
export function rangeOf({ lines, whole }: Pick<Citation, 'lines' | 'whole'>, count: number): Range | undefined {
  if (lines) return lines;
  return whole === 'file' ? [1, count] : undefined;
}

export const printOfLines = (lines: readonly string[], [from, to]: Range, printOf: PrintOf): string =>
  printOf(normalised(lines.slice(from - 1, to)));

/** What became of cited lines in another state of their file. */
export type Became =
  | { readonly is: 'same' }
  /** The same lines stand at another place; of several the nearest. */
  | { readonly is: 'moved'; readonly to: Range }
  | { readonly is: 'changed' };

/** Looks for the lines of a hash: where they stood, then nearest to it. */
export function became(print: string, [from, to]: Range, lines: readonly string[], printOf: PrintOf): Became {
  const last = lines.length - (to - from);
  const isAt = (first: number): boolean =>
    first >= 1 && first <= last && printOfLines(lines, [first, first + to - from], printOf) === print;
  if (isAt(from)) return { is: 'same' };
  for (let step = 1; step <= Math.max(from, last); step++)
    for (const first of [from - step, from + step]) if (isAt(first)) return { is: 'moved', to: [first, first + to - from] };
  return { is: 'changed' };
}

/** Longer files are not laid beside each other: it takes time and memory in proportion to the product of both. */
const mostLines = 6_000;

/** Where in a later state of a file some changed lines would be: between what stood before and behind them. Undefined where that cannot be told. */
export function rangeNow(then: readonly string[], now: readonly string[], [from, to]: Range): Range | undefined {
  if (then.length > mostLines || now.length > mostLines) return undefined;
  const at = align(then.length, now.length, (i, j) => then[i] === now[j] && then[i]!.trim() !== '');
  const before = at.slice(0, from - 1).findLast((it) => it >= 0) ?? -1;
  const after = at.slice(to).find((it) => it >= 0) ?? now.length;
  const range: Range = [before + 2, after];
  return range[0] <= range[1] ? range : undefined;
}
