/** What the element tells the page: where its reader stands, and what a check found. */
import { asExpected, provesAll, type MachineWithRuns, type Outcome } from '../../../src/components/simulation/check.ts';
import { foundRun } from '../../../src/components/simulation/found-run.ts';
import { narrate } from '../../../src/components/simulation/narrate.ts';
import { frameNow, type Session } from '../../../src/components/simulation/session.ts';
import { logOfPath, stepsOf, trace } from '../../../src/components/simulation/trace.ts';
import type { StepDetail, VerdictDetail } from './detail.ts';

export function stepDetail(session: Session): StepDetail {
  const { m, history, origin } = session;
  const frame = frameNow(session);
  const { strong, rest } = narrate(frame);
  return {
    model: m.mechanism.model.id,
    config: { ...m.config },
    scenario: origin.scenario,
    step: history.position,
    steps: history.attempts.length,
    says: `${strong} ${rest}`.trim(),
    refused: frame.refusal?.because ?? [],
    state: frame.snapshot.state,
    violated: frame.snapshot.broken,
  };
}

export function verdictDetail(m: MachineWithRuns, outcome: Outcome): VerdictDetail {
  const { violation, deadlock, lasso, states, transitions, depth } = outcome;
  const property = violation?.rule ?? lasso?.property;
  const run = foundRun(outcome);
  return {
    model: m.mechanism.model.id,
    config: { ...m.config },
    verdict: property !== undefined ? 'violated' : deadlock ? 'stuck' : provesAll(outcome) ? 'holds' : 'unfinished',
    property,
    counterexample: run && stepsOf(m, trace(m, logOfPath(run.path))),
    loopsFrom: run?.loop?.from,
    states,
    transitions,
    depth,
    asExpected: asExpected(m, outcome),
  };
}
