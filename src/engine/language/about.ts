/** What a page says of a mechanism beside its picture. Each is told once, in the model. */

/** What a mechanism rests on: its project's documents, what the code was seen to do, or an example made to show an idea. */
export type Basis = 'documented' | 'observed' | 'illustration';

/** What a question is about: who may touch what; who runs, and when; who hears what; what stays, and what is lost. */
export const groups = ['access', 'turns', 'messages', 'lasting'] as const;
export type Group = (typeof groups)[number];

export interface About {
  /** What a reader would ask of it, in one sentence that ends with a question mark. */
  readonly question: string;
  readonly group: Group;
  readonly basis: Basis;
  /** What it stands for in its source, in two or three words; follows the basis, as in `documented, phase 2`. */
  readonly standsFor: string;
  /** Follows "It shows": no full stop. */
  readonly shows: string;
  /** Follows "It leaves out": no full stop. */
  readonly leavesOut: string;
  /** What is smaller than in the system, with both numbers. Follows "Scaled down:", no full stop. */
  readonly scaledDown?: string;
}
