/**
 * What other records have to do with a part of a system: those that cite the same files of the repository, or files below its path. That they
 * cite the same file is all that is known; it is told as such. Leaves out what the graph itself says (`part.ts`).
 */
import type { Architecture, Component } from '../../schemas/architecture.ts';
import type { Citation, CollectionName } from '../../schemas/evidence.ts';
import { citationsIn } from '../citations.ts';
import type { Entries, Entry } from '../entries.ts';
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

export interface Touching<Name extends CollectionName> {
  readonly entry: Entry<Name>;
  /** The files that both cite, and those below the path of the part that the record cites. */
  readonly files: readonly string[];
}

type Part = Pick<Component, 'cite' | 'found' | 'path'>;

/** The paths that a record cites, computed once for each. */
const known = new WeakMap<Entry, ReadonlySet<string>>();
function citedBy(entry: Entry): ReadonlySet<string> {
  const before = known.get(entry);
  if (before) return before;
  const paths = new Set(
    citationsIn(entry.data)
      .filter(({ citation }) => showsSomething(citation))
      .map(({ citation }) => citation.path!),
  );
  known.set(entry, paths);
  return paths;
}

/** Of these records those that cite a file of the part, those with most files first. */
function sharing<Name extends CollectionName>(
  part: Part,
  records: readonly Entry<Name>[],
  citedIn: (entry: Entry<Name>) => Iterable<string>,
): readonly Touching<Name>[] {
  const own = new Set(placesOf(part).map(({ path }) => path!));
  const folders = pathsOf(part);
  return records
    .map((entry) => ({ entry, files: [...citedIn(entry)].filter((it) => own.has(it) || folders.some((folder) => isBelow(it, folder))) }))
    .filter(({ files }) => files.length > 0)
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
    ({ data }) => new Set(data.where.filter(showsSomething).map(({ path }) => path!)),
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
