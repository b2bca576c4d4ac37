/** The report of a watch, for a person: what could not be looked at, what changed, and what is left to be judged. */
import type { Entries } from '../../facts/entries.ts';
import { find } from '../../facts/entries.ts';
import { folderName } from '../repositories/places.ts';
import type { Finding } from '../../upstream/document.ts';
import type { Change } from '../history/changes.ts';
import type { DocumentNews, Drift, NewVersion } from './document.ts';
import type { Looked, SourceNews } from './look.ts';
import type { PlaceNews } from './places.ts';
import { atMost, code, cutAt } from './quoted.ts';
import { hasMoved, type Standing } from './repository.ts';

/** The text of a pull request may have 65,536 characters. */
const mostCharacters = 60_000;
const mostVersions = 20;
const mostLines = 30;
const shortDigits = 8;

const counted = (n: number, one: string, several = `${one}s`): string => `${n} ${n === 1 ? one : several}`;
const short = (commit: string): string => code(commit.slice(0, shortDigits));
/** A parenthesis would end the address of a link. */
const inLink = (web: string): string => web.replaceAll('(', '%28').replaceAll(')', '%29');
const nameOf = ({ data }: SourceNews): string => code(folderName(data.web)?.replace('+', '/') ?? data.web);

/** Whether a source is other than it was when it was last looked at, or than the records say. */
export const isNews = ({ standing, documents, drift, places, notes, problems }: SourceNews): boolean =>
  (standing !== undefined && (hasMoved(standing) || standing.isRewritten || standing.lost.length > 0)) ||
  documents.some((it) => it.fresh.length > 0 || it.changes.length > 0) ||
  [...drift.values()].some((it) => freshIn(it).length > 0) ||
  places.length > 0 ||
  notes.length > 0 ||
  problems > 0;

const freshIn = (drift: Drift | undefined): readonly Finding[] => (drift && 'fresh' in drift ? drift.fresh : []);

export function reportOf({ day, sources, set, unsound }: Looked): string {
  const news = sources.filter(isNews);
  const faulty = sources.filter(({ faults }) => faults.length > 0);
  const quiet = sources.filter((it) => !news.includes(it) && it.standing !== undefined);
  const lines = [
    `# Upstream on ${day}`,
    '',
    ...summary(sources),
    ...section('What could not be looked at', [
      ...faulty.flatMap((it) => it.faults.map((says) => `- ${nameOf(it)} (${code(it.id)}): ${says}`)),
      ...unsound
        .slice(0, mostLines)
        .map((it) => `- The records would not be sound with what was found, so they are left as they are: ${code(it)}`),
    ]),
    ...section(
      'What changed',
      news.flatMap((it, n) => [...(n > 0 ? [''] : []), ...sourceLines(it, set.entries)]),
    ),
    ...section(
      'What did not change',
      quiet.map((it) => `- ${nameOf(it)}: ${at(it.standing!.head.commit, it.standing!.head.day)}`),
    ),
    ...section('What is left to do', whatToDo),
  ];
  return cutAt(`${lines.join('\n').trimEnd()}\n`, mostCharacters);
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']);

const whatToDo = [
  '1. Read what was put into the records: each new observation names its commit and its lines, and is marked `by: history`.',
  '2. A cited place that changed or is gone asks whether its statement still holds. `npm run citations -- <folder of git directories> --head --show` prints each as it was and as it is. No statement was changed.',
  '3. What differs from the records and is not in them yet is for a person to write.',
];

function summary(sources: readonly SourceNews[]): string[] {
  const looked = sources.filter((it) => it.standing !== undefined);
  const moved = looked.filter((it) => hasMoved(it.standing!)).length;
  const documents = sources.flatMap((it) => it.documents);
  const places = sources.flatMap((it) => it.places);
  const drift = sources.flatMap((it) => [...it.drift.values()].flatMap(freshIn)).length;
  return [
    `${looked.length} of ${counted(sources.length, 'repository', 'repositories')} could be looked at, and ${moved} of them went on since the last time.`,
    `${counted(
      documents.reduce((sum, it) => sum + it.fresh.length, 0),
      'new version',
    )} of tracked documents; ${counted(
      documents.reduce((sum, it) => sum + it.changes.length, 0),
      'list',
    )} of observations in the records to be changed; ${counted(places.length, 'cited place')} not as before; ${counted(drift, 'new difference')} between documents and records.`,
    '',
  ];
}

const at = (commit: string, date: string): string => `${short(commit)} of ${date}`;

function sourceLines(it: SourceNews, entries: Entries): string[] {
  const { standing, documents, drift, places, notes, problems, data } = it;
  const title = find(entries, 'systems', data.system)?.data.title ?? data.system;
  return [
    `### ${code(title)}: ${nameOf(it)}`,
    '',
    ...(standing ? standingLines(standing, data.web) : []),
    ...notes.map((note) => `- ${note}`),
    ...(problems > 0
      ? [`- ${counted(problems, 'citation')} of it not in order: \`npm run citations -- <folder of git directories>\` names each.`]
      : []),
    ...documents.flatMap((document) => documentLines(document, freshIn(drift.get(document.path)))),
    ...placeLines(places),
  ];
}

function standingLines({ was, head, before, since, isRewritten, lost, datable }: Standing, web: string): string[] {
  const isSame = was !== undefined && head.commit.startsWith(was.commit);
  const commits = since === undefined ? '' : `, ${counted(since.size, 'commit')}`;
  const compare = before === undefined || isRewritten ? '' : ` ([what changed](${inLink(web)}/compare/${before}...${head.commit}))`;
  return [
    was === undefined
      ? `- Looked at for the first time: ${at(head.commit, head.day)}.`
      : isSame
        ? `- Still at ${at(head.commit, head.day)}.`
        : `- From ${at(was.commit, was.day)} to ${at(head.commit, head.day)}${commits}${compare}.`,
    ...(isRewritten
      ? ['- **Its branch was rewritten**, or another one is shown first: the state that was looked at last is no longer part of it.']
      : []),
    ...(lost.length > 0
      ? [`- **No branch and no tag leads any more to** ${counted(lost.length, 'cited commit')}: ${atMostNamed(lost)}.`]
      : []),
    ...(datable.length > 0
      ? [`- ${counted(datable.length, 'commit')} without a day in the record can be dated now: ${atMostNamed(datable)}.`]
      : []),
  ];
}

const mostNamed = 12;
const atMostNamed = (commits: readonly string[]): string =>
  `${commits.slice(0, mostNamed).map(short).join(' ')}${commits.length > mostNamed ? ` and ${commits.length - mostNamed} more` : ''}`;

function documentLines({ path, fresh, changes, unheld }: DocumentNews, differences: readonly Finding[]): string[] {
  const newest = fresh.slice(-mostVersions);
  const parts = [
    ...(newest.length < fresh.length ? [`  - ${counted(fresh.length - newest.length, 'older new version')}`] : []),
    ...newest.flatMap(versionLines),
    ...listed('for the records', changes.flatMap(observed)),
    ...listed(
      'for which no record stands',
      unheld.map((it) => code(it)),
    ),
    ...listed('what differs from the records, and did not before', differing(differences)),
  ];
  return parts.length === 0 ? [] : [`- ${code(path)}:`, ...parts];
}

const listed = (what: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  - ${what}:`, ...atMost(lines, mostLines).map((it) => `    - ${it}`)];

function versionLines({ commit, day, told }: NewVersion): string[] {
  const lines = atMost(told, mostLines).map((it) => `    - ${code(it)}`);
  return [`  - ${day ?? 'undated'} ${short(commit)}${lines.length === 0 ? ': nothing that is read here' : ''}`, ...lines];
}

function observed({ entry, part, fresh, stale }: Change): string[] {
  const name = code(part === undefined ? entry.id : `${entry.id}#${part}`);
  if (fresh.length === 0) return [`${name}: ${counted(stale, 'observation')} by history no longer what the versions say`];
  return fresh.map((it) => `${name}: ${code(it.word)} on ${it.asOf} (${short(it.commit)})`);
}

/** One by one what is new or otherwise; of the lines of the primary source that are gone only which they are. */
function differing(found: readonly Finding[]): string[] {
  const isGone = ({ kind, sourceLine }: Finding): boolean => kind === 'gone' && sourceLine !== undefined;
  const gone = found.filter(isGone).map((it) => it.sourceLine!);
  return [
    ...found.filter((it) => !isGone(it)).map((it) => `line ${it.line}, ${it.kind}: ${code(it.says)}`),
    ...(gone.length > 0 ? [`${counted(gone.length, 'line')} of the primary source no longer in it: ${joined(gone)}`] : []),
  ];
}

/** `3, 7-9`. */
function joined(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && n <= last[1] + 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

function placeLines(places: readonly PlaceNews[]): string[] {
  if (places.length === 0) return [];
  const by = Map.groupBy(places, (it) => it.is);
  const words = { moved: 'moved', changed: 'changed', gone: 'gone', back: 'unchanged again' } as const;
  const kinds = (['changed', 'gone', 'back', 'moved'] as const).filter((it) => by.has(it));
  const sums = kinds.map((it) => `${by.get(it)!.length} ${words[it]}`);
  const named = kinds.filter((it) => it !== 'moved').flatMap((kind) => by.get(kind)!.map(({ name }) => `${words[kind]}: ${code(name)}`));
  return [`- cited places: ${sums.join(', ')}`, ...atMost(named, mostLines).map((it) => `  - ${it}`)];
}
