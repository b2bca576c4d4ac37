/** Immutable sets as interned values: a universe of at most twelve items lists all its subsets once, by their masks. */
import type { Erased } from './erased.ts';
import type { Members } from './value.ts';

/** 2^12 sets are listed in a millisecond; a model that needs more should use rows with a `bool`. */
export const MOST_MEMBERS = 12;

/** A subset, known by its mask: bit i is set when it holds item i. */
export class Subset implements Members<Erased> {
  readonly mask: number;
  readonly size: number;
  private readonly of: Universe;

  constructor(of: Universe, mask: number) {
    this.of = of;
    this.mask = mask;
    this.size = of.items.filter((_, i) => (mask >> i) & 1).length;
  }

  get none(): Subset {
    return this.of.sets[0]!;
  }
  get items(): readonly Erased[] {
    return this.of.items.filter((_, i) => (this.mask >> i) & 1);
  }
  has(item: Erased): boolean {
    return ((this.mask >> this.of.place(item)) & 1) === 1;
  }
  with(item: Erased): Subset {
    return this.of.sets[this.mask | (1 << this.of.place(item))]!;
  }
  without(item: Erased): Subset {
    return this.of.sets[this.mask & ~(1 << this.of.place(item))]!;
  }
  and(other: Subset): Subset {
    return this.of.sets[this.mask & other.mask]!;
  }
  isSubsetOf(other: Subset): boolean {
    return (this.mask & ~other.mask) === 0;
  }
}

class Universe {
  readonly items: readonly unknown[];
  readonly sets: readonly Subset[];

  constructor(items: readonly unknown[]) {
    if (items.length > MOST_MEMBERS)
      throw new RangeError(`A set has at most ${MOST_MEMBERS} members; this one would have ${items.length}: ${items.join(', ')}.`);
    this.items = items;
    this.sets = Array.from({ length: 1 << items.length }, (_, mask) => new Subset(this, mask));
  }

  place(item: unknown): number {
    const place = this.items.indexOf(item);
    if (place < 0) throw new RangeError(`'${String(item)}' cannot be in a set of ${this.items.join(', ')}.`);
    return place;
  }
}

const named = new Map<string, readonly Subset[]>();

/** Every set of these words, by mask. The same words give the same sets, in every state. */
export function setsOf(names: readonly string[]): readonly Subset[] {
  const key = JSON.stringify(names);
  const sets = named.get(key) ?? new Universe(names).sets;
  named.set(key, sets);
  return sets;
}

/** Every set of these rows, by mask; they belong to one state. */
export const setsOfRows = (rows: readonly object[]): readonly Subset[] => new Universe(rows).sets;
