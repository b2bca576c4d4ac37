/**
 * The geometry of the dependency rail: which line each row of the board draws its share of, and in which lane. Rows have
 * any height, so nothing here is a length: a row knows only what passes it, what leaves it and what arrives.
 */
import type { Plan } from '../../facts/order/graph.ts';

export type Basis = 'stated' | 'derived';

/**
 * All needs for one milestone on one basis, as one line: it leaves `from` and arrives at every row of `to`. One line for
 * each single need would be twenty lines side by side in the longest board; these are seven, and say the same.
 */
export interface Arc {
  readonly basis: Basis;
  /** The row of the milestone that is needed. */
  readonly from: number;
  /** The rows of those that need it, in order. */
  readonly to: readonly number[];
}

export interface LaidArc extends Arc {
  /** 0 is nearest to the dots. */
  readonly lane: number;
}

/** What one arc does in one row. `above` and `below`: it goes on in that direction; `meets`: it leaves or enters the row's dot. */
export interface Piece {
  readonly lane: number;
  readonly basis: Basis;
  readonly above: boolean;
  readonly below: boolean;
  readonly meets?: 'leaves' | 'arrives';
}

export interface RailRow {
  /** The straight line of a stated need on the row before: it comes in at the top of this row, or goes out at the bottom. */
  readonly straightIn: boolean;
  readonly straightOut: boolean;
  readonly pieces: readonly Piece[];
}

export interface Rail {
  readonly lanes: number;
  readonly rows: readonly RailRow[];
}

const first = (arc: Arc): number => Math.min(arc.from, ...arc.to);
const last = (arc: Arc): number => Math.max(arc.from, ...arc.to);
const basesOf = (reasons: readonly { readonly basis: Basis }[]): Basis =>
  reasons.some((it) => it.basis === 'stated') ? 'stated' : 'derived';

/** The arcs of a plan whose steps are the rows, in order; a stated need on the row before is straight and is no arc. */
export function arcsOf(plan: Plan): Arc[] {
  const rows = new Map(plan.map((it, row) => [it.id, row]));
  const to = new Map<string, { basis: Basis; from: number; to: number[] }>();
  for (const [row, step] of plan.entries()) {
    for (const { needs, reasons } of step.needs) {
      const from = rows.get(needs);
      const basis = basesOf(reasons);
      if (from === undefined || (basis === 'stated' && from === row - 1)) continue;
      const arc = to.get(`${basis} ${from}`) ?? { basis, from, to: [] };
      arc.to.push(row);
      to.set(`${basis} ${from}`, arc);
    }
  }
  return [...to.values()];
}

/** Two arcs cannot share a lane when they run beside each other; one may end where the other begins. */
export const overlap = (a: Arc, b: Arc): boolean => first(a) < last(b) && first(b) < last(a);

/** Each arc in the lane nearest to the dots that is free over its whole length, short ones first, so that long ones go around them. */
export function lanesOf(arcs: readonly Arc[]): LaidArc[] {
  const laid: LaidArc[] = [];
  for (const arc of [...arcs].sort((a, b) => last(a) - first(a) - (last(b) - first(b)) || first(a) - first(b))) {
    let lane = 0;
    while (laid.some((it) => it.lane === lane && overlap(it, arc))) lane += 1;
    laid.push({ ...arc, lane });
  }
  return laid;
}

function pieceOf(arc: LaidArc, row: number): Piece[] {
  if (row < first(arc) || row > last(arc)) return [];
  const meets = row === arc.from ? 'leaves' : arc.to.includes(row) ? 'arrives' : undefined;
  return [{ lane: arc.lane, basis: arc.basis, above: row > first(arc), below: row < last(arc), ...(meets ? { meets } : {}) }];
}

/** The rail of a plan whose steps are the rows, in order; undefined when nothing in it needs anything of it. */
export function railOf(plan: Plan): Rail | undefined {
  const arcs = lanesOf(arcsOf(plan));
  const isStraight = (row: number): boolean =>
    plan[row]?.needs.some((edge) => edge.needs === plan[row - 1]?.id && basesOf(edge.reasons) === 'stated') ?? false;
  const rows = plan.map((_, row) => ({
    straightIn: isStraight(row),
    straightOut: isStraight(row + 1),
    pieces: arcs.flatMap((arc) => pieceOf(arc, row)),
  }));
  if (arcs.length === 0 && !rows.some((it) => it.straightIn)) return undefined;
  return { lanes: Math.max(0, ...arcs.map((it) => it.lane + 1)), rows };
}
