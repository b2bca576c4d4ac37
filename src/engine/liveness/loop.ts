/** A short way round inside a component that meets every obligation of a fair run. Not the shortest: that would be a travelling salesman's. */
import type { Edges } from './edges.ts';
import type { Fairness, Obligations } from './fairness.ts';

/** The instances of a way from `entry` back to it, among the states with this label. */
export function loopIn(
  edges: Edges,
  fairness: Fairness,
  labels: Int32Array,
  { entry, label, obligations }: { readonly entry: number; readonly label: number; readonly obligations: Obligations },
): number[] {
  const steps = new Set(obligations.byStep);
  const pauses = new Set(obligations.byPause);
  const pausesAt = (state: number): number[] => [...pauses].filter((obligation) => !fairness.isEnabled(state, obligation));
  const settle = (edge: number): void => {
    steps.delete(fairness.obligationOf(edge));
    pauses.delete(fairness.obligationOf(edge));
    for (const obligation of pausesAt(edges.target(edge))) pauses.delete(obligation);
  };
  const settles = (edge: number): boolean => {
    const obligation = fairness.obligationOf(edge);
    return steps.has(obligation) || pauses.has(obligation) || pausesAt(edges.target(edge)).length > 0;
  };
  const loop: number[] = [];
  let at = entry;
  const go = (until: (edge: number) => boolean): void => {
    for (const edge of shortest(edges, labels, label, at, until)) {
      settle(edge);
      loop.push(edges.instance(edge));
      at = edges.target(edge);
    }
  };
  for (const obligation of pausesAt(entry)) pauses.delete(obligation);
  while (steps.size + pauses.size > 0) go(settles);
  if (at !== entry || loop.length === 0) go((edge) => edges.target(edge) === entry);
  return loop;
}

/** The edges of a shortest way, among the states with this label, whose last edge is one of those wanted. There is one in a component. */
function shortest(edges: Edges, labels: Int32Array, label: number, from: number, until: (edge: number) => boolean): number[] {
  const reachedBy = new Map<number, { readonly state: number; readonly edge: number }>();
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at]!;
    for (let edge = edges.first(state), end = edges.first(state + 1); edge < end; edge++) {
      const target = edges.target(edge);
      if (labels[target] !== label) continue;
      if (until(edge)) return [...wayTo(state, from, reachedBy), edge];
      if (target === from || reachedBy.has(target)) continue;
      reachedBy.set(target, { state, edge });
      queue.push(target);
    }
  }
  throw new Error('A component is not strongly connected.');
}

function wayTo(end: number, from: number, reachedBy: ReadonlyMap<number, { readonly state: number; readonly edge: number }>): number[] {
  const way: number[] = [];
  for (let at = end; at !== from;) {
    const { state, edge } = reachedBy.get(at)!;
    way.push(edge);
    at = state;
  }
  return way.toReversed();
}
