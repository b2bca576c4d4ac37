/** What becomes of a document that is read as a run, in whichever format. */
import { differenceFrom } from '../state/compare.ts';
import { MOST_STEPS } from './bounds.ts';
import { formerVersionOf, spelled, versionOf } from './fingerprint.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { plainFields, type PlainState } from '../state/plain.ts';
import { shortened, shownValue } from '../state/shortened.ts';
import { aimAt, instanceOf, refusals, sentence, take } from '../run/step.ts';

/** A document as a run of the model: as much of it as is one, and where it stops being one. */
export interface Imported {
  readonly config: Readonly<Record<string, number | boolean>>;
  readonly log: readonly number[];
  /** Of a run that goes on for ever: the number of steps after which it is where its last step leads. */
  readonly loop?: number | undefined;
  /** Undefined when the whole document is a run: each step was taken, each state compared, and the loop leads back. */
  readonly problem: Problem | undefined;
  /** What is to be said of it though it is a run, in sentences: it is of another version, or has no states to compare. */
  readonly note?: string | undefined;
  /** The model that the document names, when that is another one. */
  readonly model?: string | undefined;
}
/** What is wrong with a document. */
export interface Problem {
  /** The first step that is no step of the model, counted from 1; 0 when it is not about a step. */
  readonly step: number;
  readonly says: string;
  /** The clauses that refuse the step. */
  readonly because: readonly string[];
}

export const problemAt = (step: number, says: string, because: readonly string[] = []): Problem => ({ step, says, because });

/** A document that is no run from the start on. */
export const noRun = (says: string): Imported => ({ config: {}, log: [], problem: problemAt(0, says) });

export const neitherFormat = (format: string) =>
  `This is neither a trace in the format ${format} nor one in the Informal Trace Format (ITF), which has states.`;

/** A document that names another model. */
export const ofAnother = (named: string, { model }: Mechanism): Imported => ({
  ...noRun(`The trace is of the model '${shortened(named)}', not of '${model.id}'.`),
  model: shortened(named),
});

export const tooManySteps = (steps: number): string => `The trace has ${steps} steps; at most ${MOST_STEPS} are read.`;

/** A machine, or why there is none. */
export function configured(mechanism: Mechanism, config: object): Machine | string {
  try {
    return machine(mechanism, config);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Takes a step in the working state: its instance, or why it is none. */
export function tryStep(
  m: Machine,
  step: number,
  { verb: name, args }: { readonly verb: string; readonly args: PlainState },
): number | Problem {
  try {
    const instance = instanceOf(m, { [name]: args });
    const action = aimAt(m, instance);
    const because = refusals(m, action);
    if (because.length > 0)
      return problemAt(step, `Step ${step}, "${sentence(action)}", is refused; it needs: ${because.join('; ')}.`, because);
    take(m, action);
    return instance;
  } catch (error) {
    return problemAt(step, `Step ${step} is not a step of the model: ${(error as Error).message}`);
  }
}

/** Whether the working state is the one that the document has after so many steps. */
export function stateProblem(m: Machine, step: number, wanted: unknown): Problem | undefined {
  const difference = differenceFrom(m.schema, m.state, wanted);
  if (difference === undefined) return undefined;
  const when = step === 0 ? 'At the start' : `After step ${step}`;
  return problemAt(step, `${when} the model has another value at ${shortened(difference)} than the trace.`);
}

/** Whether a run can go on for ever from where it ends, by going back to where it was after `loop` steps. */
export function loopProblem(m: Machine, log: readonly number[], loop: unknown): Problem | undefined {
  if (loop === undefined) return undefined;
  const isPlace = typeof loop === 'number' && Number.isInteger(loop) && loop >= 0 && loop < log.length;
  if (!isPlace) {
    const allowed = log.length === 0 ? 'a run without steps has none' : `it is the number of a state from 0 to ${log.length - 1}`;
    return problemAt(0, `The loop of the trace is ${shownValue(loop)}; ${allowed}.`);
  }
  m.words.set(m.initial);
  let there: PlainState | undefined;
  for (const [i, instance] of log.entries()) {
    if (i === loop) there = plainFields(m.schema, m.state);
    take(m, aimAt(m, instance));
  }
  const difference = differenceFrom(m.schema, m.state, there);
  if (difference === undefined) return undefined;
  return problemAt(
    0,
    `The run does not go on for ever: its last state is not state ${loop}, from which it should repeat; ${difference} is different.`,
  );
}

/** What is to be said of the version that a document names. */
export function versionNote(m: Machine, version: unknown): string | undefined {
  if (typeof version !== 'string') return 'The trace does not say with which version of the model it was made.';
  if (version === spelled(versionOf(m)) || version === spelled(formerVersionOf(m))) return undefined;
  return `The trace was made with another version of the model, ${shortened(version)}; it was compared with the present one.`;
}
