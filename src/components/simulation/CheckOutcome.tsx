/** What a full search found on this machine, beside what the model expects: the verdict, the run, what was covered. */
import type { ComponentChildren } from 'preact';
import type { Machine } from '../../engine/checker.ts';
import { Glyph } from '../../drawing/Glyph.tsx';
import { spaced } from '../../drawing/words.ts';
import { asExpected, symmetricAsExpected, type MachineWithRuns, type Outcome } from './check.ts';
import { counts } from './CheckPanel.tsx';
import { foundRun } from './found-run.ts';
import { FoundRun } from './FoundRun.tsx';
import type { Attempt, Loop } from './history.ts';
import { independentCount } from './independent.ts';
import { counted, grouped } from './narrate.ts';
import { elsewhereOf } from './not-told.ts';

interface ResultProps {
  readonly m: MachineWithRuns;
  readonly outcome: Outcome;
  /** What the model expects of these settings, as a clause; undefined when it says nothing of them. */
  readonly expected: string | undefined;
  /** What is said then. */
  readonly unexpected: string;
}

export function CheckResult({ m, outcome, expected, unexpected }: ResultProps) {
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
        </span>{' '}
        {elsewhereOf(m) && <EditedMark />}
      </p>
      <p>
        <strong class="check-count">{counts(outcome)}</strong>, {beside(asExpected(m, outcome), unexpected, expected)}; {time} on this
        machine.
      </p>
      {symmetric && (
        <p>
          <strong class="check-count">{counts(symmetric)}</strong> when states that differ only in the order of alike rows count once,{' '}
          {beside(symmetricAsExpected(m, symmetric), unexpected)}.
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

/** What was found is told by the sandbox in which a reader's code runs: it may be anything. */
const EditedMark = () => <span class="edited-mark">edited model</span>;

function beside(matches: boolean | undefined, unexpected: string, expected?: string): string {
  if (matches === undefined) return unexpected;
  return matches ? 'as expected' : `not as expected${expected === undefined ? '' : `: ${expected}`}`;
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

interface EvidenceProps {
  readonly m: MachineWithRuns;
  readonly outcome: Outcome;
  /** The log, so that the entry the reader stands at can be pointed out. */
  readonly attempts: readonly Attempt[];
  readonly position: number;
  readonly show: (path: readonly number[], position: number, loop?: Loop) => void;
}

/** The run that was found, and what the search covered. */
export function CheckEvidence({ m, outcome, attempts, position, show }: EvidenceProps) {
  const run = foundRun(outcome);
  return (
    <>
      {run && <FoundRun m={m} run={run} attempts={attempts} position={position} show={show} />}
      <Coverage m={m} outcome={outcome} />
    </>
  );
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
