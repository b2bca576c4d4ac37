/** Citations, dates and sources: every fact points at a line or a file that is there, and no line of a primary source is left over. */
import { citationsIn } from '../citations.ts';
import { coverage, isOpen, isPrimary, printsOf } from '../coverage.ts';
import { everyEntry, find, type Entries, type FieldPath, type Problem } from '../entries.ts';
import { isPrimarySource, isUpstreamSource } from '../evidence.ts';

/** The most lines that one citation may span: a longer one points at nothing. */
const mostCitedLines = 12;

export function badCitations(entries: Entries): Problem[] {
  return everyEntry(entries).flatMap((entry) =>
    citationsIn(entry.data).flatMap(({ path, citation }) => {
      const source = find(entries, 'sources', citation.source)?.data;
      const at = (says: string, mend: string): Problem[] => [{ file: entry.file, field: path, says, mend }];
      if (!source) return []; // already reported as a reference that leads nowhere
      if (isPrimarySource(source)) {
        if (!citation.lines || citation.commit)
          return at(`'${citation.source}' is a primary source and is cited by lines`, 'Write { source, lines: [from, to] }.');
        const [from, to] = citation.lines;
        if (to > source.lineCount)
          return at(
            `a citation ends at line ${to}, and '${citation.source}' has ${source.lineCount} lines`,
            'Correct the lines: the first one of the file is 1.',
          );
        if (to - from >= mostCitedLines)
          return at(`a citation of ${to - from + 1} lines points at nothing`, `Cite at most ${mostCitedLines} lines, or several ranges.`);
      } else {
        if (!citation.commit)
          return at(`'${citation.source}' is a repository and is cited by commit and path`, 'Write { source, commit, path }.');
        if (!source.commits.some((it) => it.commit === citation.commit))
          return at(
            `the commit '${citation.commit}' is not in the list of '${citation.source}'`,
            'Add it there with its date, or correct it.',
          );
      }
      const system =
        'system' in entry.data
          ? entry.data.system
          : entry.collection === 'systems' || entry.collection === 'architecture'
            ? entry.id
            : undefined;
      if (system && source.system !== system)
        return at(`a record of ${system} cites a source of ${source.system}`, 'Cite a source of the same system.');
      return [];
    }),
  );
}

interface Dated {
  readonly asOf: string;
  readonly cite: { source: string; commit?: string | undefined }[];
}

/** A dated observation carries the date of a commit that it cites, and a list of observations goes forward in time. */
export function badDates(entries: Entries): Problem[] {
  return everyEntry(entries).flatMap((entry) => [
    ...observationsIn(entry.data).flatMap(({ path, it }): Problem[] => {
      const dates = it.cite.map((cite) => {
        const source = find(entries, 'sources', cite.source)?.data;
        return source && isUpstreamSource(source)
          ? (source.commits.find(({ commit }) => commit === cite.commit)?.date ?? 'undated')
          : 'undated';
      });
      if (it.asOf === 'documented' || dates.includes(it.asOf)) return [];
      return [
        {
          file: entry.file,
          field: [...path, 'asOf'],
          says: `'${it.asOf}' is not the date of what it cites (${[...new Set(dates)].join(', ')})`,
          mend: 'Write the date of the cited commit; a primary source and a copy without a date are undated.',
        },
      ];
    }),
    ...listsIn(entry.data).flatMap(({ path, dates }) =>
      dates.every((date, i) => i === 0 || dates[i - 1]! <= date)
        ? []
        : [{ file: entry.file, field: path, says: `the observations go back in time: ${dates.join(', ')}`, mend: 'Put the oldest first.' }],
    ),
  ]);
}

const isDated = (value: unknown): value is Dated => typeof value === 'object' && value !== null && 'asOf' in value && 'cite' in value;

function observationsIn(value: unknown, path: FieldPath = []): { path: FieldPath; it: Dated }[] {
  if (typeof value !== 'object' || value === null) return [];
  const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  const inner = pairs.flatMap(([key, of]) => observationsIn(of, [...path, key]));
  return isDated(value) ? [{ path, it: value }, ...inner] : inner;
}

/** Lists of observations over time: `status`, `states` and `upstream`. Undated ones have no place in the order. */
function listsIn(value: unknown, path: FieldPath = []): { path: FieldPath; dates: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return pairs.flatMap(([key, of]) => {
    const dates =
      ['status', 'states', 'upstream'].includes(String(key)) && Array.isArray(of)
        ? of
            .filter(isDated)
            .map((it) => it.asOf)
            .filter((date) => date !== 'undated')
        : [];
    return [...(dates.length > 1 ? [{ path: [...path, key], dates }] : []), ...listsIn(of, [...path, key])];
  });
}

/** Every line of a primary source is cited, blank, or set aside with a reason; and nothing set aside is cited. */
export function badSources(entries: Entries): Problem[] {
  return entries.sources.filter(isPrimary).flatMap((entry) => {
    const found: Problem[] = [];
    const prints = printsOf(entry.data).length;
    if (prints !== entry.data.lineCount)
      found.push({
        file: entry.file,
        field: ['linePrints'],
        says: `there are ${prints} prints for ${entry.data.lineCount} lines`,
        mend: 'Write one print for each line.',
      });
    for (const line of coverage(entries, entry)) {
      if (isOpen(line))
        found.push({
          file: entry.file,
          field: ['ignored'],
          says: `no record cites line ${line.number} of ${entry.data.file}`,
          mend: 'Cite it in the record of what it states, or set it aside here: { lines: [from, to], why }.',
        });
      if (line.ignored !== undefined && line.citers.length > 0)
        found.push({
          file: entry.file,
          field: ['ignored'],
          says: `line ${line.number} is ignored and cited by ${line.citers[0]!.id}`,
          mend: 'Take it out of ignored.',
        });
    }
    return found;
  });
}
