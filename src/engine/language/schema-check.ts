/**
 * Whether what a model declares can be a state. It takes anything, because a model may be written without a compiler at hand; what is wrong
 * is told in a sentence that names the field and says what is allowed there.
 */
import type { Bits, Id, OneOf, Option, Range, SetOf, Tuple } from './schema.ts';
import { MOST_MEMBERS } from './sets.ts';

/** A declaration that cannot be a state. */
export class SchemaError extends Error {}

/** The widest number that can be packed: one bit less than a word, so that every code is a positive integer. */
const MOST_BITS = 31;
/** A message has a handful of fields; all its values are listed once, so that equal tuples are the same object. */
const MOST_TUPLES = 4096;
/** The values of an option are listed once. */
const MOST_OPTIONS = 1 << 16;
/** The most rows of a table, items of a queue and places of a list. */
const MOST_ITEMS = 1024;
/** The most bits of a state: 16 kB. A search keeps each state that it finds. */
const MOST_STATE_BITS = 1 << 17;
/** The most combinations of the arguments of one action. */
const MOST_CANDIDATES = 1 << 20;
/** How deep tuples may stand in one another. */
const MOST_DEPTH = 8;

/** What the engine keeps in a row and in the state, and what TypeScript takes for a member of one. */
const RESERVED: ReadonlySet<string> = new Set(['index', 'kind', 'word', 'shift', 'description']);

const SINGLE = 'bool, range, bits, oneOf, id, option, setOf, flags or tuple';
const ANY = `${SINGLE.replace(' or ', ', ')}, queue, list, perId, table or orderedTable`;
/** What each kind is written with, beside what it is. */
const PARTS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['bool', []],
  ['range', ['low', 'high']],
  ['bits', ['width']],
  ['oneOf', ['names']],
  ['id', ['kind']],
  ['option', ['of']],
  ['set', ['of']],
  ['tuple', ['fields']],
  ['queue', ['of', 'most']],
  ['list', ['of', 'count']],
  ['perId', ['kind', 'of']],
  ['table', ['kind', 'count', 'fields', 'ordered']],
]);
const SINGLES: ReadonlySet<unknown> = new Set(['bool', 'range', 'bits', 'oneOf', 'id', 'option', 'set', 'tuple']);

type Anything = Readonly<Record<string, unknown>>;

/** Throws a SchemaError for what is no state. */
export function checkSchema(schema: unknown): void {
  if (!isRecord(schema)) refuse('The state', `${named(schema)} is no state`, 'it is a record of fields, such as { open: bool }');
  const check = new SchemaCheck(schema);
  const bits = Object.entries(schema).reduce((sum, [name, field]) => sum + check.topField(name, field), 0);
  if (bits > MOST_STATE_BITS) refuse('The state', `it takes about ${bits} bits`, `at most ${MOST_STATE_BITS} are kept`);
}

/**
 * How many combinations of arguments the action of that name has; throws a SchemaError for what cannot be its arguments. `schema` is a state
 * that was checked.
 */
export function checkArguments(action: string, args: Anything, schema: Anything): number {
  const check = new SchemaCheck(schema);
  let candidates = 1;
  for (const [name, kind] of Object.entries(args)) {
    candidates *= check.size(kind, `'${name}' of '${action}'`, 0);
    if (candidates > MOST_CANDIDATES)
      refuse(`'${action}'`, `its arguments have ${candidates} combinations`, `at most ${MOST_CANDIDATES} are tried`);
  }
  return candidates;
}

class SchemaCheck {
  /** How many rows of each kind there are. */
  private readonly rows = new Map<string, number>();

  constructor(schema: Anything) {
    for (const [name, field] of Object.entries(schema)) {
      if (!isRecord(field) || field['is'] !== 'table') continue;
      const { kind, count } = field;
      if (typeof kind !== 'string' || kind === '') refuse(name, `${named(kind)} is no kind`, "a table is of an id, such as id('task')");
      if (this.rows.has(kind)) refuse(name, `there is already a table of the kind '${kind}'`, 'each kind of row has one table');
      this.rows.set(kind, whole(name, 'a table', count, 'rows'));
    }
  }

  /** A field of the state; about how many bits it takes. */
  topField(name: string, field: unknown): number {
    checkName(name, name);
    if (!isRecord(field) || field['is'] !== 'table') return this.field(name, field);
    const { kind, count, fields } = field as { kind: string; count: number; fields: unknown };
    checkParts(field, name);
    if (!isRecord(fields)) refuse(name, `${named(fields)} is no row`, 'a row is a record of fields, such as { ready: bool }');
    let bits = 0;
    for (const [column, of] of Object.entries(fields)) {
      checkName(`${kind}.${column}`, column);
      bits += this.field(`${kind}.${column}`, of);
    }
    return bits * count;
  }

  /** A field that is no table at the top; about how many bits it takes. */
  private field(label: string, field: unknown): number {
    if (!isRecord(field) || !PARTS.has(field['is'])) refuse(label, `${named(field)} is no field`, `a field is ${ANY}`);
    checkParts(field, label);
    const { is, of, kind } = field;
    switch (is) {
      case 'table':
        return refuse(
          label,
          'a table stands in a row',
          'a table stands at the top of the state; perId gives a value for every row of a kind',
        );
      case 'queue':
        return whole(label, 'a queue', field['most'], 'items') * bitsFor(this.item(of, label, 'a queue')) + MOST_BITS;
      case 'list':
        return whole(label, 'a list', field['count'], 'places') * bitsFor(this.item(of, label, 'a list'));
      case 'perId':
        return this.rowsOf(kind, label) * bitsFor(this.item(of, label, 'a value for every row'));
      default:
        return bitsFor(this.used(field, label));
    }
  }

  private item(of: unknown, label: string, what: string): number {
    if (!isRecord(of) || !SINGLES.has(of['is'])) refuse(label, `${what} of ${named(of)}`, `what it holds is ${SINGLE}`);
    return this.used(of, label);
  }

  /** The size of a kind that has at least one value. */
  private used(kind: unknown, label: string): number {
    const size = this.size(kind, label, 0);
    return size > 0
      ? size
      : refuse(label, 'it names a row of a table without rows', 'such a table has at least one row, or an option names it');
  }

  /** How many values a single kind has. */
  size(kind: unknown, label: string, depth: number): number {
    if (depth > MOST_DEPTH) refuse(label, 'kinds stand in one another too deep', `at most ${MOST_DEPTH} deep is allowed`);
    if (!isRecord(kind) || !SINGLES.has(kind['is'])) refuse(label, `${named(kind)} is no single value`, `it is ${SINGLE}`);
    checkParts(kind, label);
    switch (kind['is']) {
      case 'bool':
        return 2;
      case 'range':
        return rangeSize(kind as Partial<Range>, label);
      case 'bits':
        return bitsSize(kind as Partial<Bits>, label);
      case 'oneOf':
        return wordsIn(kind as Partial<OneOf<string>>, label);
      case 'id':
        return this.rowsOf((kind as Partial<Id<string>>).kind, label);
      case 'set':
        return this.setSize(kind as Partial<SetOf<never>>, label);
      case 'option':
        return this.optionSize(kind as Partial<Option<never>>, label, depth);
      default:
        return this.tupleSize(kind as Partial<Tuple<unknown>>, label, depth);
    }
  }

  private rowsOf(kind: unknown, label: string): number {
    if (typeof kind !== 'string') refuse(label, `${named(kind)} is no kind of row`, "it is an id, such as id('task')");
    const count = this.rows.get(kind);
    if (count !== undefined) return count;
    const others = this.rows.size > 0 ? `there are rows of ${[...this.rows.keys()].join(', ')}` : 'the state has no table';
    return refuse(label, `No table has rows of the kind '${kind}'`, others);
  }

  private setSize({ of }: Partial<SetOf<never>>, label: string): number {
    const kind: unknown = of;
    if (!isRecord(kind) || (kind['is'] !== 'id' && kind['is'] !== 'oneOf')) {
      refuse(label, `a set of ${named(kind)}`, 'a set is of rows (setOf) or of words (flags)');
    }
    const members = this.size(kind, label, 0);
    if (members > MOST_MEMBERS) refuse(label, `a set of ${members} members`, `a set has at most ${MOST_MEMBERS}; rows can have a bool`);
    return 2 ** members;
  }

  private optionSize({ of }: Partial<Option<never>>, label: string, depth: number): number {
    const kind: unknown = of;
    if (isRecord(kind) && kind['is'] === 'option')
      refuse(label, 'an option of an option', 'no value can be told from no value; one suffices');
    const size = 1 + this.size(kind, label, depth + 1);
    if (size > MOST_OPTIONS) refuse(label, `an option of ${size - 1} values`, `at most ${MOST_OPTIONS - 1} are allowed`);
    return size;
  }

  private tupleSize({ fields }: Partial<Tuple<unknown>>, label: string, depth: number): number {
    if (!isRecord(fields)) refuse(label, `a tuple of ${named(fields)}`, 'a tuple is a record of single values, such as { from: task }');
    let size = 1;
    for (const [name, of] of Object.entries(fields)) {
      checkName(`${label}.${name}`, name);
      size *= this.size(of, `${label}.${name}`, depth + 1);
      if (size > MOST_TUPLES) {
        refuse(label, `A tuple of ${Object.keys(fields).join(', ')} has ${size} values or more`, `at most ${MOST_TUPLES} are allowed`);
      }
    }
    return size;
  }
}

function rangeSize({ low, high }: Partial<Range>, label: string): number {
  const size = Number(high) - Number(low) + 1;
  const isWhole = Number.isSafeInteger(low) && Number.isSafeInteger(high);
  if (isWhole && size >= 1 && size <= 2 ** MOST_BITS) return size;
  return refuse(
    label,
    `range(${number(low)}, ${number(high)})`,
    `a range goes from an integer to one that is no less, with at most 2^${MOST_BITS} values`,
  );
}

function bitsSize({ width }: Partial<Bits>, label: string): number {
  if (Number.isInteger(width) && width! >= 1 && width! <= MOST_BITS) return 2 ** width!;
  return refuse(label, `bits(${number(width)})`, `the width is an integer from 1 to ${MOST_BITS}`);
}

function wordsIn({ names }: Partial<OneOf<string>>, label: string): number {
  if (!Array.isArray(names) || names.length === 0)
    refuse(label, 'there are no words', "oneOf and flags have at least one, such as oneOf('on', 'off')");
  const odd: unknown = names.find((name) => typeof name !== 'string' || name.trim() === '');
  if (odd !== undefined) refuse(label, `${named(odd)} is no word`, "a word is a text such as 'on'");
  const again = names.find((name, i) => names.indexOf(name) !== i);
  if (again !== undefined) refuse(label, `'${again}' stands there twice`, 'each word stands there once');
  if (names.length > MOST_ITEMS) refuse(label, `there are ${names.length} words`, `at most ${MOST_ITEMS} are allowed`);
  return names.length;
}

/** A number of things. */
function whole(label: string, what: string, count: unknown, things: string): number {
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_ITEMS) return count;
  return refuse(label, `${what} of ${number(count)} ${things}`, `it has an integer from 0 to ${MOST_ITEMS}`);
}

function checkParts(kind: Anything, label: string): void {
  const stray = Object.keys(kind).find((key) => key !== 'is' && !PARTS.get(kind['is'])!.includes(key));
  if (stray !== undefined) refuse(label, `'${stray}' is no part of ${named(kind)}`, 'write kinds with the functions of the language');
}

function checkName(label: string, name: string): void {
  if (RESERVED.has(name)) refuse(label, `the engine keeps its own '${name}' there`, 'choose another name');
  if (name.trim() === '' || name in Object.prototype)
    refuse(label === '' ? 'A field' : label, `'${name}' is no name of a field`, 'choose another name');
}

/** How many bits tell `size` things apart. */
const bitsFor = (size: number): number => (size <= 1 ? 0 : Math.ceil(Math.log2(size)));

const isRecord = (value: unknown): value is Anything => typeof value === 'object' && value !== null && !Array.isArray(value);

const number = (value: unknown): string => (typeof value === 'number' ? String(value) : named(value));

/** What was written in the place of a kind, without quoting all of it. */
function named(value: unknown): string {
  if (isRecord(value))
    return typeof value['is'] === 'string' && PARTS.has(value['is'])
      ? `${/^[aeiou]/.test(value['is']) ? 'an' : 'a'} ${value['is']}`
      : 'a record';
  if (Array.isArray(value)) return 'an array';
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function refuse(label: string, what: string, allowed: string): never {
  throw new SchemaError(`${label}: ${what}; ${allowed}.`);
}
