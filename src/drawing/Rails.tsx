/**
 * A queue as two rails with open ends: what came first stands at the end at which things leave. What has come in the
 * last step has the edge of change; what has left is a ghost where it stood. Unused places are hatched when there is a bound.
 */
import type { ComponentChildren } from 'preact';
import { classes, same } from './words.ts';

export interface Placed<Item> {
  readonly item: Item;
  readonly as: 'kept' | 'new' | 'gone';
  /** In the queue now, or before if it is gone. */
  readonly place: number;
}

/** What is in the queue, the first first, with what has just left it at the place where it stood. */
export function placed<Item>(now: readonly Item[], was: readonly Item[]): Placed<Item>[] {
  const left = was.map((item, place): Placed<Item> => ({ item, as: 'gone', place }));
  const take = (item: Item) => {
    const found = left.findIndex((each) => each.as === 'gone' && same(each.item, item));
    if (found >= 0) left[found] = { ...left[found]!, as: 'kept' };
    return found;
  };
  const from = now.map(take);
  const lastKept = from.findLastIndex((each) => each >= 0);
  const all: Placed<Item>[] = [];
  let next = 0;
  const ghostsUpTo = (place: number) => {
    for (; next < place; next++) if (left[next]?.as === 'gone') all.push(left[next]!);
  };
  for (const [place, item] of now.entries()) {
    if (place > lastKept) ghostsUpTo(was.length);
    else ghostsUpTo(from[place]!);
    all.push({ item, as: from[place]! >= 0 ? 'kept' : 'new', place });
  }
  ghostsUpTo(was.length);
  return all;
}

interface RailsProps<Item> {
  readonly all: readonly Placed<Item>[];
  /** Where things leave: at the right, or at the left. */
  readonly out?: 'right' | 'left';
  /** Undefined for a queue without a bound. */
  readonly places?: number;
  readonly children: (it: Placed<Item>) => ComponentChildren;
}

/** A ghost still stands in its place, so it is not hatched. */
export function Rails<Item>({ all, out = 'right', places = 0, children }: RailsProps<Item>) {
  const free = Math.max(0, places - all.length);
  const room = places - all.filter(({ as }) => as !== 'gone').length;
  const says = all.length === 0 ? 'empty' : room > 0 ? `room for ${room} more` : places > 0 && 'full';
  return (
    <ol class={`rails is-out-${out}`}>
      {all.map(children)}
      {Array.from({ length: free }, (_, i) => (
        <li key={`free ${i}`} class="rail-free" aria-hidden="true" />
      ))}
      {says && <li class={places > 0 ? 'visually-hidden' : 'rail-none'}>{says}</li>}
    </ol>
  );
}

interface RailItemProps {
  readonly as: Placed<unknown>['as'];
  readonly is?: string | false | undefined;
  readonly isBroken?: boolean;
  readonly children: ComponentChildren;
}

/** One place between the rails. `is` names further classes. */
export function RailItem({ as, is, isBroken = false, children }: RailItemProps) {
  return (
    <li class={classes('rail-item', `is-${as}`, is, isBroken && 'is-broken')}>
      {as === 'gone' && <span class="visually-hidden">gone: </span>}
      {children}
    </li>
  );
}
