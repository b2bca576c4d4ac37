/**
 * The order into which the rows of some tables are brought that name each other, so that equivalent states become equal. All are ordered
 * together: rows that can be told apart by what they hold, by who names them and by whom they name are put into cells, and cells are split
 * until nothing tells their rows apart (colour refinement); then the first row of a cell is put before the others, and so on.
 *
 * A cell keeps its place when it is split, and the row that is put first stays first. So a state in canonical form is ordered as it is, even
 * where a choice among rows that look alike was made: the form of a form is that form. Two states that are equivalent have one form unless
 * such a choice was among rows that are not alike after all, as in rings of different lengths that name each other; then they have two.
 */
import { isNamed, readRows, type Naming, type Renaming } from './renaming.ts';

/** Numbers that tell the parts of a signature apart; any that differ would do. */
const SALT = { row: 1, role: 2, link: 3, linkedFrom: 1003, itself: 7 };

/** One field of the rows of a table that names rows of a table of the group, perhaps the same; tables by their first rows. */
interface Link {
  readonly from: number;
  readonly fromCount: number;
  readonly to: number;
  readonly toCount: number;
  readonly naming: Naming;
  readonly isWithin: boolean;
}

export class RowOrder {
  private readonly renamings: readonly Renaming[];
  /** The number of the first row of each table; rows of the group are numbered through. */
  private readonly firsts: readonly number[];
  private readonly links: readonly Link[];
  /** The bits of a row that name no rows of the group: a link is not what it says but where it leads. */
  private readonly ownMasks: readonly number[];
  private readonly bits: readonly Int32Array[];
  /** The cell of each row: the place of its first row in the order. */
  private readonly cells: Int32Array;
  private readonly signatures: Int32Array;
  /** The rows in their order; those of a table and those of a cell stand together. */
  private readonly order: Int32Array;
  /** Whether a row is linked with a row that others look like, so that a choice here decides one there. */
  private readonly linked: Uint8Array;

  /** For tables that name each other, or one that something names. */
  constructor(renamings: readonly Renaming[]) {
    this.renamings = renamings;
    const firsts: number[] = [];
    let rows = 0;
    for (const { place } of renamings) {
      firsts.push(rows);
      rows += place.length;
    }
    this.firsts = firsts;
    this.links = renamings.flatMap((renaming, to) => this.linksTo(renaming, to));
    this.ownMasks = renamings.map((_, table) =>
      this.links.reduce((mask, { from, naming }) => (from === firsts[table] ? mask & ~(naming.mask << naming.shift) : mask), -1),
    );
    this.bits = renamings.map(({ place }) => new Int32Array(place.length));
    this.cells = new Int32Array(rows);
    this.signatures = new Int32Array(rows);
    this.order = new Int32Array(rows);
    this.linked = new Uint8Array(rows);
  }

  /** Writes into each renaming where its rows go; false when all stay. */
  decide(words: Int32Array): boolean {
    this.begin(words);
    let cells = this.split();
    do cells = this.refine(cells);
    while (cells < this.order.length && this.chooseOne() && ++cells);
    let moves = false;
    for (let table = 0; table < this.renamings.length; table++) {
      const { place } = this.renamings[table]!;
      const first = this.firsts[table]!;
      for (let at = 0; at < place.length; at++) {
        const row = this.order[first + at]! - first;
        place[row] = at;
        if (row !== at) moves = true;
      }
    }
    return moves;
  }

  private linksTo({ links, place }: Renaming, to: number): Link[] {
    return links.flatMap(({ inside, naming }) => {
      const from = this.renamings.findIndex(({ table }) => table.kind === inside);
      const fromCount = this.renamings[from]!.place.length;
      return [{ from: this.firsts[from]!, fromCount, to: this.firsts[to]!, toCount: place.length, naming, isWithin: from === to }];
    });
  }

  /** Every table is a cell; the signatures tell what each row holds and who names it outside. */
  private begin(words: Int32Array): void {
    const { cells, signatures, order } = this;
    for (let table = 0; table < this.renamings.length; table++) {
      const { outer, table: layout } = this.renamings[table]!;
      const bits = this.bits[table]!;
      const first = this.firsts[table]!;
      readRows(layout, words, bits);
      for (let i = 0; i < bits.length; i++) {
        cells[first + i] = first;
        order[first + i] = first + i;
        signatures[first + i] = mix(bits[i]! & this.ownMasks[table]!, SALT.row);
      }
      for (const { as, word, shift, mask, role } of outer) {
        const code = (words[word]! >>> shift) & mask;
        for (let i = 0; i < bits.length; i++) if (isNamed(as, code, i)) signatures[first + i]! += mix(role, SALT.role);
      }
    }
  }

  /** Splits cells along the links until nothing changes; how many there are. */
  private refine(cells: number): number {
    const { signatures, order, linked } = this;
    for (let now = cells; ;) {
      signatures.fill(0);
      linked.fill(0);
      for (let link = 0; link < this.links.length; link++) this.follow(this.links[link]!, link);
      const after = this.links.length > 0 ? this.split() : now;
      if (after === now || after === order.length) return after;
      now = after;
    }
  }

  /** Adds to the signatures of the rows at both ends of a link the cell of the other. */
  private follow({ from, fromCount, to, toCount, naming, isWithin }: Link, link: number): void {
    const { cells, signatures, linked } = this;
    const { as, shift, mask } = naming;
    const bits = this.bits[this.firsts.indexOf(from)]!;
    for (let i = 0; i < fromCount; i++) {
      const code = (bits[i]! >>> shift) & mask;
      for (let j = 0; j < toCount; j++) {
        if (!isNamed(as, code, j)) continue;
        const isItself = isWithin && i === j;
        signatures[from + i]! += mix(isItself ? SALT.itself : cells[to + j]! + SALT.itself + 1, SALT.link + link);
        if (isItself) continue;
        signatures[to + j]! += mix(cells[from + i]!, SALT.linkedFrom + link);
        if (this.isShared(to + j)) linked[from + i] = 1;
        if (this.isShared(from + i)) linked[to + j] = 1;
      }
    }
  }

  /** Whether the cell of a row has other rows. */
  private isShared(row: number): boolean {
    const { cells, order } = this;
    const next = cells[row]! + 1;
    return order[cells[row]!] !== row || (next < order.length && cells[order[next]!] === cells[row]);
  }

  /** Sorts the rows of each cell by their signatures and makes a cell of those that are equal; how many cells there are. */
  private split(): number {
    const { cells, signatures, order } = this;
    let count = 0;
    for (let begin = 0; begin < order.length;) {
      const cell = cells[order[begin]!]!;
      let end = begin + 1;
      while (end < order.length && cells[order[end]!] === cell) end++;
      if (end > begin + 1) this.sort(begin, end);
      for (let at = begin, start = begin; at < end; at++) {
        if (at === begin || signatures[order[at]!] !== signatures[order[at - 1]!]) {
          start = at;
          count++;
        }
        cells[order[at]!] = start;
      }
      begin = end;
    }
    return count;
  }

  /** Insertion: there are few rows, and equal ones keep their order. */
  private sort(begin: number, end: number): void {
    const { signatures, order } = this;
    for (let i = begin + 1; i < end; i++) {
      const row = order[i]!;
      let at = i;
      for (; at > begin && signatures[order[at - 1]!]! > signatures[row]!; at--) order[at] = order[at - 1]!;
      order[at] = row;
    }
  }

  /** Puts one row of a cell before the others, where that decides something; false when there is no such cell. */
  private chooseOne(): boolean {
    const { cells, order, linked } = this;
    for (let at = 1; at < order.length; at++) {
      const cell = cells[order[at]!]!;
      if (cell === at || linked[order[at]!] === 0) continue;
      for (let rest = cell + 1; rest < order.length && cells[order[rest]!] === cell; rest++) cells[order[rest]!] = cell + 1;
      return true;
    }
    return false;
  }
}

function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
