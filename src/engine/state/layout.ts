/**
 * Where each field of a state is in its 32-bit words, and the state object that reads and writes them in place.
 * A row takes one slot of its own, so that rows can be exchanged by exchanging bits; nothing straddles two words.
 */
import { bitsFor, codecsFor, type Codec } from './codec.ts';
import type { Erased } from '../language/erased.ts';
import { defineClear } from './clear.ts';
import { maskOf } from './mask.ts';
import { defineScalar, packedClass, PackedList, PackedMapping, PackedQueue, type Memory, type Packed, type Slot } from './packed.ts';
import { checkSchema } from '../language/schema-check.ts';
import type { List, PerId, Queue, Scalar, Schema, Table } from '../language/schema.ts';

/** Where the rows of a kind are. */
export interface TableLayout {
  readonly kind: string;
  readonly rows: readonly Packed[];
  /** How many bits a row takes; a multiple of 32 when it is more than one word. */
  readonly bits: number;
  readonly ordered: boolean;
}

/** A field that names rows of a kind. */
export interface ReferenceField {
  readonly kind: string;
  /** The kind of the row it stands in, from whose slot `at` counts; '' for the top of the state. */
  readonly inside: string;
  /** How the code names rows; `other` is a way that symmetry.ts does not rename: inside a queue, a tuple or a mapping. */
  readonly as: 'id' | 'option' | 'set' | 'other';
  readonly at: Slot;
  readonly bits: number;
}

type AnyTable = Table<string, Schema, boolean>;
/** What may stand in a row: all but a table. */
type Cell = Scalar | Queue<Erased> | List<Erased> | PerId<string, Erased>;

/** What the fields of one schema belong to: the rows of a table, or the state itself (kind ''). */
interface Owners {
  readonly kind: string;
  readonly objects: readonly Packed[];
  readonly prototype: object;
}

export class Layout {
  /** The working state. */
  readonly words: Int32Array;
  /** The working state as model code sees it. */
  readonly state: Erased;
  readonly tables: TableLayout[] = [];
  readonly references: ReferenceField[] = [];
  readonly codec: (kind: Scalar) => Codec;
  private readonly owners = new Map<string, Owners>();
  private readonly memory: Memory;
  /** What is left to do when the number of words is known. */
  private readonly definitions: (() => void)[] = [];

  /**
   * `memory`: words that another layout of the same schema has made; without it the layout makes its own, unwatched.
   * A schema that cannot be a state throws a SchemaError.
   */
  constructor(schema: Schema, memory?: Memory) {
    checkSchema(schema);
    // Rows come first: a reference is a row, whatever table it stands in.
    const tables = Object.entries(schema).filter((entry): entry is [string, AnyTable] => entry[1].is === 'table');
    for (const [, { kind, count }] of tables) this.owners.set(kind, ownersOf(kind, count));
    this.codec = codecsFor((kind) => this.rowsOf(kind));
    const top = ownersOf('', 1);
    this.state = top.objects[0];
    const allocator = new BitAllocator();
    for (const [name, table] of tables) {
      this.allocateTable(table, allocator);
      Object.defineProperty(this.state, name, { value: this.rowsOf(table.kind), enumerable: true });
    }
    this.allocateFields(top, Object.fromEntries(Object.entries(schema).filter(([, field]) => field.is !== 'table')), allocator);
    this.memory = memory ?? { words: new Int32Array(Math.max(1, allocator.words)), watch: undefined };
    this.words = this.memory.words;
    for (const define of this.definitions) define();
  }

  /** Throws when no table has rows of the kind. */
  rowsOf(kind: string): readonly Packed[] {
    const owners = this.owners.get(kind);
    if (!owners) throw new Error(`No table has rows of the kind '${kind}'.`);
    return owners.objects;
  }

  private allocateTable({ kind, fields, ordered }: AnyTable, allocator: BitAllocator): void {
    const owners = this.owners.get(kind)!;
    const inside = new BitAllocator();
    this.allocateFields(owners, fields, inside);
    for (const row of owners.objects) Object.assign(row, allocator.allocateRow(inside));
    this.tables.push({ kind, rows: owners.objects, bits: inside.bits, ordered });
    this.definitions.push(() => defineClear(this.memory, owners.prototype, inside.masks));
  }

  private allocateFields(owners: Owners, fields: Schema, allocator: BitAllocator): void {
    for (const [name, field] of Object.entries(fields)) {
      if (field.is === 'table') throw new Error(`${labelOf(owners, name)} is a table in a row.`);
      const slots = this.slotsOf(field, allocator);
      this.noteReferences(owners.kind, field, slots[0]!);
      this.definitions.push(() => this.defineField(owners, name, field, slots));
    }
  }

  /** The slots of a field: one for a scalar, the length and then every item of a queue, every value of a mapping. */
  private slotsOf(field: Cell, allocator: BitAllocator): readonly Slot[] {
    switch (field.is) {
      case 'queue':
        return [allocator.allocate(bitsFor(field.most + 1)), ...this.slotsOfItems(field.of, field.most, allocator)];
      case 'list':
        return this.slotsOfItems(field.of, field.count, allocator);
      case 'perId':
        return this.slotsOfItems(field.of, this.rowsOf(field.kind).length, allocator);
      default:
        return this.slotsOfItems(field, 1, allocator);
    }
  }

  private slotsOfItems(of: Scalar, count: number, allocator: BitAllocator): Slot[] {
    const { bits } = this.codec(of);
    return Array.from({ length: count }, () => allocator.allocate(bits));
  }

  private defineField(owners: Owners, name: string, field: Cell, slots: readonly Slot[]): void {
    const { memory } = this;
    const label = labelOf(owners, name);
    if (field.is !== 'queue' && field.is !== 'list' && field.is !== 'perId') {
      defineScalar(memory, owners.prototype, name, this.codec(field), slots[0]!, label);
      return;
    }
    const codec = this.codec(field.of);
    const View = VIEWS[field.is];
    for (const owner of owners.objects) Object.defineProperty(owner, name, { value: new View(memory, owner, codec, slots, label) });
  }

  private noteReferences(inside: string, field: Cell, at: Slot): void {
    for (const kind of this.owners.keys()) {
      const as = referenceAs(field, kind);
      if (as) this.references.push({ kind, inside, as, at, bits: as === 'other' ? 0 : this.codec(field as Scalar).bits });
    }
  }
}

const VIEWS = { queue: PackedQueue, list: PackedList, perId: PackedMapping };

/** Free and taken bits of a run of words. */
class BitAllocator {
  private readonly used: number[] = [];

  get words(): number {
    return this.used.length;
  }
  get bits(): number {
    return this.used.length > 1 ? this.used.length * 32 : (this.used[0] ?? 0);
  }
  /** The taken bits of each word. */
  get masks(): readonly number[] {
    return this.used.map(maskOf);
  }

  /** The first slot with that many bits free. */
  allocate(bits: number): Slot {
    const free = this.used.findIndex((used) => used + bits <= 32);
    const word = free < 0 ? this.used.push(0) - 1 : free;
    const shift = this.used[word]!;
    this.used[word] = shift + bits;
    return { word, shift };
  }

  /** A slot for all that is in `row`: words of its own when it needs more than one. */
  allocateRow(row: BitAllocator): Slot {
    if (row.words <= 1) return this.allocate(row.bits);
    return { word: this.used.push(...row.used) - row.words, shift: 0 };
  }
}

/** How an error message calls a field. */
const labelOf = ({ kind }: Owners, name: string) => (kind === '' ? name : `${kind}.${name}`);

function ownersOf(kind: string, count: number): Owners {
  const Row = packedClass(kind);
  return { kind, objects: Array.from({ length: count }, (_, index) => new Row(index)), prototype: Row.prototype };
}

function referenceAs(field: Cell, kind: string): ReferenceField['as'] | undefined {
  if (field.is === 'perId') return field.kind === kind || names(field.of, kind) ? 'other' : undefined;
  if (!names(field, kind)) return undefined;
  if (field.is === 'option' && field.of.is === 'id') return 'option';
  return field.is === 'id' || field.is === 'set' ? field.is : 'other';
}

/** Whether values of the field name rows of the kind. */
function names(field: Cell, kind: string): boolean {
  switch (field.is) {
    case 'id':
      return field.kind === kind;
    case 'option':
    case 'set':
    case 'queue':
    case 'list':
      return names(field.of, kind);
    case 'tuple':
      return Object.values<Scalar>(field.fields).some((of) => names(of, kind));
    default:
      return false;
  }
}
