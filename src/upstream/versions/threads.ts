/**
 * One thing through all versions of a document: the item of a roadmap that was reworded, moved, left out and taken up again. Leaves out
 * which record it is.
 */
import { compare, type Difference } from './differences.ts';
import type { Item } from './items.ts';
import { alike } from './likeness.ts';
import type { Version } from './version.ts';
import { likeness, wordsOf } from '../words.ts';

export interface Thread {
  readonly kind: Item['kind'];
  /** For each version what it says of the thing; undefined where it does not name it. */
  readonly seen: readonly (Item | undefined)[];
  /** From this version on another thread speaks for it too: two items were made one. */
  readonly joined: { readonly from: number; readonly thread: number } | undefined;
}

export interface Course {
  readonly threads: readonly Thread[];
  /** For each version its differences to the one before; none for the first. */
  readonly differences: readonly (readonly Difference[])[];
  /** For each version and kind whether it names any such thing: a list that is gone as a whole says nothing of its items. */
  has(version: number, kind: Item['kind']): boolean;
}

interface Growing {
  readonly kind: Item['kind'];
  readonly seen: (Item | undefined)[];
  joined: { from: number; thread: number } | undefined;
}

/** Follows every item through the versions, the oldest first. */
export function courseOf(versions: readonly Version[]): Course {
  const threads: Growing[] = [];
  const differences: (readonly Difference[])[] = [];
  /** The thread of each item of the version before. */
  let known = new Map<Item, number>();
  for (const [n, version] of versions.entries()) {
    const before = versions[n - 1];
    const compared = before && compare(before, version);
    differences.push(compared?.differences ?? []);
    const now = new Map<Item, number>();
    const used = new Set<number>();
    const put = (item: Item, thread: number): void => {
      now.set(item, thread);
      used.add(thread);
      threads[thread]!.seen[n] = item;
    };
    const unitOf = new Map(version.units.flatMap((it, i) => (it.item ? [[it.item, i] as const] : [])));
    for (const item of version.items) {
      const at = unitOf.get(item);
      const was = at === undefined || !compared ? undefined : before!.units[compared.was[at]!]?.item;
      const thread = was && known.get(was);
      if (thread !== undefined && !used.has(thread)) put(item, thread);
    }
    for (const item of version.items) {
      if (now.has(item)) continue;
      const back = lost(threads, n, item, used);
      if (back >= 0) put(item, back);
      else {
        threads.push({ kind: item.kind, seen: versions.slice(0, n).map(() => undefined), joined: undefined });
        put(item, threads.length - 1);
      }
    }
    for (const [t, it] of threads.entries()) {
      if (it.seen.length <= n) it.seen.push(undefined);
      if (it.seen[n] === undefined && n > 0 && it.seen[n - 1] !== undefined) it.joined = joinedWith(threads, t, n);
    }
    known = now;
  }
  return {
    threads,
    differences,
    has: (version, kind) => versions[version]!.items.some((it) => it.kind === kind),
  };
}

/** A thing that an earlier version had, and the last one not: by an identifier that it had, else by words that it had. */
function lost(threads: readonly Growing[], n: number, item: Item, used: ReadonlySet<number>): number {
  const had = (fits: (one: Item) => boolean): number =>
    threads.findIndex(
      (it, t) => it.kind === item.kind && !used.has(t) && it.seen[n] === undefined && it.seen.some((one) => one !== undefined && fits(one)),
    );
  const byKey = item.key === undefined ? -1 : had((one) => one.key === item.key);
  return byKey >= 0 ? byKey : had((one) => one.words === item.words && one.under === item.under);
}

/** At least this share of the words of an item must come from the two that it was made of. */
const madeOf = 0.6;

/** The thread whose item took this one in: it has a word of this one that it had not before, and is little else than the two. */
function joinedWith(threads: readonly Growing[], gone: number, n: number): Growing['joined'] {
  const lostItem = threads[gone]!.seen[n - 1]!;
  let best: { readonly thread: number; readonly share: number } | undefined;
  for (const [t, it] of threads.entries()) {
    const [was, is] = [it.seen[n - 1], it.seen[n]];
    if (t === gone || !was || !is || is.kind !== lostItem.kind || was.words === is.words) continue;
    const fresh = wordsOf(is.words).filter((word) => likeness(word, was.words) === 0);
    const taken = fresh.some((word) => likeness(word, lostItem.words) > 0 && isOfOneOnly(word, threads, n - 1));
    const share = likeness(is.words, `${was.words} ${lostItem.words}`);
    if (taken && share >= madeOf && share > (best?.share ?? 0) && alike(is.words, lostItem.words) > 0) best = { thread: t, share };
  }
  return best && { from: n, thread: best.thread };
}

/** A word that several items of a version have tells none of them from the others. */
const isOfOneOnly = (word: string, threads: readonly Growing[], version: number): boolean =>
  threads.filter((it) => likeness(word, it.seen[version]?.words ?? '') > 0).length === 1;

/** What a version says of a thing, by its own item or by the one that took it in. */
export function saidOf({ threads }: Course, thread: number, version: number): Item | undefined {
  const { seen, joined } = threads[thread]!;
  const own = seen[version];
  return own ?? (joined && version >= joined.from ? threads[joined.thread]!.seen[version] : undefined);
}
