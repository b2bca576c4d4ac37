/**
 * The menu as a reader meets it: which enabled get a digit and stand open, which wait behind "more", and which
 * refusals are worth seeing without asking.
 */
import type { Actions } from '../../engine/language.ts';
import type { EnabledAction, Machine, Menu, Refusal } from '../../engine/checker.ts';

/** Digits are all there is: letters lead to the parts of the player. */
const MOST_DIGITS = 9;
/** Two examples teach that refusal is a result; more would be a list, and lists fold. */
const EXAMPLES = 2;

export interface Keyed {
  readonly digit: number;
  readonly enabledAction: EnabledAction;
}

export interface Group {
  readonly action: string;
  /** It is no part of the mechanism but something bad that may happen to it. */
  readonly isFault: boolean;
  readonly open: readonly Keyed[];
  readonly more: readonly EnabledAction[];
  readonly examples: readonly Refusal[];
  readonly refusals: readonly Refusal[];
}

/** The actions of faults, and whether each may happen at all with these settings. */
export const faultActions = ({ mechanism: { model }, config }: Machine): ReadonlyMap<string, boolean> =>
  new Map(
    Object.entries(model.actions as Actions).flatMap(([action, { fault }]) =>
      fault === undefined ? [] : [[action, config[fault] === true] as const],
    ),
  );

/**
 * Shares the digits out evenly, one action after another, so that no action with many arguments crowds out the rest.
 * `next` is what Step would do: it always stands open. A fault that is switched off is left out.
 */
export function groupsOf(
  all: readonly Menu[],
  next: number | undefined,
  faults: ReadonlyMap<string, boolean> = new Map(),
  digits = MOST_DIGITS,
): Group[] {
  const menus = all.filter(({ action, refusals }) => faults.get(action) !== false || refusals.some(({ instance }) => instance === next));
  const shown = shares(
    menus.map(({ enabled }) => enabled.length),
    digits,
  );
  const examples = examplesOf(menus, next);
  let digit = 0;
  return menus.map(({ action, enabled, refusals }, v) => {
    const count = shown[v]!;
    const at = enabled.findIndex((enabledAction) => enabledAction.instance === next);
    const open = at >= count && count > 0 ? [...enabled.slice(0, count - 1), enabled[at]!] : enabled.slice(0, count);
    return {
      action,
      isFault: faults.has(action),
      open: open.map((enabledAction) => ({ digit: ++digit, enabledAction })),
      more: enabled.filter((enabledAction) => !open.includes(enabledAction)),
      examples: examples.filter((refusal) => refusal.action === action),
      refusals,
    };
  });
}

/** How many of its enabled each action may show: round by round, one each, until the digits are used up. */
function shares(counts: readonly number[], digits: number): number[] {
  const shown = counts.map(() => 0);
  let left = Math.min(
    digits,
    counts.reduce((sum, count) => sum + count, 0),
  );
  for (let v = 0; left > 0; v = (v + 1) % counts.length) {
    if (shown[v]! >= counts[v]!) continue;
    shown[v]!++;
    left--;
  }
  return shown;
}

/**
 * One example a action: the next step if it is refused, or else a refusal that fails in as little as possible, for the
 * reason that most of its like fail for. Verbs of which nothing is offered come first.
 */
function examplesOf(menus: readonly Menu[], next: number | undefined): Refusal[] {
  const found = menus.flatMap(({ enabled, refusals }) => {
    const awaited = refusals.find(({ instance }) => instance === next);
    const example = awaited ?? typical(refusals);
    return example ? [{ example, rank: awaited ? -1 : (enabled.length > 0 ? 1 : 0) + example.because.length }] : [];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, EXAMPLES)
    .map(({ example }) => example);
}

function typical(refusals: readonly Refusal[]): Refusal | undefined {
  const fewest = Math.min(...refusals.map(({ because }) => because.length));
  const groups = byReason(refusals.filter(({ because }) => because.length === fewest));
  return [...groups.values()].reduce<readonly Refusal[]>((most, group) => (group.length > most.length ? group : most), [])[0];
}

/** Refusals by the first sentence that fails, in the order in which they come. */
export function byReason(refusals: readonly Refusal[]): ReadonlyMap<string, readonly Refusal[]> {
  const groups = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const reason = refusal.because[0] ?? '';
    const group = groups.get(reason);
    if (group) group.push(refusal);
    else groups.set(reason, [refusal]);
  }
  return groups;
}
