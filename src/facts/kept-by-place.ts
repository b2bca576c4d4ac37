/** Files that keep one word of every cited place: text, a line each, sorted, so that a change of it can be reviewed. */
import { placePattern } from './place-name.ts';

export interface KeptByPlace {
  /** The words by the names of their places; or the number of the first line that is none. */
  readonly read: (text: string) => ReadonlyMap<string, string> | number;
  readonly write: (kept: ReadonlyMap<string, string>) => string;
}

/** `head`: the lines, each after a `#`, that say what the file is. `word`: what is kept of a place, as part of a regular expression. */
export function keptByPlace(head: string, word: string): KeptByPlace {
  const aLine = new RegExp(`^(${placePattern}) (${word})$`, 'u');
  return {
    read: (text) => {
      const kept = new Map<string, string>();
      for (const [i, line] of text.split('\n').entries()) {
        if (line === '' || line.startsWith('#')) continue;
        const [, place, found] = aLine.exec(line) ?? [];
        if (place === undefined || found === undefined || kept.has(place)) return i + 1;
        kept.set(place, found);
      }
      return kept;
    },
    write: (kept) =>
      `${head}${[...kept]
        .map(([place, found]) => ({ fields: place.split(' '), line: `${place} ${found}\n` }))
        .sort((a, b) => inOrder(a.fields, b.fields))
        .map(({ line }) => line)
        .join('')}`,
  };
}

/** By source, commit and path, then by the number of the first line. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((it, i) => it !== b[i]);
  if (at < 0) return 0;
  const by = at === 3 ? Number.parseInt(a[3]!, 10) - Number.parseInt(b[3]!, 10) : 0;
  return by || (a[at]! < b[at]! ? -1 : 1);
}
