/**
 * What must hold of the graph of a system, asked of its parts and relations. An answer names the relations or parts that break it.
 * Leaves out whether the running system keeps to it: the graph is what documents state and what was found in the code.
 */
import type { Architecture, Constraint, Relation, RelationKind } from '../../schemas/architecture.ts';

type Graph = Pick<Architecture, 'components' | 'relations'>;

export interface Verdict {
  readonly holds: boolean;
  /** Ids of the relations on the shortest forbidden way, or of all that are too many; empty where it holds. */
  readonly relations: readonly string[];
  /** Ids of parts that should not be there. */
  readonly parts: readonly string[];
}

const holds: Verdict = { holds: true, relations: [], parts: [] };

/** These parts and all that lie inside them, at any depth. */
export function within({ components }: Pick<Graph, 'components'>, ids: readonly string[]): ReadonlySet<string> {
  const all = new Set(ids);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const { id, inside } of components) if (inside !== undefined && all.has(inside)) all.add(id);
  }
  return all;
}

export function verdictOf(graph: Graph, { forbid, only, sole }: Constraint): Verdict {
  if (forbid) return broken(wayBetween(graph, forbid));
  if (only) return { ...broken([]), ...strangersIn(graph, only) };
  return broken(graph.relations.filter((it) => isIntruder(graph, sole!, it)));
}

const broken = (relations: readonly Relation[]): Verdict =>
  relations.length === 0 ? holds : { holds: false, relations: relations.map(({ id }) => id), parts: [] };

/** The shortest way from one set of parts into the other; it may enter a part that it is allowed to pass through, and then ends there. */
function wayBetween(graph: Graph, { from, to, by, through = [] }: NonNullable<Constraint['forbid']>): readonly Relation[] {
  const doors = within(graph, through);
  const goal = within(graph, to);
  const seen = new Set(within(graph, from));
  let edge = [...seen].map((at): { at: string; way: readonly Relation[] } => ({ at, way: [] }));
  while (edge.length > 0) {
    const next = edge.flatMap(({ at, way }) =>
      stepsFrom(graph, at, by)
        .filter((it) => !seen.has(it.to) && !doors.has(it.to))
        .map((it) => ({ at: it.to, way: [...way, it] })),
    );
    const arrived = next.find(({ at }) => goal.has(at));
    if (arrived) return arrived.way;
    for (const { at } of next) seen.add(at);
    edge = next;
  }
  return [];
}

const stepsFrom = ({ relations }: Graph, from: string, by: readonly RelationKind[]): readonly Relation[] =>
  relations.filter((it) => it.from === from && by.includes(it.kind));

/** What a part holds besides what it may hold. */
function strangersIn({ components, relations }: Graph, only: NonNullable<Constraint['only']>): Partial<Verdict> {
  const isStrange = (id: string): boolean => !only.may.includes(id);
  const parts = components.filter((it) => it.inside === only.in && isStrange(it.id)).map(({ id }) => id);
  const held = relations.filter((it) => it.from === only.in && it.kind === 'contains' && isStrange(it.to)).map(({ id }) => id);
  return { holds: parts.length + held.length === 0, parts, relations: held };
}

function isIntruder(graph: Graph, { to, by, from }: NonNullable<Constraint['sole']>, relation: Relation): boolean {
  return by.includes(relation.kind) && within(graph, to).has(relation.to) && !within(graph, [...from, ...to]).has(relation.from);
}
