/** The graph of what needs what. */

export interface Needing {
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * Circles of needs, as the ids on each, beginning with the smallest: at least one in every group of items that need each
 * other, and none twice. Not all of them, for there can be more than anyone reads: what was walked once is not walked again.
 */
export function cyclesIn(items: readonly Needing[]): string[][] {
  const needs = new Map(items.map((it) => [it.id, it.needs]));
  const done = new Set<string>();
  const found = new Map<string, string[]>();
  const visit = (id: string, path: string[]): void => {
    const at = path.indexOf(id);
    if (at >= 0) {
      const cycle = fromSmallest(path.slice(at));
      found.set(cycle.join(' '), cycle);
      return;
    }
    if (done.has(id)) return;
    for (const next of needs.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const { id } of items) visit(id, []);
  return [...found.values()];
}

function fromSmallest(cycle: string[]): string[] {
  const smallest = cycle.reduce((best, id, i) => (id < cycle[best]! ? i : best), 0);
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
