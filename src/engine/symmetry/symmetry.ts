/**
 * A canonical form by ordering interchangeable rows. Any order of such rows is an equivalent state, so a poor order can only leave more
 * states than needed, never merge two that differ. Leaves out liveness: a cycle of canonical forms need not be a cycle of states.
 */
import type { Machine } from '../run/machine.ts';
import { maskOf } from '../state/mask.ts';
import { readRows, Renaming } from './renaming.ts';
import { RowOrder } from './row-order.ts';

/** Where each row of a kind went: its new index by its old one. */
export type Permutations = ReadonlyMap<string, Int32Array>;

/** Brings the words of a state into canonical form. */
export interface Canon {
  (words: Int32Array): void;
  /** The same, slower: tells where the rows went. Rows of a kind that is not in it stay. */
  moving(words: Int32Array): Permutations;
}

/** Orders the rows of tables that name each other, or of one. */
interface Ordering {
  apply(words: Int32Array): void;
  /** The same; returns the new index of each row, by kind. */
  moving(words: Int32Array): readonly (readonly [string, Int32Array])[];
}

/** Undefined when no table can be ordered: then the page says "symmetry off". */
export function canonical({ layout }: Pick<Machine, 'layout'>): Canon | undefined {
  const renamings = layout.tables.flatMap((table) => (table.rows.length > 1 ? (Renaming.of(layout, table) ?? []) : []));
  const orderings = groupsOf(renamings).map((group) => {
    const isUnnamed = group.every(({ links, outer }) => links.length + outer.length === 0);
    return isUnnamed ? ownOrder(group[0]!) : commonOrder(group);
  });
  if (orderings.length === 0) return undefined;
  const canon = (words: Int32Array): void => {
    for (let i = 0; i < orderings.length; i++) orderings[i]!.apply(words);
  };
  return Object.assign(canon, { moving: (words: Int32Array) => new Map(orderings.flatMap((each) => each.moving(words))) });
}

/** Tables that name each other, directly or through others, are in one group. */
function groupsOf(renamings: readonly Renaming[]): Renaming[][] {
  let groups = renamings.map((each) => [each]);
  for (const { table, links } of renamings) {
    for (const { inside } of links) {
      const isJoined = (group: readonly Renaming[]) => group.some((each) => each.table.kind === table.kind || each.table.kind === inside);
      groups = [groups.filter(isJoined).flat(), ...groups.filter((group) => !isJoined(group))];
    }
  }
  return groups;
}

/** Nothing names these rows, and they name none that move: a row is its own key. */
function ownOrder(renaming: Renaming): Ordering {
  const { table } = renaming;
  const { rows } = table;
  const mask = maskOf(table.bits);
  const keys = new Int32Array(rows.length);
  return {
    apply: (words) => {
      readRows(table, words, keys);
      keys.sort();
      for (let i = 0; i < rows.length; i++) {
        const { word, shift } = rows[i]!;
        words[word] = (words[word]! & ~(mask << shift)) | (keys[i]! << shift);
      }
    },
    moving: (words) => {
      readRows(table, words, keys);
      const order = [...keys.keys()].sort((one, other) => keys[one]! - keys[other]!);
      order.forEach((row, i) => (renaming.place[row] = i));
      renaming.apply(words);
      return [[table.kind, renaming.place.slice()]];
    },
  };
}

function commonOrder(renamings: readonly Renaming[]): Ordering {
  const order = new RowOrder(renamings);
  const apply = (words: Int32Array): void => {
    if (order.decide(words)) for (let i = 0; i < renamings.length; i++) renamings[i]!.apply(words);
  };
  const moving = (words: Int32Array) => {
    apply(words);
    return renamings.map(({ table, place }) => [table.kind, place.slice()] as const);
  };
  return { apply, moving };
}
