/**
 * From a log to what happened: the states along the attempts, and the same steps under other settings.
 * The log is the only truth; everything here is computed from it and may be thrown away.
 */
import type { Machine } from '../../engine/machine.ts';
import { begin, choiceOf, follow, menuAt, type Moment, type Offer, type Refusal } from '../../engine/run.ts';
import type { Attempt } from './history.ts';

/** One tick: the state after it. A refused attempt and a struck one leave the state as it was before. */
export interface Beat {
  readonly moment: Moment;
  /** Why the attempt was refused. */
  readonly refusal: Refusal | undefined;
  /** What was struck out. */
  readonly struck?: Offer | undefined;
}

export const isRefusal = (outcome: Moment | Refusal): outcome is Refusal => 'because' in outcome;

/** The beats of a log, the start first. Beats of `earlier` are taken over as far as both logs agree. */
export function trace(m: Machine, attempts: readonly Attempt[], earlier: readonly Beat[] = []): Beat[] {
  const beats: Beat[] = [earlier[0] ?? { moment: begin(m), refusal: undefined }];
  let agrees = true;
  for (const [i, attempt] of attempts.entries()) {
    const known = earlier[i + 1];
    agrees &&= known !== undefined && choiceAt(known) === attempt.choice && (known.struck !== undefined) === (attempt.struck === true);
    beats.push(agrees && known ? known : beatAfter(m, beats[i]!, attempt));
  }
  return beats;
}

const choiceAt = (beat: Beat) => beat.struck?.choice ?? beat.refusal?.choice ?? beat.moment.choice;

/** Whether the tick changed the state: it was neither refused nor struck out. */
export const isDone = ({ refusal, struck }: Beat): boolean => refusal === undefined && struck === undefined;

/** The run that a log amounts to, and how many of its steps lie behind tick `position`. */
export function runOf(beats: readonly Beat[], position: number): { readonly log: readonly number[]; readonly position: number } {
  const done = (ticks: readonly Beat[]) => ticks.flatMap((beat) => (isDone(beat) ? [beat.moment.choice ?? 0] : []));
  return { log: done(beats.slice(1)), position: done(beats.slice(1, position + 1)).length };
}

function beatAfter(m: Machine, beat: Beat, { choice, struck }: Attempt): Beat {
  if (struck) return { moment: beat.moment, refusal: undefined, struck: candidateAt(m, beat.moment, choice) };
  const outcome = follow(m, beat.moment, choice);
  return isRefusal(outcome) ? { moment: beat.moment, refusal: outcome } : { moment: outcome, refusal: undefined };
}

/** A step as a scenario writes it: it survives settings that number the choices anew. */
export type Step = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The steps of a log in a scenario's own words. */
export function stepsOf(m: Machine, beats: readonly Beat[]): Step[] {
  return beats.slice(1).flatMap((beat, i) => {
    const candidate = candidateAt(m, beats[i]!.moment, choiceAt(beat));
    return candidate ? [{ [candidate.verb]: candidate.args }] : [];
  });
}

function candidateAt(m: Machine, at: Moment, choice: number | undefined): Offer | undefined {
  for (const { offers, refusals } of menuAt(m, at)) {
    const found = [...offers, ...refusals].find((each) => each.choice === choice);
    if (found) return found;
  }
  return undefined;
}

/** How far a list of steps goes on a machine, and what stopped it. */
export interface Replay {
  readonly attempts: readonly Attempt[];
  /** Undefined when every step was taken over. */
  readonly stopped: { readonly at: number; readonly because: string } | undefined;
}

/**
 * Tries the steps one after another. A step that is refused now but was not before (`was`) ends the replay: what came
 * after it counted on it. A step that was struck out stays struck out.
 */
export function replaySteps(m: Machine, steps: readonly Step[], was: (i: number) => 'done' | 'refused' | 'struck'): Replay {
  const attempts: Attempt[] = [];
  let at = begin(m);
  for (const [i, step] of steps.entries()) {
    let choice: number;
    try {
      choice = choiceOf(m, step);
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      return { attempts, stopped: { at: i + 1, because: 'these settings have no such thing' } };
    }
    if (was(i) === 'struck') {
      attempts.push({ choice, refused: false, struck: true });
      continue;
    }
    const outcome = follow(m, at, choice);
    const refused = isRefusal(outcome);
    attempts.push({ choice, refused });
    if (refused && was(i) === 'done') return { attempts, stopped: { at: i + 1, because: outcome.because[0] ?? 'it is refused' } };
    if (!refused) at = outcome;
  }
  return { attempts, stopped: undefined };
}

/** A scenario as a log. A refused step belongs to it: it is often what the scenario is about. */
export const logOf = (m: Machine, steps: readonly object[]): readonly Attempt[] =>
  replaySteps(m, steps as readonly Step[], () => 'refused').attempts;

/** A path of choices, as the search reports one, as a log. */
export const logOfPath = (path: readonly number[]): readonly Attempt[] => path.map((choice) => ({ choice, refused: false }));

/** At which tick each `sometimes` sentence was first true, up to and including tick `position`. */
export function seenBy(m: Machine, beats: readonly Beat[], position: number): ReadonlyMap<string, number | undefined> {
  const { sometimes } = m.mechanism.model;
  const firsts = new Map<string, number | undefined>();
  for (const goal of Object.keys(sometimes)) {
    const first = beats.slice(0, position + 1).findIndex(({ moment }) => {
      m.words.set(moment.words);
      return sometimes[goal]?.(m.state, m.config) === true;
    });
    firsts.set(goal, first < 0 ? undefined : first);
  }
  return firsts;
}

/**
 * The beat with which a picture at tick `position` is compared: the one before the last tick that changed anything.
 * What is refused or struck out moves nothing in the picture, so the marks of the step before it stay as they were.
 */
export function beforeAt(beats: readonly Beat[], position: number): Beat | undefined {
  for (let i = position; i > 0; i--) if (isDone(beats[i]!)) return beats[i - 1];
  return undefined;
}
