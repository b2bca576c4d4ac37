/** What the events of the element carry: plain data, so that it can be kept or sent. */
import type { PlainState } from '../../../src/engine/checker.ts';

/** The parameters as numbers, the faults as switches. */
type Settings = Readonly<Record<string, number | boolean>>;

/** A step as a scenario writes it: the name of an action, with its arguments. */
export type StepTold = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The detail of `orrery-step`. */
export interface StepDetail {
  readonly model: string;
  readonly config: Settings;
  /** The scenario that was opened last; undefined for a run from elsewhere. */
  readonly scenario: string | undefined;
  /** How many steps lie behind the reader, of how many in the run. */
  readonly step: number;
  readonly steps: number;
  /** What has just happened, in words. */
  readonly says: string;
  /** The conditions that did not hold, when the step was refused. */
  readonly refused: readonly string[];
  readonly state: PlainState;
  /** The properties that do not hold in this state. */
  readonly violated: readonly string[];
}

/** The detail of `orrery-verdict`. */
export interface VerdictDetail {
  readonly model: string;
  readonly config: Settings;
  /**
   * `holds`: every property, in every state. `violated`: a property. `stuck`: a state is reached in which nothing more can happen. `unfinished`: nothing
   * was found, and not all was looked at, or something that is to be seen never was.
   */
  readonly verdict: 'holds' | 'violated' | 'stuck' | 'unfinished';
  /** The one that is violated. */
  readonly property: string | undefined;
  /** A run that shows it: a shortest one, but for a promise that is never kept. */
  readonly counterexample: readonly StepTold[] | undefined;
  /** After how many of its steps the counterexample goes round for ever. */
  readonly loopsFrom: number | undefined;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** Whether this is what the runs of the model expect; undefined when they say nothing of these settings. */
  readonly asExpected: boolean | undefined;
}
