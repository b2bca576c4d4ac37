/** Comparing and copying packed states. Loops, because most states have a word or two and `set` costs more than that. */

/** Whether two states are the same, word by word. */
export function isSame(one: Int32Array, other: Int32Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** Makes `into` the same as `from`. */
export function copyWords(from: Int32Array, into: Int32Array): void {
  for (let i = 0; i < from.length; i++) into[i] = from[i]!;
}
