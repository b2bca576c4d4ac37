/**
 * From a log to what happened: the states along the attempts, and the same steps under other settings.
 * The log is the only truth; everything here is computed from it and may be thrown away.
 */
import {
  begin,
  candidateOf,
  type EnabledAction,
  follow,
  instanceOf,
  type Machine,
  type Refusal,
  type Snapshot,
} from '../../engine/checker.ts';
import type { Attempt } from './history.ts';
import { reachedAt } from './at-snapshot.ts';

/** One step: the state after it. A refused attempt and a skipped one leave the state as it was before. */
export interface Frame {
  readonly snapshot: Snapshot;
  /** Why the attempt was refused. */
  readonly refusal: Refusal | undefined;
  /** What was skipped. */
  readonly skipped?: EnabledAction | undefined;
}

export const isRefusal = (outcome: Snapshot | Refusal): outcome is Refusal => 'because' in outcome;

/** The frames of a log, the start first. Beats of `earlier` are taken over as far as both logs agree. */
export function trace(m: Machine, attempts: readonly Attempt[], earlier: readonly Frame[] = []): Frame[] {
  const frames: Frame[] = [earlier[0] ?? { snapshot: begin(m), refusal: undefined }];
  let agrees = true;
  for (const [i, attempt] of attempts.entries()) {
    const known = earlier[i + 1];
    agrees &&=
      known !== undefined && instanceAt(known) === attempt.instance && (known.skipped !== undefined) === (attempt.skipped === true);
    frames.push(agrees && known ? known : frameAfter(m, frames[i]!, attempt));
  }
  return frames;
}

const instanceAt = (frame: Frame) => frame.skipped?.instance ?? frame.refusal?.instance ?? frame.snapshot.instance;

/** Whether the step changed the state: it was neither refused nor skipped. */
export const isDone = ({ refusal, skipped }: Frame): boolean => refusal === undefined && skipped === undefined;

/** The run that a log amounts to, and how many of its steps lie behind step `position`. */
export function runOf(frames: readonly Frame[], position: number): { readonly log: readonly number[]; readonly position: number } {
  const done = (step: readonly Frame[]) => step.flatMap((frame) => (isDone(frame) ? [frame.snapshot.instance ?? 0] : []));
  return { log: done(frames.slice(1)), position: done(frames.slice(1, position + 1)).length };
}

function frameAfter(m: Machine, frame: Frame, { instance, skipped }: Attempt): Frame {
  if (skipped) return { snapshot: frame.snapshot, refusal: undefined, skipped: candidateOf(m, instance) };
  const outcome = follow(m, frame.snapshot, instance);
  return isRefusal(outcome) ? { snapshot: frame.snapshot, refusal: outcome } : { snapshot: outcome, refusal: undefined };
}

/** A step as a scenario writes it: it survives settings that number the instances anew. */
export type Step = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The steps of a log in a scenario's own words. */
export function stepsOf(m: Machine, frames: readonly Frame[]): Step[] {
  return frames.slice(1).flatMap((frame) => {
    const instance = instanceAt(frame);
    if (instance === undefined) return [];
    const { action, args } = candidateOf(m, instance);
    return [{ [action]: args }];
  });
}

/** How far a list of steps goes on a machine, and what stopped it. */
export interface Replay {
  readonly attempts: readonly Attempt[];
  /** Undefined when every step was taken over. */
  readonly stopped: { readonly at: number; readonly because: string } | undefined;
}

/**
 * Tries the steps one after another. A step that is refused now but was not before (`was`) ends the replay: what came
 * after it counted on it. A step that was skipped stays skipped.
 */
export function replaySteps(m: Machine, steps: readonly Step[], was: (i: number) => 'done' | 'refused' | 'skipped'): Replay {
  const attempts: Attempt[] = [];
  let at = begin(m);
  for (const [i, step] of steps.entries()) {
    let instance: number;
    try {
      instance = instanceOf(m, step);
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      return { attempts, stopped: { at: i + 1, because: 'these settings have no such thing' } };
    }
    if (was(i) === 'skipped') {
      attempts.push({ instance, refused: false, skipped: true });
      continue;
    }
    const outcome = follow(m, at, instance);
    const refused = isRefusal(outcome);
    attempts.push({ instance, refused });
    if (refused && was(i) === 'done') return { attempts, stopped: { at: i + 1, because: outcome.because[0] ?? 'it is refused' } };
    if (!refused) at = outcome;
  }
  return { attempts, stopped: undefined };
}

/** A scenario as a log. A refused step belongs to it: it is often what the scenario is about. */
export const logOf = (m: Machine, steps: readonly object[]): readonly Attempt[] =>
  replaySteps(m, steps as readonly Step[], () => 'refused').attempts;

/** A path of instances, as the search reports one, as a log. */
export const logOfPath = (path: readonly number[]): readonly Attempt[] => path.map((instance) => ({ instance, refused: false }));

/** At which step each `sometimes` sentence was first true, up to and including step `position`. */
export function seenBy(m: Machine, frames: readonly Frame[], position: number): ReadonlyMap<string, number | undefined> {
  const firsts = new Map<string, number | undefined>(m.reachable.map(({ name }) => [name, undefined]));
  let missing = firsts.size;
  for (let i = 0; i <= position && missing > 0; i++) {
    const frame = frames[i];
    if (!frame) break;
    for (const goal of reachedAt(m, frame.snapshot)) {
      if (firsts.get(goal) !== undefined) continue;
      firsts.set(goal, i);
      missing--;
    }
  }
  return firsts;
}

/**
 * The frame with which a picture at step `position` is compared: the one before the last step that changed anything.
 * What is refused or skipped moves nothing in the picture, so the marks of the step before it stay as they were.
 */
export function beforeAt(frames: readonly Frame[], position: number): Frame | undefined {
  for (let i = position; i > 0; i--) if (isDone(frames[i]!)) return frames[i - 1];
  return undefined;
}
