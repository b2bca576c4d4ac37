/** Over which drawing of its system a flow is played: the one that shows most of its steps. Leaves out how it is marked there. */
import type { Architecture, View } from '../../schemas/architecture.ts';
import { drawingOf } from './drawing.ts';
import { lanesOf, type Flow, type LaneStep } from './lanes.ts';

export interface Played {
  readonly view: View;
  /** The numbers of the steps that the drawing shows, from 0. */
  readonly steps: readonly number[];
}

/** Whether a drawing shows a step: the arrow that it goes along, or the part at which it happens. */
function showerOf(architecture: Architecture, view: View): (step: LaneStep) => boolean {
  const panels = drawingOf(architecture, view);
  const arrows = new Set(panels.flatMap(({ edges }) => edges.flatMap(({ relations }) => relations.map(({ id }) => id))));
  const parts = new Set(
    panels.flatMap(({ groups }) =>
      groups.flatMap(({ items }) =>
        items.flatMap(({ frame, parts: its }) => (frame ? [frame, ...its] : its).flatMap(({ of }) => of.map(({ id }) => id))),
      ),
    ),
  );
  return ({ from, relation }) => (relation ? arrows.has(relation.id) : parts.has(from));
}

/** Of two that show as many, the one that is `near`, else the one that stands first. Undefined when none shows half of the steps. */
export function playedOver(architecture: Architecture, flow: Flow, near: (view: string) => boolean): Played | undefined {
  const { steps } = lanesOf(architecture, flow);
  const all = architecture.views.map((view): Played => {
    const shows = showerOf(architecture, view);
    return { view, steps: steps.flatMap((step, i) => (shows(step) ? [i] : [])) };
  });
  const rank = ({ view, steps: shown }: Played): number => 2 * shown.length + Number(near(view.id));
  const best = all.reduce<Played | undefined>((a, b) => (a === undefined || rank(b) > rank(a) ? b : a), undefined);
  return best && 2 * best.steps.length >= steps.length ? best : undefined;
}
