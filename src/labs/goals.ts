/** What a lab of the kind `reach` asks for, as a condition of a moment, and the least number of steps to it. */
import { explore, machine, type Machine, reachedAt, type Snapshot } from '../engine/checker.ts';
import type { Mechanism } from '../engine/language.ts';
import type { LabOf } from '../schemas/labs.ts';
import type { Path } from './bench.ts';
import { isSameValue, quoted, valueAt, valueWords } from './words.ts';

type Goal = LabOf<'reach'>['goal'];

/** The goal as what is so. */
export function goalWords(goal: Goal): string {
  if ('sometimes' in goal) return quoted(goal.sometimes);
  if ('breaks' in goal) return `${quoted(goal.breaks)} is broken`;
  return goal.fields.map(({ field, is }) => `${field} is ${valueWords(is)}`).join(' and ');
}

export function isReached(m: Machine, at: Snapshot, goal: Goal): boolean {
  if ('sometimes' in goal) return reachedAt(m, at).includes(goal.sometimes);
  if ('breaks' in goal) return at.broken.includes(goal.breaks);
  return goal.fields.every(({ field, is }) => isSameValue(valueAt(at.state, field), is));
}

/**
 * A shortest run from a moment to the goal, or undefined where it is out of reach. A goal of fields is looked for state by state, one that the
 * model has a sentence for by the engine's search.
 */
export function shortestTo(m: Machine, from: Snapshot, goal: Goal): Path | undefined {
  if (isReached(m, from, goal)) return [];
  const { model } = m.mechanism;
  const holds = 'breaks' in goal ? model.always[goal.breaks] : 'sometimes' in goal ? model.sometimes[goal.sometimes] : undefined;
  if ('breaks' in goal || 'sometimes' in goal) {
    if (!holds) throw new RangeError(`${model.id} has no property ${goalWords(goal)}.`);
    return searched(m, from, 'breaks' in goal ? holds : (s, config) => !holds(s, config));
  }
  return searched(m, from, (s) => !goal.fields.every(({ field, is }) => isSameValue(liveValue(s, field), is)));
}

/** A shortest run to where this does not hold. */
function searched(m: Machine, from: Snapshot, holds: Mechanism['model']['always'][string]): Path | undefined {
  const { eventually: _, ...model } = m.mechanism.model;
  const asked: Mechanism = { ...m.mechanism, model: { ...model, always: { 'it is not reached': holds }, sometimes: {} } };
  return explore({ ...machine(asked, m.config), initial: from.words }).violation?.path;
}

/** The value of a field of the working state as plain data, by the same path as of a plain state. */
function liveValue(state: object, path: string): unknown {
  let value: unknown = state;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    const of = value as Record<string, unknown> & { readonly items?: readonly unknown[] };
    value = of.items && /^\d+$/.test(key) ? of.items[Number(key)] : of[key];
    if (value === undefined) return undefined;
  }
  return plainOf(value);
}

function plainOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { items, index } = value as { readonly items?: readonly unknown[]; readonly index?: number };
  if (items) return items.map(plainOf);
  return index ?? value;
}
