/** The name of a band and its note: how they are broken, and where they stand beside the arrows that come past. */
import { broken, widthOf } from './letters.ts';
import type { Box, LaidBand, Point, Sheet } from './sheet.ts';

export interface Name {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}
type Passing = readonly { readonly points: readonly Point[] }[];

const letters = { title: 16, note: 12 } as const;
const lineOf = { title: 19, note: 15 } as const;
/** Between words and an upright beside them. */
const clear = 6;
const step = 8;

/** The name of each band, broken for its room: for the margin, or the whole width above the band, or less where that is said. */
export const namesIn = ({ bands, margin, width }: Sheet, rooms?: readonly number[]): readonly Name[] =>
  bands.map((band, b) => {
    const room = rooms?.[b] ?? (margin === 'above' ? width : margin - 20);
    const noteRoom = margin === 'above' ? room : room - 4;
    return { lines: broken(band.title, letters.title, room), notes: band.note ? broken(band.note, letters.note, noteRoom) : [] };
  });

export const nameHeight = ({ lines, notes }: Name): number => lines.length * lineOf.title + notes.length * lineOf.note;

const nameWidth = ({ lines, notes }: Name): number =>
  Math.max(...lines.map((it) => widthOf(it, letters.title)), ...notes.map((it) => widthOf(it, letters.note)));

/** The room that the name of a band takes, with its note. */
export const nameBox = ({ title }: LaidBand): Box => ({ x: title.x, y: title.y, width: nameWidth(title) + 4, height: nameHeight(title) });

/** Where arrows pass the height of a name. */
const passingAt = (band: LaidBand, arrows: Passing): readonly number[] => {
  const { y, height } = nameBox(band);
  return arrows.flatMap(({ points }) => uprightsWithin(points, y, y + height));
};

/**
 * How wide each name may be to have a place between the arrows that pass it. A name that has one as it is, or one of whose words is wider
 * than any place, keeps the whole width. Undefined where no name needs another.
 */
export function roomsBeside(bands: readonly LaidBand[], arrows: Passing): readonly number[] | undefined {
  const rooms = bands.map((it) => {
    const { width } = nameBox(it);
    const passing = passingAt(it, arrows);
    if (isFree(freePlace(0, it.width, width, passing), width, passing)) return it.width;
    const edges = [-clear, ...passing.toSorted((a, b) => a - b), it.width + clear];
    const widest = Math.max(...edges.slice(1).map((to, i) => to - edges[i]!)) - 2 * clear - step - 4;
    const words = { lines: it.band.title.split(' '), notes: it.band.note?.split(' ') ?? [] };
    return nameWidth(words) <= widest ? widest : it.width;
  });
  return rooms.some((room, b) => room !== bands[b]!.width) ? rooms : undefined;
}

/** A name above its band, moved to where no arrow passes through it; where there is no such place, the arrow is broken behind it. */
export const besideArrows = (band: LaidBand, arrows: Passing): LaidBand => ({
  ...band,
  title: { ...band.title, x: freePlace(band.title.x, band.width, nameBox(band).width, passingAt(band, arrows)) },
});

const isFree = (x: number, wide: number, passing: readonly number[]): boolean =>
  passing.every((it) => it < x - clear || it > x + wide + clear);

/** The first place from the start on a line where words of a width are clear of all that passes it; the start itself where none is. */
export function freePlace(start: number, end: number, wide: number, passing: readonly number[]): number {
  const places = Array.from({ length: Math.max(0, Math.floor((end - start - wide) / step) + 1) }, (_, i) => start + i * step);
  return places.find((x) => isFree(x, wide, passing)) ?? start;
}

/** Where a line has an upright piece that goes on above or below a height, or two with what lies between them. */
export const uprightsWithin = (points: readonly Point[], top: number, bottom: number): readonly number[] =>
  points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    return from.x === to.x && Math.min(from.y, to.y) < bottom && top < Math.max(from.y, to.y) ? [from.x] : [];
  });
