/** The check from a reader's side: its keys, how far it is, and what the verdict covers. What it found is in CheckOutcome.tsx. */
import { expectedOf, expectedWith, type Counts, type MachineWithRuns } from './check.ts';
import type { Attempt, Loop } from './history.ts';
import { bounds, capital, counted, parameterSays } from './narrate.ts';
import { useState } from 'preact/hooks';
import { Later } from './Later.tsx';
import { outcomeOf, type Check } from './useCheck.ts';

interface Props {
  readonly m: MachineWithRuns;
  readonly check: Check;
  /** The log, so that the entry the reader stands at can be pointed out. */
  readonly attempts: readonly Attempt[];
  readonly position: number;
  readonly show: (path: readonly number[], position: number, loop?: Loop) => void;
  readonly set: (name: string, value: number | boolean) => void;
}

/** Loaded when a check has ended: until then nobody needs it. */
const loadResult = async () => (await import('./CheckOutcome.tsx')).CheckResult;
const loadSurvey = async () => (await import('./survey/SurveyPanel.tsx')).SurveyPanel;
const loadEvidence = async () => (await import('./CheckOutcome.tsx')).CheckEvidence;

/** The instances that were taken up to where the reader stands. */
const runOf = (attempts: readonly Attempt[], position: number): readonly number[] =>
  attempts.slice(0, position).flatMap(({ instance, skipped, refused }) => (skipped || refused ? [] : [instance]));

export const counts = ({ states, transitions, depth }: Counts) =>
  `${counted(states, 'state')}, ${counted(transitions, 'transition')}, depth ${depth}`;

export function CheckPanel({ m, check, attempts, position, show, set }: Props) {
  const [isMore, setMore] = useState(false);
  const { state } = check;
  const outcome = outcomeOf(state);
  const expected = expectation(m);
  return (
    <div class="check">
      <div class="check-line">
        <Keys check={check} />
        <div class="check-says">
          {(state.is === 'running' || state.is === 'paused') && (
            <p class="check-count">
              {counts(state.counts)} so far
              {state.counts.property !== undefined && `; looking at \u201c${state.counts.property}\u201d`}
              {state.is === 'paused' && '; paused'}
            </p>
          )}
          {/* not the count: it runs faster than it can be read aloud */}
          <div role="status">
            {state.is === 'running' && <p class="visually-hidden">The check runs.</p>}
            {state.is === 'paused' && <p class="visually-hidden">The check is paused.</p>}
            {state.is === 'idle' && (
              <p>Not yet checked here. {expected === undefined ? capital(unexpected(m)) : `Expected: ${expected}`}.</p>
            )}
            {state.is === 'stopped' && <p>Stopped at {counts(state.counts)}: nothing was found until there, and nothing is proved.</p>}
            {state.is === 'failed' && <p>The check could not run: {state.why}.</p>}
            {outcome && <Later load={loadResult} props={{ m, outcome, expected, unexpected: unexpected(m) }} />}
          </div>
          {check.inPage && <p>This page may start no worker, so the search runs in the page itself, in slices. It takes longer.</p>}
        </div>
      </div>
      {outcome && <Later load={loadEvidence} props={{ m, outcome, attempts, position, show }} />}
      <details class="survey-fold" onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
        <summary>More: what is rare, other sizes, two faults at once, the state graph</summary>
        {isMore && <Later load={loadSurvey} props={{ m, run: runOf(attempts, position), show, set }} />}
      </details>
      {state.is !== 'idle' && <p class="check-bounds">{bounds(m)}</p>}
    </div>
  );
}

/** The first key stays the first one, whatever it does, so that the focus stays on it. */
function Keys({ check: { state, start, stop, pause } }: Pick<Props, 'check'>) {
  const runs = state.is === 'running' || state.is === 'paused';
  return (
    <div class="check-keys">
      <button type="button" class="key" onClick={runs ? pause : start}>
        {state.is === 'running' ? 'Pause the check' : state.is === 'paused' ? 'Go on' : 'Check every state'}
      </button>
      {runs && (
        <button type="button" class="key" onClick={stop}>
          Stop
        </button>
      )}
    </div>
  );
}

/** What the model expects of a full search, as a clause; undefined when it says nothing of these settings. */
function expectation(m: MachineWithRuns): string | undefined {
  const expected = expectedOf(m);
  if (!expected) return undefined;
  if ('stem' in expected)
    return `a run on which this is never kept, \u201c${expected.violates}\u201d, ${counted(expected.stem, 'step')} and then ${counted(expected.loop, 'step')} for ever`;
  if ('violates' in expected) return `${counted(expected.steps, 'step')} break \u201c${expected.violates}\u201d`;
  return counts(expected);
}

/** With a little more room a fault may do harm that it does not do here, so it is said where a number is known. */
function unexpected(m: MachineWithRuns): string {
  const others = expectedWith(m)?.map(([name, value]) => parameterSays(m, name, value));
  return `no expected number for these settings${others?.length ? `; there is one with ${others.join(', ')}` : ''}`;
}
