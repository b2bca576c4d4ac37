/** What an answer is, what it is graded on, and what the grader says of it. */
import type { MechanismWithRuns } from '../engine/language.ts';
import type { LabSettings, LabValue } from '../schemas/labs.ts';
import type { Bench, Path } from './bench.ts';

/** By the kind of the lab. */
export type Answer =
  /** `reach`: the steps from where the lab begins, by instance. */
  | { readonly run: Path }
  /** `predict`: one choice for each question. */
  | { readonly choices: readonly LabValue[] }
  /** `find`: a fault of `among`, or `nothing`. */
  | { readonly fault: string }
  /** `write` and `mend`: what stands in the hole. */
  | { readonly text: string }
  /** `log`: the place of the variant in the list, from 0. */
  | { readonly variant: number }
  /** `log`: the number of the line, from 1. */
  | { readonly line: number };

export interface Ground {
  /** The model as shipped. */
  readonly mechanism: MechanismWithRuns;
  /** For `write` and `mend`: the file of the model as shipped, and what runs a text. */
  readonly code?: { readonly text: string; readonly bench: Bench };
  /** For `write` and `mend`: hears how many of the checks are done, before each. */
  readonly tell?: (done: number, of: number) => void;
  /** For `log`: the text of the map. */
  readonly map?: string;
}

/** A run that shows what is meant. */
export interface Play {
  /** The whole text of the model that it is a run of; undefined for the model as shipped. */
  readonly text: string | undefined;
  readonly settings: LabSettings;
  /** From the first state of the model. Its last step may be one that is refused. */
  readonly path: Path;
}

/** What was looked at, for an answer that is right. */
export interface Looked {
  /** The trial, or what was computed, as a sentence. */
  readonly says: string;
  /** How many states were searched for it. */
  readonly states?: number;
}

export interface Right {
  readonly is: 'right';
  /** A sentence or two. */
  readonly says: string;
  readonly looked: readonly Looked[];
}

export interface Wrong {
  readonly is: 'wrong';
  /** What is wrong, in a sentence or two. */
  readonly says: string;
  /** The next step: it names the clause, the property or the field that matters. */
  readonly hint: string | undefined;
  /** The sentence of the clause or property that matters, as the model writes it. */
  readonly clause: string | undefined;
  readonly play: Play | undefined;
  /** The place in `must` of the first trial that fails; undefined for other kinds. */
  readonly trial: number | undefined;
}
export type Verdict = Right | Wrong;
