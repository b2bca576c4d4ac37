/** The status of a deliverable on one side: its own where a source speaks of it, otherwise concluded from its milestone. */
import type { Basis, Citation } from '../schemas/evidence.ts';
import type { Deliverable, Milestone, MilestoneStatus } from '../schemas/milestones.ts';
import { bySide, type Side, type Sources } from './evidence.ts';

export interface DeliverableStatus {
  readonly status: MilestoneStatus;
  readonly asOf: string;
  readonly basis: Basis;
  readonly why: string | undefined;
  readonly cite: readonly Citation[];
}

/**
 * Undefined where nothing is said on that side, neither of the deliverable nor of its milestone. A milestone that is neither
 * complete nor untouched says nothing of its parts: they are unknown.
 */
export function statusOf(deliverable: Deliverable, milestone: Milestone, sources: Sources, side: Side): DeliverableStatus | undefined {
  const own = bySide(deliverable.status ?? [], sources)[side];
  if (own) {
    const { status, asOf, why, cite } = own;
    return { status, asOf, basis: status === 'unknown' ? 'unknown' : (own.basis ?? 'stated'), why, cite };
  }
  const whole = bySide(milestone.status, sources)[side];
  if (!whole) return undefined;
  const { asOf, cite } = whole;
  const told = `${milestone.label} as a whole ${side === 'documented' ? 'is documented as' : 'was found'}`;
  if (whole.status === 'complete' || whole.status === 'not-started') {
    const word = whole.status === 'complete' ? 'complete' : 'not started';
    return { status: whole.status, asOf, basis: 'inferred', why: `${told} ${word}.`, cite };
  }
  return {
    status: 'unknown',
    asOf,
    basis: 'unknown',
    why: `${milestone.label} as a whole is neither complete nor untouched, and nothing is said of this part.`,
    cite,
  };
}
