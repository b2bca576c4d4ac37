/** What a check says: the messages of a check that runs, and the numbers that the model expects. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { type Ended, type Lasso, type Machine, matches } from '../../engine/checker.ts';

/** How often a check says how far it is. */
export const TELL_EVERY_MS = 60;

export type CheckRequest =
  | { readonly do: 'start'; readonly id: string; readonly config: Readonly<Record<string, number | boolean>>; readonly symmetric: boolean }
  | { readonly do: 'pause' | 'resume' };

export interface Counts {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** The liveness property that is being looked at, when every state has been taken up. */
  readonly property?: string | undefined;
}
export interface Outcome extends Counts {
  readonly exhaustive: boolean;
  readonly violation: { readonly rule: string; readonly path: readonly number[] } | undefined;
  readonly deadlock: readonly number[] | undefined;
  readonly deadlocks: number;
  readonly lasso: Lasso | undefined;
  /** Why `eventually` was not checked; undefined when it was, or when the model has none. */
  readonly unchecked: string | undefined;
  /** How many transitions each action made. */
  readonly fired: Readonly<Record<string, number>>;
  /** The `sometimes` sentences that were never true. */
  readonly unseen: readonly string[];
  /** The same search with alike rows counted once, when it was asked for. */
  readonly symmetric: Counts | undefined;
  readonly ms: number;
}
export type CheckMessage =
  | { readonly is: 'running'; readonly counts: Counts }
  | { readonly is: 'done'; readonly outcome: Outcome }
  | { readonly is: 'failed'; readonly why: string }
  /** The browser starts no worker for this page, so the search goes on in the page itself. */
  | { readonly is: 'in the page' };

/** A check that runs or is paused. After `stop` it says nothing more. */
export interface RunningCheck {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

export const whyOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

/** What the page runs: a machine that knows its scenarios and what its searches should find. */
export type MachineWithRuns = Machine<MechanismWithRuns>;
type Expected = MechanismWithRuns['expect'][number];

/** What the model expects of a full search with exactly these settings; undefined when it says nothing of them. */
export function expectedOf({ mechanism, config }: MachineWithRuns, symmetric = false): Expected | undefined {
  const usual = Object.entries(mechanism.parameters).map(([name, parameter]) => [name, parameter.default] as const);
  const off = Object.keys(mechanism.faults).map((name) => [name, false] as const);
  return mechanism.expect.find((each) => {
    const wanted: Record<string, unknown> = { ...Object.fromEntries([...usual, ...off]), ...each.with };
    return (each.symmetric === true) === symmetric && Object.entries(wanted).every(([name, value]) => config[name] === value);
  });
}

/**
 * With which other parameters the model says what a search finds when the same faults are on: a fault may need a little more room to do harm.
 * Undefined when it never says so.
 */
export function expectedWith({ mechanism, config }: MachineWithRuns): readonly (readonly [name: string, value: number])[] | undefined {
  const faults = Object.keys(mechanism.faults);
  const parameters = Object.entries(mechanism.parameters);
  const near = mechanism.expect.find(
    (each) => each.symmetric !== true && faults.every((name) => (each.with?.[name] === true) === (config[name] === true)),
  );
  return (
    near &&
    parameters
      .map(([name, { default: usual }]) => [name, Number(near.with?.[name] ?? usual)] as const)
      .filter(([name, value]) => config[name] !== value)
  );
}

/** Whether a search found what the model expects; undefined when there is nothing to compare. */
export function asExpected(m: MachineWithRuns, found: Outcome): boolean | undefined {
  const expected = expectedOf(m);
  if (!expected) return undefined;
  return matches(expected, found);
}

/** Whether the search that counts alike rows once found what the model expects of it. */
export function symmetricAsExpected(m: MachineWithRuns, found: Counts): boolean | undefined {
  const expected = expectedOf(m, true);
  return expected && 'states' in expected ? matches(expected, { ...found, ...SYMMETRIC }) : undefined;
}

/** What is sent of a search that counts alike rows once is only what it counted, and only when it took up every state. */
const SYMMETRIC: Pick<Ended, 'exhaustive' | 'violation' | 'lasso' | 'deadlocks'> = {
  exhaustive: true,
  violation: undefined,
  lasso: undefined,
  deadlocks: 0,
};

/** What a search says of an `eventually` sentence. They are looked at in order, and the first that some run does not keep ends it. */
export function livenessPropertyVerdict(
  liveness: readonly string[],
  livenessProperty: string,
  found: Outcome | undefined,
): 'holds' | 'violated' | undefined {
  if (!found?.exhaustive || found.unchecked !== undefined) return undefined;
  if (!found.lasso) return 'holds';
  const at = liveness.indexOf(livenessProperty) - liveness.indexOf(found.lasso.property);
  return at < 0 ? 'holds' : at === 0 ? 'violated' : undefined;
}

/** A search that saw every state, found nothing wrong, and saw every goal: else it may have proved something empty. */
export function provesAll({ exhaustive, violation, deadlock, lasso, unchecked, unseen }: Outcome): boolean {
  return exhaustive && !violation && !deadlock && !lasso && unchecked === undefined && unseen.length === 0;
}
