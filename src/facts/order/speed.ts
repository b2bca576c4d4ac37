/**
 * How fast what a list names became complete: only where the days carry it. A thing counts that was seen not complete on one day and
 * complete on a later one; what was complete when the list began says nothing of speed.
 */
import { dayNumber } from './timeline.ts';

export interface Speed {
  /** The first and the last day on which the list was seen. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** How many became complete in between. */
  readonly completed: number;
  /** To one decimal: completed × 30.44 / days. */
  readonly aMonth: number;
}

/** Fewer things, or fewer days, and a rate would be an accident. */
const leastCompleted = 3;
const leastDays = 90;
/** Mean length of a month. */
const daysOfAMonth = 30.44;

/** Undefined where the days do not carry a rate. */
export function speedOf(lists: readonly (readonly { readonly asOf: string; readonly status: string }[])[]): Speed | undefined {
  const dated = lists.map((list) => list.filter((it) => it.asOf !== 'undated'));
  const days = dated
    .flat()
    .map((it) => it.asOf)
    .sort();
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  const completed = dated.filter((list) => {
    const at = list.findIndex((it) => it.status === 'complete');
    return at > 0 && list[at - 1]!.asOf < list[at]!.asOf;
  }).length;
  const length = dayNumber(to) - dayNumber(from);
  if (completed < leastCompleted || length < leastDays) return undefined;
  return { from, to, days: length, completed, aMonth: Math.round((completed * daysOfAMonth * 10) / length) / 10 };
}
