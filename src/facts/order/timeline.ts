/**
 * Observations along an axis of time: where each day lies between the first and the last, and which days the axis names. Only what has a
 * day lies on it; where nothing was seen on two days there is no axis.
 */
import { inAlphabet } from '../alphabet.ts';

/** Days from one day to another are what counts; a year begins in March, so that its last day may be a twenty-ninth of February. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const marchYear = month > 2 ? year : year - 1;
  const daysOfMonths = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + daysOfMonths + date;
}

export interface Tick {
  /** `2026-01-01`. */
  readonly day: string;
  /** `2026`, or the month: `Apr`, of the first with its year. */
  readonly label: string;
  /** From 0, the first day, to 1, the last. */
  readonly at: number;
}

export interface Timeline<T> {
  readonly first: string;
  readonly last: string;
  readonly ticks: readonly Tick[];
  /** For each list its dated observations, in their order. */
  readonly rows: readonly (readonly { readonly at: number; readonly observation: T }[])[];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Of steps of so many months the shortest that gives at most so many ticks. */
const steps = [1, 2, 3, 6, 12, 24, 60] as const;
const mostTicks = 7;

/** Undefined where nothing was seen on two days: then there is no time to show. */
export function timelineOf<T extends { readonly asOf: string }>(lists: readonly (readonly T[])[]): Timeline<T> | undefined {
  const days = lists.flatMap(daysOf).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  const isSeenTwice = lists.some((list) => new Set(daysOf(list)).size > 1);
  if (first === undefined || last === undefined || !isSeenTwice) return undefined;
  const [from, to] = [dayNumber(first), dayNumber(last)];
  const at = (day: string): number => (dayNumber(day) - from) / (to - from);
  return {
    first,
    last,
    ticks: ticksBetween(first, last).map((day, i) => ({ day, label: labelOf(day, i === 0), at: at(day) })),
    rows: lists.map((list) => list.filter((it) => it.asOf !== 'undated').map((observation) => ({ at: at(observation.asOf), observation }))),
  };
}

interface Observed {
  readonly observations: readonly { readonly asOf: string }[];
}

/** Whether some row was seen on two days, so that there is a time to show. */
export const hasTime = (rows: readonly Observed[]): boolean => timelineOf(rows.map((it) => it.observations)) !== undefined;

/** Of many rows the `most` whose last dated observation is the latest, in the order in which they stood. */
export function seenLast<R extends Observed>(rows: readonly R[], most: number): R[] {
  const lastDays = new Map(rows.map((row) => [row, daysOf(row.observations).sort().at(-1) ?? '']));
  const kept = new Set(rows.toSorted((a, b) => inAlphabet(lastDays.get(b)!, lastDays.get(a)!)).slice(0, most));
  return rows.filter((row) => kept.has(row));
}

const daysOf = (list: readonly { readonly asOf: string }[]): string[] => list.map((it) => it.asOf).filter((it) => it !== 'undated');

function labelOf(day: string, isFirst: boolean): string {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)];
  if (month === '01') return year;
  return `${months[Number(month) - 1]!}${isFirst ? ` ${year}` : ''}`;
}

/** The first days of months between two days, evenly spaced. */
function ticksBetween(first: string, last: string): string[] {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [from, to] = [monthOf(first) + (first.endsWith('-01') ? 0 : 1), monthOf(last)];
  const step = steps.find((it) => (to - from) / it < mostTicks) ?? steps.at(-1)!;
  const found: string[] = [];
  for (let month = Math.ceil(from / step) * step; month <= to; month += step)
    found.push(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  return found;
}
