/** Lays one sequence beside another so that as much as possible agrees: the longest common subsequence. */

/**
 * For each place of `left` the place of `right` that it agrees with, or -1. Both ascend together.
 * Takes time and memory in proportion to the product of the stretches between the common beginning and the common end.
 */
export function align(left: number, right: number, agree: (l: number, r: number) => boolean): number[] {
  const found = Array.from({ length: left }, () => -1);
  let start = 0;
  while (start < left && start < right && agree(start, start)) found[start] = start++;
  let [l, r] = [left, right];
  while (l > start && r > start && agree(l - 1, r - 1)) found[--l] = --r;

  const width = r - start + 1;
  const table = new Uint16Array((l - start + 1) * width);
  const at = (i: number, j: number): number => (i - start) * width + (j - start);
  for (let i = l - 1; i >= start; i--)
    for (let j = r - 1; j >= start; j--)
      table[at(i, j)] = agree(i, j) ? 1 + table[at(i + 1, j + 1)]! : Math.max(table[at(i + 1, j)]!, table[at(i, j + 1)]!);
  for (let i = start, j = start; i < l && j < r;) {
    if (agree(i, j)) found[i++] = j++;
    else if (table[at(i + 1, j)]! >= table[at(i, j + 1)]!) i++;
    else j++;
  }
  return found;
}
