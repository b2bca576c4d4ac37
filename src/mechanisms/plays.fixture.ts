/** How a try is written down step by step, so that a test can do it: `plays.fixture.ts` in the folder of each system. */

/** A step, or one that is refused with the reason for it. */
export type Played = object | readonly [step: object, refused: string];

export interface Play {
  /** Of the mechanism, counted from 0. */
  readonly of: number;
  /** Settings that the reader is told to change. */
  readonly with?: object;
  /** So many steps of the scenario are kept: those where it begins, but for a run that a changed setting stops. */
  readonly from?: number;
  /** The rules that may be broken before the end, where the reader is told to go on. */
  readonly meanwhile?: readonly string[];
  readonly steps: readonly Played[];
  /** The rules that are broken at the end. */
  readonly breaks?: readonly string[];
  /** What is seen at the end, where no refusal tells it. */
  readonly leaves?: object;
}

export type Plays = Readonly<Record<string, readonly Play[]>>;
