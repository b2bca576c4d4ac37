/** Where on its two parts each arrow begins and ends, so that as many as can be are straight. */
import type { Route } from './route.ts';
import type { Box } from './sheet.ts';

export interface Ends {
  /** In pixels from the start of the drawing. */
  readonly from: number;
  readonly to: number;
}

interface Port {
  x: number;
  readonly box: Box;
  readonly side: Port[];
  readonly wishes: number[];
}

/** How near to the corner of a part an arrow may end, and how near to another. */
const corner = 9;
const apart = 12;

/** `boxes` has the two parts of a route; `passX` where it passes the rows between, if it does that in a gutter. */
export function endsOf(
  routes: readonly Route[],
  boxOf: (id: string) => Box,
  passX: (route: Route) => number | undefined,
): ReadonlyMap<Route, Ends> {
  const sides = new Map<string, Map<string, Port>>();
  const portOf = (route: Route, at: 'source' | 'target'): Port => {
    const id = at === 'source' ? route.arrow.from : route.arrow.to;
    const isTop = at === 'source' ? route.way === 'up' || route.way === 'above' : route.way === 'down' || route.way === 'above';
    const name = `${id} ${isTop}`;
    const side = sides.get(name) ?? new Map<string, Port>();
    sides.set(name, side);
    const key = route.bundle.at === at ? route.bundle.key : `${route.arrow.id} ${at}`;
    const port = side.get(key) ?? { x: 0, box: boxOf(id), side: [], wishes: [] };
    side.set(key, port);
    return port;
  };
  const pairs = routes
    .filter((it) => it.way !== 'side')
    .map((route) => {
      const [from, to] = [portOf(route, 'source'), portOf(route, 'target')];
      from.wishes.push(passX(route) ?? middleOf(to.box));
      to.wishes.push(passX(route) ?? middleOf(from.box));
      return { route, from, to };
    });
  for (const side of sides.values()) spread([...side.values()]);
  for (const { from, to, route } of pairs) if (passX(route) === undefined) straighten(from, to);
  return new Map(pairs.map(({ route, from, to }) => [route, { from: from.x, to: to.x }]));
}

const middleOf = ({ x, width }: Box): number => x + width / 2;
const mean = (all: readonly number[]): number => all.reduce((sum, it) => sum + it, 0) / all.length;

function spread(ports: Port[]): void {
  const sorted = ports.toSorted((a, b) => mean(a.wishes) - mean(b.wishes));
  for (const [i, port] of sorted.entries()) {
    const step = Math.min(26, (port.box.width - 2 * corner) / Math.max(1, sorted.length - 1));
    port.x = Math.round(middleOf(port.box) + (i - (sorted.length - 1) / 2) * step);
    port.side.push(...sorted);
  }
}

/** Moves one of the two ends to stand above the other, where its part is wide enough and no other end is near. */
function straighten(from: Port, to: Port): void {
  const fits = (port: Port, x: number): boolean =>
    x >= port.box.x + corner &&
    x <= port.box.x + port.box.width - corner &&
    port.side.every((other) => other === port || (Math.abs(other.x - x) >= apart && other.x < x === other.x < port.x));
  if (from.x === to.x) return;
  if (fits(to, from.x)) to.x = from.x;
  else if (fits(from, to.x)) from.x = to.x;
}
