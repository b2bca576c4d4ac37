/** What became of every cited place in the newest state of its repository, beside what was found before. Leaves out telling and writing it. */
import { atHeadFile, readAtHead, type AtHead, type AtHeads, type Head } from '../../facts/last-seen.ts';
import { byPlace } from '../../facts/place-name.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { became, rangeNow, rangeOf } from '../../upstream/cited-lines.ts';
import type { Library } from '../repositories/library.ts';
import { placeOf, type Held } from './check.ts';
import { printOf } from './hashes.ts';
import { readOwnFile } from './own-file.ts';

/** Digits of a commit that the file has. */
export const digitsOfAHead = 8;

export type KindAtHead = 'same' | AtHead['is'] | 'not at hand';
export const kindsAtHead: readonly KindAtHead[] = ['same', 'moved', 'changed', 'gone', 'not at hand'];

/** A place that is not what the file says of it. */
export interface NewAtHead {
  /** As the file names it. */
  readonly name: string;
  readonly held: Held;
  readonly found: AtHead;
}

export interface FoundAtHead {
  /** Of the repositories that were looked at. */
  readonly heads: ReadonlyMap<string, Head>;
  /** What the file is to say. */
  readonly all: AtHeads;
  /** By source, how many places are of each kind. */
  readonly sums: ReadonlyMap<string, ReadonlyMap<KindAtHead, number>>;
  readonly fresh: readonly NewAtHead[];
  /** The names of places that the file calls other ones, and that stand unchanged again. */
  readonly back: readonly string[];
}

/** Compares all cited places; a repository that is not at hand keeps what was found in it before. */
export function findAtHead(
  held: readonly Held[],
  sources: ReadonlyMap<string, UpstreamSource>,
  library: Library,
  kept: ReadonlyMap<string, string>,
  before: AtHeads,
  looked: string,
): FoundAtHead {
  const named = byPlace(held, (it) => it.citation);
  const ids = [...new Set([...named.values()].map((it) => it.citation.source))].sort();
  const heads = new Map(ids.flatMap((id): [string, Head][] => headsOf(id, library, looked)));
  library.open([...named.values()].flatMap((it) => atHeadOf(it, heads, sources) ?? []));
  const places = new Map<string, AtHead>();
  const sums = new Map(ids.map((id) => [id, new Map<KindAtHead, number>()]));
  const fresh: NewAtHead[] = [];
  const back: string[] = [];
  for (const [name, it] of named) {
    const { source } = it.citation;
    const found = heads.has(source) ? compared(it, name, heads.get(source)!, library, kept) : 'not at hand';
    const kind = typeof found === 'string' ? found : found.is;
    const of = sums.get(source)!;
    of.set(kind, (of.get(kind) ?? 0) + 1);
    const known = before.places.get(name);
    // What cannot be looked at here keeps what was found before.
    if (kind === 'not at hand' && known) places.set(name, known);
    if (kind === 'same' && known) back.push(name);
    if (typeof found === 'string') continue;
    places.set(name, found);
    if (JSON.stringify(known) !== JSON.stringify(found)) fresh.push({ name, held: it, found });
  }
  return { heads, all: { heads: new Map([...before.heads, ...heads]), places }, sums, fresh, back };
}

const atHead = { file: atHeadFile, read: readAtHead, wrong: 'none of its lines; take it out, or let --write write it anew.' };

/** What the project keeps of the newest states. */
export const heldAtHead = (project: string): AtHeads => readOwnFile(project, atHead, { heads: new Map(), places: new Map() });

function headsOf(source: string, library: Library, looked: string): [string, Head][] {
  const head = library.head(source);
  return head ? [[source, { commit: head.commit.slice(0, digitsOfAHead), day: head.day, looked }]] : [];
}

const atHeadOf = ({ citation }: Held, heads: ReadonlyMap<string, Head>, sources: ReadonlyMap<string, UpstreamSource>) => {
  const place = placeOf(citation, sources);
  const head = heads.get(citation.source);
  return place && head && { ...place, commit: head.commit };
};

function compared(
  it: Held,
  name: string,
  head: Head,
  library: Library,
  kept: ReadonlyMap<string, string>,
): AtHead | 'same' | 'not at hand' {
  const { citation, opened, print } = it;
  const now = library.at({ source: citation.source, commit: head.commit, path: citation.path! });
  if (now.is === 'not here') return 'not at hand';
  if (now.is !== 'file') return { is: 'gone' };
  const hash = print?.hash ?? kept.get(name);
  const range = rangeOf(citation, opened.is === 'file' ? opened.lines.length : now.lines.length);
  if (hash === undefined || !range) return 'not at hand';
  const found = became(hash, range, now.lines, printOf);
  if (found.is !== 'changed') return found.is === 'same' ? 'same' : found;
  return { is: 'changed', now: opened.is === 'file' ? rangeNow(opened.lines, now.lines, range) : undefined };
}
