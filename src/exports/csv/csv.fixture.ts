/** A strict reader of RFC 4180, for tests: what it does not expect it refuses, and says where. */

/** The cells of each line. Throws on anything that the grammar of RFC 4180 does not allow. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  const fail = (says: string): never => {
    throw new Error(`CSV: ${says} at character ${at}`);
  };
  if (text.startsWith('\u{feff}')) fail('a byte order mark');
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    at = end;
    cells.push(cell);
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (!text.startsWith('\r\n', at)) fail('neither a comma nor CRLF behind a cell');
    at += 2;
    if (lines.length > 0 && lines[0]!.length !== cells.length) fail(`${cells.length} cells instead of ${lines[0]!.length}`);
    lines.push(cells);
    cells = [];
  }
  if (cells.length > 0) fail('no CRLF behind the last line');
  return lines;
}

function plainCell(text: string, from: number): [string, number] {
  const [cell] = /^[^",\r\n]*/.exec(text.slice(from))!;
  return [cell, from + cell.length];
}

function quotedCell(text: string, from: number): [string, number] {
  const found = /^"((?:[^"]|"")*)"/.exec(text.slice(from));
  if (!found) throw new Error(`CSV: a quote that is not closed at character ${from}`);
  return [found[1]!.replaceAll('""', '"'), from + found[0].length];
}
