/**
 * A canonical form by sorting interchangeable rows. Any order of such rows is an equivalent state, so a poor key can only leave more
 * states than needed, never merge two that differ. Leaves out liveness: a cycle of canonical forms need not be a cycle of states.
 */
import type { TableLayout } from '../state/layout.ts';
import type { Machine } from '../run/machine.ts';
import { maskOf } from '../state/mask.ts';
import { isNamed, readRows, Renaming } from './renaming.ts';

/** Where each row of a kind went: its new index by its old one. */
export type Permutations = ReadonlyMap<string, Int32Array>;

/** Brings the words of a state into canonical form. */
export interface Canon {
  (words: Int32Array): void;
  /** The same, slower: tells where the rows went. Rows of a kind that is not in it stay. */
  moving(words: Int32Array): Permutations;
}

/** Sorts the rows of one table. */
interface Sort {
  readonly kind: string;
  apply(words: Int32Array): void;
  /** The same; returns the new index of each row. */
  moving(words: Int32Array): Int32Array;
}

/** Undefined when no table can be sorted: then the page says "symmetry off". */
export function canonical({ layout }: Pick<Machine, 'layout'>): Canon | undefined {
  const sorts = layout.tables.flatMap((table) => {
    const renaming = table.rows.length > 1 ? Renaming.of(layout, table) : undefined;
    if (!renaming) return [];
    return renaming.links.length + renaming.outer.length === 0 ? [sortPlain(table, renaming)] : [sortNamed(table, renaming)];
  });
  if (sorts.length === 0) return undefined;
  const canon = (words: Int32Array): void => {
    for (let i = 0; i < sorts.length; i++) sorts[i]!.apply(words);
  };
  return Object.assign(canon, { moving: (words: Int32Array) => new Map(sorts.map((sort) => [sort.kind, sort.moving(words)])) });
}

/** Nothing names these rows, so a row is its own key. */
function sortPlain(table: TableLayout, renaming: Renaming): Sort {
  const { rows, kind } = table;
  const mask = maskOf(table.bits);
  const keys = new Int32Array(rows.length);
  return {
    kind,
    apply: (words) => {
      readRows(table, words, keys);
      keys.sort();
      for (let i = 0; i < rows.length; i++) {
        const { word, shift } = rows[i]!;
        words[word] = (words[word]! & ~(mask << shift)) | (keys[i]! << shift);
      }
    },
    moving: (words) => {
      readRows(table, words, keys);
      const order = [...keys.keys()].sort((one, other) => keys[one]! - keys[other]!);
      order.forEach((row, i) => (renaming.place[row] = i));
      renaming.apply(words);
      return renaming.place.slice();
    },
  };
}

/** The key of a row that is named somewhere: what it holds and who names it, sharpened along the links between rows. */
function sortNamed(table: TableLayout, renaming: Renaming): Sort {
  const keys = new RowKeys(table, renaming);
  const apply = (words: Int32Array): void => {
    keys.begin(words);
    do {
      keys.sharpen();
    } while (keys.breakTie());
    if (keys.place(renaming.place)) renaming.apply(words);
  };
  const moving = (words: Int32Array): Int32Array => {
    apply(words);
    return renaming.place.slice();
  };
  return { kind: table.kind, apply, moving };
}

/** Numbers that tell parts of a key apart; any that differ would do. */
const SALT = { row: 1, part: 2, link: 3, linkedFrom: 103, itself: 7, chosen: 211 };

/** Rounds along the links. Two tell apart rows that differ two links away; those further away are left to the instance among ties. */
const ROUNDS = 2;

class RowKeys {
  private readonly table: TableLayout;
  private readonly renaming: Renaming;
  /** The bits of a row that are no links: a link is not what it says but where it leads. */
  private readonly ownMask: number;
  private readonly bits: Int32Array;
  private readonly keys: Int32Array;
  private readonly sharper: Int32Array;
  /** The rows by their keys. */
  private readonly order: Int32Array;
  private readonly linked: Uint8Array;

  constructor(table: TableLayout, renaming: Renaming) {
    const count = table.rows.length;
    this.table = table;
    this.renaming = renaming;
    this.ownMask = renaming.links.reduce((mask, link) => mask & ~(link.mask << link.shift), -1);
    this.bits = new Int32Array(count);
    this.keys = new Int32Array(count);
    this.sharper = new Int32Array(count);
    this.order = new Int32Array(count);
    this.linked = new Uint8Array(count);
  }

  /** Keys from what each row holds and from who names it outside. */
  begin(words: Int32Array): void {
    const { bits, keys, ownMask } = this;
    readRows(this.table, words, bits);
    for (let i = 0; i < keys.length; i++) keys[i] = mix(bits[i]! & ownMask, SALT.row);
    for (const { as, word, shift, mask, part } of this.renaming.outer) {
      const code = (words[word]! >>> shift) & mask;
      for (let i = 0; i < keys.length; i++) if (isNamed(as, code, i)) keys[i]! += mix(part, SALT.part);
    }
    this.linked.fill(0);
  }

  /** Mixes into each key those of the rows it links to and of the rows that link to it; then sorts. */
  sharpen(): void {
    const { keys, sharper } = this;
    const { links } = this.renaming;
    for (let round = 0; round < ROUNDS && links.length > 0; round++) {
      sharper.set(keys);
      for (let link = 0; link < links.length; link++) this.follow(link);
      keys.set(sharper);
    }
    this.sort();
  }

  /** Chooses one of two alike rows with links, if there are such, or what hangs off them could be paired up in more than one way. */
  breakTie(): boolean {
    const { keys, order, linked } = this;
    for (let i = 1; i < order.length; i++) {
      const row = order[i - 1]!;
      if (keys[row] !== keys[order[i]!] || linked[order[i]!] === 0) continue;
      keys[row] = mix(keys[row]!, SALT.chosen);
      return true;
    }
    return false;
  }

  /** Writes where each row goes; false when all stay. */
  place(place: Int32Array): boolean {
    let moves = false;
    this.order.forEach((row, i) => {
      place[row] = i;
      if (row !== i) moves = true;
    });
    return moves;
  }

  private follow(link: number): void {
    const { bits, keys, sharper, linked } = this;
    const { as, shift, mask } = this.renaming.links[link]!;
    for (let i = 0; i < keys.length; i++) {
      const code = (bits[i]! >>> shift) & mask;
      for (let j = 0; j < keys.length; j++) {
        if (!isNamed(as, code, j)) continue;
        sharper[i]! += mix(i === j ? SALT.itself : keys[j]!, SALT.link + link);
        if (i === j) continue;
        sharper[j]! += mix(keys[i]!, SALT.linkedFrom + link);
        linked[i] = linked[j] = 1;
      }
    }
  }

  /** Insertion: there are few rows, and equal ones keep their order. */
  private sort(): void {
    const { keys, order } = this;
    for (let row = 0; row < order.length; row++) {
      let at = row;
      for (; at > 0 && keys[order[at - 1]!]! > keys[row]!; at--) order[at] = order[at - 1]!;
      order[at] = row;
    }
  }
}

function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
