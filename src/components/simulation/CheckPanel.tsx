/** The verdict line: what a full search found on this machine, beside what the model expects, and what neither covers. */
import type { ComponentChildren } from 'preact';
import type { Machine } from '../../engine/checker.ts';
import { asExpected, expectedOf, expectedWith, symmetricAsExpected, type Counts, type MachineWithRuns, type Outcome } from './check.ts';
import { Glyph } from '../../drawing/Glyph.tsx';
import type { Loop } from './history.ts';
import { independentCount } from './independent.ts';
import { bounds, capital, counted, grouped, parameterSays } from './narrate.ts';
import { spaced } from '../../drawing/words.ts';
import { FoundRun, foundRun } from './FoundRun.tsx';
import { outcomeOf, type Check } from './useCheck.ts';

interface Props {
  readonly m: MachineWithRuns;
  readonly check: Check;
  /** The instances of the log, so that the entry the reader stands at can be pointed out. */
  readonly log: readonly number[];
  readonly position: number;
  readonly show: (path: readonly number[], position: number, loop?: Loop) => void;
}

const counts = ({ states, transitions, depth }: Counts) =>
  `${counted(states, 'state')}, ${counted(transitions, 'transition')}, depth ${depth}`;

export function CheckPanel({ m, check, log, position, show }: Props) {
  const { state } = check;
  const outcome = outcomeOf(state);
  const run = outcome && foundRun(outcome);
  return (
    <div class="check">
      <div class="check-line">
        <Keys check={check} />
        <div class="check-says">
          {(state.is === 'running' || state.is === 'paused') && (
            <p class="check-count">
              {counts(state.counts)} so far{state.is === 'paused' && '; paused'}
            </p>
          )}
          {/* not the count: it runs faster than it can be read aloud */}
          <div role="status">
            {state.is === 'running' && <p class="visually-hidden">The check runs.</p>}
            {state.is === 'paused' && <p class="visually-hidden">The check is paused.</p>}
            {state.is === 'idle' && <p>Not yet checked here. {expectation(m)}</p>}
            {state.is === 'stopped' && <p>Stopped at {counts(state.counts)}: nothing was found until there, and nothing is proved.</p>}
            {state.is === 'failed' && <p>The check could not run: {state.why}.</p>}
            {outcome && <Result m={m} outcome={outcome} />}
          </div>
        </div>
      </div>
      {run && <FoundRun m={m} run={run} log={log} position={position} show={show} />}
      {outcome && <Coverage m={m} outcome={outcome} />}
      <p class="check-bounds">{bounds(m)}</p>
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

function expectation(m: MachineWithRuns): string {
  const expected = expectedOf(m);
  if (!expected) return `${capital(unexpected(m))}.`;
  if ('stem' in expected)
    return `Expected: a run on which this is never kept, \u201c${expected.violates}\u201d, ${counted(expected.stem, 'step')} and then ${counted(expected.loop, 'step')} for ever.`;
  if ('violates' in expected) return `Expected: ${counted(expected.steps, 'step')} break \u201c${expected.violates}\u201d.`;
  return `Expected: ${counts(expected)}.`;
}

/** With a little more room a fault may do harm that it does not do here, so it is said where a number is known. */
function unexpected(m: MachineWithRuns): string {
  const others = expectedWith(m)?.map(([name, value]) => parameterSays(m, name, value));
  return `no expected number for these settings${others?.length ? `; there is one with ${others.join(', ')}` : ''}`;
}

function Result({ m, outcome }: { readonly m: MachineWithRuns; readonly outcome: Outcome }) {
  const { violation, deadlock, lasso, unchecked, exhaustive, symmetric, ms } = outcome;
  const isWrong = violation !== undefined || deadlock !== undefined || lasso !== undefined;
  const glyph = isWrong ? 'violated' : exhaustive ? 'holds' : 'planned';
  const time = ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
  const independent = isWrong ? undefined : independentCount(m);
  return (
    <>
      <p>
        <span class={`check-verdict is-${glyph}`}>
          <Glyph name={glyph} /> {verdict(outcome)}
        </span>
      </p>
      <p>
        <strong class="check-count">{counts(outcome)}</strong>,{' '}
        {beside(asExpected(m, outcome), unexpected(m), expectation(m).replace(/^Expected: /, ''))}; {time} on this machine.
      </p>
      {symmetric && (
        <p>
          <strong class="check-count">{counts(symmetric)}</strong> when states that differ only in the order of alike rows count once,{' '}
          {beside(symmetricAsExpected(m, symmetric), unexpected(m))}.
        </p>
      )}
      {independent && (
        <p>
          {independent.tool} finds {counted(independent.states, 'state')} in a model written independently.
        </p>
      )}
      {unchecked !== undefined && <p>{unchecked}</p>}
    </>
  );
}

function beside(matches: boolean | undefined, unexpected: string, expected = ''): string {
  if (matches === undefined) return unexpected;
  return matches ? 'as expected' : `not as expected${expected && `: ${expected.replace(/\.$/, '')}`}`;
}

function verdict({ violation, deadlock, lasso, exhaustive, unseen, states, depth }: Outcome): string {
  if (violation) return `Violated: ${violation.rule}`;
  if (deadlock) return 'Stuck: a state is reached in which nothing more can happen';
  if (lasso) return `Violated: ${lasso.property}${lasso.of ? `, for ${lasso.of.kind} ${lasso.of.index}` : ''}`;
  if (exhaustive && unseen.length > 0) return `Nothing is violated in any state of the model, but never seen: ${unseen.join('; ')}`;
  return exhaustive
    ? 'Every property holds in every state of the model'
    : `Explored ${grouped(states)} states to depth ${depth}, not exhaustive: nothing was found so far`;
}

/** Which actions happened and which goals were reached: a proof about a model in which nothing happens would be empty. */
function Coverage({ m, outcome }: { readonly m: Machine; readonly outcome: Outcome }) {
  const { mechanism, config, actions, reachable: goals } = m;
  const { fired, unseen } = outcome;
  const happened = actions.filter(({ name }) => (fired[name] ?? 0) > 0).length;
  const none = (name: string) => {
    const { fault } = mechanism.model.actions[name];
    return fault !== undefined && config[fault] !== true ? 'never: a fault that is off' : 'never';
  };
  return (
    <details class="coverage">
      <summary>
        Covered: {happened} of {counted(actions.length, 'action')}, {goals.length - unseen.length} of {counted(goals.length, 'goal')}
      </summary>
      <dl>
        {actions.map(({ name }) => (
          <Line key={name} name={spaced(name)}>
            {fired[name] ? counted(fired[name], 'transition') : none(name)}
          </Line>
        ))}
        {goals.map(({ name }) => (
          <Line key={name} name={`sometimes ${name}`}>
            {unseen.includes(name) ? 'never' : 'reached'}
          </Line>
        ))}
      </dl>
    </details>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
