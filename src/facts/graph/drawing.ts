/**
 * A view as what is to be drawn: its parts with their names and states, its groups and borders, and the relations between what is shown.
 * Leaves out where anything stands; `drawing/bands` lays it out.
 */
import type { Architecture, Component, Relation, View } from '../../schemas/architecture.ts';

export interface DrawnPart {
  readonly id: string;
  readonly title: string;
  /** A `party` is beyond the system. */
  readonly kind: Component['kind'] | 'party';
  readonly path: string | undefined;
  /** The components that it stands for: itself, or those that are merged. */
  readonly of: readonly Component[];
  /** What was found of it in the code, where that was looked for. */
  readonly found: NonNullable<Component['found']>['state'] | undefined;
}

/** Parts that stand in a line; with a frame, they lie inside that part. */
export interface DrawnItem {
  readonly frame: DrawnPart | undefined;
  readonly parts: readonly DrawnPart[];
}

export interface DrawnGroup {
  readonly title: string;
  readonly note: string | undefined;
  readonly items: readonly DrawnItem[];
  readonly below: NonNullable<NonNullable<View['groups']>[number]['below']> | undefined;
}

/** An arrow between two parts that are shown. Where parts are merged it stands for several relations of a kind. */
export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: Relation['kind'];
  readonly protocol: string | undefined;
  readonly relations: readonly Relation[];
}

export interface DrawnPanel {
  readonly title: string | undefined;
  readonly note: string | undefined;
  readonly groups: readonly DrawnGroup[];
  readonly edges: readonly DrawnEdge[];
}

type Group = View['groups'][number];

export interface Panel {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly note: string | undefined;
  readonly groups: readonly Group[];
  /** Undefined: all between the parts that are shown. */
  readonly relations: readonly string[] | undefined;
}

/** What a view shows, as one panel or several. */
export const panelsOf = ({ panels, groups, relations }: View): readonly Panel[] =>
  panels?.map((it) => ({
    id: it.id,
    title: it.title,
    note: it.note,
    groups: groups.filter(({ panel }) => panel === it.id),
    relations: it.relations,
  })) ?? [{ id: undefined, title: undefined, note: undefined, groups, relations }];

/** Every component that a group shows, frames too. */
export const idsIn = ({ show, frames = [] }: Group): readonly string[] => [...frames.map(({ of }) => of), ...show];

/** Which part of the drawing stands for a component: itself, or the one that it is merged into. */
export function standsFor(view: View): (id: string) => string {
  const merged = new Map((view.merge ?? []).flatMap(({ as, of }) => of.map((id) => [id, as])));
  return (id) => merged.get(id) ?? id;
}

/** Expects a view whose ids exist; `integrity/graph.ts` refuses others. */
export function drawingOf(architecture: Pick<Architecture, 'components' | 'relations'>, view: View): readonly DrawnPanel[] {
  const part = partOf(architecture, view);
  return panelsOf(view).map(({ title, note, groups, relations }) => ({
    title,
    note,
    groups: groups.map((it) => ({
      title: it.title,
      note: it.note,
      below: it.below,
      items: itemsOf(it).map(({ frame, parts }) => ({ frame: frame === undefined ? undefined : part(frame), parts: parts.map(part) })),
    })),
    edges: edgesOf(
      architecture.relations.filter(({ id }) => relations?.includes(id) ?? true),
      new Set(groups.flatMap(idsIn)),
      standsFor(view),
    ),
  }));
}

interface Line {
  readonly frame: string | undefined;
  readonly parts: readonly string[];
}

/** A frame with its parts stands where the first of them is listed. */
const itemsOf = ({ show, frames = [] }: Group): readonly Line[] =>
  show.flatMap((id): Line[] => {
    const frame = frames.find((it) => it.show.includes(id));
    if (!frame) return [{ frame: undefined, parts: [id] }];
    return frame.show[0] === id ? [{ frame: frame.of, parts: frame.show }] : [];
  });

function partOf({ components }: Pick<Architecture, 'components'>, view: View): (id: string) => DrawnPart {
  const known = new Map(components.map((it) => [it.id, it]));
  return (id) => {
    const merged = view.merge?.find(({ as }) => as === id);
    if (merged) {
      const of = merged.of.map((each) => known.get(each)!);
      return { id, title: merged.title, kind: merged.kind, path: undefined, of, found: undefined };
    }
    const it = known.get(id)!;
    return { id, title: it.title, kind: it.beyond ? 'party' : it.kind, path: it.path, of: [it], found: it.found?.state };
  };
}

/** Relations with both ends in the drawing; those that fall together by merging, or say the same twice, are one arrow. */
function edgesOf(relations: readonly Relation[], shown: ReadonlySet<string>, stand: (id: string) => string): readonly DrawnEdge[] {
  const ends = relations.map((it) => ({ it, from: stand(it.from), to: stand(it.to) }));
  const drawn = ends.filter(({ from, to }) => shown.has(from) && shown.has(to) && from !== to);
  return [...Map.groupBy(drawn, ({ from, to, it }) => `${from} ${it.kind} ${to}`).values()].map((all) => {
    const { it, from, to } = all[0]!;
    const protocols = new Set(all.map((each) => each.it.protocol));
    return {
      id: it.id,
      from,
      to,
      kind: it.kind,
      protocol: protocols.size === 1 ? it.protocol : undefined,
      relations: all.map((each) => each.it),
    };
  });
}
