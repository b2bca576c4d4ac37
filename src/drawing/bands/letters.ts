/** How wide words are in the face of labels, and where a line is broken. Measured from the font that the site ships: National Park. */
import { lengthIn, type Face } from '../letter-widths.ts';

const face: Face = {
  widths: [
    275, 248, 339, 642, 579, 817, 680, 181, 386, 386, 459, 561, 268, 423, 248, 411, 642, 486, 565, 581, 625, 577, 609, 529, 603, 609, 248,
    303, 582, 580, 582, 475, 936, 601, 614, 613, 640, 558, 518, 646, 672, 261, 502, 606, 514, 837, 670, 694, 580, 701, 633, 579, 554, 673,
    586, 828, 598, 547, 567, 334, 407, 334, 449, 527, 252, 545, 582, 513, 582, 541, 326, 585, 572, 238, 249, 522, 238, 891, 575, 563, 581,
    581, 372, 485, 382, 574, 504, 723, 494, 511, 478, 380, 217, 380, 618,
  ],
  usual: 600,
};

/** In pixels. A fiftieth is added: a fallback face is a little wider. */
export const widthOf = (words: string, size: number): number => (lengthIn(face, words) * size * 1.02) / 1000;

/** The words in as few lines as fit, of about equal length. A word that is wider than a line stays whole. */
export function broken(words: string, size: number, width: number): readonly string[] {
  const least = filled(words, size, width);
  // The narrowest that takes no more lines leaves no line with one short word.
  let best = least;
  for (let narrower = width - 4; narrower > width / 2; narrower -= 4) {
    const lines = filled(words, size, narrower);
    if (lines.length > least.length || lines.some((it) => widthOf(it, size) > width)) break;
    best = lines;
  }
  return best;
}

function filled(words: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/ |(?<=[/-])(?=\w)/)) {
    const last = lines.at(-1);
    const glue = last !== undefined && /[/-]$/.test(last) && words.includes(last.split(' ').at(-1)! + word) ? '' : ' ';
    const longer = last === undefined ? word : last + glue + word;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
