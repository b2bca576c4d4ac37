/**
 * Where the states of a small graph stand: in rows by the steps to them, in a row near those that lead to them. Leaves out how they are drawn.
 */
export interface GraphLike {
  readonly states: readonly { readonly depth: number }[];
  readonly steps: readonly { readonly from: number; readonly to: number }[];
}
export interface Placed {
  readonly width: number;
  readonly height: number;
  /** The middle of each state. */
  readonly at: readonly (readonly [x: number, y: number])[];
}

/** Between the middles of two states of a row, and between two rows. */
const apart = { x: 46, y: 64 } as const;
const margin = 28;
/** The order settles after a few sweeps. */
const SWEEPS = 6;

/** Deterministic: the same graph stands the same. */
export function placedStates({ states, steps }: GraphLike): Placed {
  const rows = rowsOf(states);
  const near = neighboursOf(states.length, steps);
  const order = states.map((_, i) => rows[states[i]!.depth]!.indexOf(i));
  for (let sweep = 0; sweep < SWEEPS; sweep++) for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) sortRow(row, order, near);
  const widest = Math.max(...rows.map((row) => row.length));
  const width = (widest - 1) * apart.x + 2 * margin;
  const at = states.map(({ depth }, i): readonly [number, number] => {
    const row = rows[depth]!;
    return [width / 2 + (row.indexOf(i) - (row.length - 1) / 2) * apart.x, margin + depth * apart.y];
  });
  return { width, height: (rows.length - 1) * apart.y + 2 * margin, at };
}

function rowsOf(states: GraphLike['states']): number[][] {
  const rows: number[][] = [];
  for (const [i, { depth }] of states.entries()) (rows[depth] ??= []).push(i);
  return rows;
}

/** Of each state those that a step of other rows joins it with. */
function neighboursOf(count: number, steps: GraphLike['steps']): readonly (readonly number[])[] {
  const near: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of steps) {
    if (from === to) continue;
    near[from]!.push(to);
    near[to]!.push(from);
  }
  return near;
}

/** By the mean place of their neighbours, measured from the middle of a row; of two that are equal the first stays first. */
function sortRow(row: number[], order: number[], near: readonly (readonly number[])[]): void {
  const mean = new Map(
    row.map((i) => [i, near[i]!.length === 0 ? order[i]! : near[i]!.reduce((sum, it) => sum + order[it]!, 0) / near[i]!.length]),
  );
  row.sort((a, b) => mean.get(a)! - mean.get(b)! || a - b);
  for (const [place, i] of row.entries()) order[i] = place - (row.length - 1) / 2;
}

/** So far from its middle an edge ends. */
export const STATE_RADIUS = 13;

/** The line of a step, from rim to rim: straight to another row's state, a bow within a row or past one, a loop at the state itself. */
export function lineOf([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  if (x1 === x2 && y1 === y2) return `M${x1 + 9} ${y1 - 9}c16 -12 16 30 0 18`;
  const bow = y2 > y1 ? 0 : y2 === y1 ? 22 : 34;
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [nx, ny] = [-(y2 - y1) / length, (x2 - x1) / length];
  const [cx, cy] = [mx + nx * bow, my + ny * bow];
  const [sx, sy] = towards([x1, y1], [cx, cy], STATE_RADIUS);
  const [ex, ey] = towards([x2, y2], [cx, cy], STATE_RADIUS + 3);
  return `M${round(sx)} ${round(sy)}Q${round(cx)} ${round(cy)} ${round(ex)} ${round(ey)}`;
}

const round = (it: number): number => Math.round(it * 10) / 10;

function towards([x, y]: readonly [number, number], [tx, ty]: readonly [number, number], far: number): readonly [number, number] {
  const length = Math.hypot(tx - x, ty - y) || 1;
  return [x + ((tx - x) * far) / length, y + ((ty - y) * far) / length];
}
