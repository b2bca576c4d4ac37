/** Grading as a page sees it: what grades is loaded at the first answer, and can be stopped. */
import { useRef, useState } from 'preact/hooks';
import type { LabKind } from '../../schemas/labs.ts';
import { whyOf } from '../simulation/check.ts';
import type { Answered } from './answered.ts';
import { desk } from './desk.ts';
import type { Graded } from './grade-here.ts';
import { withSolved } from './progress.ts';
import { progressHere } from './progress-here.ts';

export type GradingState =
  { readonly is: 'nothing' } | { readonly is: 'says'; readonly says: string } | { readonly is: 'graded'; readonly graded: Graded };

interface Options {
  readonly id: string;
  readonly kind: LabKind;
  /** Called when the lab was solved and that was kept, or could not be. */
  readonly solved: () => void;
}

export interface Grading {
  readonly state: GradingState;
  readonly isRunning: boolean;
  readonly check: (answered: Answered) => Promise<void>;
  readonly stop: () => void;
  readonly say: (says: string) => void;
  readonly forget: () => void;
}

export function useGrading({ id, kind, solved }: Options): Grading {
  const [state, setState] = useState<GradingState>({ is: 'nothing' });
  const [isRunning, setRunning] = useState(false);
  const stopping = useRef<AbortController>();
  const say = (says: string) => setState({ is: 'says', says });
  const check = async (answered: Answered) => {
    const { signal } = (stopping.current = new AbortController());
    setRunning(true);
    say('It is being checked.');
    try {
      const { gradeHere } = await import('./grade-here.ts');
      const graded = await gradeHere({ id, answered, signal, tell: say });
      signal.throwIfAborted();
      if (graded.verdict.is === 'right') {
        progressHere.change((now) => withSolved(now, id));
        solved();
        if (kind !== 'reach') desk.ask({ is: 'all' });
      }
      setState({ is: 'graded', graded });
    } catch (problem) {
      say(signal.aborted ? 'Stopped. Your answer is as you left it.' : whyOf(problem));
    } finally {
      setRunning(false);
    }
  };
  const stop = () => stopping.current?.abort();
  const forget = () => {
    stop();
    setState({ is: 'nothing' });
  };
  return { state, isRunning, check, stop, say, forget };
}
