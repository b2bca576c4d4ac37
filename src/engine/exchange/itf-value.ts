/** Values in the Informal Trace Format. The kind decides how a value is written; reading also takes what other tools write for it. */
import type { PlainState, PlainValue } from '../state/plain.ts';
import type { Field, Scalar, Schema } from '../language/schema.ts';

/** Plain data of this kind as an ITF value. */
export function toItf(field: Field, value: PlainValue): unknown {
  switch (field.is) {
    case 'range':
    case 'bits':
    case 'id':
      return integer(value as number);
    case 'option':
      return value === null ? { tag: 'None', value: { '#tup': [] } } : { tag: 'Some', value: toItf(field.of, value) };
    case 'set':
      return { '#set': (value as readonly PlainValue[]).map((item) => toItf(field.of, item)) };
    case 'tuple':
      return record(field.fields, value as PlainState);
    case 'queue':
    case 'list':
      return (value as readonly PlainValue[]).map((item) => toItf(field.of, item));
    case 'perId':
      return byIndex((value as readonly PlainValue[]).map((item) => toItf(field.of, item)));
    case 'table':
      return byIndex((value as readonly PlainState[]).map((row) => record(field.fields, row)));
    default:
      return value;
  }
}

const integer = (value: number) => ({ '#bigint': String(value) });
const byIndex = (items: readonly unknown[]) => ({ '#map': items.map((item, i) => [integer(i), item]) });
const record = (fields: Schema, value: PlainState) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toItf(field, value[name]!)]));

type Tagged = Readonly<Record<string, unknown>>;
const asObject = (value: unknown): Tagged | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tagged) : undefined;

/** Plain data, or undefined for what is no value of the kind. Whether a number is in range is not asked here. */
export function fromItf(field: Field, value: unknown): PlainValue | undefined {
  switch (field.is) {
    case 'range':
    case 'bits':
    case 'id':
      return integerIn(value);
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'oneOf':
      return typeof value === 'string' ? value : undefined;
    case 'option':
      return optionIn(field.of, value);
    case 'set':
      return allOf(listIn(value, '#set'), (item) => fromItf(field.of, item));
    case 'tuple':
      return recordIn(field.fields, value);
    case 'queue':
    case 'list':
      return allOf(listIn(value, '#tup'), (item) => fromItf(field.of, item));
    case 'perId':
      return allOf(indexed(value), (item) => fromItf(field.of, item));
    case 'table':
      return allOf(indexed(value), (row) => recordIn(field.fields, row));
  }
}

function integerIn(value: unknown): number | undefined {
  const written = asObject(value)?.['#bigint'];
  const number = typeof written === 'string' && /^-?\d+$/.test(written) ? Number(written) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

function optionIn(of: Scalar, value: unknown): PlainValue | undefined {
  const variant = asObject(value);
  if (value === null || variant?.['tag'] === 'None') return null;
  return variant?.['tag'] === 'Some' ? fromItf(of, variant['value']) : undefined;
}

function recordIn(fields: Schema, value: unknown): PlainState | undefined {
  const given = asObject(value);
  if (!given) return undefined;
  const found: Record<string, PlainValue> = {};
  for (const [name, field] of Object.entries(fields)) {
    const of = Object.hasOwn(given, name) ? fromItf(field, given[name]) : undefined;
    if (of === undefined) return undefined;
    found[name] = of;
  }
  return found;
}

/** A list, or what stands under the tag. */
function listIn(value: unknown, tag: '#set' | '#tup'): readonly unknown[] | undefined {
  const list = Array.isArray(value) ? value : asObject(value)?.[tag];
  return Array.isArray(list) ? list : undefined;
}

/** The values of a map from 0, 1, 2 and so on, in any order, or of a list. */
function indexed(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const pairs = asObject(value)?.['#map'];
  if (!Array.isArray(pairs)) return undefined;
  const byKey = new Map(pairs.map((pair: unknown) => (Array.isArray(pair) ? [integerIn(pair[0]), pair[1]] : [undefined, undefined])));
  const items = Array.from({ length: pairs.length }, (_, i) => i);
  return items.every((i) => byKey.has(i)) ? items.map((i) => byKey.get(i)) : undefined;
}

function allOf<Of extends PlainValue>(items: readonly unknown[] | undefined, read: (item: unknown) => Of | undefined): Of[] | undefined {
  const found = items?.map(read);
  return found?.some((item) => item === undefined) ? undefined : (found as Of[] | undefined);
}
