/** A check that belongs to one machine: changing a setting ends it, because its answer would be about something else. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CheckMessage, Counts, MachineWithRuns, Outcome, RunningCheck } from './check.ts';
import { loadedLater } from './loaded-later.ts';

export type CheckState =
  | { readonly is: 'idle' }
  | { readonly is: 'running' | 'paused' | 'stopped'; readonly counts: Counts }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'done'; readonly outcome: Outcome };

export interface Check {
  readonly state: CheckState;
  /** It runs, or ran, on the page's own thread. */
  readonly inPage: boolean;
  readonly start: () => void;
  readonly stop: () => void;
  /** Pauses a search that runs, and lets one that is paused go on. */
  readonly pause: () => void;
}

export const outcomeOf = (state: CheckState): Outcome | undefined => (state.is === 'done' ? state.outcome : undefined);

const IDLE: CheckState = { is: 'idle' };
const NOTHING: Counts = { states: 0, transitions: 0, depth: 0 };

export function useCheck(m: MachineWithRuns, done: (outcome: Outcome) => void): Check {
  const [state, setState] = useState<CheckState>(IDLE);
  const [inPage, setInPage] = useState(false);
  const running = useRef<RunningCheck>();
  const end = useCallback(() => {
    running.current?.stop();
    running.current = undefined;
  }, []);
  useEffect(() => {
    setState(IDLE);
    return end;
  }, [m, end]);
  const hear = (message: CheckMessage) => {
    if (message.is === 'in the page') return setInPage(true);
    // What a paused search still has to say is its count; it stays paused.
    setState((now) => (message.is === 'running' ? { is: now.is === 'paused' ? 'paused' : 'running', counts: message.counts } : message));
    if (message.is === 'done') done(message.outcome);
  };
  const start = () => {
    end();
    setInPage(false);
    setState({ is: 'running', counts: NOTHING });
    running.current = loadedLater(() => import('./start-check.ts').then(({ startCheck }) => startCheck(m, hear)), hear);
  };
  const pause = () => {
    if (state.is !== 'running' && state.is !== 'paused') return;
    const runs = state.is === 'running';
    if (runs) running.current?.pause();
    else running.current?.resume();
    setState({ is: runs ? 'paused' : 'running', counts: state.counts });
  };
  const stop = () => {
    end();
    setState((now) => (now.is === 'running' || now.is === 'paused' ? { is: 'stopped', counts: now.counts } : now));
  };
  return { state, inPage, start, stop, pause };
}
