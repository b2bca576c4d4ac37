/** Finds the citations in any record: every list under a key named `cite`, at any depth. */
import type { Relation } from '../schemas/architecture.ts';
import type { Citation } from '../schemas/evidence.ts';
import type { Part } from './addresses.ts';
import type { Entry, FieldPath } from './entries.ts';
import { onceForEach } from './once-for-each.ts';

export interface Cited {
  /** The field that holds this citation, ending in its place in the list. */
  readonly path: FieldPath;
  readonly citation: Citation;
}

/** All citations of a record or of a part of one, in its order. */
export const citationsIn = (value: unknown): readonly Cited[] => (typeof value === 'object' && value !== null ? ofObject(value) : []);
const ofObject = onceForEach((value: object): readonly Cited[] => below(value, []));

function below(value: unknown, path: FieldPath): Cited[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => below(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cite' ? (inner as Citation[]).map((citation, i) => ({ path: [...path, key, i], citation })) : below(inner, [...path, key]),
  );
}

/** The item of a record that a citation stands for: the nearest enclosing one that has an `id`. */
export function partOf(entry: Entry, path: FieldPath): Part | undefined {
  let value: unknown = entry.data;
  let part: Part | undefined;
  for (const key of path) {
    value = (value as Record<string | number, unknown>)[key];
    if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string')
      part = { id: value.id, field: String(path[0]), ...(path[0] === 'relations' && { from: (value as unknown as Relation).from }) };
  }
  return part;
}
