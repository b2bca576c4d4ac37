/** A text edited in place: whoever reads HTML by its offsets changes what has to, and nothing else. */

export interface Edit {
  /** Offsets in the text; what lies between them is replaced. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Edits do not overlap; those at one place stay in their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text: put } of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + put;
    at = to;
  }
  return result + text.slice(at);
}
