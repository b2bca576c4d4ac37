/**
 * Exchanges the rows of one kind and renames them wherever they are named, so that the state means the same.
 * Leaves out which exchange is wanted: symmetry.ts chooses the one that leads to a canonical form.
 */
import type { Layout, ReferenceField, TableLayout } from '../state/layout.ts';
import { maskOf } from '../state/mask.ts';

/** A code that names rows of the kind. */
export interface Naming {
  readonly as: ReferenceField['as'];
  readonly word: number;
  readonly shift: number;
  readonly mask: number;
}

/** A naming at a place that no exchange moves; `role` is its own, because it matters which of them names a row. */
export interface OuterNaming extends Naming {
  readonly role: number;
}

/** A naming inside each row of a table that can be exchanged; its shift counts from the row's. */
export interface LinkNaming {
  /** The kind of the rows that it stands in. */
  readonly inside: string;
  readonly naming: Naming;
}

/** Whether a code names row `i`. */
export function isNamed(as: ReferenceField['as'], code: number, i: number): boolean {
  if (as === 'set') return ((code >> i) & 1) === 1;
  return code === (as === 'option' ? i + 1 : i);
}

/** False when their position means something, when they are too wide, or when a queue, a list, a mapping or a tuple names them. */
const canExchange = (layout: Layout, { kind, ordered, bits }: TableLayout): boolean =>
  !ordered && bits <= 32 && !layout.references.some((each) => each.kind === kind && each.as === 'other');

/** Whether there are rows of the kind to exchange. */
const isMovable = (layout: Layout, kind: string): boolean =>
  layout.tables.some((table) => table.kind === kind && table.rows.length > 1 && canExchange(layout, table));

export class Renaming {
  readonly table: TableLayout;
  /** Where each row goes; fill it in before `apply`. */
  readonly place: Int32Array;
  /** The namings inside rows that can be exchanged, those of this table and of others. */
  readonly links: readonly LinkNaming[];
  /** The namings everywhere else. */
  readonly outer: readonly OuterNaming[];
  /** The namings inside the rows of this table, which move with them. */
  private readonly inner: readonly Naming[];
  /** Every naming outside the rows of this table. */
  private readonly elsewhere: readonly Naming[];
  private readonly bits: Int32Array;

  /** Undefined when the rows cannot be exchanged. */
  static of(layout: Layout, table: TableLayout): Renaming | undefined {
    return canExchange(layout, table) ? new Renaming(layout, table) : undefined;
  }

  private constructor(layout: Layout, table: TableLayout) {
    const references = layout.references.filter(({ kind }) => kind === table.kind);
    const inside = references.filter((each) => each.inside === table.kind);
    const outside = references.filter((each) => each.inside !== table.kind);
    const fixed = references.filter((each) => !isMovable(layout, each.inside));
    this.table = table;
    this.place = new Int32Array(table.rows.length);
    this.bits = new Int32Array(table.rows.length);
    this.links = references
      .filter((each) => isMovable(layout, each.inside))
      .map((each) => ({ inside: each.inside, naming: namingIn(each, TOP) }));
    this.outer = fixed.flatMap((each) => namingsOf(each, layout)).map((naming, role) => ({ ...naming, role }));
    this.inner = inside.map((each) => namingIn(each, TOP));
    this.elsewhere = outside.flatMap((each) => namingsOf(each, layout));
  }

  /** Moves every row to its place, and its name with it. */
  apply(words: Int32Array): void {
    const { bits, place, inner, elsewhere } = this;
    const { rows } = this.table;
    const mask = maskOf(this.table.bits);
    readRows(this.table, words, bits);
    for (let i = 0; i < rows.length; i++) {
      let moved = bits[i]!;
      for (const { as, shift, mask: of } of inner) moved = (moved & ~(of << shift)) | (this.renamed(as, (moved >>> shift) & of) << shift);
      const { word, shift } = rows[place[i]!]!;
      words[word] = (words[word]! & ~(mask << shift)) | (moved << shift);
    }
    for (const { as, word, shift, mask: of } of elsewhere) {
      const code = this.renamed(as, (words[word]! >>> shift) & of);
      words[word] = (words[word]! & ~(of << shift)) | (code << shift);
    }
  }

  private renamed(as: ReferenceField['as'], code: number): number {
    const { place } = this;
    if (as === 'id') return place[code]!;
    if (as === 'option') return code === 0 ? 0 : place[code - 1]! + 1;
    let set = 0;
    for (let i = 0; i < place.length; i++) if ((code >> i) & 1) set |= 1 << place[i]!;
    return set;
  }
}

/** The bits of each row, none of them wider than a word. */
export function readRows({ rows, bits }: TableLayout, words: Int32Array, into: Int32Array): void {
  const mask = maskOf(bits);
  for (let i = 0; i < rows.length; i++) into[i] = (words[rows[i]!.word]! >>> rows[i]!.shift) & mask;
}

interface Owner {
  readonly word: number;
  readonly shift: number;
}
const TOP: Owner = { word: 0, shift: 0 };

const namingIn = ({ as, at, bits }: ReferenceField, owner: Owner): Naming => {
  return { as, word: owner.word + at.word, shift: owner.shift + at.shift, mask: maskOf(bits) };
};

/** One naming for each row it stands in, or the one at the top of the state. */
function namingsOf(field: ReferenceField, layout: Layout): Naming[] {
  const owners = layout.tables.find(({ kind }) => kind === field.inside)?.rows ?? [TOP];
  return owners.map((owner) => namingIn(field, owner));
}
