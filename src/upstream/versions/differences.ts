/**
 * What one version of a document says that the one before it does not, unit by unit. A closed world: each unit of either is the same in the
 * other, or is named in a difference.
 */
import { align } from '../align.ts';
import { likeness } from '../words.ts';
import { pairs } from './likeness.ts';
import type { Unit, Version } from './version.ts';

/**
 * The first that fits: `state`: how far it is; `renamed`: its identifier; `reworded`: its words; `marks`: only links, ticks of no state,
 * emphasis; `moved`: nothing but its place.
 */
export type DifferenceKind = 'new' | 'gone' | 'state' | 'renamed' | 'reworded' | 'marks' | 'moved';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
  /** Other things that stood before it stand behind it now, or the other way round. */
  readonly moved: boolean;
}

export interface Compared {
  /** As a reader of the later version meets them; what is gone stands where it stood. */
  readonly differences: readonly Difference[];
  /** For each unit of the later version the one of the earlier that it was, or -1. */
  readonly was: readonly number[];
}

export function compare(before: Version, after: Version): Compared {
  const [a, b] = [before.units, after.units];
  // What tells of progress is the same thing when only its state differs: so the fewest things have moved.
  const was = align(b.length, a.length, (i, j) => isSame(a[j]!, b[i]!) || isSameThing(a[j]!, b[i]!));
  const stayed = new Set(was.filter((it) => it >= 0));
  const taken = new Set(stayed);
  /** Pairs what is left over with the first that fits. */
  const each = (fits: (one: Unit, other: Unit) => boolean): void => {
    for (const [i, unit] of b.entries()) {
      if (was[i]! >= 0) continue;
      const j = a.findIndex((other, at) => !taken.has(at) && fits(other, unit));
      if (j < 0) continue;
      was[i] = j;
      taken.add(j);
    }
  };
  each(hasItsKey);
  each((x, y) => x.kind === y.kind && x.text === y.text && x.under === y.under);
  each((x, y) => x.kind === y.kind && x.text === y.text);
  each((x, y) => x.kind === y.kind && x.words === y.words && x.item?.kind === y.item?.kind);
  const [left, right] = [a.keys().filter((j) => !taken.has(j)), b.keys().filter((i) => was[i]! < 0)].map((it) => [...it]) as [
    number[],
    number[],
  ];
  const found = pairs(
    left.map((j) => a[j]!.words),
    right.map((i) => b[i]!.words),
    (l, r) => mayBecome(a[left[l]!]!, b[right[r]!]!),
  );
  for (const [l, r] of found) was[right[r]!] = left[l]!;
  const kept = new Set(was.filter((it) => it >= 0));
  const moved = movedAmong(was, stayed);
  const differences = [
    ...b.flatMap((unit, i) => differenceOf(a[was[i]!], unit, moved.has(i))),
    ...a.flatMap((unit, j) => (kept.has(j) ? [] : [{ kind: 'gone' as const, before: unit, after: undefined, moved: false }])),
  ];
  return { differences: inOrder(differences), was };
}

/** A value of JSON that changed its group is no longer what it was. */
const isSame = (one: Unit, other: Unit): boolean =>
  one.kind === other.kind && one.text === other.text && (one.kind !== 'value' || one.under === other.under);

const isSameThing = ({ item: one }: Unit, { item: other }: Unit): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.kind === other.kind &&
  one.key === other.key &&
  one.words === other.words &&
  one.under === other.under;

const hasItsKey = ({ item: one }: Unit, { item: other }: Unit): boolean =>
  one?.key !== undefined && other?.key === one.key && one.kind === other.kind;

/** Of prose and code this share of the words of either must be in the other: a short one is found in many a long one. */
const leastShare = 0.3;

/** A heading stays a heading, and what tells of progress goes on doing so, in few words or in many. */
const mayBecome = (one: Unit, other: Unit): boolean =>
  one.kind === other.kind &&
  one.item?.kind === other.item?.kind &&
  (one.item !== undefined || Math.min(likeness(one.words, other.words), likeness(other.words, one.words)) >= leastShare);

/** Units that left their place among those that stayed: a pair stands between others than before. What was reworded in its place did not move. */
function movedAmong(was: readonly number[], stayed: ReadonlySet<number>): Set<number> {
  const moved = new Set<number>();
  for (const [i, j] of was.entries()) {
    if (j < 0 || stayed.has(j)) continue;
    const before = was.slice(0, i).findLast((it) => stayed.has(it)) ?? -1;
    const after = was.slice(i + 1).find((it) => stayed.has(it)) ?? Infinity;
    if (j < before || j > after) moved.add(i);
  }
  return moved;
}

function differenceOf(before: Unit | undefined, after: Unit, moved: boolean): Difference[] {
  if (!before) return [{ kind: 'new', before, after, moved: false }];
  const told = (kind: DifferenceKind): Difference[] => [{ kind, before, after, moved }];
  if (before.item?.state !== after.item?.state) return told('state');
  if (before.item?.key !== after.item?.key) return told('renamed');
  if (before.words !== after.words) return told('reworded');
  if (before.text !== after.text) return told('marks');
  return moved ? told('moved') : [];
}

function inOrder(differences: readonly Difference[]): Difference[] {
  const at = ({ before, after }: Difference): number => (after ?? before)!.lines[0];
  return differences
    .map((it, i) => ({ it, i }))
    .sort((x, y) => at(x.it) - at(y.it) || x.i - y.i)
    .map(({ it }) => it);
}
