/**
 * The graph of what waits for what, as the other files of this folder read it: milestones by id, each with its state and
 * with its needs grouped by id, because a source may state a need that its text also implies.
 * Leaves out drawing; and that the graph has no circle, which `facts/integrity/order.ts` checks of the records.
 */
import type { Milestone, MilestoneStatus } from '../../schemas/milestones.ts';
import type { Entry } from '../entries.ts';

/** `closed`: dropped, or moved into something else. It is not offered, not counted, and what needs it stays unmet. */
export type Progress = 'complete' | 'open' | 'closed';

/** Which needs count: those that the source states, those derived from its text, or all. */
export const grounds = ['stated', 'derived', 'both'] as const;
export type Ground = (typeof grounds)[number];

/** One reason for a need: who says so, and the sentence. */
export interface Reason {
  readonly basis: 'stated' | 'derived';
  readonly why: string;
}

/** `of` waits for `needs`; each pair stands once, with every reason that is given for it. */
export interface Edge {
  readonly of: string;
  readonly needs: string;
  readonly reasons: readonly Reason[];
}

export interface Step {
  readonly id: string;
  /** Its place in the source's own list; ties are settled by it, and then by the id. */
  readonly order: number;
  readonly progress: Progress;
  readonly needs: readonly Edge[];
}

/** All steps, in their order. */
export type Plan = readonly Step[];

const progressOf = (status: MilestoneStatus | undefined): Progress =>
  status === 'complete' ? 'complete' : status === 'dropped' || status === 'moved' ? 'closed' : 'open';

/**
 * The plan of some milestones; `statusOf` says which observation counts (see `as-of.ts`), undefined where there is none.
 * A need may be named twice, stated and derived: it becomes one edge with two reasons.
 */
export function planOf(milestones: readonly Entry<'milestones'>[], statusOf: (milestone: Milestone) => MilestoneStatus | undefined): Plan {
  return milestones
    .map(({ id, data }) => ({
      id,
      order: data.order,
      progress: progressOf(statusOf(data)),
      needs: groupedNeeds(
        id,
        data.needs.map((it) => ({ id: it.milestone, basis: it.basis, why: it.why })),
      ),
    }))
    .sort(byOrder);
}

/** One edge for each milestone that is needed, in the order of the first mention. */
export function groupedNeeds(of: string, needs: readonly (Reason & { readonly id: string })[]): Edge[] {
  const reasons = new Map<string, Reason[]>();
  for (const { id, basis, why } of needs) reasons.set(id, [...(reasons.get(id) ?? []), { basis, why }]);
  return [...reasons].map(([id, list]) => ({ of, needs: id, reasons: list }));
}

/** The edges of a step that count on this ground, each with only the reasons that count. */
export const edgesOn = (step: Step, ground: Ground): Edge[] =>
  step.needs
    .map((edge) => ({ ...edge, reasons: edge.reasons.filter((it) => ground === 'both' || it.basis === ground) }))
    .filter((edge) => edge.reasons.length > 0);

export const byOrder = (a: Pick<Step, 'id' | 'order'>, b: Pick<Step, 'id' | 'order'>): number =>
  a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
