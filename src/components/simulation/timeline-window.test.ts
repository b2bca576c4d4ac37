import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnAt, MOST_DRAWN, roundMarks } from './timeline-window.ts';

test('R2: a short run is drawn whole', () => {
  expect(drawnAt(0, 1)).toEqual({ from: 0, to: 1 });
  expect(drawnAt(7, MOST_DRAWN)).toEqual({ from: 0, to: MOST_DRAWN });
});

test('R2: of a long run a bounded part is drawn, and the reader stands in it with something before and behind', () => {
  fc.assert(
    fc.property(fc.integer({ min: MOST_DRAWN + 1, max: 1_000_000 }), fc.nat(), (count, at) => {
      const position = at % count;
      const { from, to } = drawnAt(position, count);
      expect(to - from).toBe(MOST_DRAWN);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      expect(position).toBeGreaterThanOrEqual(Math.min(from + 20, position));
      expect(position >= from && position < to).toBe(true);
      if (from > 0) expect(position - from).toBeGreaterThanOrEqual(40);
      if (to < count) expect(to - position).toBeGreaterThan(20);
    }),
  );
});

test('R2: one step inside the part does not move it', () => {
  expect(drawnAt(1_001, 20_000)).toEqual(drawnAt(1_002, 20_000));
});

test('the scale of the whole has few and round numbers', () => {
  expect(roundMarks(20_000)).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
  expect(roundMarks(150)).toEqual([0, 20, 40, 60, 80, 100, 120, 140]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (last) => {
      const marks = roundMarks(last);
      expect(marks.length).toBeLessThanOrEqual(9);
      expect(marks.at(-1)).toBeLessThanOrEqual(last);
    }),
  );
});
