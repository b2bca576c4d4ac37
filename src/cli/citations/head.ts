/**
 * What became of every cited place in the newest state of its repository, and the file that keeps it. No statement is changed by it: that
 * lines are other ones now is a question for a reader.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { atHeadFile, atHeadText, readAtHead, type AtHead, type AtHeads, type Head } from '../../facts/last-seen.ts';
import { became, rangeNow, rangeOf } from '../../upstream/cited-lines.ts';
import { WrongCall } from '../command/command.ts';
import { today } from '../command/day.ts';
import { readRegularFile } from '../command/files.ts';
import type { Library } from '../repositories/library.ts';
import { placeOf, type Held } from './check.ts';
import { printOf } from './hashes.ts';
import { nameOfPlace } from '../../facts/last-seen.ts';

const digitsOfAHead = 8;
const mostBytes = 16 * 1024 * 1024;

export interface HeadOptions {
  readonly project: string;
  readonly write: boolean;
  /** Prints the lines as they were and as they are. */
  readonly show: boolean;
}

type Kind = 'same' | AtHead['is'] | 'not at hand';
const kinds: readonly Kind[] = ['same', 'moved', 'changed', 'gone', 'not at hand'];

/** Prints the sums, and what is not in the file yet; returns the exit status. */
export function compareAtHead(
  held: readonly Held[],
  sources: ReadonlyMap<string, UpstreamSource>,
  library: Library,
  kept: ReadonlyMap<string, string>,
  { project, write, show }: HeadOptions,
): number {
  const before = heldAtHead(project);
  const named = new Map(held.flatMap((it) => (nameOfPlace(it.citation) === undefined ? [] : [[nameOfPlace(it.citation)!, it] as const])));
  const ids = [...new Set([...named.values()].map((it) => it.citation.source))].sort();
  const heads = new Map(ids.flatMap((id): [string, Head][] => headsOf(id, library)));
  library.open([...named.values()].flatMap((it) => atHeadOf(it, heads, sources) ?? []));
  const places = new Map<string, AtHead>();
  const sums = new Map<string, Map<Kind, number>>();
  let fresh = 0;
  for (const [name, it] of named) {
    const { source } = it.citation;
    const found = heads.has(source) ? compared(it, name, heads.get(source)!, library, kept) : 'not at hand';
    const kind = typeof found === 'string' ? found : found.is;
    const of = sums.get(source) ?? new Map<Kind, number>();
    sums.set(source, of.set(kind, (of.get(kind) ?? 0) + 1));
    // What cannot be looked at here keeps what was found before.
    if (kind === 'not at hand') {
      const known = before.places.get(name);
      if (known) places.set(name, known);
    } else if (typeof found !== 'string') {
      places.set(name, found);
      if (JSON.stringify(before.places.get(name)) === JSON.stringify(found)) continue;
      fresh++;
      tell(name, found, it, heads.get(source)!, library, show);
    }
  }
  for (const id of ids) {
    const head = heads.get(id) ?? before.heads.get(id);
    const counts = kinds.flatMap((kind) => (sums.get(id)!.get(kind) ? [`${sums.get(id)!.get(kind)} ${kind}`] : []));
    console.log(`${id} at ${heads.has(id) ? `${head!.commit}, ${head!.day}` : 'no state that is at hand'}: ${counts.join(', ')}`);
  }
  if (write) {
    const all: AtHeads = { heads: new Map([...before.heads, ...heads]), places };
    writeFileSync(join(project, atHeadFile), atHeadText(all));
    console.log(`${places.size} places that are not unchanged are kept in ${atHeadFile}`);
  } else if (fresh > 0) console.log(`of ${fresh} of them ${atHeadFile} does not know it yet; --write keeps it`);
  return fresh > 0 ? 1 : 0;
}

/** What the project keeps; nothing where there is no such file yet. Throws a WrongCall where it is none of ours. */
function heldAtHead(project: string): AtHeads {
  const path = join(project, atHeadFile);
  if (!existsSync(path)) return { heads: new Map(), places: new Map() };
  const read = readRegularFile(path, mostBytes);
  if ('why' in read) throw new WrongCall(`${atHeadFile} cannot be read: ${read.why}.`);
  const found = readAtHead(read.bytes.toString('utf8'));
  if (typeof found === 'number')
    throw new WrongCall(`${atHeadFile}:${found} is none of its lines; take it out, or let --write write it anew.`);
  return found;
}

function headsOf(source: string, library: Library): [string, Head][] {
  const head = library.head(source);
  return head ? [[source, { commit: head.commit.slice(0, digitsOfAHead), day: head.day, looked: today() }]] : [];
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

function tell(name: string, found: AtHead, { citation, opened }: Held, head: Head, library: Library, show: boolean): void {
  const range = found.is === 'moved' ? found.to : found.is === 'changed' ? found.now : undefined;
  console.log(`${found.is.padEnd(8)} ${name}${range ? ` -> ${range[0]}-${range[1]}` : ''}`);
  if (!show || found.is !== 'changed' || opened.is !== 'file') return;
  const [from, to] = citation.lines ?? [1, opened.lines.length];
  for (const line of opened.lines.slice(from - 1, to)) console.log(`    - ${line}`);
  const now = library.at({ source: citation.source, commit: head.commit, path: citation.path! });
  if (range && now.is === 'file') for (const line of now.lines.slice(range[0] - 1, range[1])) console.log(`    + ${line}`);
}
