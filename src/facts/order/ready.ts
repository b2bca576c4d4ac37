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

/** What stands behind that: everything not complete that it waits for through another one, in the order of the plan. */
export function waitsBehind(plan: Plan, id: string, ground: Ground): string[] {
  const direct = waitsFor(plan, id, ground).map((it) => it.needs);
  const met = new Set([id, ...direct]);
  const behind = new Set<string>();
  for (let open = direct; open.length > 0;) {
    open = open.flatMap((it) => waitsFor(plan, it, ground).map((edge) => edge.needs)).filter((it) => !met.has(it));
    for (const it of open) {
      met.add(it);
      behind.add(it);
    }
  }
  return plan.filter((it) => behind.has(it.id)).map((it) => it.id);
}
