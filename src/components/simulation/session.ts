/**
 * What the player holds between two clicks: a machine, the log, its beats, and what is to be said beside the narration.
 * Pure functions from session to session; the components only draw one and call these.
 */
import { machine, type Machine } from '../../engine/machine.ts';
import type { Mechanism } from '../../engine/model.ts';
import { follow, type Menu } from '../../engine/run.ts';
import { fresh, reduce, type Act, type History } from './history.ts';
import { capital, counted, faultDoc, spaced } from './narrate.ts';
import { isRefusal, logOf, logOfPath, replaySteps, stepsOf, trace, type Beat } from './trace.ts';

export interface Session {
  readonly m: Machine;
  /** The scenario last opened: what "Start over" goes back to. */
  readonly scenario: string;
  readonly history: History;
  /** One a tick, the start first. */
  readonly beats: readonly Beat[];
  /** Said once, when something other than a step happened. */
  readonly notice: string | undefined;
}

/**
 * Opens a scenario with its own settings. `'tell'` stands one step before its end, so that the first press of Step shows
 * what the scenario is about; `'start'` stands at the start.
 */
export function open(mechanism: Mechanism, scenario: string, at: 'tell' | 'start'): Session {
  const told = mechanism.model.scenarios[scenario];
  if (!told) throw new Error(`${mechanism.model.id}: no scenario '${scenario}'`);
  const m = machine(mechanism, told.with);
  const attempts = logOf(m, told.steps);
  const history = reduce(fresh, { do: 'load', attempts, position: at === 'tell' ? attempts.length - 1 : 0 });
  return { m, scenario, history, beats: trace(m, attempts), notice: undefined };
}

export function act(session: Session, what: Act): Session {
  const history = reduce(session.history, what);
  return { ...session, history, beats: trace(session.m, history.attempts, session.beats), notice: undefined };
}

export const beatNow = ({ beats, history }: Session): Beat => beats[history.position] ?? beats[0]!;

/** Tries a choice where the reader stands: a step if it is enabled, a refused tick if it is not. */
export function attempt(session: Session, choice: number): Session {
  const refused = isRefusal(follow(session.m, beatNow(session).moment, choice));
  return act(session, { do: 'try', attempt: { choice, refused } });
}

/**
 * What Step would do: the log's next step, or else the first thing enabled. Undefined at the end of a run: nothing is
 * enabled, or a property is broken and the rest is for the reader to choose.
 */
export function nextChoice(session: Session, menus: readonly Menu[]): number | undefined {
  const ahead = session.history.attempts[session.history.position];
  if (ahead) return ahead.choice;
  if (beatNow(session).moment.broken.length > 0) return undefined;
  return menus.find(({ offers }) => offers.length > 0)?.offers[0]?.choice;
}

/** Loads a run that the search found, and stands at its end. */
export function loadPath(session: Session, path: readonly number[]): Session {
  const attempts = logOfPath(path);
  const history = reduce(fresh, { do: 'load', attempts, position: attempts.length });
  const notice = `The shortest run is loaded: ${counted(path.length, 'step')}.`;
  return { ...session, history, beats: trace(session.m, attempts), notice };
}

/** Restarts the machine with one setting changed and replays the log as far as it goes. */
export function reconfigure(session: Session, name: string, value: number | boolean): Session {
  const { m, beats, history } = session;
  const steps = stepsOf(m, beats);
  const changed = machine(m.mechanism, { ...m.config, [name]: value });
  const { attempts, stopped } = replaySteps(changed, steps, (i) => beats[i + 1]?.refusal !== undefined);
  const replayed = reduce(fresh, { do: 'load', attempts, position: history.position });
  const how = stopped
    ? `The run was replayed as far as it goes: step ${stopped.at} of ${steps.length} stops it, ${stopped.because}.`
    : `The run was replayed from the start, ${counted(steps.length, 'step')}.`;
  return { ...session, m: changed, history: replayed, beats: trace(changed, attempts), notice: `${setTo(session, name, value)} ${how}` };
}

function setTo({ m }: Session, name: string, value: number | boolean): string {
  if (typeof value === 'number') return `${capital(spaced(name))}: ${value}.`;
  return `${value ? 'On' : 'Off'}: ${faultDoc(m.mechanism, name)}`;
}
