/** The milestones and the platforms of a system as rows of a frame, and how high a frame has to be for them. */
import type { Entries } from '../../facts/entries.ts';
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
const [around, aRow, aBlock] = [150, 62, 90];

/** The height in pixels that a frame of some width needs; measured by a browser test. */
export const frameHeight = (rows: number): number => Math.min(mostHeight, around + rows * aRow + (rows === 0 ? aBlock : 0));
