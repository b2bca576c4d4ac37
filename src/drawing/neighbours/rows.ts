/** The rows of one side: which words stand at each arrow, how high each part is, and where they stand one below the other. */
import { broken } from '../bands/letters.ts';
import { letter, type Row, type Side } from './around.ts';

export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
  /** The verb, or what stands first. */
  readonly first: string | undefined;
  /** What carries it, broken. */
  readonly others: readonly string[];
}
export interface PlacedNode {
  readonly id: string;
  readonly lines: readonly string[];
  readonly y: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
}
export interface PlacedSide {
  readonly nodes: readonly PlacedNode[];
  readonly height: number;
}

/** How much a row has above its arrow and below it. */
export type Extent = (others: number) => { readonly above: number; readonly below: number };

/** `inner` is the room for a title, `words` that for what is said of an arrow. */
export function placedSide({ nodes }: Side, inner: number, words: number, extent: Extent, gap: number): PlacedSide {
  let top = 0;
  const placed = nodes.map(({ id, title, rows }): PlacedNode => {
    const lines = broken(title, letter.title, inner);
    const said = rows.map(({ words: [first, ...others] }) => ({ first, others: others.flatMap((it) => broken(it, letter.small, words)) }));
    const needs = said.map(({ others }) => extent(others.length));
    const offsets = needs.map((_, i) => needs.slice(0, i).reduce((sum, { below }, j) => sum + below + needs[j + 1]!.above, 0));
    const last = offsets.at(-1)!;
    const height = Math.max(lines.length * letter.titleLine + 15, last + 28);
    const above = Math.max(needs[0]!.above, (height - last) / 2);
    const below = Math.max(needs.at(-1)!.below, (height - last) / 2);
    const first = top + above;
    top = first + last + below + gap;
    return {
      id,
      lines,
      y: first + last / 2 - height / 2,
      height,
      rows: said.map((it, i) => ({ ...it, row: rows[i]!, y: first + offsets[i]! })),
    };
  });
  return { nodes: placed, height: Math.max(0, top - gap) };
}

/** The same, so much lower. */
export const lowered = ({ nodes, height }: PlacedSide, by: number): PlacedSide => ({
  height,
  nodes: nodes.map((it) => ({ ...it, y: it.y + by, rows: it.rows.map((row) => ({ ...row, y: row.y + by })) })),
});

export const rowsOf = ({ nodes }: PlacedSide): readonly PlacedRow[] => nodes.flatMap(({ rows }) => rows);
