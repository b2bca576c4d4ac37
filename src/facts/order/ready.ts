/** What can be started: the open milestones whose needs are all complete. */
import { edgesOn, type Edge, type Ground, type Plan } from './graph.ts';

export interface Ready {
  readonly id: string;
  /** The complete milestones that it waited for, with their reasons; empty when it waits for nothing on this ground. */
  readonly because: readonly Edge[];
}

/** Ready on this ground, in the order of the plan. A need that is in no plan is not met. */
export function readyNext(plan: Plan, ground: Ground): Ready[] {
  const complete = new Set(plan.filter((it) => it.progress === 'complete').map((it) => it.id));
  return plan
    .filter((it) => it.progress === 'open')
    .map((it) => ({ id: it.id, because: edgesOn(it, ground) }))
    .filter((it) => it.because.every((edge) => complete.has(edge.needs)));
}

/** What an open milestone still waits for on this ground; empty for one that is ready. */
export function waitsFor(plan: Plan, id: string, ground: Ground): Edge[] {
  const complete = new Set(plan.filter((it) => it.progress === 'complete').map((it) => it.id));
  const step = plan.find((it) => it.id === id);
  return step ? edgesOn(step, ground).filter((edge) => !complete.has(edge.needs)) : [];
}
