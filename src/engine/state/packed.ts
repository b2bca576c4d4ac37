/**
 * Objects whose fields are bits of the packed state, read and written in place: rows, queues, mappings.
 * A write that is out of range throws a RangeError that names the field. Where the bits are is decided in layout.ts.
 */
import { bitsFor, decode, type Codec } from './codec.ts';
import type { Erased } from '../language/erased.ts';
import { maskOf } from './mask.ts';
import type { ListValue, Mapping, QueueValue } from '../language/value.ts';
import type { AccessLog } from './access-log.ts';

/** Where one code is: a word, and a shift inside it. Inside a row it counts from the row's own slot. */
export interface Slot {
  readonly word: number;
  readonly shift: number;
}

/** A row of a table, or the state itself. Its fields are accessors of its class. */
export interface Packed {
  readonly index: number;
  readonly kind: string;
  word: number;
  shift: number;
}

/** A class of its own for each table: V8 inlines accessors of a prototype, not those of single objects. */
export function packedClass(kind: string): new (index: number) => Packed {
  class Row {
    index: number;
    declare readonly kind: string;
    word = 0;
    shift = 0;
    constructor(index: number) {
      this.index = index;
    }
  }
  Object.defineProperty(Row.prototype, 'kind', { value: kind });
  return Row;
}

/** The words that fields are in, and who is told of what is read and written there; nobody, but for what is learnt. */
export interface Memory {
  readonly words: Int32Array;
  readonly watch: AccessLog | undefined;
}

/** Reads and writes `name` of every object of `prototype` at `at`. Numbers and booleans have accessors of their own: they are most. */
export function defineScalar({ words, watch }: Memory, prototype: object, name: string, codec: Codec, at: Slot, label: string): void {
  const make = codec.values === undefined ? numberAt : codec.values[0] === false ? boolAt : listedAt;
  const accessor = make(words, codec, at, label);
  Object.defineProperty(prototype, name, { ...(watch ? watched(accessor, watch, codec, at) : accessor), enumerable: true });
}

function watched(accessor: Accessor, watch: AccessLog, { bits, size }: Codec, { word, shift }: Slot): Accessor {
  return {
    get() {
      watch.read(this.word + word, this.shift + shift, bits, size);
      return accessor.get.call(this);
    },
    set(value) {
      accessor.set.call(this, value);
      watch.wrote(this.word + word, maskOf(bits) << (this.shift + shift));
    },
  };
}

type Accessor = ThisType<Packed> & { get(this: Packed): unknown; set(this: Packed, value: Erased): void };

function numberAt(words: Int32Array, { bits, size, low }: Codec, { word, shift }: Slot, label: string): Accessor {
  const mask = maskOf(bits);
  const high = low + size - 1;
  return {
    get() {
      return ((words[this.word + word]! >>> (this.shift + shift)) & mask) + low;
    },
    set(value: number) {
      if (!(value >= low && value <= high && Number.isInteger(value))) refuse(label, value);
      const at = this.word + word;
      const by = this.shift + shift;
      words[at] = (words[at]! & ~(mask << by)) | ((value - low) << by);
    },
  };
}

function boolAt(words: Int32Array, _: Codec, { word, shift }: Slot, label: string): Accessor {
  return {
    get() {
      return ((words[this.word + word]! >>> (this.shift + shift)) & 1) === 1;
    },
    set(value: boolean) {
      if (value !== true && value !== false) refuse(label, value);
      const at = this.word + word;
      const by = this.shift + shift;
      words[at] = (words[at]! & ~(1 << by)) | ((value ? 1 : 0) << by);
    },
  };
}

function listedAt(words: Int32Array, { bits, values, encode }: Codec, { word, shift }: Slot, label: string): Accessor {
  const mask = maskOf(bits);
  return {
    get() {
      return values![(words[this.word + word]! >>> (this.shift + shift)) & mask];
    },
    set(value: unknown) {
      const code = encode(value);
      if (code < 0) refuse(label, value);
      const at = this.word + word;
      const by = this.shift + shift;
      words[at] = (words[at]! & ~(mask << by)) | (code << by);
    },
  };
}

/** Codes of one kind at several slots of one owner. */
class Cells {
  protected readonly codec: Codec;
  protected readonly slots: readonly Slot[];
  protected readonly label: string;
  private readonly words: Int32Array;
  private readonly watch: AccessLog | undefined;
  private readonly owner: Packed;

  constructor({ words, watch }: Memory, owner: Packed, codec: Codec, slots: readonly Slot[], label: string) {
    this.words = words;
    this.watch = watch;
    this.owner = owner;
    this.codec = codec;
    this.slots = slots;
    this.label = label;
  }

  protected read({ word, shift }: Slot, bits: number, size: number): number {
    this.watch?.read(this.owner.word + word, this.owner.shift + shift, bits, size);
    return (this.words[this.owner.word + word]! >>> (this.owner.shift + shift)) & maskOf(bits);
  }
  protected write({ word, shift }: Slot, bits: number, code: number): void {
    const at = this.owner.word + word;
    const by = this.owner.shift + shift;
    this.words[at] = (this.words[at]! & ~(maskOf(bits) << by)) | (code << by);
    this.watch?.wrote(at, maskOf(bits) << by);
  }
  protected code(index: number): number {
    return this.read(this.slots[index]!, this.codec.bits, this.codec.size);
  }
  protected put(index: number, code: number): void {
    this.write(this.slots[index]!, this.codec.bits, code);
  }
  protected value(index: number): Erased {
    return decode(this.codec, this.code(index));
  }
  protected encode(value: unknown): number {
    const code = this.codec.encode(value);
    if (code < 0) refuse(this.label, value);
    return code;
  }
}

/** A queue: its length, then as many slots as it can hold, the oldest first. */
export class PackedQueue extends Cells implements QueueValue<Erased> {
  private readonly lengthAt: Slot;
  private readonly lengthBits: number;

  /** The first of `slots` holds the length. */
  constructor(memory: Memory, owner: Packed, codec: Codec, slots: readonly Slot[], label: string) {
    super(memory, owner, codec, slots.slice(1), label);
    this.lengthAt = slots[0]!;
    this.lengthBits = bitsFor(slots.length);
  }

  get most(): number {
    return this.slots.length;
  }
  get length(): number {
    return this.read(this.lengthAt, this.lengthBits, this.most + 1);
  }
  get first(): Erased {
    return this.length === 0 ? undefined : this.value(0);
  }
  get items(): readonly Erased[] {
    return Array.from({ length: this.length }, (_, index) => this.value(index));
  }
  has(item: unknown): boolean {
    return this.find(item) >= 0;
  }
  count(item: unknown): number {
    const wanted = this.encode(item);
    let count = 0;
    for (let index = 0, { length } = this; index < length; index++) if (this.code(index) === wanted) count++;
    return count;
  }
  push(item: unknown): void {
    const { length } = this;
    if (length === this.most) throw new RangeError(`${this.label} is full and cannot take ${named(item)}`);
    this.put(length, this.encode(item));
    this.resize(length + 1);
  }
  shift(): Erased {
    const { first } = this;
    if (first === undefined) throw new RangeError(`${this.label} is empty`);
    this.closeUp(0);
    return first;
  }
  remove(item: unknown): void {
    const index = this.find(item);
    if (index >= 0) this.closeUp(index);
  }
  clear(): void {
    for (let index = this.length - 1; index >= 0; index--) this.put(index, 0);
    this.resize(0);
  }

  private find(item: unknown): number {
    const wanted = this.encode(item);
    for (let index = 0, { length } = this; index < length; index++) if (this.code(index) === wanted) return index;
    return -1;
  }
  private closeUp(index: number): void {
    const last = this.length - 1;
    for (let to = index; to < last; to++) this.put(to, this.code(to + 1));
    this.put(last, 0);
    this.resize(last);
  }
  private resize(length: number): void {
    this.write(this.lengthAt, this.lengthBits, length);
  }
}

/** A list: one slot for every number. */
export class PackedList extends Cells implements ListValue<Erased> {
  get length(): number {
    return this.slots.length;
  }
  get items(): readonly Erased[] {
    return this.slots.map((_, index) => this.value(index));
  }
  get(place: number): Erased {
    return this.value(this.checked(place));
  }
  set(place: number, value: unknown): void {
    this.put(this.checked(place), this.encode(value));
  }

  private checked(place: number): number {
    if (Number.isInteger(place) && place >= 0 && place < this.slots.length) return place;
    throw new RangeError(`${this.label} has no place ${String(place)}; there are ${this.slots.length}, counted from 0`);
  }
}

/** A mapping: one slot for every row of the kind. */
export class PackedMapping extends Cells implements Mapping<Packed, Erased> {
  get items(): readonly Erased[] {
    return this.slots.map((_, index) => this.value(index));
  }
  get(key: Packed): Erased {
    return this.value(key.index);
  }
  set(key: Packed, value: unknown): void {
    this.put(key.index, this.encode(value));
  }
}

function refuse(label: string, value: unknown): never {
  throw new RangeError(`${label} cannot be ${named(value)}`);
}

/** A value in an error message: a row by its kind and index, anything else as it is written. */
function named(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('kind' in value && 'index' in value) return `${String(value.kind)} ${String(value.index)}`;
  return 'items' in value ? `{${[...(value.items as Iterable<unknown>)].map(named).join(', ')}}` : JSON.stringify(value);
}
