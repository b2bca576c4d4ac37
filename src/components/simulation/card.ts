/** What a page must say about a mechanism: on what basis it stands, and what it leaves out. */

/** What a mechanism rests on, and the glyph of evidence that stands before the word. */
export const basisGlyphs = { documented: 'documented', observed: 'found', illustration: 'inferred' } as const;
export type Basis = keyof typeof basisGlyphs;

/** What the page must say about a mechanism; the build hands it to the player. */
export interface Card {
  readonly basis: Basis;
  /** What it stands for in its source, in two or three words. */
  readonly stands: string;
  /** Follows "It leaves out": no full stop. */
  readonly leavesOut: string;
  /** Labels of the parameters, where the model's names are not words a reader would use. */
  readonly parameters: Readonly<Record<string, string>>;
}
