/**
 * Which row and which column each part has. Bands keep their order; within a row parts move so that those which speak to each other stand
 * above each other, and stay in the order in which they are listed where nothing asks for another.
 */
import type { Band, Item, Part, Sheet } from './sheet.ts';

/** A row of cells: ids or nothing. */
export interface Row {
  readonly band: number;
  readonly cells: readonly (Part | undefined)[];
  /** Frames, as the first and last of the columns that they hold. */
  readonly frames: readonly { readonly part: Part; readonly from: number; readonly to: number }[];
}

export interface Placing {
  readonly rows: readonly Row[];
  readonly across: number;
}

/** What moves as one: a part, a frame with its parts, or an empty column. */
type Unit = Item | undefined;
interface Line {
  readonly band: number;
  readonly units: readonly Unit[];
}

const widthOfUnit = (unit: Unit): number => unit?.parts.length ?? 1;

export function placed(sheet: Sheet): Placing {
  if (sheet.columns !== undefined) return inColumns(sheet, sheet.columns);
  const across = Math.min(sheet.across, Math.max(...sheet.bands.map((it) => partsOf(it).length)));
  const lines = sheet.bands.flatMap((band, b) => linesOf(band, across).map((units): Line => ({ band: b, units: padded(units, across) })));
  return { rows: settled(lines, sheet).map((line) => rowOf(line)), across };
}

const partsOf = ({ items }: Band): readonly Part[] => items.flatMap(({ parts }) => parts);

/** A band as lines of about equally many parts. A frame that is wider than the sheet goes on in the next line. */
function linesOf({ items }: Band, across: number): readonly (readonly Item[])[] {
  const units = items.flatMap((it) =>
    it.frame === undefined
      ? it.parts.map((part): Item => ({ frame: undefined, parts: [part] }))
      : chunks(it.parts, across).map((parts): Item => ({ frame: it.frame, parts })),
  );
  const count = units.reduce((sum, it) => sum + it.parts.length, 0);
  const most = Math.ceil(count / Math.ceil(count / across));
  const lines: Item[][] = [];
  for (const unit of units) {
    const last = lines.at(-1);
    const taken = last?.reduce((sum, it) => sum + it.parts.length, 0) ?? 0;
    if (last && taken + unit.parts.length <= most) last.push(unit);
    else lines.push([unit]);
  }
  return lines;
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Filled up with empty columns, spread over both ends. */
function padded(units: readonly Item[], across: number): readonly Unit[] {
  const free = across - units.reduce((sum, it) => sum + it.parts.length, 0);
  const before = Math.floor(free / 2);
  return [...Array.from({ length: before }, () => undefined), ...units, ...Array.from({ length: free - before }, () => undefined)];
}

/** Exchanges two units of a line as long as that makes the arrows shorter. */
function settled(first: readonly Line[], sheet: Sheet): readonly Line[] {
  let lines = first;
  let cost = costOf(lines, sheet);
  for (;;) {
    let better: readonly Line[] | undefined;
    for (const [at, line] of lines.entries())
      for (let i = 0; i < line.units.length; i++)
        for (let j = i + 1; j < line.units.length; j++) {
          const moved = lines.with(at, { ...line, units: line.units.with(i, line.units[j]).with(j, line.units[i]) });
          const its = costOf(moved, sheet);
          if (its < cost - 1e-9) [better, cost] = [moved, its];
        }
    if (!better) return lines;
    lines = better;
  }
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function cellsOf(lines: readonly Line[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [row, { units }] of lines.entries()) {
    let column = 0;
    for (const unit of units) {
      if (unit?.frame) cells.set(unit.frame.id, { row, column: column + (unit.parts.length - 1) / 2 });
      for (const [i, part] of (unit?.parts ?? []).entries()) cells.set(part.id, { row, column: column + i });
      column += widthOfUnit(unit);
    }
  }
  return cells;
}

/** How much the arrows have to bend, how many parts they have to go around, and a little for each part out of its order. */
function costOf(lines: readonly Line[], { arrows, bands }: Sheet): number {
  const cells = cellsOf(lines);
  const taken = new Set([...cells.values()].map(({ row, column }) => `${row} ${column}`));
  let cost = 0;
  const drawn = arrows.flatMap(({ from, to }) => {
    const [a, b] = [cells.get(from), cells.get(to)];
    return a && b ? [a.row <= b.row ? { a, b } : { a: b, b: a }] : [];
  });
  for (const { a, b } of drawn) {
    const aside = Math.abs(a.column - b.column);
    if (a.row === b.row) {
      cost += aside === 1 ? 0 : 1.5 * aside;
      continue;
    }
    cost += aside === 0 ? 0 : 0.6 + aside;
    const isFree = (column: number): boolean => {
      for (let row = a.row + 1; row < b.row; row++) if (taken.has(`${row} ${column}`)) return false;
      return true;
    };
    if (!isFree(a.column) && !isFree(b.column)) cost += 1;
  }
  for (const [i, one] of drawn.entries())
    for (const other of drawn.slice(i + 1))
      if (one.a.row === other.a.row && one.b.row === other.b.row && (one.a.column - other.a.column) * (one.b.column - other.b.column) < 0)
        cost += 0.8;
  return cost + disorder(cells, bands);
}

function disorder(cells: ReadonlyMap<string, Cell>, bands: readonly Band[]): number {
  let cost = 0;
  for (const band of bands) {
    const order = partsOf(band).map(({ id }) => cells.get(id)!);
    for (const [i, one] of order.entries())
      for (const other of order.slice(i + 1)) if (one.row === other.row && one.column > other.column) cost += 0.15;
  }
  return cost;
}

function rowOf({ band, units }: Line): Row {
  const cells: (Part | undefined)[] = [];
  const frames: { part: Part; from: number; to: number }[] = [];
  for (const unit of units) {
    if (unit?.frame) frames.push({ part: unit.frame, from: cells.length, to: cells.length + unit.parts.length - 1 });
    cells.push(...(unit?.parts ?? [undefined]));
  }
  return { band, cells, frames };
}

/** Columns that mean something: each part stands in its own, below those of its band that came before. */
function inColumns({ bands }: Sheet, across: number): Placing {
  const rows = bands.flatMap((band, b) => {
    const stacks = Array.from({ length: across }, (_, column) => partsOf(band).filter((it) => it.column === column));
    const depth = Math.max(...stacks.map((it) => it.length));
    return Array.from({ length: depth }, (_, row): Row => ({ band: b, cells: stacks.map((it) => it[row]), frames: [] }));
  });
  return { rows, across };
}
