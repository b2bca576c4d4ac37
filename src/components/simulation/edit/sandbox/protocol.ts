/**
 * What the page and the sandbox say to each other. All of it travels as text, and what comes from the sandbox was made beside a stranger's code:
 * it is checked by shapes.ts before anything of it is used.
 */
import type { Blame } from '../../../../engine/checker.ts';
import type { Fault, Parameters } from '../../../../engine/language.ts';
import type { Counts, Outcome } from '../../check.ts';
import type { MapProblem } from '../../../../logs/log-map.ts';
import type { SurveyMessage, Topic } from '../../survey/survey.ts';

export type Settings = Readonly<Record<string, number | boolean>>;

export type Request =
  | { readonly do: 'open'; readonly config: Settings }
  | { readonly do: 'step'; readonly config: Settings; readonly words: readonly number[]; readonly instance: number }
  /** `only`: the `always` that are looked at, and no `eventually`; left out, all. */
  | { readonly do: 'check'; readonly config: Settings; readonly only?: readonly string[] }
  | { readonly do: 'survey'; readonly config: Settings; readonly topic: Topic }
  /** Goes on with the one that was begun last. */
  | { readonly do: 'advance'; readonly of: 'check' | 'survey' }
  /** A log against the model: its map, its lines in portions, and what was found. */
  | { readonly do: 'map'; readonly map: string }
  | { readonly do: 'lines'; readonly lines: readonly string[] }
  | { readonly do: 'verdict' };

/** An action without its code. */
export interface ToldAction {
  readonly name: string;
  readonly says: string;
  /** Its arguments, each with its kind, as the engine's schema writes kinds. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly when: readonly string[];
  readonly fault: string | undefined;
  readonly lanes: readonly string[];
}

/** A scenario that stands in the file of a model. */
export interface ToldScenario {
  readonly title: string;
  readonly with?: Settings | undefined;
  /** One action by its name, with its arguments as plain data. */
  readonly steps: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
  readonly ends: 'safe' | { readonly refused: string } | { readonly violates: string };
}

/** A model without its code. */
export interface ToldModel {
  readonly id: string;
  readonly title: string;
  readonly parameters: Parameters;
  readonly faults: Readonly<Record<string, Fault>>;
  readonly actions: readonly ToldAction[];
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
  readonly eventually: readonly string[];
  /** Those in its own file, by their names. */
  readonly scenarios: Readonly<Record<string, ToldScenario>>;
}

/** A state, and all that the player asks of the model there. */
export interface Moment {
  readonly words: readonly number[];
  /** For each instance, which clauses refuse it: bit i stands for clause i. */
  readonly refused: readonly number[];
  /** The rules that do not hold, and which rows decided it. */
  readonly broken: readonly Pick<Blame, 'rule' | 'parts'>[];
  /** The `sometimes` that hold. */
  readonly reached: readonly string[];
}

export interface Opened {
  /** What the model declares for these settings. */
  readonly schema: unknown;
  readonly start: Moment;
}

export interface Stepped {
  readonly after: Moment;
  /** What the effect insisted on in vain. */
  readonly insisted?: string | undefined;
}

/** What a slice of a check gave: how far it is, or what it found. */
export interface CheckSlice {
  readonly counts?: Counts | undefined;
  readonly outcome?: Outcome | undefined;
}

/** What a slice of a survey gave. */
export interface SurveySlice {
  readonly messages: readonly SurveyMessage[];
  readonly isDone: boolean;
}

export interface Mapped {
  /** Empty when the map can be used. */
  readonly problems: readonly MapProblem[];
}
export interface Taken {
  readonly lines: number;
  /** No line has ended it so far. */
  readonly goesOn: boolean;
}

/** What the runner sends; the frame passes it on as it is. */
export type Message =
  | { readonly is: 'ready' }
  | { readonly is: 'loaded'; readonly model: unknown }
  | { readonly is: 'done'; readonly answer: unknown }
  /** The model threw, or a request cannot be answered; the worker goes on. */
  | { readonly is: 'failed'; readonly why: string }
  /** The frame has ended the worker, or it could not be started. */
  | { readonly is: 'ended'; readonly why: string };

/** An action with more conditions than a moment has bits for is refused. */
export const MOST_CLAUSES = 30;
/** The most words of a state, and the most candidates of all actions together: a hundred times what the largest shipped model has. */
export const MOST_WORDS = 256;
export const MOST_INSTANCES = 8_192;
