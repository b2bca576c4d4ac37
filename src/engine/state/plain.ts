/**
 * Values and states as plain data, and as a sentence says them. The kind decides, never the look of the value.
 * Slow and complete: for what is shown, logged or shared, not for the search.
 */
import type { Erased } from '../language/erased.ts';
import type { Field, Scalar, Schema } from '../language/schema.ts';

/** JSON: an id is the index of its row, a set an array, a tuple an object, no value is null. */
export type PlainValue = null | boolean | number | string | readonly PlainValue[] | PlainState;

/** Fields by name. A table is an array of rows, a queue an array, a `perId` an array in the order of the ids. */
export interface PlainState {
  readonly [field: string]: PlainValue;
}

/** The fields of `owner`, which is the state or one of its rows. */
export function plainFields(schema: Schema, owner: Erased): PlainState {
  return Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, plainField(field, owner[name])]));
}

function plainField(field: Field, value: Erased): PlainValue {
  switch (field.is) {
    case 'table':
      return value.map((row: object) => plainFields(field.fields, row));
    case 'queue':
    case 'list':
    case 'perId':
      return value.items.map((item: unknown) => plain(field.of, item));
    default:
      return plain(field, value);
  }
}

/** A single value as plain data. */
export function plain(kind: Scalar, value: Erased): PlainValue {
  switch (kind.is) {
    case 'id':
      return value.index;
    case 'option':
      return value === null ? null : plain(kind.of, value);
    case 'set':
      return value.items.map((item: unknown) => plain(kind.of, item));
    case 'tuple':
      return Object.fromEntries(fieldsOf(kind).map(([name, of]) => [name, plain(of, value[name])]));
    default:
      return value;
  }
}

/** Whether `wanted`, read as plain data of this kind, means `value`. The order inside a set means nothing. */
export function means(kind: Scalar, wanted: unknown, value: Erased): boolean {
  switch (kind.is) {
    case 'id':
      return wanted === value.index;
    case 'option':
      return wanted === null || value === null ? wanted === value : means(kind.of, wanted, value);
    case 'set':
      if (!Array.isArray(wanted) || new Set(wanted).size !== value.size) return false;
      return wanted.every((each) => value.items.some((item: unknown) => means(kind.of, each, item)));
    case 'tuple':
      if (typeof wanted !== 'object' || wanted === null) return false;
      return fieldsOf(kind).every(([name, of]) => means(of, (wanted as Record<string, unknown>)[name], value[name]));
    default:
      return wanted === value;
  }
}

/** A value inside a sentence: `slot 0`, `read and grant`, `nothing`. */
export function spoken(kind: Scalar, value: Erased): string {
  switch (kind.is) {
    case 'id':
      return `${kind.kind} ${value.index}`;
    case 'option':
      return value === null ? 'nothing' : spoken(kind.of, value);
    case 'set':
      return value.items.map((item: unknown) => spoken(kind.of, item)).join(' and ') || 'nothing';
    case 'tuple':
      return fieldsOf(kind)
        .map(([name, of]) => `${name} ${spoken(of, value[name])}`)
        .join(', ');
    case 'bool':
      return value ? 'yes' : 'no';
    default:
      return String(value);
  }
}

const fieldsOf = (kind: { readonly fields: Readonly<Record<string, Scalar>> }) => Object.entries(kind.fields);
