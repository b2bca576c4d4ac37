/** What a badge says: the milestones of a system counted at one clock, the newest state of a platform. The words are `components/badges`. */
import type { PlatformState } from '../../schemas/platforms.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { clocksOf } from '../../facts/observations.ts';

export type Clock = 'documented' | 'found';

export interface Tally {
  readonly complete: number;
  readonly unknown: number;
  /** Those that have an observation at this clock, without the ones that a later list leaves out. */
  readonly total: number;
  /** The newest day of what was counted; `undated` where the copies carry none. */
  readonly asOf: string;
}

/** Undefined where nothing is said of any milestone at this clock. */
export function tallyOf(entries: Entries, system: string, clock: Clock): Tally | undefined {
  const counted = entries.milestones
    .filter((it) => it.data.system === system)
    .map((it) => clocksOf(entries, it.data.status)[clock])
    .filter((it) => it !== undefined)
    .filter((it) => it.status !== 'dropped');
  if (counted.length === 0) return undefined;
  const days = counted.map((it) => it.asOf).filter((day) => day !== 'undated');
  return {
    complete: counted.filter((it) => it.status === 'complete').length,
    unknown: counted.filter((it) => it.status === 'unknown').length,
    total: counted.length,
    asOf: days.sort().at(-1) ?? 'undated',
  };
}

export interface Newest {
  readonly state: PlatformState;
  readonly clock: Clock;
  readonly asOf: string;
}

/** What was found last, or else what is documented. */
export function newestOf(entries: Entries, platform: Entry<'platforms'>): Newest {
  const { documented, found } = clocksOf(entries, platform.data.states);
  const { state, asOf } = found ?? documented ?? platform.data.states[0]!;
  return { state, clock: found ? 'found' : 'documented', asOf };
}
