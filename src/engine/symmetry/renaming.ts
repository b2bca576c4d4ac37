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

/** A naming outside the rows of the kind; those that play the same part have the same `part`. */
export interface OuterNaming extends Naming {
  readonly part: number;
}

/** Whether a code names row `i`. */
export function isNamed(as: ReferenceField['as'], code: number, i: number): boolean {
  if (as === 'set') return ((code >> i) & 1) === 1;
  return code === (as === 'option' ? i + 1 : i);
}

/** More rows than any table has: it only tells the parts of one mention from those of the next. */
const MOST_ROWS = 1 << 16;

/** False when their position means something, when they are too wide, or when a queue or tuple names them. */
const canExchange = (layout: Layout, { kind, ordered, bits }: TableLayout): boolean =>
  !ordered && bits <= 32 && !layout.mentions.some((each) => each.kind === kind && each.as === 'other');

export class Renaming {
  /** Where each row goes; fill it in before `apply`. */
  readonly place: Int32Array;
  /** The namings inside each row; their shift counts from the row's. */
  readonly links: readonly Naming[];
  /** The namings everywhere else. */
  readonly outer: readonly OuterNaming[];
  private readonly table: TableLayout;
  private readonly bits: Int32Array;

  /** Undefined when the rows cannot be exchanged. */
  static of(layout: Layout, table: TableLayout): Renaming | undefined {
    return canExchange(layout, table) ? new Renaming(layout, table) : undefined;
  }

  private constructor(layout: Layout, table: TableLayout) {
    const mentions = layout.mentions.filter(({ kind }) => kind === table.kind);
    this.table = table;
    this.place = new Int32Array(table.rows.length);
    this.bits = new Int32Array(table.rows.length);
    this.links = mentions.filter(({ inside }) => inside === table.kind).map((mention) => naming(mention, { word: 0, shift: 0 }));
    this.outer = mentions.filter(({ inside }) => inside !== table.kind).flatMap((mention, part) => outerNamings(mention, part, layout));
  }

  /** Permutations every row to its place, and its name with it. */
  apply(words: Int32Array): void {
    const { bits, place, links, outer } = this;
    const { rows } = this.table;
    const mask = maskOf(this.table.bits);
    readRows(this.table, words, bits);
    for (let i = 0; i < rows.length; i++) {
      let moved = bits[i]!;
      for (const { as, shift, mask: of } of links) moved = (moved & ~(of << shift)) | (this.renamed(as, (moved >>> shift) & of) << shift);
      const { word, shift } = rows[place[i]!]!;
      words[word] = (words[word]! & ~(mask << shift)) | (moved << shift);
    }
    for (const { as, word, shift, mask: of } of outer) {
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

const naming = ({ as, at, bits }: ReferenceField, owner: { readonly word: number; readonly shift: number }): Naming => {
  return { as, word: owner.word + at.word, shift: owner.shift + at.shift, mask: maskOf(bits) };
};

/** One naming for each row it stands in. In rows that can be exchanged all play the same part; elsewhere each plays its own. */
function outerNamings(mention: ReferenceField, part: number, layout: Layout): OuterNaming[] {
  const table = layout.tables.find(({ kind }) => kind === mention.inside);
  const owners = table?.rows ?? [{ word: 0, shift: 0 }];
  const alike = table !== undefined && canExchange(layout, table);
  return owners.map((owner, i) => ({ ...naming(mention, owner), part: part * MOST_ROWS + (alike ? 0 : i) }));
}
