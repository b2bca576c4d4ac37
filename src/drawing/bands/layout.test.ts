import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laidOut } from './layout.ts';
import { broken, widthOf } from './letters.ts';
import { nameBox } from './names.ts';
import type { Box, Layout, Sheet } from './sheet.ts';
import { tracksOf } from './tracks.ts';

const touch = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** One to four bands of one to six parts, in a frame or not, and arrows between any two. */
const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
    pairs: fc.array(fc.tuple(fc.nat(23), fc.nat(23), fc.constantFrom('calls', 'event')), { maxLength: 14 }),
    isWide: fc.boolean(),
  })
  .map(({ sizes, pairs, isWide }) => {
    let count = 0;
    const bands = sizes.map(([size, isFramed], b) => {
      const parts = Array.from({ length: size }, () => ({ id: `p${count}`, title: `Part ${count++}`, kind: 'process' }));
      const frame = isFramed ? { id: `f${b}`, title: 'Frame', kind: 'boundary' } : undefined;
      return { title: `Band ${b}`, note: 'some words', items: [{ frame, parts }], below: { kind: 'trust', text: 'a border' } };
    });
    const known = pairs.filter(([from, to]) => from < count && to < count && from !== to);
    const arrows = known.map(([from, to, kind], i) => ({ id: `a${i}`, from: `p${from}`, to: `p${to}`, kind, words: [kind] }));
    return isWide
      ? { bands, arrows, width: 888, across: 6, margin: 152 }
      : { bands, arrows, width: 320, across: 2, margin: 'above' as const };
  });

const isOn = ({ x, y, width, height }: Box, at: { x: number; y: number }): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
const partOf = (layout: Layout, id: string): Box => layout.parts.find((it) => it.part.id === id)!;

describe('a sheet in bands', () => {
  test('is laid out the same each time, every part once and none on another, all within its width', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const layout = laidOut(sheet);
        expect(laidOut(structuredClone(sheet))).toEqual(layout);
        const plain = layout.parts.filter(({ isFrame }) => !isFrame);
        expect(plain.map(({ part }) => part.id).sort()).toEqual(
          sheet.bands.flatMap(({ items }) => items.flatMap(({ parts }) => parts.map(({ id }) => id))).sort(),
        );
        for (const [i, one] of plain.entries()) {
          expect(one.x >= 0 && one.x + one.width <= sheet.width && one.y + one.height <= layout.height).toBe(true);
          expect(plain.slice(i + 1).some((other) => touch(one, other))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('has an arrow for each relation, from the edge of one part to that of the other, past all other parts', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const layout = laidOut(sheet);
        expect(layout.arrows.map(({ arrow }) => arrow.id)).toEqual(sheet.arrows.map(({ id }) => id));
        for (const { arrow, points } of layout.arrows) {
          expect(isOn(partOf(layout, arrow.from), points[0]!)).toBe(true);
          expect(isOn(partOf(layout, arrow.to), points.at(-1)!)).toBe(true);
          const others = layout.parts.filter((it) => !it.isFrame && it.part.id !== arrow.from && it.part.id !== arrow.to);
          for (const [i, to] of points.slice(1).entries()) {
            const from = points[i]!;
            expect(from.x === to.x || from.y === to.y).toBe(true);
            const piece = {
              x: Math.min(from.x, to.x),
              y: Math.min(from.y, to.y),
              width: Math.abs(from.x - to.x),
              height: Math.abs(from.y - to.y),
            };
            expect(
              others
                .filter((it) => touch({ ...piece, width: piece.width + 0.1, height: piece.height + 0.1 }, it))
                .map(({ part }) => part.id),
            ).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  test('has words only where they lie on no part and on no other words', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const layout = laidOut(sheet);
        const labels = layout.arrows.flatMap(({ label }) => label ?? []);
        for (const [i, one] of labels.entries()) {
          expect(layout.parts.some((it) => !it.isFrame && touch(one, it))).toBe(false);
          expect(labels.slice(i + 1).some((other) => touch(one, other))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('moves the name above a band out of the way of arrows, where there is room for it', () => {
    const parts = (...ids: string[]) => [{ frame: undefined, parts: ids.map((id) => ({ id, title: id, kind: 'process' })) }];
    const sheet: Sheet = {
      bands: [
        { title: 'Above', note: undefined, items: parts('a', 'b'), below: undefined },
        { title: 'Between them', note: 'a note', items: parts('c'), below: undefined },
      ],
      arrows: [{ id: 'ac', from: 'a', to: 'c', kind: 'calls', words: [] }],
      width: 320, across: 2, margin: 'above',
    }; // prettier-ignore
    const nameIn = (it: Sheet) => nameBox(laidOut(it).bands[1]!);
    const passes = laidOut(sheet).arrows[0]!.points[0]!.x;
    const bare = nameIn({ ...sheet, arrows: [] });
    expect(bare.x).toBe(0);
    expect(bare.x + bare.width).toBeGreaterThan(passes);
    const { x, width } = nameIn(sheet);
    expect(x).toBeGreaterThan(passes);
    expect(x + width).toBeLessThanOrEqual(sheet.width);
    const titled = (title: string): Sheet => ({ ...sheet, bands: [sheet.bands[0]!, { ...sheet.bands[1]!, title }] });
    const long = laidOut(titled('A name that is too long for one line beside it')).bands[1]!;
    expect(long.title.lines.length).toBeGreaterThan(1);
    expect(nameBox(long).x).toBeGreaterThan(passes);
    expect(nameIn(titled('A-word-that-has-no-room-beside-it')).x).toBe(0);
  });
  test('opens its borders where an arrow passes, and only there', () => {
    const part = (id: string) => ({ frame: undefined, parts: [{ id, title: id, kind: 'process' }] });
    const sheet: Sheet = {
      bands: [
        { title: 'Above', note: undefined, items: [part('a'), part('b')], below: { kind: 'isolation', text: 'a border' } },
        { title: 'Below', note: undefined, items: [part('c')], below: undefined },
      ],
      arrows: [{ id: 'ac', from: 'a', to: 'c', kind: 'calls', words: [] }],
      width: 888, across: 6, margin: 152,
    }; // prettier-ignore
    const layout = laidOut(sheet);
    expect(layout.borders[0]!.pieces).toHaveLength(2);
    expect(laidOut({ ...sheet, arrows: [] }).borders[0]!.pieces).toHaveLength(1);
  });
});

test('words are broken between words, into lines of about one length, and a long word stays whole', () => {
  expect(broken('Memory management', 13, 90)).toEqual(['Memory', 'management']);
  expect(broken('A process in the container', 13, 100).every((it) => widthOf(it, 13) <= 100)).toBe(true);
  expect(broken('capability', 13, 20)).toEqual(['capability']);
});

test('of two level pieces the one whose upright comes from above lies above, where both stand at one place', () => {
  const upper = { key: 'upper', joins: [{ x: 10, above: true }, { x: 50, above: false }] }; // prettier-ignore
  const lower = { key: 'lower', joins: [{ x: 90, above: true }, { x: 10, above: false }] }; // prettier-ignore
  const { trackOf, count } = tracksOf([lower, upper]);
  expect([trackOf.get('upper'), trackOf.get('lower'), count]).toEqual([0, 1, 2]);
});
