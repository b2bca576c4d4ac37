/**
 * The board over all systems without a page: what its build sends of it, and what a choice shows of that. Leaves out how it
 * stands in the page (`board-page.ts`) and what an address says (`page/filters.ts`).
 */
import { arrange, groupings, orders, type Grouping, type Order } from '../../facts/order/arrange.ts';
import { filterRows, type Choices, type Chosen, type Filtered, type FilterRow } from '../page/filters.ts';

/** The value that stands for a status where nothing is said. */
export const nothing = 'none';

/** A status by its place in the list of all statuses. */
type StatusIndex = number;

export interface SentRow {
  readonly id: string;
  /** By its place in the list of systems. */
  readonly system: number;
  readonly title: string;
  /** What words are looked for in beside the title: the goal, where it stands in the row. */
  readonly words?: string;
  /** By their places in the list of areas; the area of most deliverables first. */
  readonly areas: readonly number[];
  readonly deliverables: number;
  /** With both clocks: the statuses, the documented one first, and how many deliverables are complete; null where nothing is said. */
  readonly both: readonly [statuses: readonly StatusIndex[], done: number | null];
  /** The status of each observation in the row, in their order there. */
  readonly observed: readonly StatusIndex[];
  /**
   * What counts from a moment on, until another is given: which observation, or -1 where nothing was said by then, and how
   * many deliverables are complete.
   */
  readonly from: readonly (readonly [moment: number, observation: number, done: number | null])[];
}

/** What the page of the board is sent. */
export interface SentBoard {
  readonly systems: readonly string[];
  /** In the order in which groups of them stand; the last is `none` where some row says nothing at some moment. */
  readonly statuses: readonly { readonly value: string; readonly word: string }[];
  readonly areas: readonly { readonly value: string; readonly word: string }[];
  /** The first is both clocks. Its title is `as documented`, `as of 2025-10-16`. */
  readonly moments: readonly { readonly name: string; readonly title: string }[];
  /** In the order of the board. */
  readonly rows: readonly SentRow[];
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

/** Returns what shows the board for a choice. */
export function boardReader(board: SentBoard): (chosen: Chosen) => BoardView {
  const choices = boardChoices(board);
  const texts = board.rows.map(({ title, words = '' }) => `${title} ${words}`.toLowerCase());
  return (chosen) => {
    const at = chosen['at'] ?? '';
    const group = groupings.find((it) => it === chosen['group']) ?? 'system';
    const sort = orders.find((it) => it === chosen['sort']) ?? 'order';
    const moment = board.moments.findIndex(({ name }) => name === at);
    const readings = board.rows.map((row) => readingAt(board, row, moment));
    const filtered = filterRows(
      board.rows.map((row, i) => filterRowOf(board, row, readings[i]!, texts[i]!)),
      choices,
      chosen,
    );
    const groups = groupsOf(board, readings, { group, sort, at }, filtered.shown);
    const isFiltered = ['status', 'area', 'q'].some((name) => chosen[name]);
    return { ...filtered, at, group, sort, readings, groups, isFiltered };
  };
}

const statusOf = ({ statuses }: SentBoard, index: StatusIndex): string => statuses[index]!.value;

/** The first moment is both clocks. */
function readingAt(board: SentBoard, { both, from, observed }: SentRow, moment: number): RowReading {
  if (moment <= 0) {
    const [statuses, done] = both;
    return { statuses: statuses.map((it) => statusOf(board, it)), observation: undefined, done: done ?? undefined };
  }
  const [, observation, done] = from.findLast(([since]) => since <= moment) ?? [0, -1, null];
  return observation < 0
    ? { statuses: [nothing], observation: undefined, done: done ?? undefined }
    : { statuses: [statusOf(board, observed[observation]!)], observation, done: done ?? undefined };
}

const filterRowOf = ({ systems, areas }: SentBoard, row: SentRow, { statuses }: RowReading, text: string): FilterRow => ({
  values: { system: [systems[row.system]!], status: statuses, area: row.areas.map((it) => areas[it]!.value) },
  text,
});

interface View {
  readonly group: Grouping;
  readonly sort: Order;
  readonly at: string;
}

function groupsOf(board: SentBoard, readings: readonly RowReading[], { group, sort, at }: View, shown: readonly boolean[]): BoardGroup[] {
  const placed = board.rows.map((row, index) => {
    const { statuses, done } = readings[index]!;
    return {
      index,
      system: board.systems[row.system]!,
      title: row.title,
      status: statuses[0] === nothing ? '' : statuses[0]!,
      area: row.areas[0] === undefined ? '' : board.areas[row.areas[0]]!.value,
      left: done === undefined ? undefined : row.deliverables - done,
    };
  });
  const keys = { status: board.statuses.map(({ value }) => value), area: board.areas.map(({ value }) => value) };
  return arrange(placed, { group, sort }, keys).map(({ key, rows: them }) => {
    const rows = them.map(({ index }) => index);
    const counts = Map.groupBy(rows, (index) => readings[index]!.statuses[0]!);
    return {
      key,
      rows,
      deliverables: rows.reduce((sum, index) => sum + board.rows[index]!.deliverables, 0),
      counts:
        group === 'status'
          ? []
          : keys.status.flatMap((it) => (counts.has(it) && (at !== '' || it !== nothing) ? [[it, counts.get(it)!.length] as const] : [])),
      isShown: rows.some((index) => shown[index]),
    };
  });
}
