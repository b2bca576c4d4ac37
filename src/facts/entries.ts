/** What every function of this folder is given: all records of all collections, as plain data. */
import type { CollectionName } from '../schemas/evidence.ts';
import type { Records } from '../schemas/collections.ts';

export interface Entry<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  /** The file's name without its ending, and the last part of the record's address. */
  readonly id: string;
  /** The file, from the project's root. */
  readonly file: string;
  readonly data: Records[Name];
}

export type Entries = { readonly [Name in CollectionName]: readonly Entry<Name>[] };
export type FieldPath = readonly (string | number)[];

/** Something wrong in a record or a page: where, what, and what to do about it. */
export interface Problem {
  readonly file: string;
  readonly field: FieldPath;
  /** Where the field does not tell it: in a page of prose, or in a file that is not what it should be. */
  readonly line?: number;
  readonly says: string;
  /** The fix hint, as a sentence. */
  readonly fix: string;
}

/** `start.commands[2].cite`: a field as an author would write it. */
export const fieldName = (path: FieldPath): string =>
  path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`), '');

export const everyEntry = (entries: Entries): Entry[] => (Object.values(entries) as (readonly Entry[])[]).flat();

export const find = <Name extends CollectionName>(entries: Entries, collection: Name, id: string): Entry<Name> | undefined =>
  (entries[collection] as readonly Entry<Name>[]).find((entry) => entry.id === id);
