/** What a page says of a mechanism beside its picture. Each is told once, in the model. */

/** What a mechanism rests on: its project's documents, what the code was seen to do, or an example made to show an idea. */
export type Basis = 'documented' | 'observed' | 'illustration';

/** What a question is about: who may touch what; who runs, and when; who hears what; what stays, and what is lost. */
export const groups = ['access', 'turns', 'messages', 'lasting'] as const;
/** One of these groups. */
export type Group = (typeof groups)[number];

/** A moment of a run: the state after so many steps of a scenario, which is one of the runs beside the model. */
export interface PictureMoment {
  /** The name of the scenario. */
  readonly scenario: string;
  /** How many of its steps have been done; 0 is the start. */
  readonly step: number;
}

/** Something worth doing in a simulation: where it begins, and what to do there and see. */
export interface Try {
  /** Where it begins. */
  readonly from: PictureMoment;
  /** One or two sentences, in the imperative: what to do, and what is then seen. Actions are named as the player names them. */
  readonly says: string;
}

/** What a page says of a mechanism beside its picture; a model that no page shows has none. */
export interface About {
  /** What a reader would ask of it, in one sentence that ends with a question mark. */
  readonly question: string;
  /** What its question is about, under which it is listed. */
  readonly group: Group;
  /** What its small picture shows, which stands where mechanisms are listed; one that no page lists has none. No fault has acted by then. */
  readonly picture?: PictureMoment;
  /** On what it rests. */
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
