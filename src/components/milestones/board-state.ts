/**
 * The board over all systems without a page: what its build sends of it, and what a choice shows of that. Leaves out how it
 * stands in the page (`board-page.ts`) and what an address says (`page/filters.ts`).
 */
import { grouped } from '../../facts/grouped.ts';
import { arrange, groupings, orders, type Grouping, type Order } from '../../facts/order/arrange.ts';
import { filterRows, type Choices, type Chosen, type Filtered, type FilterRow } from '../page/filters.ts';

/** The value that stands for a status where nothing is said. */
export const nothing = 'none';

/** A status by its place in the list of all statuses. */
type StatusIndex = number;

export interface SentRow {
  /** By its place in the list of systems. */
  readonly system: number;
  /** By their places in the list of areas; the area of most deliverables first. */
  readonly areas: readonly number[];
  readonly deliverables: number;
  /** With both clocks: the statuses, the documented one first. */
  readonly both: readonly StatusIndex[];
  /** How many deliverables are complete as documented; null where nothing is said. */
  readonly done: number | null;
  /** The status of each observation in the row, in their order there. */
  readonly observed: readonly StatusIndex[];
  /**
   * What counts from a moment on, until another is given: which observation, or -1 where nothing was said by then, and how
   * many deliverables are complete. That number is left out where it follows: all of a complete milestone, else none, and
   * unknown where nothing was said.
   */
  readonly from: readonly Change[];
}

/** A row with the words that stand in it: what is looked for is looked for in them, so no title is sent twice. */
interface Row extends SentRow {
  /** In lower case: the title, and the goal where it stands in the row. It sorts by the title. */
  readonly text: string;
}

export type Change = readonly [moment: number, observation: number, done?: number | null];

/** The rows as columns, which pack to two thirds of what a list of rows does. */
export type Columns = { readonly [Name in keyof SentRow]: readonly SentRow[Name][] };

export const columnsOf = (rows: readonly SentRow[]): Columns => ({
  system: rows.map((it) => it.system),
  areas: rows.map((it) => it.areas),
  deliverables: rows.map((it) => it.deliverables),
  both: rows.map((it) => it.both),
  done: rows.map((it) => it.done),
  observed: rows.map((it) => it.observed),
  from: rows.map((it) => it.from),
});

export const rowsOf = (columns: Columns): SentRow[] =>
  columns.system.map((system, i) => ({
    system,
    areas: columns.areas[i]!,
    deliverables: columns.deliverables[i]!,
    both: columns.both[i]!,
    done: columns.done[i]!,
    observed: columns.observed[i]!,
    from: columns.from[i]!,
  }));

/** What the page of the board is sent. */
export interface SentBoard {
  readonly systems: readonly string[];
  /** In the order in which groups of them stand; the last is `none` where some row says nothing at some moment. */
  readonly statuses: readonly { readonly value: string; readonly word: string }[];
  readonly areas: readonly { readonly value: string; readonly word: string }[];
  /** The first is both clocks. Its title is `as documented`, `as of 2025-10-16`. */
  readonly moments: readonly { readonly name: string; readonly title: string }[];
  /** Whether every observation stands in its row, to be shown at its moment; else the documented and the last one do. */
  readonly hasEveryObservation: boolean;
  /** In the order in which they stand in the page. */
  readonly columns: Columns;
}

/** What a row says at a moment. */
export interface RowReading {
  readonly statuses: readonly string[];
  /** Which of the observations in the row counts; undefined with both clocks, and where nothing was said. */
  readonly observation: number | undefined;
  /** How many deliverables are complete; undefined where nothing is said of them. */
  readonly done: number | undefined;
}

export interface BoardGroup {
  /** A system, a status, an area; empty where nothing is said, and where all rows are one group. */
  readonly key: string;
  /** By their places in the list of rows. */
  readonly rows: readonly number[];
  readonly deliverables: number;
  /** How many rows have each status, in the order of the statuses; not told of a group that is one status. */
  readonly counts: readonly (readonly [status: string, count: number])[];
  /** Whether some row of it is shown. */
  readonly isShown: boolean;
}

/** What of the board is shown. */
export interface BoardView extends Filtered {
  /** The name of the moment; empty with both clocks. */
  readonly at: string;
  readonly group: Grouping;
  readonly sort: Order;
  readonly readings: readonly RowReading[];
  readonly groups: readonly BoardGroup[];
  /** It is another part of the board than the whole of some systems: rows are missing between others. */
  readonly isFiltered: boolean;
}

export const boardChoices = ({ systems, statuses, areas, moments }: SentBoard): Choices => ({
  facets: { system: systems, status: statuses.map(({ value }) => value), area: areas.map(({ value }) => value) },
  views: { at: moments.map(({ name }) => name), group: groupings.slice(1), sort: orders.slice(1) },
  text: 'q',
});

/** Returns what shows the board for a choice; `texts` are the words of the rows in lower case, in their order. */
export function boardReader(board: SentBoard, texts: readonly string[]): (chosen: Chosen) => BoardView {
  const choices = boardChoices(board);
  const rows: readonly Row[] = rowsOf(board.columns).map((row, i) => ({ ...row, text: texts[i]! }));
  return (chosen) => {
    const at = chosen['at'] ?? '';
    const group = groupings.find((it) => it === chosen['group']) ?? 'system';
    const sort = orders.find((it) => it === chosen['sort']) ?? 'order';
    const moment = board.moments.findIndex(({ name }) => name === at);
    const readings = rows.map((row) => readingAt(board, row, moment));
    const filtered = filterRows(
      rows.map((row, i) => filterRowOf(board, row, readings[i]!)),
      choices,
      chosen,
    );
    const groups = groupsOf(board, rows, readings, { group, sort, at }, filtered.shown);
    const isFiltered = ['status', 'area', 'q'].some((name) => chosen[name]);
    return { ...filtered, at, group, sort, readings, groups, isFiltered };
  };
}

const statusOf = ({ statuses }: SentBoard, index: StatusIndex): string => statuses[index]!.value;

/** The first moment is both clocks. */
function readingAt(board: SentBoard, { both, done, from, observed, deliverables }: SentRow, moment: number): RowReading {
  if (moment <= 0) return { statuses: both.map((it) => statusOf(board, it)), observation: undefined, done: done ?? undefined };
  const [, observation, counted] = from.findLast(([since]) => since <= moment) ?? [0, -1];
  const status = observation < 0 ? nothing : statusOf(board, observed[observation]!);
  return {
    statuses: [status],
    observation: observation < 0 ? undefined : observation,
    done: (counted === undefined ? doneWith(status, deliverables) : counted) ?? undefined,
  };
}

/** How many deliverables are complete, where that follows from the status; null where nothing is said. */
export const doneWith = (status: string, deliverables: number): number | null =>
  status === nothing ? null : status === 'complete' ? deliverables : 0;

const filterRowOf = ({ systems, areas }: SentBoard, row: Row, { statuses }: RowReading): FilterRow => ({
  values: { system: [systems[row.system]!], status: statuses, area: row.areas.map((it) => areas[it]!.value) },
  text: row.text,
});

interface View {
  readonly group: Grouping;
  readonly sort: Order;
  readonly at: string;
}

function groupsOf(
  board: SentBoard,
  rowList: readonly Row[],
  readings: readonly RowReading[],
  { group, sort, at }: View,
  shown: readonly boolean[],
): BoardGroup[] {
  const placed = rowList.map((row, index) => {
    const { statuses, done } = readings[index]!;
    return {
      index,
      system: board.systems[row.system]!,
      title: row.text,
      status: statuses[0] === nothing ? '' : statuses[0]!,
      area: row.areas[0] === undefined ? '' : board.areas[row.areas[0]]!.value,
      left: done === undefined ? undefined : row.deliverables - done,
    };
  });
  const keys = { status: board.statuses.map(({ value }) => value), area: board.areas.map(({ value }) => value) };
  return arrange(placed, { group, sort }, keys).map(({ key, rows: them }) => {
    const rows = them.map(({ index }) => index);
    const counts = grouped(rows, (index) => readings[index]!.statuses[0]!);
    return {
      key,
      rows,
      deliverables: rows.reduce((sum, index) => sum + rowList[index]!.deliverables, 0),
      counts:
        group === 'status'
          ? []
          : keys.status.flatMap((it) => (counts.has(it) && (at !== '' || it !== nothing) ? [[it, counts.get(it)!.length] as const] : [])),
      isShown: rows.some((index) => shown[index]),
    };
  });
}
