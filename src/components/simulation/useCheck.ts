/** A check that belongs to one machine: changing a setting ends it, because its answer would be about something else. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { expectedOf, type CheckMessage, type CheckRequest, type Counts, type MachineWithRuns, type Outcome } from './check.ts';

export type CheckState =
  | { readonly is: 'idle' }
  | { readonly is: 'running' | 'paused' | 'stopped'; readonly counts: Counts }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'done'; readonly outcome: Outcome };

export interface Check {
  readonly state: CheckState;
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
  const worker = useRef<Worker | null>(null);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => {
    setState(IDLE);
    return end;
  }, [m, end]);
  const ask = (request: CheckRequest) => worker.current?.postMessage(request);
  const start = () => {
    end();
    const fresh = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    setState({ is: 'running', counts: NOTHING });
    fresh.addEventListener('error', (event) => setState({ is: 'failed', why: event.message || 'the worker could not be started' }));
    fresh.addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
      // What a paused search still has to say is its count; it stays paused.
      setState((now) => (data.is === 'running' ? { is: now.is === 'paused' ? 'paused' : 'running', counts: data.counts } : data));
      if (data.is === 'running') return;
      end();
      if (data.is === 'done') done(data.outcome);
    });
    ask({ do: 'start', id: m.mechanism.model.id, config: { ...m.config }, symmetric: expectedOf(m, true) !== undefined });
  };
  const pause = () => {
    if (state.is !== 'running' && state.is !== 'paused') return;
    ask({ do: state.is === 'running' ? 'pause' : 'resume' });
    setState({ is: state.is === 'running' ? 'paused' : 'running', counts: state.counts });
  };
  const stop = () => {
    end();
    setState((now) => (now.is === 'running' || now.is === 'paused' ? { is: 'stopped', counts: now.counts } : now));
  };
  return { state, start, stop, pause };
}
