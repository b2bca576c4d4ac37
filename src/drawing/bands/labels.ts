/** Where the words of an arrow stand: beside or above a piece of it, and on nothing else. An arrow whose words have no room has none. */
import { widthOf } from './letters.ts';
import { nameBox } from './names.ts';
import type { Route } from './route.ts';
import type { Box, LaidArrow, LaidBand, LaidBorder, LaidPart, Point } from './sheet.ts';

type Routed = Route & { readonly points: readonly Point[] };
type Label = NonNullable<LaidArrow['label']>;

const size = 12;
const line = 14;

export function labelled(
  arrows: readonly Routed[],
  parts: readonly LaidPart[],
  borders: readonly LaidBorder[],
  bands: readonly LaidBand[],
  width: number,
): readonly LaidArrow[] {
  const taken: Box[] = [
    ...parts.filter((it) => !it.isFrame),
    ...parts.filter((it) => it.isFrame).flatMap(edgesOf),
    ...borders.flatMap(({ label, pieces, y }) => [
      label,
      ...pieces.map(({ from, to }) => ({ x: from, y: y - 4, width: to - from, height: 7 })),
    ]),
    ...bands.map(nameBox),
    ...arrows.flatMap(({ points }) => piecesOf(points).map(thin)),
  ];
  const said = new Set<string>();
  const labels = new Map<Routed, Label>();
  // The shortest first: they have the fewest places.
  for (const it of arrows.toSorted((a, b) => lengthOf(a.points) - lengthOf(b.points))) {
    if (it.arrow.words.length === 0 || said.has(it.bundle.key)) continue;
    const label = [it.arrow.words, it.arrow.words.slice(0, 1)]
      .flatMap((words) => placesFor(words, it.points))
      .find((box) => box.x >= 0 && box.x + box.width <= width && !taken.some((other) => touch(box, other)));
    if (!label) continue;
    said.add(it.bundle.key);
    taken.push(label);
    labels.set(it, label);
  }
  return arrows.map((it) => ({ arrow: it.arrow, points: it.points, label: labels.get(it) }));
}

const touch = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Piece {
  readonly from: Point;
  readonly to: Point;
}
const piecesOf = (points: readonly Point[]): readonly Piece[] => points.slice(1).map((to, i) => ({ from: points[i]!, to }));
const lengthOf = (points: readonly Point[]): number =>
  piecesOf(points).reduce((sum, { from, to }) => sum + Math.abs(from.x - to.x) + Math.abs(from.y - to.y), 0);

const thin = ({ from, to }: Piece): Box => ({
  x: Math.min(from.x, to.x) - 2,
  y: Math.min(from.y, to.y) - 2,
  width: Math.abs(from.x - to.x) + 4,
  height: Math.abs(from.y - to.y) + 4,
});

/** The title and the four sides of a frame: words may stand within it. */
function edgesOf({ x, y, width, height, lines }: LaidPart): readonly Box[] {
  return [
    { x, y: y - 3, width, height: 6 },
    { x, y: y + height - 3, width, height: 6 },
    { x: x - 3, y, width: 6, height },
    { x: x + width - 3, y, width: 6, height },
    { x: x + 6, y: y + 2, width: widthOf(lines[0]!, size) + 10, height: 20 },
  ];
}

/** Above each level piece, then beside each upright one, the longer pieces first. */
function placesFor(words: readonly string[], points: readonly Point[]): readonly Label[] {
  const width = Math.ceil(Math.max(...words.map((it) => widthOf(it, size))));
  const height = words.length * line;
  const byLength = piecesOf(points).toSorted((a, b) => lengthOf([b.from, b.to]) - lengthOf([a.from, a.to]));
  return byLength.flatMap(({ from, to }): Label[] => {
    const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    if (from.y === to.y) {
      if (x2 - x1 < width + 6) return [];
      const free = x2 - x1 - width;
      return [0.5, 0.2, 0.8].flatMap((share) =>
        [y1 - height - 2, y1 + 3].map((y) => ({ x: x1 + free * share, y, width, height, lines: words, anchor: 'start' as const })),
      );
    }
    const rows = Math.max(0, Math.floor((y2 - y1 - height - 6) / 6));
    if (y2 - y1 < height + 2) return [];
    return Array.from({ length: rows + 1 }, (_, i) => y1 + 2 + i * 6).flatMap((y) => [
      { x: x1 + 6, y, width, height, lines: words, anchor: 'start' as const },
      { x: x1 - 6 - width, y, width, height, lines: words, anchor: 'start' as const },
    ]);
  });
}
