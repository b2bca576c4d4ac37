/**
 * What the versions of a document say of each record: when it was first so, and when it became otherwise. A record is found by what it
 * cites of a version, and one of a row by its identifier; by nothing that is only alike.
 */
import { standingLines } from '../../facts/standing.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { isPrimarySource } from '../../facts/evidence.ts';
import type { Citation } from '../../schemas/evidence.ts';
import type { MilestoneStatus } from '../../schemas/milestones.ts';
import type { PlatformState } from '../../schemas/platforms.ts';
import type { Tracked } from '../tracked.ts';
import type { Item } from './items.ts';
import { saidOf, type Course } from './threads.ts';
import type { Version } from './version.ts';

export type StateWord = MilestoneStatus | PlatformState;

/** An observation as a record would hold it. */
export interface Observation {
  /** A day, or `undated` for a version that carries none. */
  readonly asOf: string;
  readonly word: StateWord;
  readonly note: string | undefined;
  /** Why the word is concluded and not stated; undefined where the document states it. */
  readonly why: string | undefined;
  readonly commit: string;
  readonly cite: readonly [Citation, ...Citation[]];
}

/** A list of observations in a record: of a milestone, of one of its deliverables, of a platform. */
export interface Place {
  readonly entry: Entry<'milestones'> | Entry<'platforms'>;
  /** The id of a deliverable. */
  readonly part: string | undefined;
}

export interface Said extends Place {
  readonly thread: number;
  /** Oldest first; each says something else than the one before. */
  readonly observations: readonly Observation[];
}

export interface Read {
  readonly said: readonly Said[];
  /** Threads that no record stands for. */
  readonly unheld: readonly number[];
}

interface Candidate extends Place {
  readonly kind: Item['kind'];
  readonly title: string;
  readonly names: readonly string[];
  readonly cites: readonly Citation[];
}

export function observationsIn(entries: Entries, tracked: Tracked, versions: readonly Version[], course: Course): Read {
  const held = new Set<number>();
  const said = candidatesIn(entries, tracked.system).flatMap((it): Said[] => {
    const thread = threadOf(entries, tracked, versions, course, it);
    if (thread === undefined) return [];
    held.add(thread);
    return [{ entry: it.entry, part: it.part, thread, observations: folded(tracked, versions, course, it, thread) }];
  });
  const joined = (t: number): boolean => course.threads.some((it, i) => held.has(i) && it.joined?.thread === t);
  return {
    said,
    unheld: course.threads
      .keys()
      .filter((t) => !held.has(t) && !joined(t))
      .toArray(),
  };
}

function candidatesIn(entries: Entries, system: string): Candidate[] {
  return [
    ...entries.milestones.flatMap((entry): Candidate[] => {
      if (entry.data.system !== system) return [];
      const { title, goal, status, deliverables } = entry.data;
      const whole = {
        entry,
        part: undefined,
        kind: 'milestone' as const,
        title,
        names: [],
        cites: [...status.flatMap((it) => it.cite), ...goal.cite],
      };
      return [
        whole,
        ...deliverables.map((it) => ({
          entry,
          part: it.id,
          kind: 'deliverable' as const,
          title: it.title,
          names: [],
          cites: [...it.cite, ...(it.status ?? []).flatMap((one) => one.cite)],
        })),
      ];
    }),
    ...entries.platforms.flatMap((entry): Candidate[] => {
      const { title, identifiers, states } = entry.data;
      const names = identifiers.map((it) => it.name);
      const cites = states.flatMap((it) => it.cite);
      const kind = entry.data.group === 'network' ? 'network' : 'platform';
      return entry.data.system === system ? [{ entry, part: undefined, kind, title, names, cites }] : [];
    }),
  ];
}

/** The thread that a record stands for: a platform by its identifier, everything by the earliest version of which it cites one item alone. */
function threadOf(
  entries: Entries,
  tracked: Tracked,
  versions: readonly Version[],
  course: Course,
  { kind, names, cites }: Candidate,
): number | undefined {
  const threads = course.threads
    .keys()
    .filter((t) => course.threads[t]!.kind === kind)
    .toArray();
  const byName = threads.find((t) => course.threads[t]!.seen.some((it) => it?.key !== undefined && names.includes(it.key)));
  if (kind === 'platform') return byName;
  const places = cites.flatMap((cite) => placeOf(entries, tracked, versions, cite) ?? []);
  for (const [n, { commit }] of versions.entries()) {
    for (const { lines } of places.filter((it) => it.commit.startsWith(commit) || commit.startsWith(it.commit))) {
      const within = threads.filter((t) => {
        const item = course.threads[t]!.seen[n];
        return item && lines[0] <= item.lines[0] && item.lines[1] <= lines[1];
      });
      if (within.length === 1) return within[0];
    }
  }
  return undefined;
}

/** The lines of the document that a citation is of: its own, or those that its line of the copy stands on. */
function placeOf(
  entries: Entries,
  { source, path }: Tracked,
  versions: readonly Version[],
  cite: Citation,
): { commit: string; lines: readonly [number, number] } | undefined {
  if (!cite.lines) return undefined;
  const isItsPath = cite.path === path || versions.some((it) => it.path === cite.path && it.path !== undefined);
  if (cite.source === source && isItsPath) return { commit: cite.commit!, lines: cite.lines };
  const data = entries.sources.find((it) => it.id === cite.source)?.data;
  if (!data || !isPrimarySource(data) || data.stands?.source !== source || data.stands.path !== path) return undefined;
  const lines = standingLines(data.stands.lines, cite.lines);
  return lines && { commit: data.stands.commit, lines };
}

/** What the versions say, with what repeats the version before left out. Once a whole list is gone, nothing is said of its items. */
function folded(tracked: Tracked, versions: readonly Version[], course: Course, it: Candidate, thread: number): Observation[] {
  const found: Observation[] = [];
  let isKnown = false;
  for (const [n, { commit, day, path = tracked.path }] of versions.entries()) {
    const item = saidOf(course, thread, n);
    isKnown ||= item !== undefined;
    const observed = item ? stated(item) : isKnown && course.has(n, it.kind) ? leftOut(it.kind) : undefined;
    if (!observed || found.at(-1)?.word === observed.word) continue;
    const place = { source: tracked.source, commit, path };
    const lines = item ? [item.lines, ...item.also].sort((a, b) => a[0] - b[0]) : [];
    const [first, ...more] = lines.map((range): Citation => ({ ...place, lines: [...range] }));
    const note = day === undefined ? [...(observed.note === undefined ? [] : [observed.note]), withoutDay].join(' ') : observed.note;
    const cite = [first ?? { ...place, absent: `an item for ${it.title}` }, ...more] as const;
    found.push({ asOf: day ?? 'undated', word: observed.word, note, why: observed.why, commit, cite: [...cite] });
  }
  return found;
}

/** What a reader must know of each observation of such a version. */
const withoutDay = 'This version carries no date; where it stands among the others is concluded.';

type Stated = Pick<Observation, 'word' | 'note' | 'why'>;

function stated({ kind, state }: Item): Stated | undefined {
  if (state === undefined) return undefined;
  if (kind === 'network') return { word: state, note: undefined, why: state === 'planned' ? notLive : deployed };
  if (state === 'partial') return { word: state, note: 'The document does not say here which part.', why: undefined };
  if (state === 'not-started' && kind === 'milestone')
    return { word: state, note: undefined, why: 'The item is open, without a remark that it is in progress.' };
  return { word: state, note: undefined, why: undefined };
}

const deployed =
  'The sentence above the list says that the system is deployed on these networks, and not which version of it. Deployed is taken for supported.';
const notLive = 'The list names it among the networks on which the system is deployed, and says that it is not live yet.';

const leftOut = (kind: Item['kind']): Stated => ({
  word: kind === 'platform' || kind === 'network' ? 'unnamed' : 'dropped',
  note: kind === 'platform' ? 'The table leaves it out.' : 'The list leaves it out.',
  why: undefined,
});
