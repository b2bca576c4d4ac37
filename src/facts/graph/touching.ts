/**
 * What other records have to do with a part of a system: those that cite the same files of the repository, or files below its path. That they
 * cite the same file is all that is known; it is told as such. Leaves out what the graph itself says (`part.ts`).
 */
import type { Architecture, Component } from '../../schemas/architecture.ts';
import type { Citation, CollectionName } from '../../schemas/evidence.ts';
import { citationsIn } from '../citations.ts';
import type { Entries, Entry } from '../entries.ts';
import { onceForEach } from '../once-for-each.ts';
import { readyTasks } from '../tasks.ts';

/** The paths in the repository that a part has: what begins with a slash lies in the running system. */
const pathsOf = ({ path = '' }: Pick<Component, 'path'>): readonly string[] =>
  path
    .split(', ')
    .map((it) => it.replace(/\/$/, ''))
    .filter((it) => it !== '');
const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** What a citation shows to be there: what was searched for in vain is no place of a part. */
const showsSomething = (it: Citation): boolean => it.path !== undefined && it.absent === undefined;

/** The places of a part in the repository, each once: those of its own citations, then those of what was found of it. */
export function placesOf({ cite, found }: Pick<Component, 'cite' | 'found'>): readonly Citation[] {
  const all = [...cite, ...(found?.cite ?? [])].filter(showsSomething);
  return [...new Map(all.map((it) => [JSON.stringify([it.path, it.commit, it.lines, it.whole]), it])).values()];
}

/** A file of a repository, whatever the commit. */
interface File {
  readonly source: string;
  readonly path: string;
}
export interface Touching<Name extends CollectionName> {
  readonly entry: Entry<Name>;
  /** The files that both cite, and those below the path of the part that the record cites. At least one. */
  readonly files: readonly [File, ...File[]];
}

type Part = Pick<Component, 'cite' | 'found' | 'path'>;

/** Each once. */
const filesOf = (cite: readonly Citation[]): readonly File[] => [
  ...new Map(cite.filter(showsSomething).map(({ source, path }) => [`${source} ${path}`, { source, path: path! }])).values(),
];
/** The files that a record cites, computed once for each. */
const citedBy = onceForEach((entry: Entry): readonly File[] => filesOf(citationsIn(entry.data).map(({ citation }) => citation)));

/** Of these records those that cite a file of the part, those with most files first. */
function sharing<Name extends CollectionName>(
  part: Part,
  records: readonly Entry<Name>[],
  citedIn: (entry: Entry<Name>) => readonly File[],
): readonly Touching<Name>[] {
  const own = filesOf(placesOf(part));
  const cited = new Set(own.map(({ source, path }) => `${source} ${path}`));
  const sources = new Set(own.map(({ source }) => source));
  const folders = pathsOf(part);
  // A path says nothing of the repository that it lies in: it is one of those that the part cites.
  const isOfPart = ({ source, path }: File): boolean =>
    cited.has(`${source} ${path}`) || (sources.has(source) && folders.some((folder) => isBelow(path, folder)));
  return records
    .flatMap((entry): readonly Touching<Name>[] => {
      const [first, ...others] = citedIn(entry).filter(isOfPart);
      return first ? [{ entry, files: [first, ...others] }] : [];
    })
    .toSorted((a, b) => b.files.length - a.files.length);
}

const ofSystem = <Name extends 'milestones' | 'platforms'>(records: readonly Entry<Name>[], system: string) =>
  records.filter(({ data }) => (data as { readonly system: string }).system === system);

export const milestonesTouching = (entries: Entries, system: string, part: Part): readonly Touching<'milestones'>[] =>
  sharing(part, ofSystem(entries.milestones, system), citedBy);
export const platformsTouching = (entries: Entries, system: string, part: Part): readonly Touching<'platforms'>[] =>
  sharing(part, ofSystem(entries.platforms, system), citedBy);

/** Tasks that can be begun now and begin in a file of the part. */
export const tasksAt = (entries: Entries, system: string, part: Part): readonly Touching<'tasks'>[] =>
  sharing(
    part,
    readyTasks(entries).flatMap(({ entry }) => (entry.data.system === system ? [entry] : [])),
    ({ data }) => filesOf(data.where),
  );

/** What the code map and the file tree say of the path of a part, and of what lies below it. */
export function mapped(
  { code, places }: Pick<Architecture, 'code' | 'places'>,
  part: Pick<Component, 'path'>,
): Pick<Architecture, 'code' | 'places'> {
  const folders = pathsOf(part);
  const lies = ({ path }: { readonly path: string }): boolean => folders.some((it) => isBelow(path.replace(/\/$/, ''), it));
  return { code: code.filter(lies), places: places.filter(lies) };
}
