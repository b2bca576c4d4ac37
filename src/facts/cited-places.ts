/** What rests on a repository, file by file and line by line: each cited place with the statements that cite it. */
import type { Citation } from '../schemas/evidence.ts';
import type { UpstreamSource } from '../schemas/sources.ts';
import type { Statement } from './statements.ts';

export interface CitedPlace {
  /** What the place is: of a file its lines, or the whole of it, or what was looked for in vain. */
  readonly citation: Citation;
  readonly statements: readonly {
    readonly address: string;
    readonly name: string;
    /** What a page says beside the citation. */
    readonly note: string | undefined;
  }[];
}

export interface CitedFile {
  readonly path: string;
  readonly places: readonly CitedPlace[];
}

/** Files by their paths; places of a file in the order of the source's commits, then of the lines. */
export function citedFiles(statements: readonly Statement[], id: string, { commits }: UpstreamSource): CitedFile[] {
  const cited = statements.flatMap(({ address, name, cites }) =>
    cites.filter(({ citation }) => citation.source === id).map(({ citation, note }) => ({ citation, address, name, note })),
  );
  const orderOf = ({ commit, lines }: Citation): number[] => [
    commits.findIndex((it) => it.commit === commit),
    lines?.[0] ?? 0,
    lines?.[1] ?? 0,
  ];
  const byPlace = Map.groupBy(cited, ({ citation: { path, commit, lines, whole, absent } }) =>
    JSON.stringify([path, commit, lines, whole, absent]),
  );
  const places = [...byPlace.values()]
    .map((of): CitedPlace => ({
      citation: of[0]!.citation,
      statements: [...new Map(of.map(({ address, name, note }) => [JSON.stringify([address, note]), { address, name, note }])).values()],
    }))
    .sort((a, b) => inOrder(orderOf(a.citation), orderOf(b.citation)));
  return [...Map.groupBy(places, ({ citation }) => citation.path ?? '')]
    .map(([path, of]) => ({ path, places: of }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((it, i) => it !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
