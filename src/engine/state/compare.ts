/** Whether a state is what plain data says it is. */
import type { Erased } from '../language/erased.ts';
import { means } from './plain.ts';
import type { Field, Schema } from '../language/schema.ts';

/** Where `wanted` is not what `owner`, a state or a row, has: `slots[2].live`; undefined when they agree in every field. */
export function differenceFrom(schema: Schema, owner: Erased, wanted: unknown, path = ''): string | undefined {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return path || 'the state';
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  for (const [name, field] of Object.entries(schema)) {
    const value = Object.hasOwn(wanted, name) ? (wanted as Readonly<Record<string, unknown>>)[name] : undefined;
    const difference = fieldDifference(field, owner[name], value, at(name));
    if (difference !== undefined) return difference;
  }
  const stray = Object.keys(wanted).find((name) => !Object.hasOwn(schema, name));
  return stray === undefined ? undefined : at(stray);
}

function fieldDifference(field: Field, value: Erased, wanted: unknown, path: string): string | undefined {
  switch (field.is) {
    case 'table':
      return eachDifference(value, wanted, path, (row, of, at) => differenceFrom(field.fields, row, of, at));
    case 'queue':
    case 'list':
    case 'perId':
      return eachDifference(value.items, wanted, path, (item, of, at) => (means(field.of, of, item) ? undefined : at));
    default:
      return means(field, wanted, value) ? undefined : path;
  }
}

type Compare = (item: Erased, wanted: unknown, path: string) => string | undefined;

function eachDifference(items: readonly Erased[], wanted: unknown, path: string, compare: Compare): string | undefined {
  if (!Array.isArray(wanted) || wanted.length !== items.length) return path;
  for (const [i, item] of items.entries()) {
    const difference = compare(item, wanted[i], `${path}[${i}]`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
