/**
 * One part of a system, with what the graph says around it: who reaches it and whom it reaches, what it lies in, what must hold of it, which
 * pages draw it. Leaves out what other records say of it (`touching.ts`) and where anything stands (`drawing/neighbours`).
 */
import type { Architecture, Component, Constraint, Relation, View } from '../../schemas/architecture.ts';
import { within } from './constraints.ts';
import { idsIn, standsFor } from './drawing.ts';

type Graph = Pick<Architecture, 'components' | 'relations'>;

/** A part at the other end, with all relations that lead to it, or from it. */
export interface Neighbour {
  readonly part: Component;
  readonly relations: readonly Relation[];
}
export interface Neighbours {
  /** Who reaches it, in the order of the relations. */
  readonly before: readonly Neighbour[];
  /** Whom it reaches; a relation that begins and ends at it stands here alone. */
  readonly after: readonly Neighbour[];
}

export function neighboursOf({ components, relations }: Graph, id: string): Neighbours {
  const grouped = (of: readonly Relation[], end: 'from' | 'to'): readonly Neighbour[] =>
    [...Map.groupBy(of, (it) => it[end])].flatMap(([other, all]) => {
      const part = components.find((it) => it.id === other);
      return part ? [{ part, relations: all }] : [];
    });
  return {
    before: grouped(relations.filter((it) => it.to === id && it.from !== id), 'from'), // prettier-ignore
    after: grouped(relations.filter((it) => it.from === id), 'to'), // prettier-ignore
  };
}

/** The word for what it is. */
export const kindOf = ({ kind, thread }: Component): Component['kind'] | 'thread' => (thread ? 'thread' : kind);

/** What it lies in, the nearest first. */
export function enclosing({ components }: Pick<Graph, 'components'>, id: string): readonly Component[] {
  const found: Component[] = [];
  const inside = (of: string): string | undefined => components.find((it) => it.id === of)?.inside;
  for (let at = inside(id); at !== undefined; at = inside(at)) {
    const around = components.find((it) => it.id === at);
    if (!around || found.includes(around)) break;
    found.push(around);
  }
  return found;
}

/** So many can be followed on one side of a drawing; more are a list. */
export const mostOnASide = 4;

/** An arrow: the relations of one kind between two parts, which say the same or much the same. */
export interface DrawnArrow {
  readonly kind: Relation['kind'];
  /** What carries all of them. */
  readonly protocol: string | undefined;
  readonly relations: readonly [Relation, ...Relation[]];
}
export interface DrawnNeighbour {
  readonly part: Component;
  readonly arrows: readonly DrawnArrow[];
}
export interface DrawnSide {
  readonly shown: readonly DrawnNeighbour[];
  /** So many more are in the list alone. */
  readonly left: number;
  /** All of the side lie in the frame too. */
  readonly inFrame: boolean;
}
/** The neighbours as they are drawn. */
export interface Neighbourhood {
  /** What it lies in, and the relations that say no more than that: the frame is their drawing. */
  readonly frame: { readonly part: Component; readonly relations: readonly Relation[] } | undefined;
  readonly before: DrawnSide;
  readonly after: DrawnSide;
}

/** Undefined where it has no relation to draw. */
export function neighbourhoodOf(graph: Graph, id: string): Neighbourhood | undefined {
  const { before, after } = neighboursOf(graph, id);
  if (before.length + after.length === 0) return undefined;
  const [around] = enclosing(graph, id);
  const container = before.find(({ part, relations }) => part === around && relations.every(({ kind }) => kind === 'contains'));
  const inside = around ? within(graph, [around.id]) : new Set<string>();
  const side = (all: readonly Neighbour[]): DrawnSide => ({
    shown: all.slice(0, mostOnASide).map(({ part, relations }) => ({ part, arrows: arrowsOf(relations) })),
    left: Math.max(0, all.length - mostOnASide),
    inFrame: all.length > 0 && all.every(({ part }) => inside.has(part.id) && part !== around),
  });
  return {
    frame: around && { part: around, relations: container?.relations ?? [] },
    before: side(before.filter((it) => it !== container)),
    after: side(after),
  };
}

const arrowsOf = (relations: readonly Relation[]): readonly DrawnArrow[] =>
  [...Map.groupBy(relations, ({ kind }) => kind)].map(([kind, [first, ...others]]) => ({
    kind,
    protocol: others.every(({ protocol }) => protocol === first!.protocol) ? first!.protocol : undefined,
    relations: [first!, ...others],
  }));

/** The neighbour that has most neighbours itself: the best step on from a part. Of equals the first. */
export function mostConnected(graph: Graph, id: string): Component | undefined {
  const count = (of: string): number => {
    const { before, after } = neighboursOf(graph, of);
    return before.length + after.length;
  };
  const { before, after } = neighboursOf(graph, id);
  const all = [...before, ...after].map(({ part }) => part).filter((it) => it.id !== id);
  return all.reduce<Component | undefined>((best, it) => (best && count(best.id) >= count(it.id) ? best : it), undefined);
}

const partsNamedBy = ({ forbid, only, sole }: Constraint): readonly string[] => [
  ...(forbid ? [...forbid.from, ...forbid.to, ...(forbid.through ?? [])] : []),
  ...(only ? [only.in, ...only.may] : []),
  ...(sole ? [...sole.to, ...sole.from] : []),
];

/** What must hold of a part: each constraint that names it, or something that it lies in. */
export function constraintsOn(architecture: Pick<Architecture, 'components' | 'constraints'>, id: string): readonly Constraint[] {
  const around = new Set([id, ...enclosing(architecture, id).map((it) => it.id)]);
  return architecture.constraints.filter((it) => partsNamedBy(it).some((named) => around.has(named)));
}

/** Whether a drawing shows a part, by itself or merged into another. */
export function isShownIn(view: View, id: string): boolean {
  const stand = standsFor(view)(id);
  return view.groups.flatMap(idsIn).some((it) => it === stand || it === id);
}

/** Whether a part has a share in a flow. */
export function hasStepAt({ relations }: Pick<Graph, 'relations'>, { steps }: Architecture['flows'][number], id: string): boolean {
  const ends = steps.flatMap(({ at, relation }) => {
    const along = relations.find((it) => it.id === relation);
    return [at, along?.from, along?.to];
  });
  return ends.includes(id);
}

interface DrawingPage {
  readonly views: readonly string[];
  readonly flows: readonly string[];
}

/** The pages of the system that draw a part, or a flow through it, the page of its first drawing first. */
export function pagesThatDraw<Page extends DrawingPage>(
  architecture: Pick<Architecture, 'views' | 'flows' | 'relations'>,
  id: string,
  pages: readonly Page[],
): readonly Page[] {
  const views = architecture.views.filter((it) => isShownIn(it, id)).map((it) => it.id);
  const flows = architecture.flows.filter((it) => hasStepAt(architecture, it, id)).map((it) => it.id);
  const rank = (it: Page): number => {
    const at = views.findIndex((view) => it.views.includes(view));
    return at < 0 ? views.length : at;
  };
  return pages
    .filter((it) => it.views.some((view) => views.includes(view)) || it.flows.some((flow) => flows.includes(flow)))
    .toSorted((a, b) => rank(a) - rank(b));
}
