/** Three columns for a page: who reaches the part, the part, whom it reaches. Arrows leave and enter the part in the order of what they lead to. */
import { broken } from '../bands/letters.ts';
import type { Point } from '../bands/sheet.ts';
import { leftWords, letter, type Around, type LaidNode, type LaidRow, type Surroundings } from './around.ts';
import { lowered, placedSide, rowsOf, type PlacedRow, type PlacedSide } from './rows.ts';

const width = 608;
const edge = 12;
const node = 112;
const between = (width - 2 * edge - 3 * node) / 2;
const middleX = edge + node + between;
/** Between a frame and what it holds. */
const pad = 10;
/** Upright pieces stand so far from the part, and from each other. */
const trunk = { first: 18, step: 7 } as const;
const port = 12;
const inner = node - 10;

const extent = (others: number) => ({ above: 18, below: others === 0 ? 12 : 6 + others * letter.smallLine });

export function wideAround(around: Around): Surroundings {
  // The words have what the upright pieces leave.
  const wordsIn = (rows: number): number => between - trunk.first - trunk.step * Math.ceil(rows / 2) - 10;
  const side = (of: Around['before']): PlacedSide => {
    const count = of.nodes.reduce((sum, { rows }) => sum + rows.length, 0);
    return placedSide(of, inner, wordsIn(count), extent, 14);
  };
  const [before, after] = [side(around.before), side(around.after)];
  const lines = broken(around.title, letter.title, inner);
  const ports = Math.max(rowsOf(before).length, rowsOf(after).length);
  const middleHeight = Math.max(lines.length * letter.titleLine + (around.note ? 16 : 0) + 18, (ports - 1) * port + 24, 40);
  const height = Math.max(before.height, after.height, middleHeight);
  const centred = (of: PlacedSide): PlacedSide => {
    const low = lowered(of, (height - of.height) / 2);
    const [only, ...others] = rowsOf(low);
    // A single arrow is straight.
    return only && others.length === 0 ? lowered(low, height / 2 - only.y) : low;
  };
  const middle = { x: middleX, y: (height - middleHeight) / 2, width: node, height: middleHeight, lines, note: around.note };
  return framed(around, {
    middle,
    before: centred(before),
    after: centred(after),
  });
}

interface Placed {
  readonly middle: Surroundings['middle'];
  readonly before: PlacedSide;
  readonly after: PlacedSide;
}

/** Puts the frame around what lies in it, and everything so low that the top of all is at 0. */
function framed(around: Around, { middle, before, after }: Placed): Surroundings {
  const nodes = [...nodesAt(before, edge), ...nodesAt(after, width - edge - node)];
  const rows = [...rowsBetween(before, middle, 'before'), ...rowsBetween(after, middle, 'after')];
  const left = leftOf(around, before, after);
  const [inBefore, inAfter] = [around.frame !== undefined && around.before.inFrame, around.frame !== undefined && around.after.inFrame];
  // That there are more is said within the frame, where they lie too.
  const said = left.filter(({ isEnd }) => (isEnd ? inAfter : inBefore)).map(({ y }) => ({ y, height: 0 }));
  const heights = [middle, ...extentsOf(inBefore ? before : undefined), ...extentsOf(inAfter ? after : undefined), ...said];
  const x = inBefore ? 0 : middle.x - pad;
  const right = inAfter ? width : middle.x + node + pad;
  const names = around.frame === undefined ? [] : broken(around.frame, letter.small, right - x - 16);
  const top = Math.min(...heights.map((it) => it.y)) - 12 - names.length * letter.smallLine;
  const bottom = Math.max(...heights.map((it) => it.y + it.height)) + pad + 2;
  const frame =
    around.frame === undefined
      ? undefined
      : { x, y: top, width: right - x, height: bottom - top, lines: names, title: { x: x + 9, y: top + 15 } };
  const all = [...extentsOf(before), ...extentsOf(after), middle, ...(frame ? [frame] : [])];
  const first = Math.min(...all.map((it) => it.y));
  const last = Math.max(...all.map((it) => it.y + it.height), ...left.map((it) => it.y + 4));
  // A side where nothing is has no room.
  const start = before.nodes.length > 0 ? 0 : (frame ?? middle).x - 1;
  const end = after.nodes.length > 0 ? width : (frame ?? middle).x + (frame ?? middle).width + 1;
  const drawn = { width: end - start, height: Math.ceil(last - first + 2), middle, nodes, rows, frame, left };
  return moved(drawn, { x: -start, y: 1 - first });
}

/** Where a side begins and ends, its words included. */
const extentsOf = (of: PlacedSide | undefined): readonly { readonly y: number; readonly height: number }[] =>
  of === undefined
    ? []
    : [
        ...of.nodes,
        ...rowsOf(of).map(({ y, others }) => ({ y: y - extent(0).above, height: extent(0).above + extent(others.length).below })),
      ];

const nodesAt = ({ nodes }: PlacedSide, x: number): readonly LaidNode[] =>
  nodes.map(({ id, lines, y, height }) => ({ id, lines, x, y, width: node, height }));

const leftOf = (around: Around, before: PlacedSide, after: PlacedSide): Surroundings['left'] => {
  const said = (count: number, side: PlacedSide, x: number, isEnd: boolean) =>
    count === 0 ? [] : [{ x, y: Math.max(...extentsOf(side).map((it) => it.y + it.height)) + 18, text: leftWords(count), isEnd }];
  return [...said(around.before.left, before, edge, false), ...said(around.after.left, after, width - edge, true)];
};

/** The arrows between a side and the part: each level where it can be, else with one upright piece; no two of them cross. */
function rowsBetween(side: PlacedSide, middle: Surroundings['middle'], where: 'before' | 'after'): readonly LaidRow[] {
  const rows = rowsOf(side);
  const ports = portsOf(rows, middle);
  const up = rows.filter(({ y }, i) => y < ports[i]! - 0.5).length;
  const down = rows.filter(({ y }, i) => y > ports[i]! + 0.5).length;
  const sign = where === 'after' ? 1 : -1;
  const start = where === 'after' ? middle.x + node : middle.x;
  const end = where === 'after' ? width - edge - node : edge + node;
  const furthest = trunk.first + trunk.step * Math.max(0, Math.max(up, down) - 1);
  const wordsX = where === 'after' ? start + (up + down === 0 ? trunk.first : furthest) + 6 : end + 8;
  return rows.map(({ row, y, first, others }, i) => {
    const nth = i < up ? i : rows.length - 1 - i;
    const isLevel = i >= up && i < rows.length - down;
    const turn = start + sign * (trunk.first + trunk.step * nth);
    const outward: readonly Point[] = isLevel
      ? [{ x: start, y }, { x: end, y }] // prettier-ignore
      : [{ x: start, y: ports[i]! }, { x: turn, y: ports[i]! }, { x: turn, y }, { x: end, y }]; // prettier-ignore
    return {
      id: row.id,
      points: where === 'after' ? outward : outward.toReversed(),
      words: [
        ...(first === undefined ? [] : [{ x: wordsX, y: y - 6, text: first, isQuiet: false }]),
        ...others.map((text, l) => ({ x: wordsX, y: y + letter.smallLine + 1 + l * letter.smallLine, text, isQuiet: true })),
      ],
    };
  });
}

/** Where arrows touch the part: as near to their own height as its side allows, in their order, apart from each other. */
function portsOf(rows: readonly PlacedRow[], { y, height }: Surroundings['middle']): readonly number[] {
  const [first, last] = [y + 10, y + height - 10];
  const ports: number[] = [];
  for (const row of rows) ports.push(Math.max(Math.min(row.y, last), first, (ports.at(-1) ?? -Infinity) + port));
  for (let i = ports.length - 1, most = last; i >= 0; i--, most = ports[i + 1]! - port) ports[i] = Math.min(ports[i]!, most);
  return ports;
}

const moved = (it: Surroundings, by: Point): Surroundings => {
  const there = <T extends Point>(at: T): T => ({ ...at, x: at.x + by.x, y: at.y + by.y });
  return {
    ...it,
    middle: there(it.middle),
    nodes: it.nodes.map(there),
    rows: it.rows.map(({ id, points, words }) => ({ id, points: points.map(there), words: words.map(there) })),
    frame: it.frame && { ...there(it.frame), title: there(it.frame.title) },
    left: it.left.map(there),
  };
};
