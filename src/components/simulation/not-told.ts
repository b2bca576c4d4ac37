/**
 * An edited model is asked in a sandbox, and answers later. The player asks as it asks any model, at once: what has not been told yet is thrown,
 * and whatever wanted to know it is done again when it has been.
 */
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { Machine } from '../../engine/checker.ts';
import type { CheckMessage, RunningCheck } from './check.ts';
import type { SurveyMessage, Topic } from './survey/survey.ts';

/** What an edited model has in the place of workers of the page. */
export interface Elsewhere {
  readonly check: (m: Machine, tell: (message: CheckMessage) => void) => RunningCheck;
  /** Returns what stops it. */
  readonly survey: (m: Machine, topic: Topic, tell: (message: SurveyMessage) => void) => () => void;
  /** Does what asks the model of states that it has not told of, until all of it is known. */
  readonly settled: <Result>(act: () => Result) => Promise<Result>;
}
export interface EditedMechanism extends MechanismWithRuns {
  readonly elsewhere: Elsewhere;
}

/** Undefined for a model that is shipped. */
export const elsewhereOf = ({ mechanism }: Machine): Elsewhere | undefined => (mechanism as Partial<EditedMechanism>).elsewhere;

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
