/**
 * Which way each arrow takes: from side to side between neighbours, else up or down through the channels between the rows, and past rows
 * that lie between in a free column or in the gutter beside it. Columns and rows only; `layout.ts` makes lengths of them.
 */
import type { Placing } from './place.ts';
import type { Arrow } from './sheet.ts';

/** Where a part stands; a frame holds several columns. Channel `k` lies above row `k`. */
export interface Place {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

export interface Route {
  readonly arrow: Arrow;
  readonly from: Place;
  readonly to: Place;
  /** Which side of the two parts it uses. */
  readonly way: 'side' | 'down' | 'up' | 'below' | 'above';
  /** The channel at its source and that at its target. */
  readonly channels: readonly [number, number];
  /** How it passes the rows between two different channels. */
  readonly past: { readonly by: 'source' | 'target' } | { readonly by: 'gutter'; readonly gutter: number } | undefined;
  /** Arrows with the same bundle share the end at this side. */
  readonly bundle: { readonly key: string; readonly at: 'source' | 'target' };
}

function placesOf({ rows }: Placing): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [row, { cells, frames }] of rows.entries()) {
    for (const { part, from, to } of frames) if (!places.has(part.id)) places.set(part.id, { row, from, to });
    for (const [column, part] of cells.entries()) if (part) places.set(part.id, { row, from: column, to: column });
  }
  return places;
}

/** What lies in a frame needs no arrow to or from it. */
export function routed(placing: Placing, arrows: readonly Arrow[]): readonly Route[] {
  const places = placesOf(placing);
  const ways = arrows.flatMap((arrow): Omit<Route, 'bundle'>[] => {
    const [from, to] = [places.get(arrow.from), places.get(arrow.to)];
    if (!from || !to || isWithin(from, to) || isWithin(to, from)) return [];
    return [{ arrow, from, to, ...wayOf(placing, from, to) }];
  });
  return ways.map((it) => ({ ...it, bundle: bundleOf(it, ways) }));
}

const isWithin = (a: Place, b: Place): boolean => a.row === b.row && a.from >= b.from && a.to <= b.to;

const isTaken = ({ rows }: Placing, row: number, column: number): boolean =>
  rows[row]!.cells[column] !== undefined || rows[row]!.frames.some(({ from, to }) => from <= column && column <= to);

function wayOf(placing: Placing, from: Place, to: Place): Pick<Route, 'way' | 'channels' | 'past'> {
  if (from.row === to.row) {
    const [left, right] = from.from < to.from ? [from, to] : [to, from];
    let isClear = true;
    for (let column = left.to + 1; column < right.from; column++) if (isTaken(placing, from.row, column)) isClear = false;
    if (isClear) return { way: 'side', channels: [from.row, from.row], past: undefined };
    const isBelow = from.row < placing.rows.length - 1;
    const channel = isBelow ? from.row + 1 : from.row;
    return { way: isBelow ? 'below' : 'above', channels: [channel, channel], past: undefined };
  }
  const isDown = from.row < to.row;
  const channels: [number, number] = isDown ? [from.row + 1, to.row] : [from.row, to.row + 1];
  return { way: isDown ? 'down' : 'up', channels, past: channels[0] === channels[1] ? undefined : passage(placing, from, to) };
}

function passage(placing: Placing, from: Place, to: Place): Route['past'] {
  const [first, last] = from.row < to.row ? [from.row + 1, to.row] : [to.row + 1, from.row];
  const isFree = (column: number): boolean => {
    for (let row = first; row < last; row++) if (isTaken(placing, row, column)) return false;
    return true;
  };
  const middle = ({ from: a, to: b }: Place): number => Math.floor((a + b) / 2);
  if (isFree(middle(to))) return { by: 'target' };
  if (isFree(middle(from))) return { by: 'source' };
  // A gutter is not free where a frame spans it.
  const isOpen = (gutter: number): boolean => {
    for (let row = first; row < last; row++) if (placing.rows[row]!.frames.some((it) => it.from < gutter && gutter <= it.to)) return false;
    return true;
  };
  const gutters = Array.from({ length: placing.across + 1 }, (_, i) => i).filter(isOpen);
  const bend = (gutter: number): number =>
    Math.abs(gutter - 0.5 - middle(from)) + Math.abs(gutter - 0.5 - middle(to)) + (gutter === 0 ? 0.1 : 0);
  return { by: 'gutter', gutter: gutters.reduce((a, b) => (bend(b) < bend(a) ? b : a), gutters[0] ?? placing.across) };
}

/** Arrows that say the same and come from one side to one part share its end; so do those that leave one part. */
function bundleOf(route: Omit<Route, 'bundle'>, all: readonly Omit<Route, 'bundle'>[]): Route['bundle'] {
  const like = (it: Omit<Route, 'bundle'>): string => `${it.way} ${it.arrow.kind} ${it.arrow.words.join(' ')}`;
  const keyOf = (it: Omit<Route, 'bundle'>): string => `to ${it.arrow.to} ${it.channels[1]} ${like(it)}`;
  const mates = all.filter((it) => keyOf(it) === keyOf(route));
  if (mates.length > 1 && route.way !== 'side') return { key: keyOf(route), at: 'target' };
  return route.way === 'side'
    ? { key: route.arrow.id, at: 'source' }
    : { key: `from ${route.arrow.from} ${route.channels[0]} ${like(route)}`, at: 'source' };
}
