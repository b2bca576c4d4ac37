/** What the plate and the answer on the page of a lab say to each other: what the reader has done, and what the plate shall show. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { AnyView } from '../../drawing/view.ts';
import type { Asked } from '../simulation/asked.ts';
import type { Session } from '../simulation/session.ts';
import type { Parts } from './lab-parts.ts';

/** A run that the plate shows in the place of the reader's. */
export interface Shown {
  readonly mechanism: MechanismWithRuns;
  readonly view: AnyView;
  readonly begin: Asked['begin'];
  readonly parts: Parts;
  /** What it is, as a sentence. */
  readonly says: string;
  /** It runs a text of the reader's. */
  readonly isText: boolean;
  /** Called when it is taken off. */
  readonly close: () => void;
}

export type Wish =
  | { readonly is: 'show'; readonly shown: Shown }
  /** The reader's own run, as it was left. */
  | { readonly is: 'own' }
  /** The beginning of the lab. */
  | { readonly is: 'anew' }
  /** Nothing has to be hidden any more. */
  | { readonly is: 'all' };

class Desk {
  /** The reader's own run, once the plate has it. */
  session: Session | undefined;
  /** How many of its steps were done before the lab began. */
  before = 0;
  /** What the plate has not been there to do. */
  private waiting: Wish | undefined;
  private plate: ((wish: Wish) => void) | undefined;
  private readonly hearers = new Set<() => void>();

  ask(wish: Wish): void {
    if (this.plate) this.plate(wish);
    else this.waiting = wish;
  }

  /** Returns what ends it. */
  attend(plate: (wish: Wish) => void): () => void {
    this.plate = plate;
    if (this.waiting) plate(this.waiting);
    this.waiting = undefined;
    return () => {
      this.plate = undefined;
    };
  }

  readonly hear = (session: Session): void => {
    this.session = session;
    for (const each of this.hearers) each();
  };

  /** Hears of every change of the reader's own run. Returns what ends it. */
  onChange(hearer: () => void): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }
}

/** A page has one lab. */
export const desk = new Desk();
