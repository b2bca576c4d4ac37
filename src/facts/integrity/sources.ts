/** Sources: each line of a primary source is accounted for, and the days of a repository are days on which it could be read. */
import { coverage, hashesOf, isOpen, isPrimary } from '../coverage.ts';
import { isUpstreamSource } from '../evidence.ts';
import type { PrimarySource } from '../../schemas/sources.ts';
import { find, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';

export const badSources = (entries: Entries): Problem[] => [
  ...entries.sources.filter(isPrimary).flatMap((entry) => badLines(entries, entry)),
  ...badDays(entries),
];

/** Every line of a primary source is cited, blank, or set aside with a reason; and nothing set aside is cited. */
function badLines(entries: Entries, entry: Entry<'sources'> & { readonly data: PrimarySource }): Problem[] {
  const { file, data } = entry;
  const at = (field: FieldPath, says: string, fix: string): Problem => ({ file, field, says, fix });
  const hashes = hashesOf(data).length;
  // What the lines are is not known then, and each of them would be one problem more.
  if (hashes !== data.lineCount)
    return [at(['lineHashes'], `there are ${hashes} hashes for ${data.lineCount} lines`, 'Write one hash for each line.')];
  const beyond = (['damage', 'ignored'] as const).flatMap((field) =>
    data[field].flatMap(({ lines: [, to] }, i) =>
      to > data.lineCount ? [at([field, i, 'lines'], `line ${to} is past the end: there are ${data.lineCount}`, 'Correct the lines.')] : [],
    ),
  );
  const lines = coverage(entries, entry).flatMap((line) => {
    if (isOpen(line))
      return [
        at(
          ['ignored'],
          `no record cites line ${line.number} of ${data.file}`,
          'Cite it in the record of what it states, or set it aside here: { lines: [from, to], why }.',
        ),
      ];
    return line.ignored !== undefined && line.citers.length > 0
      ? [at(['ignored'], `line ${line.number} is ignored and cited by ${line.citers[0]!.id}`, 'Take it out of ignored.')]
      : [];
  });
  return [...beyond, ...lines, ...badStands(entries, entry)];
}

/** The document of a copy is cited as anything else is: a source of the same system, at a commit of its list; its lines follow one another. */
function badStands(entries: Entries, { file, data }: Entry<'sources'> & { readonly data: PrimarySource }): Problem[] {
  const { stands } = data;
  const source = stands && find(entries, 'sources', stands.source)?.data;
  if (!stands || !source) return []; // one that is not there is told by its name
  const at = (field: FieldPath, says: string, fix: string): Problem[] => [{ file, field: ['stands', ...field], says, fix }];
  if (!isUpstreamSource(source) || source.system !== data.system)
    return at(
      ['source'],
      `'${stands.source}' is no repository of ${data.system}`,
      'Name the source that is the repository of the same system.',
    );
  if (!source.commits.some(({ commit }) => commit === stands.commit))
    return at(
      ['commit'],
      `the commit '${stands.commit}' is not in the list of '${stands.source}'`,
      'Add it there with its date, or correct it.',
    );
  return stands.lines.flatMap(([from, to, first], i) => {
    if (to > data.lineCount) return at(['lines', i], `line ${to} is past the end: there are ${data.lineCount}`, 'Correct the lines.');
    const [, before = 0, , lastBefore = 0] = stands.lines[i - 1] ?? [];
    return from > before && first >= lastBefore
      ? []
      : at(['lines', i], 'these lines do not come after the ones before them', 'Write them in the order of the copy, each line once.');
  });
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The commits that observations by history cite: the command reads versions that are newer than what a person has read. */
const readByHistory = ({ milestones, platforms }: Entries): ReadonlySet<string> =>
  new Set(
    [
      ...milestones.flatMap(({ data }) => [...data.status, ...data.deliverables.flatMap((it) => it.status ?? [])]),
      ...platforms.flatMap(({ data }) => data.states),
    ].flatMap(({ by, cite }) => (by === 'history' ? cite.map((it) => `${it.source} ${it.commit ?? ''}`) : [])),
  );

/**
 * A repository is read after its newest commit that a person cites. No clock is asked what day it is: a day is too late when the newest
 * commit of all repositories is from before the year that precedes it.
 */
function badDays(entries: Entries): Problem[] {
  const newest = entries.sources
    .flatMap(({ data }) => (isUpstreamSource(data) ? data.commits : []))
    .reduce((latest, { date }) => (date !== null && date > latest ? date : latest), '');
  const tooLate = (file: string, field: FieldPath, day: string): Problem[] =>
    newest === '' || yearOf(day) <= yearOf(newest) + 1
      ? []
      : [
          {
            file,
            field,
            says: `${day} is more than a year after the newest commit of all sources, ${newest}`,
            fix: 'Write the day on which it was read.',
          },
        ];
  const byHistory = readByHistory(entries);
  const sources = entries.sources.flatMap(({ id, file, data }): Problem[] => {
    if (!isUpstreamSource(data)) return [];
    const early = data.commits.flatMap(({ commit, date }) =>
      date !== null && date > data.read && !byHistory.has(`${id} ${commit}`)
        ? [
            {
              file,
              field: ['read'],
              says: `it was read on ${data.read}, before its commit ${commit} of ${date}`,
              fix: 'Correct one of the two days.',
            },
          ]
        : [],
    );
    return [...early, ...tooLate(file, ['read'], data.read)];
  });
  return [...sources, ...entries.systems.flatMap(({ file, data }) => tooLate(file, ['start', 'compared'], data.start.compared))];
}
