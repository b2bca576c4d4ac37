/** The level pieces of arrows between two rows, each on a track, so that no two lie on each other and few cross. */

/** The pieces of one arrow or bundle in one channel: where uprights join it, from above or from below. */
export interface Net {
  readonly key: string;
  readonly joins: readonly { readonly x: number; readonly above: boolean }[];
}

/** The track of each net, from 0 at the top, and how many there are. */
export function tracksOf(nets: readonly Net[]): { readonly trackOf: ReadonlyMap<string, number>; readonly count: number } {
  const rest = [...nets];
  const order: Net[] = [];
  while (rest.length > 0) {
    const free = rest.filter((net) => !rest.some((other) => other !== net && mustBeBelow(net, other)));
    // Where nets wait for each other in a circle, the first goes first.
    const next = (free.length > 0 ? free : [rest[0]!]).reduce((a, b) => (crossings(b, rest) < crossings(a, rest) ? b : a));
    order.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  const trackOf = new Map<string, number>();
  for (const [i, net] of order.entries()) {
    const above = order.slice(0, i).filter((other) => overlaps(net, other) || mustBeBelow(net, other));
    trackOf.set(
      net.key,
      above.reduce((most, it) => Math.max(most, trackOf.get(it.key)! + 1), 0),
    );
  }
  return { trackOf, count: Math.max(0, ...[...trackOf.values()].map((it) => it + 1)) };
}

/** How near two uprights may stand, and two ends on one track. */
const near = 7;
const gap = 12;

const spanOf = ({ joins }: Net): readonly [number, number] => {
  const xs = joins.map(({ x }) => x);
  return [Math.min(...xs), Math.max(...xs)];
};

/** One has an upright from below where the other has one from above: on the wrong tracks they would lie on each other. */
const mustBeBelow = (net: Net, other: Net): boolean =>
  net.joins.some((a) => !a.above && other.joins.some((b) => b.above && Math.abs(a.x - b.x) < near));

const overlaps = (net: Net, other: Net): boolean => {
  const [[a, b], [c, d]] = [spanOf(net), spanOf(other)];
  return a < d + gap && c < b + gap;
};

/** How many uprights a net would cross if it lay above all of these, less those that it would cross below them. */
function crossings(net: Net, rest: readonly Net[]): number {
  const crossed = (upper: Net, lower: Net): number => {
    const [a, b] = spanOf(lower);
    const [c, d] = spanOf(upper);
    return (
      upper.joins.filter(({ x, above }) => !above && a < x && x < b).length +
      lower.joins.filter(({ x, above }) => above && c < x && x < d).length
    );
  };
  return rest.reduce((sum, other) => (other === net ? sum : sum + crossed(net, other) - crossed(other, net)), 0);
}
