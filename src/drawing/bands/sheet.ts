/**
 * What is laid out in bands, and what comes out: the parts of a system in groups one below the other, the borders between the groups, and
 * arrows between the parts. Lengths are pixels of the drawing. The same sheet gives the same layout.
 */

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** Its column, where columns mean something; else the layout chooses. */
  readonly column?: number | undefined;
}

/** Parts in their order; with a frame, they lie inside that part. */
export interface Item {
  readonly frame: Part | undefined;
  readonly parts: readonly Part[];
}

export interface Band {
  readonly title: string;
  readonly note: string | undefined;
  readonly items: readonly Item[];
  readonly below: { readonly kind: string; readonly text: string } | undefined;
}

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** What it is called in the drawing, a line each. Empty: it is not named. */
  readonly words: readonly string[];
}

export interface Sheet {
  readonly bands: readonly Band[];
  readonly arrows: readonly Arrow[];
  /** Of the whole drawing. */
  readonly width: number;
  /** At most so many parts side by side. */
  readonly across: number;
  /** The names of bands stand at the start of the line, so wide, or above their parts. */
  readonly margin: number | 'above';
  /** So many columns, whether all are used or not: they have heads. */
  readonly columns?: number | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
export interface LaidPart extends Box {
  readonly part: Part;
  /** The title, as it is broken. */
  readonly lines: readonly string[];
  readonly isFrame: boolean;
  /** It lies in a kernel, which is filled. */
  readonly isInKernel: boolean;
}
export interface LaidArrow {
  readonly arrow: Arrow;
  /** At least two, from the part that it leaves; every piece is level or upright. */
  readonly points: readonly Point[];
  readonly label: (Box & { readonly lines: readonly string[]; readonly anchor: 'start' | 'middle' | 'end' }) | undefined;
}
export interface LaidBand extends Box {
  readonly band: Band;
  readonly title: Point & { readonly lines: readonly string[]; readonly notes: readonly string[] };
}
export interface LaidBorder {
  readonly kind: string;
  readonly text: string;
  readonly y: number;
  /** The pieces of the line: it is open where an arrow passes. */
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
  readonly label: Box & { readonly lines: readonly string[] };
}
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly LaidBand[];
  readonly parts: readonly LaidPart[];
  readonly arrows: readonly LaidArrow[];
  readonly borders: readonly LaidBorder[];
  /** The middle of each column. */
  readonly columns: readonly number[];
}
