/** The order of versions that carry a day and no time: of those of one day, the order in which least changes from one to the next. */
import { linesOf } from '../cited-lines.ts';

export interface Dated {
  readonly day: string;
  readonly text: string;
}

/** With more on one day their given order stays: all orders of six are 720. */
const mostPermuted = 6;

export function inOrder<T extends Dated>(versions: readonly T[]): T[] {
  const days = [...Map.groupBy(versions, (it) => it.day).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => of);
  const ordered: T[] = [];
  for (const [d, of] of days.entries()) {
    const next = days[d + 1];
    const after = next?.length === 1 ? next[0] : undefined;
    ordered.push(...(of.length > 1 && of.length <= mostPermuted ? nearest(of, ordered.at(-1), after) : of));
  }
  return ordered;
}

function nearest<T extends Dated>(of: readonly T[], before: T | undefined, after: T | undefined): T[] {
  const steps = new Map<string, number>();
  const all = [...of, ...(before ? [before] : []), ...(after ? [after] : [])];
  const lines = new Map(all.map((it) => [it, new Set(linesOf(it.text))]));
  const apart = (a: T, b: T): number => {
    const key = [all.indexOf(a), all.indexOf(b)].sort((x, y) => x - y).join(' ');
    const known = steps.get(key);
    if (known !== undefined) return known;
    const [one, other] = [lines.get(a)!, lines.get(b)!];
    const found = one.symmetricDifference(other).size;
    steps.set(key, found);
    return found;
  };
  let best: { order: T[]; sum: number } | undefined;
  for (const order of permutations(of)) {
    const chain = [...(before ? [before] : []), ...order, ...(after ? [after] : [])];
    const sum = chain.slice(1).reduce((total, it, i) => total + apart(chain[i]!, it), 0);
    if (!best || sum < best.sum) best = { order, sum };
  }
  return best!.order;
}

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first, i) => permutations(of.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
