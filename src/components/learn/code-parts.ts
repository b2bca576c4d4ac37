/** The text of a model around the part that a lab asks for. */
export interface CodeParts {
  readonly before: string;
  /** What the reader begins with. */
  readonly begins: string;
  readonly after: string;
}

/** Throws a RangeError where the part is not in the text exactly once. */
export function partsOf(shipped: string, { replaces, by }: { readonly replaces: string; readonly by: string }): CodeParts {
  const [before, after, ...more] = shipped.split(replaces);
  if (before === undefined || after === undefined || more.length > 0)
    throw new RangeError('The part that is asked for is not in the model exactly once.');
  return { before, begins: by, after };
}

/** So many lines of the model stand above and below the part where it is shown alone. */
const LINES_AROUND = 6;

/** The part with the lines around it, and the number of the first of these lines, from 1. */
export function excerptOf({ before, begins, after }: CodeParts): {
  readonly text: string;
  readonly line: number;
  readonly marked: readonly [number, number];
} {
  const above = before.split('\n').slice(-1 - LINES_AROUND);
  const below = after.split('\n').slice(0, 1 + LINES_AROUND);
  const line = before.split('\n').length - above.length + 1;
  const first = above.length;
  return { text: `${above.join('\n')}${begins}${below.join('\n')}`, line, marked: [first, first + begins.split('\n').length - 1] };
}
