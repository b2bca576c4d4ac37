/** The names of all hits as one file: what a browser loads when the search is opened, and ranks by. */
import { extents, kinds, type SearchHit } from './hit.ts';
import type { Named } from './ranking.ts';

/** A hit as the browser knows it: without its text, which the text index has. */
export interface NamedHit extends Named {
  /** Of the text index. */
  readonly fragment: string;
  /** What a page says of itself; empty for a single record. */
  readonly description: string;
}

type Row = readonly [
  address: string,
  title: string,
  kind: number,
  extent: number,
  system: number,
  fragment: string,
  id: string,
  what: string,
  aliases: readonly string[],
  description: string,
];
interface NamesFile {
  readonly systems: readonly string[];
  readonly hits: readonly Row[];
}

/** How much of a page's description is shown. */
const shown = 160;

/** `fragments` are the ids of the text index by the address. Throws when a hit has none: it could not be found by its text. */
export function writeNames(hits: readonly SearchHit[], fragments: ReadonlyMap<string, string>): string {
  const systems = [...new Set(hits.map(({ system }) => system ?? ''))];
  const rows = hits.map((it): Row => {
    const fragment = fragments.get(it.address);
    if (fragment === undefined) throw new Error(`The text index has nothing of ${it.address}.`);
    const description = it.extent === 'record' ? '' : shortened(it.text);
    const [kind, extent] = [kinds.indexOf(it.kind), extents.indexOf(it.extent)];
    return [
      it.address,
      it.title,
      kind,
      extent,
      systems.indexOf(it.system ?? ''),
      fragment,
      it.id ?? '',
      it.what ?? '',
      it.aliases,
      description,
    ];
  });
  return JSON.stringify({ systems, hits: rows } satisfies NamesFile);
}

function shortened(text: string): string {
  if (text.length <= shown) return text;
  return `${text.slice(0, shown).replace(/\s+\S*$/, '')} …`;
}

export function readNames(file: string): NamedHit[] {
  const { systems, hits } = JSON.parse(file) as NamesFile;
  return hits.map(([address, title, kind, extent, system, fragment, id, what, aliases, description]) => ({
    address,
    title,
    kind: kinds[kind]!,
    extent: extents[extent]!,
    system: systems[system] || undefined,
    fragment,
    id: id || undefined,
    what: what || undefined,
    aliases,
    description,
  }));
}
