/** A check that belongs to one machine: changing a setting ends it, because its answer would be about something else. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Machine } from '../../engine/machine.ts';
import type { CheckMessage, CheckRequest, Counts, Outcome } from './check.ts';

export type CheckState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly counts: Counts }
  | { readonly is: 'stopped'; readonly counts: Counts }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'done'; readonly outcome: Outcome };

export interface Check {
  readonly state: CheckState;
  readonly start: () => void;
  readonly stop: () => void;
}

/** A search that saw every state, found nothing wrong, and saw every goal: else it may have proved something empty. */
export function provesAll(state: CheckState): boolean {
  if (state.is !== 'done') return false;
  const { exhaustive, violation, deadlock, unseen } = state.outcome;
  return exhaustive && !violation && !deadlock && unseen.length === 0;
}

const IDLE: CheckState = { is: 'idle' };
const NOTHING: Counts = { states: 0, transitions: 0, depth: 0 };

export function useCheck(m: Machine, done: (outcome: Outcome) => void): Check {
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
  const start = () => {
    end();
    const fresh = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    setState({ is: 'running', counts: NOTHING });
    fresh.addEventListener('error', (event) => setState({ is: 'failed', why: event.message || 'the worker could not be started' }));
    fresh.addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
      setState(data);
      if (data.is === 'running') return;
      end();
      if (data.is === 'done') done(data.outcome);
    });
    const request: CheckRequest = { id: m.mechanism.model.id, config: { ...m.config } };
    fresh.postMessage(request);
  };
  const stop = () => {
    end();
    setState((now) => (now.is === 'running' ? { is: 'stopped', counts: now.counts } : now));
  };
  return { state, start, stop };
}
