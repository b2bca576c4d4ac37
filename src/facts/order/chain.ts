/** The longest chain of open milestones that must be done one after the other: the critical path, each counted as one. */
import { byOrder, edgesOn, type Edge, type Ground, type Plan } from './graph.ts';

export interface Chain {
  /** From the first to be done to the last. */
  readonly ids: readonly string[];
  /** One fewer than the ids: `edges[i]` is why `ids[i + 1]` waits for `ids[i]`. */
  readonly edges: readonly Edge[];
}

/**
 * The longest remaining chain on this ground. Of several, the one whose first milestone comes first in the order; of
 * those, the one whose second does; and so on. Empty when nothing is open.
 * Throws on a circle of needs, which the check of the records refuses.
 */
export function longestChain(plan: Plan, ground: Ground): Chain {
  const open = new Map(plan.filter((it) => it.progress === 'open').map((it) => [it.id, it]));
  const waiting = new Map<string, Edge[]>([...open.keys()].map((id) => [id, []]));
  for (const step of open.values()) for (const edge of edgesOn(step, ground)) waiting.get(edge.needs)?.push(edge);
  const length = lengths(waiting);
  const first = (ids: readonly string[]): string | undefined =>
    ids
      .map((id) => open.get(id)!)
      .sort((a, b) => length.get(b.id)! - length.get(a.id)! || byOrder(a, b))
      .at(0)?.id;

  const ids: string[] = [];
  const edges: Edge[] = [];
  for (let at = first([...open.keys()]); at !== undefined;) {
    ids.push(at);
    const after = waiting.get(at)!;
    at = first(after.map((edge) => edge.of));
    const taken = after.find((edge) => edge.of === at);
    if (taken) edges.push(taken);
  }
  return { ids, edges };
}

/** How many open milestones the longest chain has that begins at each one. Works from the ends back, without recursion. */
function lengths(waiting: ReadonlyMap<string, readonly Edge[]>): Map<string, number> {
  const needs = new Map<string, string[]>([...waiting.keys()].map((id) => [id, []]));
  const left = new Map<string, number>();
  for (const [id, edges] of waiting) {
    left.set(id, edges.length);
    for (const edge of edges) needs.get(edge.of)!.push(id);
  }
  const length = new Map<string, number>();
  const ends = [...left].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    length.set(id, 1 + Math.max(0, ...waiting.get(id)!.map((edge) => length.get(edge.of)!)));
    for (const need of needs.get(id)!) {
      left.set(need, left.get(need)! - 1);
      if (left.get(need) === 0) ends.push(need);
    }
  }
  if (length.size < waiting.size)
    throw new Error(`A circle of needs among ${[...waiting.keys()].filter((id) => !length.has(id)).join(', ')}: run npm run facts.`);
  return length;
}
