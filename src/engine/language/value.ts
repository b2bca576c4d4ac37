/** What model code sees of a value of each kind, and what it looks like as plain data. Types only. */
import type { Erased } from './erased.ts';
import type { Aggregate, Bits, Bool, Id, List, OneOf, Option, PerId, Queue, Range, SetOf, Table, Tuple } from './schema.ts';

/** An immutable set. Equal sets are the same object, so `===` compares them. An item of another kind throws a RangeError. */
export interface Members<Of> {
  /** The empty set of the same kind. */
  readonly none: Members<Of>;
  /** How many are in it. */
  readonly size: number;
  /** What is in it, in the order of the words or of the rows. */
  readonly items: readonly Of[];
  /** Whether it is in the set. */
  has(item: Of): boolean;
  /** The set with it. */
  with(item: Of): Members<Of>;
  /** The set without it. */
  without(item: Of): Members<Of>;
  /** What is in both. */
  and(other: Members<Of>): Members<Of>;
  /** Whether all of it is in the other too. */
  isSubsetOf(other: Members<Of>): boolean;
}

/** First in, first out; changed in place. An unused place is always zero, so equal queues pack to equal words. */
export interface QueueValue<Of> {
  /** How many it holds. */
  readonly length: number;
  /** How many it can hold. */
  readonly most: number;
  /** The next to be shifted; undefined when it is empty. */
  readonly first: Of | undefined;
  /** Oldest first; a copy. */
  readonly items: readonly Of[];
  /** Whether one of them equals `item`. */
  has(item: Of): boolean;
  /** How many of them equal `item`. */
  count(item: Of): number;
  /** Puts it at the end. Throws a RangeError when it is full. */
  push(item: Of): void;
  /** Takes the oldest out and returns it. Throws a RangeError when it is empty. */
  shift(): Of;
  /** Takes out the oldest that equals `item`; does nothing when there is none. */
  remove(item: Of): void;
  /** Takes out all of them. */
  clear(): void;
}

/** So many values, by number from 0; changed in place. A number that it does not have throws a RangeError. */
export interface ListValue<Of> {
  /** How many there are; it never changes. */
  readonly length: number;
  /** In order; a copy. */
  readonly items: readonly Of[];
  /** The value with this number. */
  get(place: number): Of;
  /** Puts a value in its place. */
  set(place: number, value: Of): void;
}

/** One value for every row of a kind; changed in place. */
export interface Mapping<Key, Of> {
  /** In the order of the rows; a copy. */
  readonly items: readonly Of[];
  /** The value for this row. */
  get(key: Key): Of;
  /** Puts a value for this row. */
  set(key: Key, value: Of): void;
}

/** What model code sees of a value of kind `K` in a state with the schema `All`. */
export type Value<All, K> = 0 extends 1 & K
  ? Erased // an unknown kind: stop here, or inference would go on for ever
  : K extends Bool
    ? boolean
    : K extends Range | Bits
      ? number
      : K extends OneOf<infer Name>
        ? Name
        : K extends Id<infer Kind>
          ? Row<Kind, All>
          : K extends Option<infer Of>
            ? Value<All, Of> | null
            : K extends SetOf<infer Of>
              ? Members<Value<All, Of>>
              : K extends Tuple<infer Fields>
                ? { readonly [N in keyof Fields]: Value<All, Fields[N]> }
                : K extends Queue<infer Of>
                  ? QueueValue<Value<All, Of>>
                  : K extends List<infer Of>
                    ? ListValue<Value<All, Of>>
                    : K extends PerId<infer Kind, infer Of>
                      ? Mapping<Row<Kind, All>, Value<All, Of>>
                      : K extends Table<infer Kind, Erased, Erased>
                        ? readonly Row<Kind, All>[]
                        : never;

/** Scalars can be assigned; a queue, a mapping or a table is changed in place. */
type FieldsOf<All, Fields> = { -readonly [N in keyof Fields as Fields[N] extends Aggregate ? never : N]: Value<All, Fields[N]> } & {
  readonly [N in keyof Fields as Fields[N] extends Aggregate ? N : never]: Value<All, Fields[N]>;
};

/**
 * A row and the state read their fields from packed bits when they are asked, so a spread would copy none of them. TypeScript refuses to
 * spread what is also a symbol; nothing else about a row is different by it.
 */
type NotSpread = symbol;

/** The whole state. */
export type State<All> = NotSpread & FieldsOf<All, All>;

/** The table of a kind, wherever it stands in the state. */
type TableOf<All, Kind> = {
  [N in keyof All]: All[N] extends Table<infer Of, Erased, Erased> ? (Of extends Kind ? All[N] : never) : never;
}[keyof All];
type ColumnsOf<T> = T extends Table<Erased, infer Fields, Erased> ? Fields : never;
/** Only where position has meaning may a model ask for it. */
type Position<T> = T extends Table<Erased, Erased, true> ? { readonly index: number } : unknown;

/** A row of a table: `kind` keeps a thread from being taken for a frame even when their fields agree. */
export type Row<Kind extends string, All> = NotSpread & { readonly kind: Kind } & FieldsOf<All, ColumnsOf<TableOf<All, Kind>>> &
  Position<TableOf<All, Kind>>;

/** A value of kind `K` as plain data: what scenarios, links and traces contain. */
export type Plain<K> = 0 extends 1 & K
  ? Erased // an unknown kind, as above
  : K extends Bool
    ? boolean
    : K extends Range | Bits | Id<string>
      ? number
      : K extends OneOf<infer Name>
        ? Name
        : K extends Option<infer Of>
          ? Plain<Of> | null
          : K extends SetOf<infer Of>
            ? readonly Plain<Of>[]
            : K extends Tuple<infer Fields>
              ? { readonly [N in keyof Fields]: Plain<Fields[N]> }
              : never;
