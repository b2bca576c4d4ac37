/**
 * The widths of letters, for a picture that cannot bring a font: those of Helvetica, which Arial, Liberation Sans and Arimo
 * share. A viewer with another face is told the width as well and fits its letters to it.
 */
import { lengthIn, type Face } from '../../drawing/letter-widths.ts';

const face: Face = {
  widths: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
    278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
    556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ],
  // That of a digit.
  usual: 556,
};

export const families = "Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif";

/** The width of a text in units of the drawing, to a tenth. */
export function textWidth(text: string, size: number): number {
  return Math.round((lengthIn(face, text) * size) / 100) / 10;
}
