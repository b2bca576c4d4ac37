/** What is drawn around one part, and what comes out of its layout. Lengths are pixels of the drawing. The same input gives the same layout. */
import type { Box, Point } from '../bands/sheet.ts';

/** An arrow: its verb, and what carries it. */
export interface Row {
  readonly id: string;
  readonly words: readonly string[];
}
export interface Node {
  readonly id: string;
  readonly title: string;
  /** At least one. */
  readonly rows: readonly Row[];
}
export interface Side {
  readonly nodes: readonly Node[];
  /** So many more are not drawn. */
  readonly left: number;
  /** All of them lie in the frame. */
  readonly inFrame: boolean;
}
export interface Around {
  readonly title: string;
  /** Where it lies, in a few letters. */
  readonly note: string | undefined;
  /** The name of what it lies in. */
  readonly frame: string | undefined;
  readonly before: Side;
  readonly after: Side;
}

export interface LaidNode extends Box {
  readonly id: string;
  readonly lines: readonly string[];
}
export interface LaidRow {
  readonly id: string;
  /** From where it begins to its tip; every piece is level or upright. */
  readonly points: readonly Point[];
  readonly words: readonly (Point & { readonly text: string; readonly isQuiet: boolean })[];
}
export interface Surroundings {
  readonly width: number;
  readonly height: number;
  readonly middle: Box & { readonly lines: readonly string[]; readonly note: string | undefined };
  readonly nodes: readonly LaidNode[];
  readonly rows: readonly LaidRow[];
  readonly frame: (Box & { readonly lines: readonly string[]; readonly title: Point }) | undefined;
  /** That there are more; the words begin there, or end there. */
  readonly left: readonly (Point & { readonly text: string; readonly isEnd: boolean })[];
}

/** Sizes of letters, and the lines that they stand in. */
export const letter = { title: 13, small: 12, titleLine: 15, smallLine: 14 } as const;

/** What is said of those that are not drawn. */
export const leftWords = (count: number): string => `${count} more in the table`;
