/**
 * The kinds a state may be made of, and how a model writes them. Each is finite and small enough to be packed into bits.
 * What model code sees of a value of each kind is in value.ts; there are no strings, floats or maps.
 */
import type { Erased } from './erased.ts';
import { setsOf } from './sets.ts';
import type { Members } from './value.ts';

/** Yes or no. */
export interface Bool {
  readonly is: 'bool';
}
/** The integers from `low` to `high`, both included. */
export interface Range {
  readonly is: 'range';
  readonly low: number;
  readonly high: number;
}
/** An unsigned integer of so many bits, as a bitmap or a register. */
export interface Bits {
  readonly is: 'bits';
  readonly width: number;
}
/** One of some words. */
export interface OneOf<Name extends string> {
  readonly is: 'oneOf';
  readonly names: readonly Name[];
}
/** A row of the table of this kind. */
export interface Id<Kind extends string> {
  readonly is: 'id';
  readonly kind: Kind;
}
/** A value or null. */
export interface Option<Of extends Scalar> {
  readonly is: 'option';
  readonly of: Of;
}
/** A set of at most twelve words or rows. */
export interface SetOf<Of extends Member> {
  readonly is: 'set';
  readonly of: Of;
}
/** A set of words is known before any state exists, so its values can be written down: `rights.none`. */
export interface Flags<Name extends string> extends SetOf<OneOf<Name>> {
  readonly none: Members<Name>;
  readonly all: Members<Name>;
}
/** Fields that are read and written together, as a message in a queue. */
export interface Tuple<Fields> {
  readonly is: 'tuple';
  readonly fields: Fields;
}
/** First in, first out, of at most `most`. */
export interface Queue<Of extends Scalar> {
  readonly is: 'queue';
  readonly of: Of;
  readonly most: number;
}
/** So many values of one kind, by number from 0. */
export interface List<Of extends Scalar> {
  readonly is: 'list';
  readonly of: Of;
  readonly count: number;
}
/** One value for every row of a kind. */
export interface PerId<Kind extends string, Of extends Scalar> {
  readonly is: 'perId';
  readonly kind: Kind;
  readonly of: Of;
}
/** `count` rows with the same fields; `ordered` when the position of a row means something. */
export interface Table<Kind extends string, Fields extends Schema, Ordered extends boolean> {
  readonly is: 'table';
  readonly kind: Kind;
  readonly count: number;
  readonly fields: Fields;
  readonly ordered: Ordered;
}

/** What a set can hold. */
export type Member = OneOf<string> | Id<string>;
// Erased, because a bound that named Scalar again would recurse for ever (TS2589).
/** A kind whose values are single and can be arguments. */
export type Scalar = Bool | Range | Bits | OneOf<string> | Id<string> | Option<Erased> | SetOf<Erased> | Tuple<Erased>;
/** A kind whose values are changed in place and never assigned. */
export type Aggregate = Queue<Erased> | List<Erased> | PerId<string, Erased> | Table<string, Erased, boolean>;
/** Any kind. */
export type Field = Scalar | Aggregate;
/** What a state or a row is made of: a kind for each of its fields. */
export type Schema = { readonly [name: string]: Field };

// Each only writes down what it is given; schema-check.ts says what is allowed, and in which field it is not.

/** True or false; a field of it begins as false. */
export const bool: Bool = { is: 'bool' };

/**
 * The integers from `low` to `high`, both included: at most 2^31 of them. A field begins as `low`. Assigning what lies outside throws a
 * RangeError, which is told with the field and the step.
 */
export const range = (low: number, high: number): Range => ({ is: 'range', low, high });

/** An unsigned integer of 1 to 31 bits, as a bitmap or a register. A field begins as 0. Assigning what does not fit throws a RangeError. */
export const bits = (width: number): Bits => ({ is: 'bits', width });

/** One of these words, which TypeScript knows: at least one, each once. A field begins as the first. */
export const oneOf = <const Name extends string>(...names: readonly Name[]): OneOf<Name> => ({ is: 'oneOf', names });

/**
 * A row of the table that has this kind: a field of it is the row itself, never null, and begins as the first one. It is the name of the kind
 * for `table`, for arguments, and for all that is said of its rows.
 */
export const id = <const Kind extends string>(kind: Kind): Id<Kind> => ({ is: 'id', kind });

/** A value of this kind, or `null`, as which a field begins. An option of an option throws a SchemaError. */
export const option = <Of extends Scalar>(of: Of): Option<Of> => ({ is: 'option', of });

/** A set of rows of a kind that has at most twelve. A field begins as the empty set; sets are values, so it is assigned. */
export const setOf = <Kind extends string>(of: Id<Kind>): SetOf<Id<Kind>> => ({ is: 'set', of });

/** A set of at most twelve words, such as access rights, with its `none` and its `all`. A field begins as the empty set; sets are values, so it is assigned. */
export function flags<const Name extends string>(...names: readonly Name[]): Flags<Name> {
  const sets = setsOf(names);
  const kind: SetOf<OneOf<Name>> = { is: 'set', of: oneOf(...names) };
  // Not enumerable: they are values of the kind, no part of it, and a kind is compared by its JSON.
  return Object.defineProperties(kind, { none: { value: sets[0] }, all: { value: sets.at(-1) } }) as Flags<Name>;
}

/** Fields that are read and assigned together, as a message in a queue: each of a single kind, and each begins as its own kind does. */
export const tuple = <Fields extends { readonly [name: string]: Scalar }>(fields: Fields): Tuple<Fields> => ({ is: 'tuple', fields });

/** A queue of at most `most` values of a single kind, first in, first out. It begins empty, is changed in place and never assigned. */
export const queue = <Of extends Scalar>(of: Of, most: number): Queue<Of> => ({ is: 'queue', of, most });

/** `count` values of one kind, read and written by number from 0: `s.disk.get(0)`. It is changed in place and never assigned. */
export const list = <Of extends Scalar>(count: number, of: Of): List<Of> => ({ is: 'list', of, count });

/** One value of a kind for every row of another: `s.votes.get(member)`. It is changed in place and never assigned. */
export const perId = <Kind extends string, Of extends Scalar>(key: Id<Kind>, of: Of): PerId<Kind, Of> => ({
  is: 'perId',
  kind: key.kind,
  of,
});

/**
 * `count` rows with these fields that may be exchanged for one another: their order means nothing (a scalarset), so a symmetric search takes
 * states that differ in names alone for one. It stands at the top of the state; model code sees an array of its rows. One in a row, or a
 * second of the same kind, throws a SchemaError.
 */
export const table = <Kind extends string, Fields extends Schema>(
  key: Id<Kind>,
  count: number,
  fields: Fields,
): Table<Kind, Fields, false> => ({
  is: 'table',
  kind: key.kind,
  count,
  fields,
  ordered: false,
});

/** `count` rows whose position has meaning, their `index` from 0: "the lowest free frame", "task 0 is idle". They are never exchanged. */
export const orderedTable = <Kind extends string, Fields extends Schema>(
  key: Id<Kind>,
  count: number,
  fields: Fields,
): Table<Kind, Fields, true> => ({ is: 'table', kind: key.kind, count, fields, ordered: true });
