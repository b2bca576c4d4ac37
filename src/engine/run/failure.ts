/**
 * What failed in a search or a walk, which are too fast to keep track of it: the run is followed by hand to where it stood, and there the code
 * of the model is asked again, piece by piece.
 */
import type { Machine } from './machine.ts';
import { ModelError } from './model-error.ts';
import { aimAt, asks, firstRefusal, sentence, take } from './step.ts';

/** A step whose effect insisted on a sentence that was not true. */
export interface Insistence {
  readonly sentence: string;
  readonly instance: number;
}

/**
 * Why `error` was thrown in the state to which `log`, a run of the model, leads: an insistence, or an error that tells action, arguments,
 * state and steps. An error that the model does not throw again is returned as it is: it was not the model's.
 */
export function failureAfter(m: Machine, log: readonly number[], error: unknown): Insistence | Error {
  const path = sentencesOf(m, log);
  try {
    const insisted = askedAgain(m, log);
    if (insisted) return insisted;
  } catch (again) {
    if (again instanceof ModelError) return again.after(path);
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** The steps of a log in words. */
const sentencesOf = (m: Machine, log: readonly number[]): string[] => log.map((instance) => sentence(aimAt(m, instance)));

/** Does what comes after the steps of a log, so that code of the model that fails there is told with them. */
export function inContext<Of>(m: Machine, log: () => readonly number[], run: () => Of): Of {
  try {
    return run();
  } catch (error) {
    throw error instanceof ModelError ? error.after(sentencesOf(m, log())) : error;
  }
}

function askedAgain(m: Machine, log: readonly number[]): Insistence | undefined {
  m.words.set(m.initial);
  for (const instance of log) take(m, aimAt(m, instance));
  for (const property of [...m.invariants, ...m.reachable]) asks(m, property);
  const from = m.words.slice();
  for (let instance = 0; instance < m.instances; instance++) {
    const action = aimAt(m, instance);
    if (firstRefusal(m, action) !== undefined) continue;
    const insisted = take(m, action);
    if (insisted !== undefined) return { sentence: insisted, instance };
    m.words.set(from);
  }
  return undefined;
}
