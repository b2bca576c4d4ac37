/** How long the whole search of two-phase commit takes, wherever this runs: in Node, or in a worker of a browser. */
import { explore, machine } from '../../src/engine/checker.ts';
import { twoPhaseCommit } from '../two-phase-commit.ts';

export interface Times {
  /** Milliseconds, the first run first. */
  readonly ms: readonly number[];
  readonly states: number;
  readonly transitions: number;
}

/** Searches so many times, each time with a machine of its own. */
export function timesOf(managers: number, rounds: number): Times {
  let [states, transitions] = [0, 0];
  const ms = Array.from({ length: rounds }, () => {
    const from = performance.now();
    ({ states, transitions } = explore(machine(twoPhaseCommit, { managers })));
    return performance.now() - from;
  });
  return { ms, states, transitions };
}
