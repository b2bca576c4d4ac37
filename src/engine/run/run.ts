/**
 * A run by hand: begin, look at what can be done and why the rest cannot, follow one instance to the next snapshot.
 * Every function loads the snapshot into the machine first, so snapshots of one machine may be used in any order.
 * Leaves out the log of a run and its branches, which belong to whoever keeps the snapshots.
 */
import type { Machine, CompiledAction } from './machine.ts';
import { plainFields, type PlainState } from '../state/plain.ts';
import { aimAt, plainArgs, refusals, sentence, spokenArgs, verdicts, type Verdict } from './step.ts';

export type { PlainState } from '../state/plain.ts';
export { instanceOf, type Verdict } from './step.ts';

/** One point of a run: the state and how it was reached. Immutable. */
export interface Snapshot {
  readonly words: Int32Array;
  readonly state: PlainState;
  /** The number a log stores for the step that led here; like `action` and `says`, undefined at the beginning. */
  readonly instance: number | undefined;
  readonly action: string | undefined;
  readonly says: string | undefined;
  /** The `always` rules that do not hold here. */
  readonly broken: readonly string[];
}

/** Something that can be done; `label` is its arguments alone, `says` the whole sentence. */
export interface EnabledAction {
  readonly instance: number;
  readonly action: string;
  readonly says: string;
  readonly label: string;
  /** The arguments as plain data, as a scenario writes them. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Something that cannot be done now. */
export interface Refusal extends EnabledAction {
  /** Every clause that does not hold, in the order of the model. */
  readonly because: readonly string[];
}

/** All candidates of one action, in the order of their instances: each is either offered or refused. */
export interface Menu {
  readonly action: string;
  readonly enabled: readonly EnabledAction[];
  readonly refusals: readonly Refusal[];
}

/** The snapshot before anything has happened. */
export function begin(m: Machine): Snapshot {
  m.words.set(m.initial);
  return snapshotOf(m, undefined);
}

/** The snapshot after `instance`, or why it is refused. A instance that the machine does not have throws a RangeError. */
export function follow(m: Machine, from: Snapshot, instance: number): Snapshot | Refusal {
  m.words.set(from.words);
  const action = aimAt(m, instance);
  const enabledAction = enabledActionOf(action, instance);
  const because = refusals(m, action);
  if (because.length > 0) return { ...enabledAction, because };
  action.then(action.args, m.state, m.config);
  return snapshotOf(m, enabledAction);
}

/** Every candidate of every action, in the order of the model. */
export function menuAt(m: Machine, at: Snapshot): Menu[] {
  m.words.set(at.words);
  return m.actions.map((action) => {
    const menu = { action: action.name, enabled: [] as EnabledAction[], refusals: [] as Refusal[] };
    for (let instance = action.first; instance < action.first + action.count; instance++) {
      aimAt(m, instance);
      const enabledAction = enabledActionOf(action, instance);
      const because = refusals(m, action);
      if (because.length > 0) menu.refusals.push({ ...enabledAction, because });
      else menu.enabled.push(enabledAction);
    }
    return menu;
  });
}

/** Every `always` rule, in the order of the model. */
export function verdictsAt(m: Machine, at: Snapshot): Verdict[] {
  m.words.set(at.words);
  return verdicts(m);
}

function snapshotOf(m: Machine, by: EnabledAction | undefined): Snapshot {
  const broken = verdicts(m).flatMap(({ rule, holds }) => (holds ? [] : [rule]));
  return {
    words: m.words.slice(),
    state: plainFields(m.schema, m.state),
    instance: by?.instance,
    action: by?.action,
    says: by?.says,
    broken,
  };
}

/** The candidate that the action's arguments show now. */
function enabledActionOf(action: CompiledAction, instance: number): EnabledAction {
  return {
    instance,
    action: action.name,
    says: sentence(action),
    label: [...spokenArgs(action).values()].join(', '),
    args: plainArgs(action),
  };
}
