/**
 * What the player holds between two clicks: a machine, the log, its frames, and what is to be said beside the narration.
 * Pure functions from session to session; the components only draw one and call these.
 */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { follow, machine, type Menu } from '../../engine/checker.ts';
import type { MachineWithRuns } from './check.ts';
import { fresh, reduce, type Act, type History, type Loop } from './history.ts';
import { capital, counted, faultDoc, parameterWord } from './narrate.ts';
import { spaced } from '../../drawing/words.ts';
import { isDone, isRefusal, logOf, logOfPath, replaySteps, stepsOf, trace, type Frame } from './trace.ts';

export interface Session {
  readonly m: MachineWithRuns;
  readonly origin: Origin;
  readonly history: History;
  /** One frame a step, the start first. */
  readonly frames: readonly Frame[];
  /** Said once, when something other than a step happened. */
  readonly notice: string | undefined;
  /** The session before something other than a step was done, so that no run gets lost by it. */
  readonly undo: Undo | undefined;
}

export interface Undo {
  readonly to: Session;
  /** What was done, as a clause: `skip step 2`. */
  readonly what: string;
  readonly isRedo: boolean;
}

/** What was opened last: what "Start over" goes back to. */
export interface Origin {
  /** Undefined for a run from outside. */
  readonly scenario: string | undefined;
  /** What a run from outside is called, where a scenario has its title. */
  readonly title: string | undefined;
  /** The run with the settings that it was opened with. */
  readonly run: Run;
  /** So many steps the log had, and has for as long as the reader adds none. */
  readonly steps: number;
}

/** A run from outside: a link, a document, a search. `config` differs from the usual one by that. */
export interface Run {
  readonly config: Readonly<Record<string, number | boolean>>;
  readonly log: readonly number[];
  readonly position: number;
  readonly loop?: Loop | undefined;
}

/**
 * Opens a scenario with its own settings. `'tell'` stands one step before its end, so that the first press of Step shows
 * what the scenario is about; `'start'` stands at the start.
 */
export function open(mechanism: MechanismWithRuns, scenario: string, at: 'tell' | 'start'): Session {
  const told = mechanism.scenarios[scenario];
  if (!told) throw new Error(`${mechanism.model.id}: no scenario '${scenario}'`);
  const m = machine(mechanism, told.with);
  const attempts = logOf(m, told.steps);
  const history = reduce(fresh, { do: 'load', attempts, position: at === 'tell' ? attempts.length - 1 : 0 });
  const run = { config: m.config, log: attempts.map(({ instance }) => instance), position: 0 };
  const origin = { scenario, title: undefined, run, steps: attempts.length };
  return { m, origin, history, frames: trace(m, attempts), notice: undefined, undo: undefined };
}

export function act(session: Session, what: Act): Session {
  const history = reduce(session.history, what);
  return { ...session, history, frames: trace(session.m, history.attempts, session.frames), notice: undefined };
}

export const frameNow = ({ frames, history }: Session): Frame => frames[history.position] ?? frames[0]!;

/** What moves in the picture: the step just taken, on or back; undefined when nothing does. */
export type Move = 'on' | 'back' | undefined;

/** Only one step moves anything, and only one that changed the state: what is refused or skipped leaves the picture alone. */
export function moveBetween(from: Session, to: Session): Move {
  const by = to.history.position - from.history.position;
  if (by === 1) return isDone(frameNow(to)) ? 'on' : undefined;
  return by === -1 && isDone(frameNow(from)) ? 'back' : undefined;
}

/** The session `to`, from which `what` can be undone. */
const undoable = (from: Session, to: Session, what: string): Session => ({
  ...to,
  undo: { to: { ...from, undo: undefined }, what, isRedo: false },
});

/** Goes back to before what was done last, from where it can be done again. */
export function undo(session: Session): Session {
  const { undo: last } = session;
  if (!last) return session;
  const { to, what, isRedo } = last;
  return { ...to, notice: undefined, undo: { to: { ...session, undo: undefined }, what, isRedo: !isRedo } };
}

/** Opens another scenario in the place of what was there. */
export const reopen = (session: Session, scenario: string): Session =>
  undoable(session, open(session.m.mechanism, scenario, 'start'), 'open the scenario');

/** Goes back to the start of what was opened last. */
export function startOver(session: Session): Session {
  const { scenario, title, run } = session.origin;
  if (scenario !== undefined) return reopen(session, scenario);
  return openRun(session, { ...run, position: 0 }, '', 'start over', title);
}

/** The length of the run, as long as there is an end to speak of: a reader who goes on past it makes the run longer with each step. */
export function lengthToTell({ history: { position, attempts }, origin }: Session): number | undefined {
  return position < attempts.length || attempts.length === origin.steps ? attempts.length : undefined;
}

/** Whether a reload would lose more than where the reader stands: settings that were changed, or a run that is no scenario. */
export function isOfItsOwn({ m, origin: { scenario, run } }: Session): boolean {
  return scenario === undefined || Object.entries(m.config).some(([name, value]) => value !== (run.config[name] ?? usual(m, name)));
}

const usual = ({ mechanism }: MachineWithRuns, name: string): number | boolean => mechanism.parameters[name]?.default ?? false;

/** Tries an instance where the reader stands: a step if it is enabled, a refused one if it is not. */
export function attempt(session: Session, instance: number): Session {
  const refused = isRefusal(follow(session.m, frameNow(session).snapshot, instance));
  return act(session, { do: 'try', attempt: { instance, refused } });
}

/** Does what Step does: goes along the log, or tries the instance at its end. */
export function step(session: Session, next: number): Session {
  const { position, attempts } = session.history;
  return position < attempts.length ? act(session, { do: 'go', to: position + 1 }) : attempt(session, next);
}

/** Skips the step that led to where the reader stands and replays the rest without it, or puts it back. */
export function skip(session: Session): Session {
  const { position, attempts } = session.history;
  const wasSkipped = attempts[position - 1]?.skipped === true;
  if (position === 0) return session;
  const { history, frames, ...rest } = act(session, { do: 'skip', at: position - 1 });
  const isRefused = (i: number) => frames[i + 1]?.refusal !== undefined;
  const replayed = { ...history, attempts: history.attempts.map((each, i) => ({ ...each, refused: isRefused(i) })) };
  const newly = attempts.filter((each, i) => i >= position && isRefused(i) && !each.refused).length;
  const later = attempts.length - position;
  const what = `${wasSkipped ? 'put back' : 'skip'} step ${position}`;
  const notice = `${later === 0 ? 'No step follows it' : `${counted(later, 'later step')} replayed`}${newly > 0 ? `, ${newly} no longer enabled` : ''}.`;
  return undoable(session, { ...rest, history: replayed, frames, notice }, what);
}

/**
 * What Step would do: the log's next step, or else the first thing enabled. Undefined at the end of a run: nothing is
 * enabled, or a property is broken and the rest is for the reader to choose.
 */
export function nextInstance(session: Session, menus: readonly Menu[]): number | undefined {
  const ahead = session.history.attempts[session.history.position];
  if (ahead) return ahead.instance;
  if (frameNow(session).snapshot.broken.length > 0) return undefined;
  return menus.find(({ enabled }) => enabled.length > 0)?.enabled[0]?.instance;
}

/** Loads a run that the search found, and stands at its end. */
export function loadPath(session: Session, path: readonly number[], loop?: Loop): Session {
  const attempts = logOfPath(path);
  const history = reduce(fresh, { do: 'load', attempts, position: attempts.length, loop });
  const notice = `${loop ? 'The run is loaded' : 'The shortest run is loaded'}: ${counted(path.length, 'step')}.`;
  const run = { config: session.m.config, log: path, position: path.length, loop };
  const origin = { scenario: undefined, title: 'The run that was found', run, steps: attempts.length };
  return undoable(session, { ...session, origin, history, frames: trace(session.m, attempts), notice }, 'load the run that was found');
}

/** Goes to a step of a run that the search found; loads it first when another one stands there. */
export function showPath(session: Session, path: readonly number[], to: number, loop?: Loop): Session {
  const { attempts } = session.history;
  const isThere =
    attempts.length === path.length && path.every((instance, i) => attempts[i]?.instance === instance && !attempts[i]?.skipped);
  return act(isThere ? session : loadPath(session, path, loop), { do: 'go', to });
}

/** Opens a run from outside with its own settings. A configuration that the model does not have throws a RangeError. */
export function openRun(session: Session, run: Run, notice: string, what: string, title = 'The run of a link'): Session {
  const { config, log, position, loop } = run;
  const m = machine(session.m.mechanism, config);
  const attempts = logOfPath(log);
  const history = reduce(fresh, { do: 'load', attempts, position, loop });
  const origin = { scenario: undefined, title, run, steps: attempts.length };
  return undoable(session, { ...session, m, origin, history, frames: trace(m, attempts), notice }, what);
}

/** Restarts the machine with one setting changed and replays the log as far as it goes. */
export function reconfigure(session: Session, name: string, value: number | boolean): Session {
  const { m, frames, history } = session;
  const steps = stepsOf(m, frames);
  const changed = machine(m.mechanism, { ...m.config, [name]: value });
  const { attempts, stopped } = replaySteps(changed, steps, (i) => {
    const frame = frames[i + 1];
    return frame?.skipped ? 'skipped' : frame?.refusal ? 'refused' : 'done';
  });
  const replayed = reduce(fresh, { do: 'load', attempts, position: history.position });
  const how = stopped
    ? `The run was replayed as far as it goes: step ${stopped.at} of ${steps.length} stops it, ${stopped.because}.`
    : `The run was replayed from the start, ${counted(steps.length, 'step')}.`;
  const doc = faultDoc(m.mechanism, name);
  const parameter = m.mechanism.parameters[name];
  const word = parameter && parameterWord(parameter, Number(value));
  const set = word ? `${capital(spaced(name))}: ${word}.` : `${value ? 'On' : 'Off'}: ${doc}.`;
  const what = word ? `set ${spaced(name)} to ${word}` : `switch ${value ? 'on' : 'off'} \u201c${doc}\u201d`;
  const origin = { ...session.origin, steps: attempts.length };
  const after = { ...session, m: changed, origin, history: replayed, frames: trace(changed, attempts), notice: `${set} ${how}` };
  return undoable(session, after, what);
}
