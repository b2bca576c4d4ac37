/** Sessions of the player on the page of a lab: they belong to no scenario of the model, and to no address. */
import { machine } from '../../engine/checker.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { beginningOf } from '../../labs/beginning.ts';
import type { Path } from '../../labs/bench.ts';
import type { Lab, LabSettings } from '../../schemas/labs.ts';
import { fresh, reduce } from '../simulation/history.ts';
import { act, type Session } from '../simulation/session.ts';
import { isDone, logOfPath, stepsOf, trace, type Step, logOf } from '../simulation/trace.ts';

/** A run, with the reader at one of its steps. Throws for settings that the model does not have. */
export function sessionAt(mechanism: MechanismWithRuns, settings: LabSettings, path: Path, position: number, title: string): Session {
  const m = machine(mechanism, settings);
  const attempts = logOfPath(path);
  const history = reduce(fresh, { do: 'load', attempts, position });
  const origin = { scenario: undefined, title, run: { config: m.config, log: path, position }, steps: attempts.length };
  return { m, origin, history, frames: trace(m, attempts), notice: undefined, undo: undefined };
}

/** Settings that the reader is not told. */
const hiddenIn = (lab: Lab): LabSettings => (lab.kind === 'find' ? { [lab.hidden]: true } : {});

/** Where the lab begins, and behind it the steps that the reader took the last time, as far as there are such. */
export function beginningSession(lab: Lab, mechanism: MechanismWithRuns, draft: string | undefined): Session {
  const { settings, path } = beginningOf(lab, mechanism, hiddenIn(lab));
  const begun = sessionAt(mechanism, settings, path, path.length, 'The beginning of the lab');
  return logOf(begun.m, stepsIn(draft)).reduce((session, attempt) => act(session, { do: 'try', attempt }), begun);
}

/** The steps that a reader took from where the lab begins, and that were not refused, until where the reader stands. */
export function answerIn({ frames, history }: Session, before: number): Path {
  const own = frames.slice(before + 1, history.position + 1).filter(isDone);
  return own.flatMap(({ snapshot }) => (snapshot.instance === undefined ? [] : [snapshot.instance]));
}

/** The same by names, so that it is still a run when the model counts its steps anew. */
export function draftOf({ m, frames, history }: Session, before: number): string {
  const own = [frames[0]!, ...frames.slice(before + 1, history.position + 1).filter(isDone)];
  return JSON.stringify(stepsOf(m, own));
}

function stepsIn(draft: string | undefined): Step[] {
  try {
    const steps: unknown = JSON.parse(draft ?? '[]');
    return Array.isArray(steps) ? steps.filter(isStep) : [];
  } catch {
    return [];
  }
}

const isStep = (it: unknown): it is Step =>
  typeof it === 'object' &&
  it !== null &&
  Object.keys(it).length === 1 &&
  Object.values(it).every((args) => typeof args === 'object' && args !== null);
