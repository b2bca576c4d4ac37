/** The name of a cited place, as the files have it that keep something of each: `starina-upstream 98dae3c kernel/src/poll.rs 12-20`. */
import type { Citation } from '../schemas/evidence.ts';

export interface NamedPlace {
  readonly source: string;
  readonly commit: string;
  readonly path: string;
  /** Counted from 1, first and last included; undefined for a whole file. */
  readonly lines: readonly [from: number, to: number] | undefined;
}

/** What a name looks like, as part of a regular expression: no part of it has a blank. */
export const placePattern = '[a-z0-9-]+ [0-9a-f]{6,40} \\S+ (?:\\d+-\\d+|file)';

export const placeName = (source: string, commit: string, path: string, lines: readonly [number, number] | 'file'): string =>
  [source, commit, path, lines === 'file' ? lines : `${lines[0]}-${lines[1]}`].join(' ');

/** What such a name is of. */
export function placeNamed(name: string): NamedPlace {
  const [source = '', commit = '', path = '', range = ''] = name.split(' ');
  const [from, to] = range.split('-').map(Number);
  return { source, commit, path, lines: to === undefined ? undefined : [from!, to] };
}

/** The name of the place of a citation that has lines, or is of a whole file. */
export const nameOfPlace = ({ source, commit, path, lines, whole }: Citation): string | undefined =>
  commit !== undefined && path !== undefined && (lines ?? (whole === 'file' ? 'file' : undefined)) !== undefined
    ? placeName(source, commit, path, lines ?? 'file')
    : undefined;

/** By the names of the places that they cite, each place once; what cites no such place is left out. */
export const byPlace = <Item>(items: readonly Item[], citationOf: (it: Item) => Citation): Map<string, Item> =>
  new Map(
    items.flatMap((it) => {
      const name = nameOfPlace(citationOf(it));
      return name === undefined ? [] : [[name, it] as const];
    }),
  );
