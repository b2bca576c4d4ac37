/**
 * Lays a copy of a document beside a state of the document. A copy comes from a page that showed it: marks are gone, lines are glued
 * together and split. So only letters and digits are compared, across line ends, and a line of the copy stands where all of its own
 * follow one another. Leaves out where the states of the document come from.
 */
import type { Stretch } from '../schemas/sources.ts';

/** The letters and digits of a line as a page shows it: without the target of a link, without elements. */
const lettersOf = (line: string): string =>
  line
    .replaceAll(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .normalize('NFC')
    .toLowerCase();

/** How a line of a copy lies in the letters of a document. */
interface Lying {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Letters that agree up to here, with a little more for each line that follows the one before without a gap. */
  readonly sum: number;
  readonly before: Lying | undefined;
}

/** Fewer letters than this are found anywhere: such a line stands only where it follows the one before at once. */
const fewLetters = 4;
/** A line that is found more often says nothing of where it stands. */
const mostPlaces = 200;

export interface Standing {
  /** How many lines of the copy with a letter in them stand in the document, and how many there are. */
  readonly found: number;
  readonly of: number;
  readonly lines: readonly Stretch[];
}

/** The lines of a copy as lines of a document, both in order, so that most letters agree. */
export function standingIn(copy: readonly string[], document: readonly string[]): Standing {
  const lines = document.map(lettersOf);
  const letters = lines.join('');
  const lineAt = lines.flatMap((it, i) => Array.from({ length: it.length }, () => i + 1));
  const wanted = copy.map(lettersOf);
  const placed = new Map(chain(wanted, letters).map(({ line, start, end }) => [line, [lineAt[start]!, lineAt[end - 1]!] as const]));
  return { found: placed.size, of: wanted.filter((it) => it !== '').length, lines: stretchesOf(placed, wanted, lines) };
}

/** The best chain of places, each line once, none before the one above it. */
function chain(wanted: readonly string[], letters: string): Lying[] {
  /** The best chain that ends at or before a place, for places that ascend; and the best that ends exactly there. */
  const best = new Map<number, Lying>();
  const upTo = (place: number): Lying | undefined => {
    let found: Lying | undefined;
    for (const [end, lying] of best) if (end <= place && (!found || lying.sum > found.sum)) found = lying;
    return found;
  };
  for (const [i, text] of wanted.entries()) {
    if (text === '') continue;
    const fresh: Lying[] = [];
    const starts = text.length < fewLetters ? [...best.keys()].filter((end) => letters.startsWith(text, end)) : placesOf(text, letters);
    for (const start of starts) {
      const [near, any] = [best.get(start), upTo(start)];
      const before = near && near.sum + 0.5 >= (any?.sum ?? 0) ? near : any;
      const sum = (before?.sum ?? 0) + text.length + (before && before.end === start ? 0.5 : 0);
      fresh.push({ line: i + 1, start, end: start + text.length, sum, before });
    }
    for (const it of fresh) if ((best.get(it.end)?.sum ?? -1) < it.sum) best.set(it.end, it);
  }
  const found: Lying[] = [];
  for (let it = upTo(letters.length); it; it = it.before) found.unshift(it);
  return found;
}

function placesOf(text: string, letters: string): number[] {
  const places: number[] = [];
  for (let at = letters.indexOf(text); at >= 0 && places.length < mostPlaces; at = letters.indexOf(text, at + 1)) places.push(at);
  return places;
}

/** Lines that follow one another in both, with nothing but empty ones between them, make one stretch. */
function stretchesOf(
  placed: ReadonlyMap<number, readonly [number, number]>,
  copy: readonly string[],
  document: readonly string[],
): Stretch[] {
  const found: Stretch[] = [];
  const isEmpty = (lines: readonly string[], after: number, before: number): boolean =>
    lines.slice(after, before - 1).every((it) => it === '');
  for (const [line, [first, last]] of placed) {
    const [from, to, start, end] = found.at(-1) ?? [0, -1, 0, 0];
    const follows = first === last && to - from === end - start && first - line === start - from;
    if (follows && isEmpty(copy, to, line) && isEmpty(document, end, first)) found[found.length - 1] = [from, line, start, last];
    else found.push([line, line, first, last]);
  }
  return found;
}
