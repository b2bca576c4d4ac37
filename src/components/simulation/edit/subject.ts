/**
 * What an editor is opened on: a shipped mechanism, a blank model, a text of a lab. The editor knows no more of it than stands here, so that a
 * page brings what is its own and copies nothing.
 */
import type { MechanismWithRuns } from '../../../engine/language.ts';
import type { AnyView } from '../../../drawing/view.ts';
import type { EditedMechanism } from '../not-told.ts';

export interface Subject {
  /** Under this name a draft and what the reader keeps lie in the browser: no two subjects share one. */
  readonly id: string;
  /** What the editor begins with and Reset brings back; differences and links are told against it. */
  readonly text: string;
  /** The name of the file in which a text is downloaded, with its ending. */
  readonly file: (text: string) => string;
  /** The scenarios that are played, and what is said of the model; undefined when the text has its own. */
  readonly runs: RunsOf | undefined;
  /** The picture; undefined for the state as tables. */
  readonly view: AnyView | undefined;
  /** The element, of the class `simulation`, on which the plate stands. */
  readonly plate: HTMLElement;
  readonly words: SubjectWords;
  /** What makes something that runs of a script; undefined for a model. */
  readonly make?: Maker | undefined;
}

/** The parts of a shipped mechanism that an edit keeps: its scenarios and what a page says of it. */
export type RunsOf = Pick<MechanismWithRuns, 'scenarios' | 'about'>;

/** How the editor speaks of it. */
export interface SubjectWords {
  /** Names the editor and ends without a full stop: `Edit this model`. */
  readonly panel: string;
  /** The text that it begins with, within a sentence: `the shipped file`. */
  readonly text: string;
  /** What the reader wrote, as it runs, within a sentence: `the edited model`. */
  readonly runs: string;
  /** What stands on the plate until something is run and comes back then, within a sentence: `the shipped model`; undefined for nothing. */
  readonly before: string | undefined;
}

/** What the plate runs, and what ends it. */
export interface Running {
  /** Runs the script. Rejects with a sentence, when it fails or says what is no model. */
  start(): Promise<EditedMechanism>;
  /** After the start: what is to be told beside that it runs, a sentence each. */
  readonly notes?: readonly string[];
  /** Nothing more is asked of it. */
  close(): void;
}

/** `sandbox`: the address of the sandbox page. `report`: tells the reader what failed outside of a run of the script. */
export type Maker = (sandbox: string, script: string, report: (why: string) => void) => Running;
