/**
 * A document as pieces: what a reader sees as one heading, one item, one row, one paragraph. In a copy of a primary source
 * a piece is a line; in Markdown a piece may run over several lines, and its marks are taken off.
 * Leaves out what a piece means; the readers of each form say that.
 */
import type { Line } from './document.ts';
import { codeKept, plainText } from './inline.ts';

export type PieceKind = 'heading' | 'item' | 'row' | 'prose' | 'code' | 'blank';

export interface Piece {
  /** First and last line of the document. */
  readonly from: number;
  readonly to: number;
  readonly kind: PieceKind;
  /** The words, without marks; an item without its dash, a row with its bars. */
  readonly text: string;
  /** The same with the marks of inline code left in. */
  readonly marked: string;
  /** Of an item or a paragraph that runs over several lines the words of each. */
  readonly parts?: readonly string[];
  /** Of an item with a tick box or a tick character: whether it is ticked. */
  readonly ticked?: boolean;
  /** Of a heading: 1 for the highest. A copy has none. */
  readonly level?: number;
}

const ticks: readonly (readonly [RegExp, boolean])[] = [
  [/^(\[[xX]\]|✅|☑️?|✔️?|✓|🗹)\s*/u, true],
  [/^(\[ ?\]|☐|⬜|🔲|❌|✗)\s*/u, false],
];

/** Takes the tick off the words of an item. */
function tickOf(words: string): { words: string; ticked?: boolean } {
  for (const [mark, ticked] of ticks) if (mark.test(words)) return { words: words.replace(mark, ''), ticked };
  return { words };
}

/** The words of a heading, without the marks around them; without backtracking, for a line may have a million signs. */
function headingOf(text: string): string | undefined {
  if (!/^#{1,6}\s/.test(text)) return undefined;
  const words = text.replace(/^#+/, '').trim();
  let end = words.length;
  while (end > 0 && words[end - 1] === '#') end--;
  return end === words.length || end === 0 || /\s/.test(words[end - 1]!) ? words.slice(0, end).trimEnd() : words;
}

const bullet = /^\s*(?:[-*+•]|\d+[.)])\s+(.*)$/;
const blankPiece = (line: Line): Piece => ({ from: line.number, to: line.number, kind: 'blank', text: '', marked: '' });

function itemOf(from: number, to: number, rest: string): Piece {
  const { words, ticked } = tickOf(rest.trim());
  return { from, to, kind: 'item', text: plainText(words), marked: codeKept(words), ...(ticked === undefined ? {} : { ticked }) };
}

/** One piece for each line, for a copy of a primary source, whose headings have lost their marks. */
export function linePieces(lines: readonly Line[]): Piece[] {
  return lines.map((line) => {
    const { number, text } = line;
    if (text.trim() === '') return blankPiece(line);
    const item = bullet.exec(text);
    if (item && !/^\s*\d/.test(text)) return itemOf(number, number, item[1]!);
    const kind = text.trim().startsWith('|') ? 'row' : 'prose';
    return { from: number, to: number, kind, text: text.trim(), marked: text.trim() };
  });
}

interface Open {
  from: number;
  to: number;
  kind: 'item' | 'prose';
  words: string;
  parts: string[];
}

/** How many lines at the beginning are no text but fields between two rules, as generators of pages read them. */
function frontMatter(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---' || !/^[\w-]+:/.test(lines[1]?.text ?? '')) return 0;
  return lines.findIndex((it, i) => i > 0 && it.text.trimEnd() === '---') + 1;
}

const ruleOfTable = /^[|:\-\s]+$/;

/** The places of rows that have no bars around them: of a line with a bar above a rule of dashes and bars, of that, and of all with a bar below. */
function rowsWithoutBars(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const hasBar = (i: number): boolean => lines[i]?.text.includes('|') === true;
  for (const [i, { text }] of lines.entries()) {
    if (!hasBar(i) || !text.includes('-') || !ruleOfTable.test(text) || text.trim().startsWith('|') || !hasBar(i - 1)) continue;
    for (let row = i - 1; hasBar(row); row++) found.add(row);
  }
  return found;
}

/** The pieces of a Markdown document. Marks that stand alone (fences, rules) are blank pieces: each line is in one piece. */
export function markdownPieces(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Open | undefined;
  let fence: string | undefined;
  const front = frontMatter(lines);
  const bare = rowsWithoutBars(lines);
  const close = (): void => {
    if (!open) return;
    const { from, to, kind, words, parts } = open;
    const piece: Piece = kind === 'item' ? itemOf(from, to, words) : { from, to, kind, text: plainText(words), marked: codeKept(words) };
    pieces.push(parts.length > 1 ? { ...piece, parts } : piece);
    open = undefined;
  };
  const single = (line: Line, kind: PieceKind, words: string, level?: number): void => {
    close();
    const piece = { from: line.number, to: line.number, kind, text: plainText(words), marked: codeKept(words) };
    pieces.push(level === undefined ? piece : { ...piece, level });
  };
  for (const [i, line] of lines.entries()) {
    if (i < front) {
      const words = line.text.trim();
      pieces.push({ from: line.number, to: line.number, kind: words && words !== '---' ? 'code' : 'blank', text: words, marked: words });
      continue;
    }
    // A fence has no mark of its own kind behind it; it ends with one that is as long and has nothing behind it.
    const [, mark, info = ''] = /^\s*(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line.text) ?? [];
    if (mark !== undefined && (fence === undefined || (mark.startsWith(fence) && info.trim() === ''))) {
      close();
      fence = fence === undefined ? mark : undefined;
      pieces.push(blankPiece(line));
      continue;
    }
    if (fence !== undefined) {
      const words = line.text.trim().replace(/\s+/g, ' ');
      pieces.push({ from: line.number, to: line.number, kind: words ? 'code' : 'blank', text: words, marked: words });
      continue;
    }
    const text = line.text.replace(/^\s*>\s?/, '');
    const [heading, item, notice] = [headingOf(text), bullet.exec(text), /^\[!(\w)(\w*)\]\s*$/.exec(text)];
    const underline = open?.kind === 'prose' ? /^ {0,3}(=+|-+)\s*$/.exec(text)?.[1] : undefined;
    if (open && underline !== undefined) {
      const { from, words } = open;
      open = undefined;
      const level = underline.startsWith('=') ? 1 : 2;
      pieces.push({ from, to: line.number, kind: 'heading', text: plainText(words), marked: codeKept(words), level });
    } else if (text.trim() === '' || /^\s*([-*_])(\s*\1){2,}\s*$/.test(text)) {
      close();
      pieces.push(blankPiece(line));
    } else if (heading !== undefined) single(line, 'heading', heading, /^#*/.exec(text)![0].length);
    else if (notice) single(line, 'prose', notice[1]!.toUpperCase() + notice[2]!.toLowerCase());
    else if (/^\s*\|/.test(text)) single(line, 'row', text.trim());
    else if (bare.has(i)) single(line, 'row', `| ${text.trim().replace(/\s*\|$/, '')} |`);
    else if (item) {
      close();
      open = { from: line.number, to: line.number, kind: 'item', words: item[1]!, parts: [item[1]!] };
    } else if (open && !text.startsWith('<sup>')) {
      open.to = line.number;
      open.words += ` ${text.trim()}`;
      open.parts.push(text.trim());
    } else {
      close();
      open = { from: line.number, to: line.number, kind: 'prose', words: text.trim(), parts: [text.trim()] };
    }
    if (/<br\s*\/?>\s*$/.test(text)) close();
  }
  close();
  return pieces;
}

/** The cells of a row, without the bars around them; a row that does not end with a bar keeps its last cell. */
export const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((it) => it.trim());
