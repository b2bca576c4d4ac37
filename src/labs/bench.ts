/** What a grader asks of a text that a reader wrote: in Node it is run at once, in a browser only in the sandbox. */
import type { PlainState } from '../engine/checker.ts';
import type { LabSettings } from '../schemas/labs.ts';

/** The instances of a run, as links and counterexamples write it. */
export type Path = readonly number[];

/** What a whole search finds. */
export interface Found {
  readonly states: number;
  readonly transitions: number;
  /** It looked at every state; false when it ended at a violation or at a bound. */
  readonly exhaustive: boolean;
  /** The first rule that broke, and a shortest run there. */
  readonly violation: { readonly rule: string; readonly path: Path } | undefined;
  /** A promise (`eventually`) that is not kept, and a run on which it is not: its loop once. Undefined where promises were not looked at. */
  readonly promise: { readonly rule: string; readonly path: Path } | undefined;
  /** A shortest run to a state where nothing can happen and that is no end. */
  readonly deadlock: Path | undefined;
  /** How many transitions each action made. */
  readonly fired: Readonly<Record<string, number>>;
  /** The `sometimes` that held somewhere. */
  readonly seen: readonly string[];
}

/** A moment of a run. */
export interface Moment {
  readonly state: PlainState;
  /** The rules that do not hold, and what the step insisted on in vain. */
  readonly broken: readonly string[];
  /** What can be done next, by instance, in their order. */
  readonly enabled: readonly number[];
}

/** A run that was followed until its end or until a step was refused. */
export interface Replayed {
  /** The first state, and one more for each step that was done. */
  readonly moments: readonly Moment[];
  /** The step that was refused: its place in the run, and every clause that does not hold. */
  readonly refused: { readonly step: number; readonly because: readonly string[] } | undefined;
}

/** A text that cannot be run: it does not load, throws, or takes too long. The message is a sentence for the reader. */
export class BenchError extends Error {
  /** A run to the state in which it failed, where it is known. */
  readonly at: { readonly text: string; readonly settings: LabSettings; readonly path: Path } | undefined;

  constructor(message: string, at?: BenchError['at']) {
    super(message);
    this.at = at;
  }
}

export interface Bench {
  /**
   * Searches every state of the model that this text makes. `only`: the rules that are looked at, by their
   * sentences, and no promises; left out, all rules and promises.
   * Rejects with a BenchError.
   */
  check(text: string, settings: LabSettings, only?: readonly string[]): Promise<Found>;
  /** Follows a run in the model that this text makes. Rejects with a BenchError. */
  replay(text: string, settings: LabSettings, path: Path): Promise<Replayed>;
}
