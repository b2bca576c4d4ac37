/** How alike two texts are, whichever of them is the longer: how the items of one version find themselves in the next. */
import { likeness } from '../words.ts';

/** From 0 to 1: the mean of what share of the words of either is in the other. */
export const alike = (a: string, b: string): number => (likeness(a, b) + likeness(b, a)) / 2;

/** Below this two texts are two things. */
const alikeEnough = 0.4;

/** Pairs of `left` and `right` that are most alike, each in one pair, the best first; places that have no partner are left out. */
export function pairs(left: readonly string[], right: readonly string[], may: (l: number, r: number) => boolean): [number, number][] {
  const all: { readonly l: number; readonly r: number; readonly share: number }[] = [];
  for (const [l, a] of left.entries())
    for (const [r, b] of right.entries()) {
      const share = may(l, r) ? alike(a, b) : 0;
      if (share >= alikeEnough) all.push({ l, r, share });
    }
  // Of two that are as much alike, those that stand nearer to each other.
  all.sort((a, b) => b.share - a.share || Math.abs(a.l - a.r) - Math.abs(b.l - b.r) || a.l - b.l || a.r - b.r);
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  return all.flatMap(({ l, r }): [number, number][] => {
    if (usedLeft.has(l) || usedRight.has(r)) return [];
    usedLeft.add(l);
    usedRight.add(r);
    return [[l, r]];
  });
}
