/** Walks a value along its schema: finds the fields that name other records, and the keys that a place allows. */
import type { z } from 'astro/zod';
import { references, type CollectionName } from '../schemas/evidence.ts';
import type { FieldPath } from './entries.ts';

type Definition = {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
};
const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { _zod: { def: Definition } })._zod.def;

export interface Reference {
  readonly path: FieldPath;
  readonly value: string;
  readonly refersTo: CollectionName | 'models';
}

/** Every field of `value` whose schema says that it names another record. */
export function referencesIn(schema: z.ZodType, value: unknown, path: FieldPath = []): Reference[] {
  if (value === undefined || value === null) return [];
  const known = references.get(schema);
  if (known && typeof value === 'string') return [{ path, value, refersTo: known.refersTo }];
  const { shape, element, innerType, options, valueType } = definitionOf(schema);
  if (innerType) return referencesIn(innerType, value, path);
  if (options) return unique(options.flatMap((option) => referencesIn(option, value, path)));
  if (element && Array.isArray(value)) return value.flatMap((item, i) => referencesIn(element, item, [...path, i]));
  if (shape)
    return Object.entries(shape).flatMap(([name, of]) => referencesIn(of, (value as Record<string, unknown>)[name], [...path, name]));
  if (valueType) return Object.entries(value).flatMap(([name, of]) => referencesIn(valueType, of, [...path, name]));
  return [];
}

const unique = (found: Reference[]): Reference[] => [...new Map(found.map((it) => [`${it.path.join('/')} ${it.refersTo}`, it])).values()];

/** The keys that an object may have at this place: what a misspelt key is compared with. */
export function keysAt(schema: z.ZodType, path: FieldPath): string[] {
  const { shape, element, innerType, options, valueType } = definitionOf(schema);
  if (innerType) return keysAt(innerType, path);
  if (options) return [...new Set(options.flatMap((option) => keysAt(option, path)))];
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(shape ?? {});
  if (typeof first === 'number') return element ? keysAt(element, rest) : [];
  const next = shape?.[first] ?? valueType;
  return next ? keysAt(next, rest) : [];
}
