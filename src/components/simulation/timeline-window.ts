/** Which steps of a run the timeline draws, and the graduations of the scale that stands for all of them. Pure. */

/** From `from` up to, but not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** As many steps are drawn one by one; of a longer run a part, and below it a scale of the whole. */
export const MOST_DRAWN = 120;
/** The part moves on by so many steps at a time, so that it stands still while a reader steps inside it. */
const BLOCK = 40;
const MOST_MARKS = 8;

/** The part of `count` steps that is drawn when the reader stands at `position`. */
export function drawnAt(position: number, count: number): Range {
  if (count <= MOST_DRAWN) return { from: 0, to: count };
  const from = Math.max(0, Math.min(Math.floor(position / BLOCK) * BLOCK - BLOCK, count - MOST_DRAWN));
  return { from, to: from + MOST_DRAWN };
}

/** Round numbers along a scale from 0 to `last`, at most eight after the first. */
export function roundMarks(last: number): number[] {
  const least = last / MOST_MARKS;
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const apart = [1, 2, 5, 10].map((times) => times * ten).find((each) => each >= least) ?? 10 * ten;
  return Array.from({ length: Math.floor(last / apart) + 1 }, (_, i) => i * apart);
}
