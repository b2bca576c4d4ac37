/** One declaration out of the file of a model, so that a page can show what it speaks of as it runs. */

export interface Excerpt {
  /** The lines of the declaration, without the indentation that they share. */
  readonly text: string;
  /** The first and the last line in the file, counted from 1. */
  readonly lines: readonly [number, number];
}

/** More is read in the file itself. */
const mostLines = 24;

/** `const grant = …`, `function grant(…`, `grant: …` or `'a sentence': …`: where a name is declared. */
const declared = /^\s*(?:export )?(?:(?:const|function) (\w+)\b|(\w+)\??: ?[^ ]|'([^']+)':|(\w+)\(.*\{$|(\w+),$)/;

/** What a model's file declares, each name at the least indentation at which it stands: what lies in the open comes first. */
export function declarationsIn(source: string): ReadonlyMap<string, Excerpt> {
  const lines = source.split('\n');
  const found = new Map<string, { readonly depth: number; readonly excerpt: Excerpt }>();
  for (const [i, line] of lines.entries()) {
    const name = declared.exec(line)?.slice(1).find((it) => it !== undefined); // prettier-ignore
    if (name === undefined) continue;
    const depth = depthOf(line);
    if ((found.get(name)?.depth ?? Infinity) <= depth) continue;
    const end = endOf(lines, i, depth);
    const text = lines.slice(i, end + 1).map((it) => it.slice(depth)).join('\n'); // prettier-ignore
    found.set(name, { depth, excerpt: { text, lines: [i + 1, end + 1] } });
  }
  return new Map([...found].map(([name, { excerpt }]) => [name, excerpt]));
}

const depthOf = (line: string): number => line.length - line.trimStart().length;

/** The files are formatted, so a declaration that goes on is closed by a bracket at its own depth, or by the last line that lies deeper. */
function endOf(lines: readonly string[], start: number, depth: number): number {
  if (/[;,]$/.test(lines[start]!) && !/[([{]$/.test(lines[start]!)) return start;
  let end = start;
  for (let i = start + 1; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.trim() === '') continue;
    const isCloser = /^[)\]}]/.test(line.trimStart());
    if (depthOf(line) > depth || (depthOf(line) === depth && isCloser)) end = i;
    else break;
    if (depthOf(line) === depth && isCloser && /[;,)\]}]$/.test(line)) break;
  }
  return end;
}

/** The names whose declarations are short enough to be shown. */
export const shownNames = (source: string): string[] =>
  [...declarationsIn(source)].filter(([, { lines }]) => lines[1] - lines[0] < mostLines).map(([name]) => name);
