/**
 * What the lines of a primary source would be for a document in Markdown, so that their fingerprints can be compared.
 * The primary sources are page text: marks are gone, and in two of them a list item with inline code broke its line.
 * That damage follows rules (`content.md` lists its cases), so it can be done again: text before the code ends its line;
 * an item that begins with code has no dash; spaces around code are lost; what follows hangs on the same line.
 */
import type { PrintOf } from './document.ts';
import { curled } from './inline.ts';
import type { Piece } from './pieces.ts';

/** One line as the source would have it: the pieces that it is made of, and the fingerprints that it may have. */
export interface Strand {
  readonly pieces: readonly number[];
  readonly prints: readonly string[];
}

/** How an item begins in the copies. */
export const bullets = ['- ', '  • '];

/** A rule under the head of a table has as many dashes as its author liked; the copies have three. */
const ruled = (row: string): string => (/^[|:\-\s]+$/.test(row) ? row.replace(/\s*:?-+:?\s*/g, '---') : row);

/** A piece as one line: with and without code marks, with either bullet, with straight and with curled quotation marks. */
function printsOf(piece: Piece, printOf: PrintOf): string[] {
  const words = piece.kind === 'row' ? [ruled(piece.text)] : [piece.text, piece.marked];
  const texts = words.flatMap((it) => [it, curled(it)]).flatMap((it) => (piece.kind === 'item' ? bullets.map((dash) => dash + it) : [it]));
  return [...new Set(texts)].map(printOf);
}

/** One strand for each piece that is not blank. */
export const plainStrands = (pieces: readonly Piece[], printOf: PrintOf): Strand[] =>
  pieces.flatMap((piece, i) => (piece.kind === 'blank' ? [] : [{ pieces: [i], prints: printsOf(piece, printOf) }]));

/** One strand for each line that the damage makes of the pieces. */
export function brokenStrands(pieces: readonly Piece[], printOf: PrintOf): Strand[] {
  const strands: Strand[] = [];
  let text = '';
  let made: number[] = [];
  /** How the next item hangs on the strand that is open: not at all, without a space, or with one. */
  let hangs: '' | '- ' | ' - ' = '';
  const end = (): void => {
    if (made.length > 0) strands.push({ pieces: made, prints: [...new Set([text, curled(text)])].map(printOf) });
    [text, made, hangs] = ['', [], ''];
  };
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'item') {
      end();
      if (piece.kind !== 'blank') strands.push({ pieces: [i], prints: printsOf(piece, printOf) });
      continue;
    }
    const [head, ...rest] = piece.marked.split('`');
    const tail = rest.map((it) => it.trim()).join('');
    if (rest.length === 0 && hangs === '') {
      strands.push({ pieces: [i], prints: printsOf(piece, printOf) });
      continue;
    }
    made.push(i);
    if (head === '') {
      text += tail;
      hangs = '- ';
      continue;
    }
    text += (hangs || '- ') + head!.trim();
    end();
    if (rest.length === 0) continue;
    [text, made, hangs] = [tail, [i], ' - '];
  }
  end();
  return strands;
}
