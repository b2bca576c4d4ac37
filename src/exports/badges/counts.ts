/** What a badge says: the milestones of a system counted on one side, the newest state of a platform. The words are `components/badges`. */
import type { PlatformState } from '../../schemas/platforms.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { bySide, sourcesIn, type Side } from '../../facts/evidence.ts';

export interface Tally {
  readonly complete: number;
  readonly unknown: number;
  /** Those that have an observation on this side, without the ones that a later list leaves out. */
  readonly total: number;
  /** The newest day of what was counted; `undated` where the copies carry none. */
  readonly asOf: string;
}

/** Undefined where nothing is said of any milestone on this side. */
export function tallyOf(entries: Entries, system: string, side: Side): Tally | undefined {
  const counted = entries.milestones
    .filter((it) => it.data.system === system)
    .map((it) => bySide(it.data.status, sourcesIn(entries))[side])
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
  readonly side: Side;
  readonly asOf: string;
}

/** What was found last, or else what is documented; with neither, nothing is named. */
export function newestOf(entries: Entries, platform: Entry<'platforms'>): Newest {
  const { documented, found } = bySide(platform.data.states, sourcesIn(entries));
  if (found) return { state: found.state, side: 'found', asOf: found.asOf };
  return { state: documented?.state ?? 'unnamed', side: 'documented', asOf: documented?.asOf ?? 'undated' };
}
