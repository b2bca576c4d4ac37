/** The verdict line: what a full search found on this machine, beside what the model expects, and what neither covers. */
import type { Machine } from '../../engine/machine.ts';
import { asExpected, expectedOf, type Counts, type Outcome } from './check.ts';
import { Glyph } from './Glyph.tsx';
import { bounds, capital, counted, grouped, narrate } from './narrate.ts';
import { logOfPath, trace } from './trace.ts';
import type { Check } from './useCheck.ts';
import type { Card } from './views.ts';

interface Props {
  readonly m: Machine;
  readonly card: Card;
  readonly check: Check;
  /** The choices of the log, so that the entry the reader stands at can be pointed out. */
  readonly log: readonly number[];
  readonly position: number;
  readonly show: (path: readonly number[], position: number) => void;
}

const counts = ({ states, transitions, depth }: Counts) =>
  `${counted(states, 'state')}, ${counted(transitions, 'transition')}, depth ${depth}`;

export function CheckPanel({ m, card, check, log, position, show }: Props) {
  const { state, start, stop } = check;
  const outcome = state.is === 'done' ? state.outcome : undefined;
  const path = outcome?.violation?.path ?? outcome?.deadlock;
  const title = outcome?.violation ? 'Shortest run that breaks it' : 'Shortest run that gets stuck';
  const isLoaded = path?.length === log.length && path.every((choice, i) => log[i] === choice);
  return (
    <div class="check">
      <div class="check-line">
        {state.is === 'running' ? (
          <button type="button" class="key" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" class="key" onClick={start}>
            Check every state
          </button>
        )}
        <div class="check-says" role="status">
          {state.is === 'idle' && <p>{expectation(m)}</p>}
          {state.is === 'running' && <p class="check-count">{counts(state.counts)} so far</p>}
          {state.is === 'stopped' && <p>Stopped at {counts(state.counts)}: nothing was found until there, and nothing is proved.</p>}
          {state.is === 'failed' && <p>The check could not run: {state.why}.</p>}
          {outcome && <Result m={m} outcome={outcome} />}
        </div>
      </div>
      {path && <ShortestRun m={m} title={title} path={path} here={isLoaded ? position : undefined} show={show} />}
      <p class="check-bounds">{bounds(m, card)}</p>
    </div>
  );
}

function expectation(m: Machine): string {
  const expected = expectedOf(m);
  if (!expected) return 'Not yet checked here. No expected number for these settings.';
  if ('violates' in expected)
    return `Not yet checked here. Expected: ${counted(expected.steps, 'step')} break \u201c${expected.violates}\u201d.`;
  return `Not yet checked here. Expected: ${counts(expected)}.`;
}

function Result({ m, outcome }: { readonly m: Machine; readonly outcome: Outcome }) {
  const { violation, deadlock, exhaustive, ms } = outcome;
  const matches = asExpected(m, outcome);
  const beside =
    matches === undefined
      ? 'no expected number for these settings'
      : matches
        ? 'as expected'
        : `not as expected: ${expectation(m).replace(/^.*Expected: /, '')}`;
  const time = ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
  return (
    <>
      <p>
        <span class={`check-verdict is-${violation || deadlock ? 'violated' : exhaustive ? 'holds' : 'planned'}`}>
          <Glyph name={violation || deadlock ? 'violated' : exhaustive ? 'holds' : 'planned'} /> {verdict(outcome)}
        </span>
      </p>
      <p>
        <strong class="check-count">{counts(outcome)}</strong>, {beside}; {time} on this machine.
      </p>
    </>
  );
}

function verdict({ violation, deadlock, exhaustive, unseen, states, depth }: Outcome): string {
  if (violation) return `Violated: ${violation.rule}`;
  if (deadlock) return 'Stuck: a state is reached in which nothing more can happen';
  if (exhaustive && unseen.length > 0) return `Nothing is violated in any state of the model, but never seen: ${unseen.join('; ')}`;
  return exhaustive
    ? 'Every property holds in every state of the model'
    : `Explored ${grouped(states)} states to depth ${depth}, not exhaustive: nothing was found so far`;
}

interface ShortestProps {
  readonly m: Machine;
  readonly title: string;
  readonly path: readonly number[];
  /** The tick the reader stands at, while this run is the one loaded. */
  readonly here: number | undefined;
  readonly show: (path: readonly number[], position: number) => void;
}

function ShortestRun({ m, title, path, here, show }: ShortestProps) {
  const beats = trace(m, logOfPath(path)).slice(1);
  return (
    <div class="shortest">
      <p class="shortest-title">
        {title} <span class="shortest-length">{counted(path.length, 'step')}</span>
      </p>
      <ol class="shortest-steps">
        {beats.map((beat, i) => {
          const { strong, rest } = narrate(beat);
          return (
            <li key={i}>
              <button
                type="button"
                class="shortest-step"
                aria-current={here === i + 1 ? 'step' : undefined}
                onClick={() => show(path, i + 1)}
              >
                <span class="shortest-number">{i + 1}</span>
                <span>
                  <strong>{strong}</strong> {capital(rest)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
