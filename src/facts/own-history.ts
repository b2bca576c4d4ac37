/**
 * The history of Orrery's own records: when each was added, corrected and taken out. It is kept as text, a line for each, because
 * a build has neither a clock nor a repository to ask. Leaves out what a record states (`records/own-history.ts`) and who wrote it.
 */
import { addressOf, isGuide } from './addresses.ts';
import type { CollectionName } from '../schemas/evidence.ts';
import { inAlphabet } from './alphabet.ts';

/** Where it lies, from the project's root. */
export const historyFile = 'src/records/history.txt';
/** The command that brings it up to date. */
export const historyCommand = 'npm run facts -- --write';

/** What a record or a page states now. A term has one for each system that gives it a meaning. */
export interface StatedThing {
  /** `rules/orbit.turn.once`; of a page `pages/systems/orbit/guides/first-turn`. */
  readonly name: string;
  readonly system: string;
  /** Of what it says, a dot, and of what it cites, each in eight hexadecimal digits. */
  readonly hash: string;
  readonly title: string;
}

/** One line: what a thing was from this day on. Without a hash it was taken out. */
export interface HistoryLine extends Omit<StatedThing, 'hash'> {
  /** `2026-11-20`. */
  readonly day: string;
  readonly hash: string | undefined;
}

const head = `# When each record and page of this project was added, corrected and taken out: day, system, name, hash of what it says and of what it cites, title.
# ${historyCommand}
`;

const form = /^(\d{4}-\d\d-\d\d) ([a-z0-9-]+) ([a-z]+\/[a-z0-9./-]+) ([0-9a-f]{8}\.[0-9a-f]{8}|-) (\S.*)$/;

/** The lines; or the number of the first that is none. */
export function readHistory(text: string): readonly HistoryLine[] | number {
  const lines: HistoryLine[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, day, system, name, hash, title] = form.exec(line) ?? [];
    if (day === undefined || system === undefined || name === undefined || title === undefined) return i + 1;
    lines.push({ day, system, name, hash: hash === '-' ? undefined : hash, title });
  }
  return lines;
}

/** The same as text: by day, then by name and system, so that a change of it can be reviewed. */
export const historyText = (lines: readonly HistoryLine[]): string =>
  `${head}${lines
    .toSorted((a, b) => inAlphabet(a.day, b.day) || inAlphabet(a.name, b.name) || inAlphabet(a.system, b.system))
    .map(({ day, system, name, hash, title }) => `${day} ${system} ${name} ${hash ?? '-'} ${title}\n`)
    .join('')}`;

const keyOf = ({ name, system }: Pick<StatedThing, 'name' | 'system'>): string => `${name} ${system}`;

/** What was there at the end of the last of these lines, by name and system. */
function standing(lines: readonly HistoryLine[]): Map<string, HistoryLine> {
  const there = new Map<string, HistoryLine>();
  for (const line of lines.toSorted((a, b) => inAlphabet(a.day, b.day)))
    if (line.hash === undefined) there.delete(keyOf(line));
    else there.set(keyOf(line), line);
  return there;
}

/**
 * The history brought up to date on a day. What was noted on that day is worked out anew against the days before, so one line tells
 * a day's work: what was added and then corrected was added, and what is as it was before has no line.
 */
export function broughtUpTo(day: string, lines: readonly HistoryLine[], now: readonly StatedThing[]): HistoryLine[] {
  const earlier = lines.filter((it) => it.day < day);
  const before = standing(earlier);
  const present = new Set(now.map(keyOf));
  const fresh = now.filter((it) => before.get(keyOf(it))?.hash !== it.hash).map((it) => ({ ...it, day }));
  const gone = [...before.values()].filter((it) => !present.has(keyOf(it))).map((it) => ({ ...it, day, hash: undefined }));
  return [...earlier, ...fresh, ...gone];
}

/** The newest day; undefined where there is no line. */
export const lastDay = (lines: readonly HistoryLine[]): string | undefined =>
  lines
    .map(({ day }) => day)
    .sort(inAlphabet)
    .at(-1);

/** The names of what the lines do not tell as it is now, each once. */
export function untold(lines: readonly HistoryLine[], now: readonly StatedThing[]): string[] {
  const told = standing(lines);
  const present = new Set(now.map(keyOf));
  const changed = now.filter((it) => told.get(keyOf(it))?.hash !== it.hash);
  const gone = [...told.values()].filter((it) => !present.has(keyOf(it)));
  return [...new Set([...changed, ...gone].map(({ name }) => name))].sort(inAlphabet);
}

/** What Orrery did on one day to what it says of one system. */
export interface OwnDay {
  readonly day: string;
  readonly system: string;
  readonly did: Readonly<Record<OwnChange, readonly HistoryLine[]>>;
}

/** `corrected`: it says something else than before. `recited`: it says the same, and rests on other places. */
export const ownChanges = ['added', 'corrected', 'recited', 'removed'] as const;
export type OwnChange = (typeof ownChanges)[number];

/** The days of one system or of all: newest first, one day by the names of the systems. */
export function ownDays(lines: readonly HistoryLine[], system?: string): OwnDay[] {
  const days = Map.groupBy(
    changesIn(lines).filter(({ line }) => system === undefined || line.system === system),
    ({ line }) => `${line.day} ${line.system}`,
  );
  return [...days.values()]
    .map((all) => {
      const those = (change: OwnChange) => all.filter((it) => it.change === change).map(({ line }) => line);
      const did = { added: those('added'), corrected: those('corrected'), recited: those('recited'), removed: those('removed') };
      return { day: all[0]!.line.day, system: all[0]!.line.system, did };
    })
    .sort((a, b) => inAlphabet(b.day, a.day) || inAlphabet(a.system, b.system));
}

/** Each line with what it changed against the lines before it. */
function changesIn(lines: readonly HistoryLine[]): { readonly line: HistoryLine; readonly change: OwnChange }[] {
  const last = new Map<string, HistoryLine>();
  return lines
    .toSorted((a, b) => inAlphabet(a.day, b.day))
    .map((line) => {
      const before = last.get(keyOf(line));
      last.set(keyOf(line), line);
      return { line, change: changeOf(line, before) };
    });
}

function changeOf({ hash }: HistoryLine, before: HistoryLine | undefined): OwnChange {
  if (hash === undefined) return 'removed';
  if (before?.hash === undefined) return 'added';
  return saysOf(hash) === saysOf(before.hash) ? 'recited' : 'corrected';
}

const saysOf = (hash: string): string => hash.slice(0, hash.indexOf('.'));

/** The history as a page or a feed shows it. */
export interface OwnHistory {
  readonly lines: readonly HistoryLine[];
  /** Where the thing of a line is read today, root-relative; undefined for one that was taken out. */
  addressNow(line: HistoryLine): string | undefined;
}

/** Where a day stands on the page of its system. */
export const ownDayAddress = ({ system, day }: Pick<OwnDay, 'system' | 'day'>): string => `/changes/${system}/#orrery-${day}`;

/** What can be told apart, in the order in which a reader wants to know it, each in the singular and the plural. */
export const ownKinds = {
  guide: ['guide', 'guides'],
  task: ['task', 'tasks'],
  page: ['page', 'pages'],
  system: ['overview', 'overviews'],
  architecture: ['map of parts', 'maps of parts'],
  milestone: ['milestone', 'milestones'],
  platform: ['platform', 'platforms'],
  drift: ['difference', 'differences'],
  rule: ['rule', 'rules'],
  glossary: ['term', 'terms'],
} as const;
export type OwnKind = keyof typeof ownKinds;

const kindOfCollection: Readonly<Record<string, OwnKind>> = {
  tasks: 'task',
  systems: 'system',
  architecture: 'architecture',
  milestones: 'milestone',
  platforms: 'platform',
  drift: 'drift',
  rules: 'rule',
  glossary: 'glossary',
};

/** Of a line, by its name. */
export function ownKind({ name }: Pick<HistoryLine, 'name'>): OwnKind {
  const collection = name.slice(0, name.indexOf('/'));
  return kindOfCollection[collection] ?? (isGuide(ownAddress({ name })) ? 'guide' : 'page');
}

/** Where a record or a page is read, or was. Root-relative. */
export function ownAddress({ name }: Pick<HistoryLine, 'name'>): string {
  const [collection = '', ...rest] = name.split('/');
  return collection === 'pages' ? `/${rest.join('/')}/` : addressOf({ collection: collection as CollectionName, id: rest.join('/') });
}

/** Lines of one kind, by their titles. */
export interface OfKind {
  readonly kind: OwnKind;
  readonly lines: readonly HistoryLine[];
}

/** Lines by their kinds, in the order of `ownKinds`; a kind without a line is left out. */
export function byKind(lines: readonly HistoryLine[]): OfKind[] {
  const groups = Map.groupBy(lines, ownKind);
  return (Object.keys(ownKinds) as OwnKind[]).flatMap((kind) => {
    const of = groups.get(kind);
    return of ? [{ kind, lines: of.toSorted((a, b) => inAlphabet(a.title, b.title)) }] : [];
  });
}
