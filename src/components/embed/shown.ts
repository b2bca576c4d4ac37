/** The milestones and the platforms of a system as rows of a frame, and how high a frame has to be for them. */
import { badgesOf } from '../../exports/badges/badge.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { bySide, sourcesIn } from '../../facts/evidence.ts';
import { milestoneWords, platformWords, type Worded } from '../spec/state-words.ts';

/** One side of a row. */
export interface SideShown extends Worded {
  /** Left out where the primary source says it and carries no date: that is told once, below all rows. */
  readonly day?: string;
  /** What the word alone does not say: why nobody knows, which part, where to. */
  readonly reason?: string;
}

export interface Shown {
  readonly id: string;
  /** Its place in the project's own list. */
  readonly place?: number;
  readonly title: string;
  /** What is written on a command line for it. */
  readonly called?: string;
  /** Its page, root-relative. */
  readonly page: string;
  readonly documented: SideShown | undefined;
  readonly found: SideShown | undefined;
}

interface Observation {
  readonly asOf: string;
  readonly why?: string | undefined;
  readonly note?: string | undefined;
}

/** Words that say too little alone. */
const telling = new Set(['partial', 'moved', 'unknown']);

function side(it: Observation | undefined, state: string | undefined, words: Readonly<Record<string, Worded>>, isDocumented: boolean) {
  if (!it || state === undefined) return undefined;
  const reason = telling.has(state) ? (it.why ?? it.note) : undefined;
  return {
    ...words[state]!,
    ...(!(isDocumented && it.asOf === 'undated') && { day: it.asOf }),
    ...(reason !== undefined && { reason }),
  };
}

export const shownMilestones = (entries: Entries, system: string): Shown[] =>
  entries.milestones
    .filter((it) => it.data.system === system)
    .toSorted((a, b) => a.data.order - b.data.order)
    .map(({ id, data }) => {
      const { documented, found } = bySide(data.status, sourcesIn(entries));
      return {
        id,
        place: data.order,
        title: data.title,
        page: `/milestones/${id}/`,
        documented: side(documented, documented?.status, milestoneWords, true),
        found: side(found, found?.status, milestoneWords, false),
      };
    });

export const shownPlatforms = (entries: Entries, system: string): Shown[] =>
  entries.platforms
    .filter((it) => it.data.system === system)
    .map(({ id, data }) => {
      const { documented, found } = bySide(data.states, sourcesIn(entries));
      const called = data.identifiers.at(-1)?.name;
      return {
        id,
        title: data.title,
        ...(called !== undefined && { called }),
        page: `/platforms/${id}/`,
        documented: side(documented, documented?.state, platformWords, true),
        found: side(found, found?.state, platformWords, false),
      };
    });

export const frameAddress = (system: string, what: 'milestones' | 'platforms'): string => `/embed/${system}/${what}/`;

/** A list that is longer than this scrolls inside its frame. */
const mostHeight = 720;

/** In pixels, at a width of 640 and more; a browser test measures them. */
const heights = { headAndFoot: 90, sum: 21, none: 60, columns: 31, row: 38, reason: 33, longName: 31, undated: 32 };
/** An identifier of so many characters stands below the title. */
const longName = 24;

/** The height of the frame that shows these rows below so many sums. */
export function frameHeight(rows: readonly Shown[], sums: number): number {
  const { headAndFoot, sum, none, columns, row, reason, undated } = heights;
  if (rows.length === 0) return headAndFoot + none;
  const isFolded = (it: Shown): boolean => it.documented?.reason !== undefined || it.found?.reason !== undefined;
  const more = rows.map((it) => Math.max(isFolded(it) ? reason : 0, (it.called ?? '').length > longName ? heights.longName : 0));
  const lists = columns + rows.length * row + more.reduce((all, it) => all + it, 0);
  return Math.min(mostHeight, headAndFoot + sums * sum + lists + (isUndated(rows) ? undated : 0));
}

/** Nothing that is documented of them carries a date, which is told once. */
export function isUndated(rows: readonly Shown[]): boolean {
  const said = rows.flatMap(({ documented }) => documented ?? []);
  return said.length > 0 && said.every(({ day }) => day === undefined);
}

/** The milestones counted on both sides, as the badges say it. */
export const sumsOf = (entries: Entries, system: Entry<'systems'>): string[] =>
  badgesOf(entries, system)
    .filter(({ name, glyph }) => name.startsWith('milestones') && glyph !== 'unnamed')
    .map(({ message }) => message);
