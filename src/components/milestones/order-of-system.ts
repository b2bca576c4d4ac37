/** The milestones of one system in their order, and the plan that the board, the lists and the graph are computed from. */
import { entries } from '../../records/catalogue.ts';
import type { Entry } from '../../facts/entries.ts';
import { bySide, sourcesIn } from '../../facts/evidence.ts';
import { planOf, type Plan } from '../../facts/order/graph.ts';
import type { Milestone, MilestoneStatus } from '../../schemas/milestones.ts';

export interface SystemOrder {
  readonly milestones: readonly Entry<'milestones'>[];
  /** As found where something was found, and else as documented: what is offered follows from it, so that nothing finished is. */
  readonly known: Plan;
  /** As found last; what was not found is open in it. */
  readonly found: Plan;
  /** The source states an order. Only then is it told what is ready: a state that nobody knows does not make a milestone free. */
  readonly stated: boolean;
  /** Something waits for something, on whatever ground. */
  readonly connected: boolean;
}

export function orderOf(system: string): SystemOrder {
  const milestones = entries.milestones.filter((it) => it.data.system === system).sort((a, b) => a.data.order - b.data.order);
  const needs = milestones.flatMap((it) => it.data.needs);
  return {
    milestones,
    known: planOf(milestones, (it) => knownStatus(it)?.status),
    found: planOf(milestones, (it) => bySide(it.status, sourcesIn(entries)).found?.status),
    stated: needs.some((it) => it.basis === 'stated'),
    connected: needs.length > 0,
  };
}

/** What was found last, and else what is documented. */
export function knownStatus(milestone: Milestone) {
  const { documented, found } = bySide(milestone.status, sourcesIn(entries));
  return found ?? documented;
}

/** What can be started as found: open by an observation upstream, and with nothing before it that is not complete there. */
export const openAsFound: ReadonlySet<MilestoneStatus | undefined> = new Set(['not-started', 'in-progress', 'partial']);

/** `Phase 3: Storage`. */
export const nameOf = ({ data }: Entry<'milestones'>): string => `${data.label}: ${data.title}`;
