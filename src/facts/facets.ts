/** What a long list can be filtered by: for each facet its values, the most frequent first, with how many rows have each. */

export interface FacetValue {
  readonly value: string;
  readonly word: string;
  readonly count: number;
}

/** The values of some rows, each once; ties stay in the order in which they are first met. */
export function valuesOf<Row>(
  rows: readonly Row[],
  of: (row: Row) => readonly string[],
  word: (value: string) => string = (value) => value,
): readonly FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of rows.flatMap((row) => [...new Set(of(row))])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, word: word(value), count })).sort((a, b) => b.count - a.count);
}
