/** On which lines of its document in the repository a line of a primary source stands. */
import type { Stretch } from '../schemas/sources.ts';

/** First and last line of the document for some lines of the copy; undefined where none of them is known to stand there. */
export function standingLines(
  stretches: readonly Stretch[],
  [from, to]: readonly [number, number],
): [first: number, last: number] | undefined {
  const found = stretches.flatMap((stretch): number[] => {
    const [start, end, first, last] = stretch;
    const [within, until] = [Math.max(from, start), Math.min(to, end)];
    if (within > until) return [];
    return isLineByLine(stretch) ? [first + within - start, first + until - start] : [first, last];
  });
  return found.length > 0 ? [Math.min(...found), Math.max(...found)] : undefined;
}

const isLineByLine = ([from, to, first, last]: Stretch): boolean => to - from === last - first;
