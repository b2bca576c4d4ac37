import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../bands/letters.ts';
import type { Box, Point } from '../bands/sheet.ts';
import { letter, type Around, type Surroundings } from './around.ts';
import { narrowAround } from './narrow.ts';
import { wideAround } from './wide.ts';

const words = fc.constantFrom(['calls'], ['supervises'], ['event', 'system calls 15 and 16'], ['calls', 'messages and shared memory'], []);
const side = fc
  .record({ sizes: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }), said: words, left: fc.nat(3), inFrame: fc.boolean() })
  .map(({ sizes, said, left, inFrame }) => ({
    nodes: sizes.map((size, n) => ({
      id: `n${n}`,
      title: n % 2 === 0 ? 'A server' : 'Identity, cryptography and upgrade',
      rows: Array.from({ length: size }, (_, r) => ({ id: `r${n}-${r}`, words: said })),
    })),
    left: sizes.length === 4 ? left : 0,
    inFrame: inFrame && sizes.length > 0,
  }));
const named = (prefix: string, it: Around['before']): Around['before'] => ({
  ...it,
  nodes: it.nodes.map((node) => ({ ...node, id: prefix + node.id, rows: node.rows.map((row) => ({ ...row, id: prefix + row.id })) })),
});
const arounds: fc.Arbitrary<Around> = fc.record({
  title: fc.constantFrom('Scheduler', 'Folios and address spaces'),
  note: fc.constantFrom(undefined, 'channel.rs'),
  frame: fc.constantFrom(undefined, 'inside the microkernel', 'inside Identity, cryptography and upgrade'),
  before: side.map((it) => named('b', it)),
  after: side.map((it) => named('a', it)),
});

const touch = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const pieces = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((to, i) => ({
    x: Math.min(to.x, points[i]!.x),
    y: Math.min(to.y, points[i]!.y),
    width: Math.abs(to.x - points[i]!.x),
    height: Math.abs(to.y - points[i]!.y),
  }));
const meet = (a: Box, b: Box): boolean => a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
const isOnEdge = ({ x, y }: Point, box: Box): boolean =>
  ((x === box.x || x === box.x + box.width) && y >= box.y && y <= box.y + box.height) ||
  ((Math.abs(y - box.y) < 0.01 || Math.abs(y - box.y - box.height) < 0.01) && x >= box.x && x <= box.x + box.width);
const wordBoxes = ({ rows }: Surroundings): readonly Box[] =>
  rows.flatMap((row) => row.words.map(({ x, y, text }) => ({ x, y: y - 9, width: widthOf(text, letter.small), height: 11 })));

describe.each([
  ['wide', wideAround],
  ['narrow', narrowAround],
] as const)('%s', (_, lay) => {
  test('every neighbour is drawn, and nothing stands on another or outside', () => {
    fc.assert(
      fc.property(arounds, (around) => {
        const drawn = lay(around);
        const boxes = [drawn.middle, ...drawn.nodes];
        expect(drawn.nodes.map(({ id }) => id)).toEqual([...around.before.nodes, ...around.after.nodes].map(({ id }) => id));
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(touch(a, b)).toBe(false)));
        const written = [
          ...wordBoxes(drawn),
          ...drawn.left.map(({ x, y, text, isEnd }) => {
            const wide = widthOf(text, letter.small);
            return { x: isEnd ? x - wide : x, y: y - 9, width: wide, height: 11 };
          }),
        ];
        written.forEach((a) => boxes.forEach((b) => expect(touch(a, b)).toBe(false)));
        written.forEach((a, i) => written.slice(i + 1).forEach((b) => expect(touch(a, b)).toBe(false)));
        for (const it of [...boxes, ...written, ...(drawn.frame ? [drawn.frame] : [])]) {
          expect(it.x).toBeGreaterThanOrEqual(0);
          expect(it.y).toBeGreaterThanOrEqual(0);
          expect(it.x + it.width).toBeLessThanOrEqual(drawn.width + 0.01);
          expect(it.y + it.height).toBeLessThanOrEqual(drawn.height);
        }
      }),
    );
  });

  test('each arrow goes from one part to the other, and no two of them touch', () => {
    fc.assert(
      fc.property(arounds, (around) => {
        const drawn = lay(around);
        const nodeOf = (row: string): Box =>
          drawn.nodes.find(({ id }) => [...around.before.nodes, ...around.after.nodes].find((it) => it.id === id)!.rows.some((it) => it.id === row))!; // prettier-ignore
        for (const { id, points } of drawn.rows) {
          const ends = id.startsWith('b') ? [nodeOf(id), drawn.middle] : [drawn.middle, nodeOf(id)];
          expect(isOnEdge(points[0]!, ends[0]!)).toBe(true);
          expect(isOnEdge(points.at(-1)!, ends[1]!)).toBe(true);
        }
        drawn.rows.forEach((a, i) =>
          drawn.rows
            .slice(i + 1)
            .forEach((b) => expect(pieces(a.points).some((one) => pieces(b.points).some((other) => meet(one, other)))).toBe(false)),
        );
      }),
    );
  });

  test('the frame holds the part, and the sides that lie in it', () => {
    fc.assert(
      fc.property(arounds, (around) => {
        const { frame, middle, nodes, left } = lay(around);
        if (!frame) return;
        const isIn = (it: Box) =>
          it.x >= frame.x && it.y >= frame.y && it.x + it.width <= frame.x + frame.width && it.y + it.height <= frame.y + frame.height;
        expect(isIn(middle)).toBe(true);
        for (const it of nodes) {
          const { inFrame } = it.id.startsWith('b') ? around.before : around.after;
          expect(inFrame ? isIn(it) : !touch(it, frame)).toBe(true);
        }
        // No line of the frame runs through what says that there are more; beside the frame it may stand at any height.
        for (const { x, y } of left.filter((it) => it.x >= frame.x && it.x <= frame.x + frame.width))
          for (const edge of [frame.y, frame.y + frame.height]) expect(Math.abs(y - 4 - edge), `${x}`).toBeGreaterThan(6);
      }),
    );
  });
});
