/** Sentences about runs, fields and clauses, with the words of the model. */
import { candidateOf, type Machine, type PlainState } from '../engine/checker.ts';
import type { LabValue } from '../schemas/labs.ts';
import type { Play, Wrong } from './verdict.ts';

type Value = PlainState[string] | undefined;

/** A sentence of the model inside one of ours. */
export const quoted = (sentence: string): string => `“${sentence.replace(/\.$/, '')}”`;

export const stepWords = (m: Machine, step: number, instance: number): string =>
  `step ${step + 1}, ${quoted(candidateOf(m, instance).says)},`;

export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** What comes before a statement about the state at the end of a run. */
export const atEnd = (path: readonly number[]): string => (path.length === 0 ? 'In the first state' : 'After this run');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A clause as what a step needs. */
export const needs = (because: readonly string[]): string => because.map(quoted).join(' and ');

/** A value of the state as a sentence has it: `nothing` for none, `read and write` for names, `0, 1` for other lists. */
export function valueWords(value: Value): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.map(valueWords).join(value.every((it) => typeof it === 'string') ? ' and ' : ', ') || 'nothing';
  return typeof value === 'object' ? JSON.stringify(value).replaceAll('"', '') : String(value);
}

/** The value at a path such as `tasks[1].phase`; undefined where there is none. */
export function valueAt(state: PlainState, path: string): Value {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  return keys.reduce<Value>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.hasOwn(value, key) ? (value as Record<string, Value>)[key] : undefined;
  }, state);
}

export const isSameValue = (value: unknown, wanted: LabValue): boolean => JSON.stringify(value) === JSON.stringify(wanted);

/** The first field in which two states differ, by its path. */
export function firstOther(
  one: Value,
  other: Value,
  path = '',
): { readonly path: string; readonly one: Value; readonly other: Value } | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined;
  const inside = typeof one === 'object' && typeof other === 'object' && one !== null && other !== null;
  if (!inside || (Array.isArray(one) && one.length !== (other as readonly unknown[]).length)) return { path, one, other };
  for (const key of Object.keys(one)) {
    const at = Array.isArray(one) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = firstOther((one as Record<string, Value>)[key], (other as Record<string, Value>)[key], at);
    if (found) return found;
  }
  return { path, one, other };
}

interface Told {
  readonly says: string;
  readonly hint?: string | undefined;
  readonly clause?: string | undefined;
  readonly play?: Play | undefined;
  readonly trial?: number | undefined;
}
export const wrong = ({ says, hint, clause, play, trial }: Told): Wrong => ({ is: 'wrong', says, hint, clause, play, trial });
