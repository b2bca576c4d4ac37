/** The word that a misspelt one was probably meant to be. */

/** Number of single-letter edits between two words; two neighbours exchanged are one (Damerau, optimal string alignment). */
export function distance(a: string, b: string): number {
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? above[j - 2]! + 1 : Infinity;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), exchanged);
    }
    above = row;
    row = next;
  }
  return row[b.length]!;
}

/** The nearest of `words`, if it is near enough to be a slip: at most a third of the letters differ. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((it) => ({ it, far: distance(word, it) })).sort((a, b) => a.far - b.far || (a.it < b.it ? -1 : 1));
  const best = ranked[0];
  return best && best.far <= Math.max(1, Math.floor(word.length / 3)) ? best.it : undefined;
}
