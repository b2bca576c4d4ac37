/** How a scenario really ends, in the words a scenario uses to say how it should. */
import { inContext } from './failure.ts';
import { machine } from './machine.ts';
import type { Mechanism } from '../language/model.ts';
import { begin, instanceOf, follow } from './run.ts';

export interface Replay {
  /** `'safe'`, or the first clause that refused a step, or the first rule that a state broke. */
  readonly ends: 'safe' | { readonly refused: string } | { readonly violates: string };
  /** One sentence for each step that was done. */
  readonly said: readonly string[];
  /** One instance for each step that was done or refused. */
  readonly log: readonly number[];
}

/** Stops at the first step that is refused or breaks a rule. A step that does not exist throws a RangeError. */
export function replay(mechanism: Mechanism, scenario: { readonly with?: object; readonly steps: readonly object[] }): Replay {
  const m = machine(mechanism, scenario.with);
  const said: string[] = [];
  const log: number[] = [];
  let at = begin(m);
  for (const step of scenario.steps) {
    const instance = instanceOf(m, step);
    const next = inContext(
      m,
      () => log,
      () => follow(m, at, instance),
    );
    log.push(instance);
    if ('because' in next) return { ends: { refused: next.because[0]! }, said, log };
    said.push(next.says!);
    if (next.broken.length > 0) return { ends: { violates: next.broken[0]! }, said, log };
    at = next;
  }
  return { ends: 'safe', said, log };
}
