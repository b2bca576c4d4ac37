/**
 * The widths of letters, for a picture that cannot bring a font: those of Helvetica, which Arial, Liberation Sans and Arimo
 * share. A viewer with another face is told the width as well and fits its letters to it.
 */

/** Thousandths of the font size, from the space to the tilde, in the order of ASCII. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** The width of a digit: what a letter outside of ASCII is taken for. */
const usual = 556;

export const families = "Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif";

/** The width of a text in units of the drawing, to a tenth. */
export function textWidth(text: string, size: number): number {
  const sum = [...text].reduce((total, letter) => total + (widths[letter.codePointAt(0)! - 32] ?? usual), 0);
  return Math.round((sum * size) / 100) / 10;
}
