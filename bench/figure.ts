/** A figure that was measured, and what it is to reach. */
export interface Figure {
  readonly name: string;
  /** Undefined when it could not be measured; `note` says why. */
  readonly value: number | undefined;
  readonly unit: string;
  /** What it is to reach, as a comparison with `value`. */
  readonly target: string;
  readonly note: string;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
