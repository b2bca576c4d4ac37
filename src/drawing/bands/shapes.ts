/** The shapes of a layout as path data: a line, the head of an arrow, a box with its corners cut. */
import type { Box, Layout, Point } from './sheet.ts';

export const pathOf = (points: readonly Point[]): string => points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join(' ');

/** The head of an arrow: its tip at the end of the line. */
export const headOf = (points: readonly Point[]): string => {
  const [from, to] = points.slice(-2) as [Point, Point];
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const side = (sign: number): string => `${to.x - 8 * dx + sign * 4 * dy},${to.y - 8 * dy + sign * 4 * dx}`;
  return `M${side(1)} L${to.x},${to.y} L${side(-1)}`;
};

export const cornered = ({ x, y, width: w, height: h }: Box, cut = 8): string =>
  `M${x + cut},${y} H${x + w - cut} L${x + w},${y + cut} V${y + h - cut} L${x + w - cut},${y + h} H${x + cut} L${x},${y + h - cut} V${y + cut} Z`;

/** The two lines of a part beyond the system are open at its ends. */
export const endsOf = ({ x, y, width: w, height: h }: Box): string => `M${x},${y + 1} V${y + h - 1} M${x + w},${y + 1} V${y + h - 1}`;

/** A border as near as this above a band parts it from the one before. */
const near = 40;

/** Where hairlines part the bands: above each but the first, and not where a border stands. */
export const partingsOf = ({ bands, borders }: Pick<Layout, 'bands' | 'borders'>): readonly number[] =>
  bands.slice(1).flatMap(({ y }) => (borders.some((it) => it.y < y && y - it.y < near) ? [] : [y - 12]));
