/** The lines that two texts do not have in common, by a longest common subsequence. */

/** At line `at` of the first text, counted from 0, so many lines are taken out, and others are put there. */
export type Hunk = readonly [at: number, removed: number, ...added: readonly string[]];

/** A table of so many pairs of lines is filled at most; beyond that, all between the equal ends counts as one change. */
const MOST_PAIRS = 4_000_000;

export function differences(from: readonly string[], to: readonly string[]): readonly Hunk[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let [fromEnd, toEnd] = [from.length, to.length];
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) [fromEnd, toEnd] = [fromEnd - 1, toEnd - 1];
  const [old, fresh] = [from.slice(start, fromEnd), to.slice(start, toEnd)];
  if (old.length === 0 && fresh.length === 0) return [];
  if (old.length * fresh.length > MOST_PAIRS) return [[start, old.length, ...fresh]];
  return changes(old, fresh).map(([at, removed, ...added]) => [at + start, removed, ...added]);
}

function changes(from: readonly string[], to: readonly string[]): Hunk[] {
  const width = to.length + 1;
  const common = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j]!;
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      common[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const agree = () => i < from.length && j < to.length && from[i] === to[j] && at(i, j) === at(i + 1, j + 1) + 1;
  while (i < from.length || j < to.length) {
    if (agree()) {
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const [fromLine, toLine] = [i, j];
    while ((i < from.length || j < to.length) && !agree()) {
      if (j === to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    hunks.push([fromLine, i - fromLine, ...to.slice(toLine, j)]);
  }
  return hunks;
}

/** The text with its changes. */
export function applied(lines: readonly string[], hunks: readonly Hunk[]): string[] {
  const changed = [...lines];
  for (const [at, removed, ...added] of hunks.toReversed()) changed.splice(at, removed, ...added);
  return changed;
}
