/** What a check says: the messages between the page and its worker, and the numbers that the model expects. */
import type { Machine } from '../../engine/machine.ts';

/** Where the search gives up on a device that may be a phone; it then says that it was not exhaustive. */
export const MOST_STATES = 2_000_000;

export interface CheckRequest {
  readonly id: string;
  readonly config: Readonly<Record<string, number | boolean>>;
}
export interface Counts {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
}
export interface Outcome extends Counts {
  readonly exhaustive: boolean;
  readonly violation: { readonly rule: string; readonly path: readonly number[] } | undefined;
  readonly deadlock: readonly number[] | undefined;
  readonly unseen: readonly string[];
  readonly ms: number;
}
export type CheckMessage =
  | { readonly is: 'running'; readonly counts: Counts }
  | { readonly is: 'done'; readonly outcome: Outcome }
  | { readonly is: 'failed'; readonly why: string };

type Expected = Machine['mechanism']['model']['expect'][number];

/** What the model expects of a full search with exactly these settings; undefined when it says nothing of them. */
export function expectedOf({ mechanism, config }: Machine): Expected | undefined {
  const usual = Object.entries(mechanism.config).map(([name, knob]) => [name, knob.usual] as const);
  const off = Object.keys(mechanism.faults).map((name) => [name, false] as const);
  return mechanism.model.expect.find((each) => {
    const wanted: Record<string, unknown> = { ...Object.fromEntries([...usual, ...off]), ...each.with };
    return !each.symmetric && Object.entries(wanted).every(([name, value]) => config[name] === value);
  });
}

/** Whether a search found what the model expects; undefined when there is nothing to compare. */
export function asExpected(m: Machine, found: Outcome): boolean | undefined {
  const expected = expectedOf(m);
  if (!expected) return undefined;
  if ('violates' in expected)
    return found.violation !== undefined && found.violation.rule === expected.violates && found.violation.path.length === expected.steps;
  return (
    found.exhaustive &&
    !found.violation &&
    found.states === expected.states &&
    found.transitions === expected.transitions &&
    found.depth === expected.depth
  );
}
