/** One column for a phone: who reaches the part, below them the part, below it whom it reaches. Arrows run at the start of the line, each in a lane of its own. */
import { broken } from '../bands/letters.ts';
import { leftWords, letter, type Around, type LaidNode, type LaidRow, type Surroundings } from './around.ts';
import { lowered, placedSide, rowsOf, type PlacedSide } from './rows.ts';

const width = 320;
const node = 116;
const lane = 8;
/** From the last lane to the parts, with room for the tip of an arrow. */
const landing = 18;
const pad = 10;

const extent = (others: number) => ({ above: 14, below: 10 + others * letter.smallLine });

export function narrowAround(around: Around): Surroundings {
  const inset = around.frame === undefined ? 0 : pad;
  const count = (of: Around['before']): number => of.nodes.reduce((sum, { rows }) => sum + rows.length, 0);
  const lanes = Math.max(count(around.before), count(around.after), 1);
  const x = inset + lanes * lane + landing;
  const wordsX = x + node + 10;
  const side = (of: Around['before']): PlacedSide => placedSide(of, node - 10, width - inset - wordsX, extent, 10);
  const before = side(around.before);
  const title = around.frame === undefined ? [] : broken(around.frame, letter.small, width - 2 * pad - lanes * lane - 12);
  const frameHead = title.length * letter.smallLine + (title.length > 0 ? 12 : 0);
  const [aboveFirst, aboveMiddle] = around.before.inFrame ? [frameHead, 0] : [0, frameHead];
  const leftBefore = around.before.left > 0 ? 20 : 0;
  const low = lowered(before, aboveFirst + 1);
  const lines = broken(around.title, letter.title, width - 2 * inset - 16);
  const middle = {
    x: inset,
    y: before.nodes.length > 0 ? aboveFirst + before.height + leftBefore + 24 + aboveMiddle : frameHead + 1,
    width: width - 2 * inset,
    height: lines.length * letter.titleLine + (around.note ? 16 : 0) + 19,
    lines,
    note: around.note,
  };
  const after = lowered(side(around.after), middle.y + middle.height + (around.after.inFrame || inset === 0 ? 22 : 22 + pad));
  const bottom = after.nodes.length > 0 ? Math.max(...bottoms(after)) : middle.y + middle.height;
  const end = bottom + (around.after.left > 0 ? 20 : 0);
  const frameY = around.before.inFrame ? 1 : middle.y - frameHead;
  const frameEnd = around.after.inFrame ? end + pad : middle.y + middle.height + pad;
  return {
    width,
    height: Math.ceil(Math.max(end, around.frame === undefined ? 0 : frameEnd) + 2),
    middle,
    nodes: [...nodesAt(low, x), ...nodesAt(after, x)],
    rows: [...rowsTo(low, middle, inset, x, wordsX, 'before'), ...rowsTo(after, middle, inset, x, wordsX, 'after')],
    frame:
      around.frame === undefined
        ? undefined
        : { x: 0, y: frameY, width, height: frameEnd - frameY, lines: title, title: { x: inset + lanes * lane + 8, y: frameY + 15 } },
    left: [
      ...(leftBefore > 0 ? [{ x, y: Math.max(...bottoms(low)) + 18, text: leftWords(around.before.left), isEnd: false }] : []),
      ...(around.after.left > 0 ? [{ x, y: bottom + 18, text: leftWords(around.after.left), isEnd: false }] : []),
    ],
  };
}

const bottoms = (of: PlacedSide): readonly number[] => [
  ...of.nodes.map((it) => it.y + it.height),
  ...rowsOf(of).map((it) => it.y + extent(it.others.length).below),
];

const nodesAt = ({ nodes }: PlacedSide, x: number): readonly LaidNode[] =>
  nodes.map(({ id, lines, y, height }) => ({ id, lines, x, y, width: node, height }));

/** The part that is furthest has the lane nearest the edge, so that no two arrows cross. */
function rowsTo(
  side: PlacedSide,
  { y, height }: Surroundings['middle'],
  inset: number,
  x: number,
  wordsX: number,
  where: 'before' | 'after',
): readonly LaidRow[] {
  const rows = rowsOf(side);
  return rows.map(({ row, y: at, first, others }, i) => {
    const own = inset + lane * ((where === 'before' ? i : rows.length - 1 - i) + 0.75);
    const words = [...(first === undefined ? [] : [first]), ...others];
    const points =
      where === 'before'
        ? [{ x, y: at }, { x: own, y: at }, { x: own, y }] // prettier-ignore
        : [{ x: own, y: y + height }, { x: own, y: at }, { x, y: at }]; // prettier-ignore
    return {
      id: row.id,
      points,
      words: words.map((text, l) => ({ x: wordsX, y: at + 4 + l * letter.smallLine, text, isQuiet: l > 0 || first === undefined })),
    };
  });
}
