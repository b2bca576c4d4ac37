/**
 * An edited model is asked in a sandbox, and answers later. The player asks as it asks any model, at once: what has not been told yet is thrown,
 * and whatever wanted to know it is done again when it has been.
 */
import type { Mechanism, MechanismWithRuns } from '../../engine/language.ts';
import type { Machine } from '../../engine/checker.ts';
import type { CheckMessage, RunningCheck } from './check.ts';
import type { ConformState } from './conform-in-page.ts';
import type { SurveyMessage, Topic } from './survey/survey.ts';

/** What an edited model has in the place of workers of the page. */
export interface Elsewhere {
  readonly check: (m: Machine, tell: (message: CheckMessage) => void) => RunningCheck;
  /** Returns what stops it. */
  readonly survey: (m: Machine, topic: Topic, tell: (message: SurveyMessage) => void) => () => void;
  /** Holds a log against it, as `conformInPage` does. */
  readonly conform: (
    mechanism: Mechanism,
    map: string,
    lines: AsyncIterable<string>,
    stop: AbortSignal,
    tell: (state: ConformState) => void,
  ) => Promise<void>;
  /** What its file calls it: a mechanism is named as edited, so that its files are told apart. */
  readonly id: string;
  /** Does what asks the model of states that it has not told of, until all of it is known. */
  readonly settled: <Result>(act: () => Result) => Promise<Result>;
}
export interface EditedMechanism extends MechanismWithRuns {
  readonly elsewhere: Elsewhere;
}

/** Undefined for a model that is shipped. */
export const elsewhereOf = ({ mechanism }: Machine): Elsewhere | undefined => (mechanism as Partial<EditedMechanism>).elsewhere;

/** What a map of a log calls the model. */
export const idOf = (mechanism: Mechanism): string => (mechanism as Partial<EditedMechanism>).elsewhere?.id ?? mechanism.model.id;

interface Untold {
  readonly told?: Promise<unknown>;
  readonly cause?: Untold;
}

/** Does it now, or when what it asks for has been told. Code of a model that fails is told by the editor. */
export function whenTold(act: () => void): void {
  try {
    act();
  } catch (problem) {
    const { told, cause } = problem as Untold;
    const later = told ?? cause?.told;
    if (!later) throw problem;
    later.then(
      () => whenTold(act),
      () => undefined,
    );
  }
}
