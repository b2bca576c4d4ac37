/** How the rows of the board are grouped and sorted. The build and the page in the browser both arrange them by it. */
import { grouped } from '../grouped.ts';
import { inAlphabet } from '../alphabet.ts';

export const groupings = ['system', 'status', 'area', 'none'] as const;
export type Grouping = (typeof groupings)[number];
/** `order`: as the source has it. `progress`: by status. `left`: the fewest deliverables that are not known to be complete first. */
export const orders = ['order', 'title', 'progress', 'left'] as const;
export type Order = (typeof orders)[number];

/** What arranging needs to know of a row. */
export interface Placed {
  readonly system: string;
  readonly title: string;
  /** Empty where nothing is said. */
  readonly status: string;
  /** Empty where no deliverable is named. */
  readonly area: string;
  /** How many deliverables are left; undefined where nothing is said of them. */
  readonly left: number | undefined;
}

export interface Arrangement {
  readonly group: Grouping;
  readonly sort: Order;
}

/**
 * Groups and sorts rows that come in the order of their sources. Groups of statuses and areas stand in the order of
 * `keys`, what is not in it last; systems stand as they come. A row has one place: its first status, its first area.
 */
export function arrange<T extends Placed>(
  rows: readonly T[],
  { group, sort }: Arrangement,
  keys: { readonly status: readonly string[]; readonly area: readonly string[] },
): { readonly key: string; readonly rows: readonly T[] }[] {
  const rank = (list: readonly string[], key: string) => (list.includes(key) ? list.indexOf(key) : list.length);
  const groups = [...grouped(rows, (row) => (group === 'none' ? '' : row[group]))];
  if (group === 'status' || group === 'area') groups.sort(([a], [b]) => rank(keys[group], a) - rank(keys[group], b));
  const compare: Record<Order, (a: T, b: T) => number> = {
    order: () => 0,
    title: (a, b) => inAlphabet(a.title.toLowerCase(), b.title.toLowerCase()),
    progress: (a, b) => rank(keys.status, a.status) - rank(keys.status, b.status),
    left: (a, b) => leftRank(a) - leftRank(b),
  };
  return groups.map(([key, them]) => ({ key, rows: them.toSorted(compare[sort]) }));
}

/** What is begun and nearly done comes first; what has nothing left, or is not spoken of, comes last. */
const leftRank = ({ left }: Placed): number =>
  left === undefined ? Number.MAX_SAFE_INTEGER : left === 0 ? Number.MAX_SAFE_INTEGER - 1 : left;
