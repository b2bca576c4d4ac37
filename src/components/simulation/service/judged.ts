/** A run of the sandbox with what the model says of each of its calls: what is drawn. */
import { AgainstModel, type ChannelNow, type Verdict } from './against-model.ts';
import { LETTERS } from './world.ts';
import type { Choice, Operation, Run, Violation } from './trace.ts';

export interface JudgedCall {
  readonly operation: Operation;
  readonly verdict: Verdict;
  /** Who gets what is sent: the holder of the other end. */
  readonly channels: readonly ChannelNow[];
}
/** One step of the run; the first is what was there before it. */
export interface JudgedStep {
  readonly by: string;
  readonly says: string;
  readonly calls: readonly JudgedCall[];
  readonly log: readonly string[];
  /** What was chosen, and what could have been chosen here; nothing at the first. */
  readonly choice: string | undefined;
  readonly channels: readonly ChannelNow[];
}
export interface JudgedRun {
  readonly name: string;
  readonly clients: readonly string[];
  readonly steps: readonly JudgedStep[];
  /** What may happen behind each step, in the order of the steps. */
  readonly choices: readonly (readonly Choice[])[];
  readonly violation: Violation | undefined;
  /** The model took every call as the kernel did. */
  readonly agrees: boolean;
}

/** `room`: of the queues. */
export function judged(run: Run, clients: number, room: number): JudgedRun {
  const model = new AgainstModel(room);
  let channels: readonly ChannelNow[] = [];
  const callsOf = (operations: readonly Operation[]): JudgedCall[] =>
    operations.map((operation) => {
      const told = model.take(operation);
      ({ channels } = told);
      return { operation, ...told };
    });
  const first = { by: 'kernel', says: 'The kernel makes the channels', choice: undefined, log: run.startLog };
  const steps: JudgedStep[] = [{ ...first, calls: callsOf(run.start), channels }];
  for (const { by, says, choice, operations, log } of run.steps) {
    const calls = callsOf(operations);
    steps.push({ by, says, choice, log, calls, channels });
  }
  const calls = steps.flatMap((it) => it.calls);
  return {
    name: run.name,
    clients: LETTERS.slice(0, clients),
    steps,
    choices: [...run.steps.map((it) => it.choices), run.choices],
    violation: run.violation,
    agrees: calls.every(({ verdict }) => verdict.is !== 'contradicted' && verdict.broken.length === 0),
  };
}
