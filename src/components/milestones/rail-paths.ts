/** A row's share of the rail as SVG: its lines in pixels from the row's start and top, and `100%` for its unknown height. */
import type { Basis, Piece, RailRow } from './rail.ts';

/** Where the dot stands, from the top of its row; the first line of its text stands there too. */
export const dotY = 21;
const dotRadius = 8;
const laneGap = 6.5;
/** Room between the dot and the nearest lane, for the arrowhead. */
const headRoom = 19;
export const bend = 6;
/** A line leaves a dot below its middle, so that it is not taken for one that arrives. */
const leave = 5;

export interface Line {
  readonly basis: Basis;
  /** A path, or where a vertical line that ends below the row begins: from here to the bottom, whatever the height. */
  readonly path?: string;
  readonly x?: number;
  readonly from?: number;
}

export interface Drawing {
  readonly width: number;
  readonly dotX: number;
  readonly lines: readonly Line[];
  /** The arrowheads, each as a path. */
  readonly heads: readonly string[];
  /** Where a line turns off and goes on as well: without the point it could be taken for a crossing. */
  readonly joints: readonly number[];
}

/** How wide a rail is, with the room behind its dots. */
export const railWidth = (lanes: number): number => dotXOf(lanes) + 12;
const dotXOf = (lanes: number): number => (lanes === 0 ? 9 : headRoom + (lanes - 1) * laneGap + 4);

const atBottom = (basis: Basis, x: number, from: number): Line => ({ basis, x, from });
const along = (basis: Basis, path: string): Line => ({ basis, path });

/** The lines of one row. Of several lines that arrive, only the outermost of each basis is drawn to the dot: dashes over dashes would look solid. */
export function drawRow(row: RailRow, lanes: number): Drawing {
  const dotX = dotXOf(lanes);
  const xOf = (piece: Piece): number => dotX - headRoom - piece.lane * laneGap;
  const outermost = (piece: Piece): boolean =>
    row.pieces.every((it) => it.meets !== 'arrives' || it.basis !== piece.basis || it.lane <= piece.lane);
  const lines: Line[] = [];
  for (const piece of row.pieces) lines.push(...linesOf(piece, xOf(piece), dotX, outermost(piece)));
  if (row.straightIn) lines.push(along('stated', `M${dotX} -1V${dotY - dotRadius - 4}`));
  if (row.straightOut) lines.push(atBottom('stated', dotX, dotY + dotRadius));
  return {
    width: railWidth(lanes),
    dotX,
    lines,
    joints: row.pieces.filter((it) => it.meets === 'arrives' && it.above && it.below).map(xOf),
    heads: [
      ...(row.straightIn ? [`M${dotX} ${dotY - dotRadius + 1}l-3 -5.5h6z`] : []),
      ...(row.pieces.some((it) => it.meets === 'arrives') ? [`M${dotX - dotRadius} ${dotY}l-5.5 -3v6z`] : []),
    ],
  };
}

function linesOf({ basis, above, below, meets }: Piece, x: number, dotX: number, outermost: boolean): Line[] {
  if (meets === 'leaves') {
    const from = dotX - dotRadius + 2;
    const down = dotY + leave;
    const up = dotY - leave;
    return [
      ...(below ? [along(basis, `M${from} ${down}H${x + bend}q${-bend} 0 ${-bend} ${bend}`), atBottom(basis, x, down + bend)] : []),
      ...(above ? [along(basis, `M${from} ${up}H${x + bend}q${-bend} 0 ${-bend} ${-bend}V-1`)] : []),
    ];
  }
  const lines: Line[] = [];
  if (above && below) lines.push(atBottom(basis, x, -1));
  if (meets !== 'arrives') return lines;
  const end = outermost ? `H${dotX - dotRadius - 5}` : '';
  if (above && below) lines.push(along(basis, `M${x} ${dotY - bend}q0 ${bend} ${bend} ${bend}${end}`));
  else if (above) lines.push(along(basis, `M${x} -1V${dotY - bend}q0 ${bend} ${bend} ${bend}${end}`));
  else lines.push(along(basis, `M${x} ${dotY + bend}q0 ${-bend} ${bend} ${-bend}${end}`), atBottom(basis, x, dotY + bend));
  return lines;
}
