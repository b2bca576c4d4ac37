/** Citations, dates and sources: every fact points at a line or a file that is there, and no line of a primary source is left over. */
import type { Citation } from '../../schemas/evidence.ts';
import { citationsIn } from '../citations.ts';
import { everyEntry, find, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';
import { isPrimarySource, isUpstreamSource, sideOf, sourcesIn } from '../evidence.ts';
import { wideFault } from './narrowed.ts';

/** The most lines that one citation may span: a longer one points at nothing. A function may be longer than a paragraph. */
const mostCitedLines = { primary: 12, upstream: 60 };
/** The last line that a citation of a repository's file may name: its length is not known here. */
const lastLineOfAFile = 20_000;

/** The system that a record belongs to; none for a term, which may have meanings in several. */
const systemOf = (entry: Entry): string | undefined =>
  'system' in entry.data ? entry.data.system : entry.collection === 'systems' || entry.collection === 'architecture' ? entry.id : undefined;

/** What is wrong with a citation on behalf of `system`, in a record or in a page; nothing of a source that is not there. */
export function faultOf(entries: Entries, citation: Citation, system: string | undefined): Pick<Problem, 'says' | 'fix'> | undefined {
  const source = find(entries, 'sources', citation.source)?.data;
  if (!source) return undefined;
  const [from, to] = citation.lines ?? [1, 1];
  if (isPrimarySource(source)) {
    if (!citation.lines || citation.commit || citation.whole || citation.absent)
      return { says: `'${citation.source}' is a primary source and is cited by lines`, fix: 'Write { source, lines: [from, to] }.' };
    if (to > source.lineCount)
      return {
        says: `a citation ends at line ${to}, and '${citation.source}' has ${source.lineCount} lines`,
        fix: 'Correct the lines: the first one of the file is 1.',
      };
  } else {
    if (!citation.commit)
      return { says: `'${citation.source}' is a repository and is cited by commit and path`, fix: 'Write { source, commit, path }.' };
    if (!source.commits.some((it) => it.commit === citation.commit))
      return {
        says: `the commit '${citation.commit}' is not in the list of '${citation.source}'`,
        fix: 'Add it there with its date, or correct it.',
      };
    const wide = wideFault(citation);
    if (wide) return wide;
    if (to > lastLineOfAFile)
      return { says: `a citation ends at line ${to}, and no file has more than ${lastLineOfAFile} lines here`, fix: 'Correct the lines.' };
  }
  const most = mostCitedLines[source.kind];
  if (to - from >= most)
    return { says: `a citation of ${to - from + 1} lines points at nothing`, fix: `Cite at most ${most} lines, or several ranges.` };
  if (system && source.system !== system && find(entries, 'systems', system))
    return { says: `a record of ${system} cites a source of ${source.system}`, fix: 'Cite a source of the same system.' };
  return undefined;
}

export function badCitations(entries: Entries): Problem[] {
  return everyEntry(entries).flatMap((entry) =>
    citationsIn(entry.data).flatMap(({ path, citation }) => {
      const fault = faultOf(entries, citation, systemOf(entry));
      return fault ? [{ file: entry.file, field: path, ...fault }] : [];
    }),
  );
}

interface Dated {
  readonly asOf: string;
  readonly cite: Citation[];
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
          fix: 'Write the date of the cited commit; a primary source and a copy without a date are undated.',
        },
      ];
    }),
    ...listsIn(entry.data).flatMap(({ path, all, dates }) => [
      ...documentedTwice(entries, entry.file, path, all),
      ...(dates.every((date, i) => i === 0 || dates[i - 1]! <= date)
        ? []
        : [{ file: entry.file, field: path, says: `the observations go back in time: ${dates.join(', ')}`, fix: 'Put the oldest first.' }]),
    ]),
  ]);
}

/** Of what the primary source says only the first counts, so a second one would be found and not shown. */
function documentedTwice(entries: Entries, file: string, path: FieldPath, all: readonly Dated[]): Problem[] {
  const sources = sourcesIn(entries);
  const documented = all.flatMap((it, i) => (sideOf(it, sources) === 'documented' ? [i] : []));
  return documented.slice(1).map((i) => ({
    file,
    field: [...path, i, 'cite'],
    says: `it rests on the primary source, as ${path.at(-1)}[${documented[0]}] does, and only that one counts as documented`,
    fix: 'Cite the repository alone for what was found, also where it says the same.',
  }));
}

const isDated = (value: unknown): value is Dated => typeof value === 'object' && value !== null && 'asOf' in value && 'cite' in value;

function observationsIn(value: unknown, path: FieldPath = []): { path: FieldPath; it: Dated }[] {
  if (typeof value !== 'object' || value === null) return [];
  const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  const inner = pairs.flatMap(([key, of]) => observationsIn(of, [...path, key]));
  return isDated(value) ? [{ path, it: value }, ...inner] : inner;
}

/** Lists of observations over time: `status`, `states` and `upstream`. Undated ones have no place in the order. */
function listsIn(value: unknown, path: FieldPath = []): { path: FieldPath; all: Dated[]; dates: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return pairs.flatMap(([key, of]) => {
    const all = ['status', 'states', 'upstream'].includes(String(key)) && Array.isArray(of) ? of.filter(isDated) : [];
    const dates = all.map((it) => it.asOf).filter((date) => date !== 'undated');
    return [...(all.length > 1 ? [{ path: [...path, key], all, dates }] : []), ...listsIn(of, [...path, key])];
  });
}
