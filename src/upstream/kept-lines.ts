/** The file that keeps the hash of every cited place: text, a line each, sorted, so that a change of it can be reviewed. It holds no word of the cited files. */
import { placePattern } from '../facts/place-name.ts';

/** Where it lies, from the project's root. */
export const keptFile = 'src/upstream/cited-lines.txt';

const head = `# The hash of the lines of every cited place, blanks normalised: source, commit, path, lines, hash.
# npm run citations -- <folder of git directories> --write
`;

const keptLine = new RegExp(`^(${placePattern}) ([0-9a-f]{12})$`);

/** The hashes by place; or the number of the first line that is none. */
export function readKept(text: string): ReadonlyMap<string, string> | number {
  const kept = new Map<string, string>();
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, place, hash] = keptLine.exec(line) ?? [];
    if (place === undefined || hash === undefined || kept.has(place)) return i + 1;
    kept.set(place, hash);
  }
  return kept;
}

export const keptText = (kept: ReadonlyMap<string, string>): string =>
  `${head}${[...kept]
    .map(([place, hash]) => ({ fields: place.split(' '), line: `${place} ${hash}\n` }))
    .sort((a, b) => inOrder(a.fields, b.fields))
    .map(({ line }) => line)
    .join('')}`;

/** By source, commit and path, then by the number of the first line. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((it, i) => it !== b[i]);
  if (at < 0) return 0;
  const by = at === 3 ? Number.parseInt(a[3]!, 10) - Number.parseInt(b[3]!, 10) : 0;
  return by || (a[at]! < b[at]! ? -1 : 1);
}
