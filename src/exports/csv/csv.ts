/**
 * Comma-separated values as RFC 4180 has them: CRLF behind each line, quotes where a cell holds a comma, a quote or a
 * line break, and quotes inside it doubled. No byte order mark.
 */

/** A cell that begins like this would be run as a formula by a spreadsheet. */
const likeFormula = /^[=+\-@\t\r]/;

/** A text that no spreadsheet runs: one that looks like a formula gets an apostrophe in front, which marks it as text. */
export const guarded = (cell: string): string => (likeFormula.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The lines as one text, each cell guarded and quoted where it must be. Throws when they are not all of one length. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  const width = lines[0]?.length ?? 0;
  const wrong = lines.findIndex((it) => it.length !== width);
  if (wrong >= 0) throw new Error(`line ${wrong + 1} has ${lines[wrong]!.length} cells, and the first has ${width}`);
  return lines.map((cells) => `${cells.map((it) => quoted(guarded(it))).join(',')}\r\n`).join('');
}
