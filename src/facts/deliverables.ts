/** The status of a deliverable: its own where a source speaks of it, otherwise concluded from its milestone. */
import type { Basis, Citation } from '../schemas/evidence.ts';
import type { Deliverable, Milestone, MilestoneStatus } from '../schemas/milestones.ts';

export interface DeliverableStatus {
  readonly status: MilestoneStatus;
  readonly basis: Basis;
  readonly why: string | undefined;
  readonly cite: readonly Citation[];
}

/** As the primary source has it. A milestone that is neither complete nor untouched says nothing of its parts. */
export function statusOf(deliverable: Deliverable, milestone: Milestone): DeliverableStatus {
  const own = deliverable.status?.[0];
  if (own)
    return { status: own.status, basis: own.status === 'unknown' ? 'unknown' : (own.basis ?? 'stated'), why: own.why, cite: own.cite };
  const whole = milestone.status[0]!;
  if (whole.status === 'complete' || whole.status === 'not-started') {
    const said = whole.status === 'complete' ? 'complete' : 'not started';
    return { status: whole.status, basis: 'inferred', why: `${milestone.label} as a whole is documented as ${said}.`, cite: whole.cite };
  }
  return {
    status: 'unknown',
    basis: 'unknown',
    why: `${milestone.label} as a whole is neither complete nor untouched, and nothing is said of this part.`,
    cite: whole.cite,
  };
}

/** How many of a milestone's deliverables are complete. */
export const completeCount = (milestone: Milestone): number =>
  milestone.deliverables.filter((it) => statusOf(it, milestone).status === 'complete').length;
