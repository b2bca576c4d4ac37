/**
 * The platforms as a matrix: targets by systems, two clocks in each cell. Leaves out how a state is drawn, and which
 * cells a reader has chosen.
 */
import type { Platform, PlatformState } from '../schemas/platforms.ts';
import type { Entries, Entry } from './entries.ts';
import { bySide, sourcesIn, type BySide } from './evidence.ts';

type Observation = Platform['states'][number];

export interface MatrixCell extends BySide<Observation> {
  readonly platform: Entry<'platforms'>;
  /** Both clocks make a claim, and not the same one. */
  readonly differs: boolean;
}

export interface MatrixRow {
  readonly target: string;
  /** The target's name, as the first system calls it. */
  readonly title: string;
  /** The models that the target stands for, without the words of its name; empty where several systems have the target. */
  readonly covers: readonly string[];
  /** One for each system; undefined where the system does not name the target. */
  readonly cells: readonly (MatrixCell | undefined)[];
}

export interface MatrixGroup {
  readonly group: Platform['group'];
  readonly rows: readonly MatrixRow[];
}

const groups: readonly Platform['group'][] = ['virtual', 'board', 'machine', 'network'];
const claims: ReadonlySet<PlatformState | undefined> = new Set(['supported', 'partial', 'planned', 'deferred', 'removed']);

/** A difference is between two claims: silence and an unknown contradict nothing. */
export const differ = (documented: PlatformState | undefined, found: PlatformState | undefined): boolean =>
  documented !== found && claims.has(documented) && claims.has(found);

/** One platform with its two clocks. */
export function cellOf(entries: Entries, platform: Entry<'platforms'>): MatrixCell {
  const sides = bySide(platform.data.states, sourcesIn(entries));
  return { platform, ...sides, differs: differ(sides.documented?.state, sides.found?.state) };
}

/** The rows of each group that has any, in the order of their targets; the cells in the order of `systems`. */
export function matrixOf(entries: Entries, systems: readonly string[]): MatrixGroup[] {
  return groups.flatMap((group) => {
    const them = entries.platforms.filter((it) => it.data.group === group && systems.includes(it.data.system));
    const targets = [...Map.groupBy(them, (it) => it.data.target)].sort(([a], [b]) => (a < b ? -1 : 1));
    return targets.length > 0 ? [{ group, rows: targets.map(([target, platforms]) => rowOf(entries, systems, target, platforms)) }] : [];
  });
}

function rowOf(entries: Entries, systems: readonly string[], target: string, platforms: readonly Entry<'platforms'>[]): MatrixRow {
  const cells = systems.map((system) => {
    const platform = platforms.find((it) => it.data.system === system);
    return platform && cellOf(entries, platform);
  });
  const { title } = cells.find((it) => it !== undefined)!.platform.data;
  const covers = platforms.length === 1 ? coversOf(platforms[0]!.data) : [];
  return { target, title, covers, cells };
}

/** What a platform covers, each without the words that it shares with the start of the title: `400` for `Raspberry Pi 400`. */
export function coversOf({ title, covers }: Pick<Platform, 'title' | 'covers'>): string[] {
  const words = title.split(' ');
  const short = (name: string) => {
    const own = name.split(' ');
    const same = own.findIndex((word, i) => word !== words[i]);
    return same < 1 ? name : own.slice(same).join(' ');
  };
  return [...new Set(covers.map(({ name }) => short(name)))];
}
