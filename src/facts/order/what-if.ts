/** What would change if some milestones were done: a view; the records stay as they are. */
import { longestChain, type Chain } from './chain.ts';
import type { Ground, Plan } from './graph.ts';
import { readyNext, type Ready } from './ready.ts';

export interface WhatIf {
  /** Ready then and not before. */
  readonly becomesReady: readonly Ready[];
  /** All that is ready then. */
  readonly ready: readonly Ready[];
  /** The longest remaining chain then. */
  readonly chain: Chain;
}

/** The plan with these milestones complete; ids that are in no plan change nothing. */
const withDone = (plan: Plan, done: ReadonlySet<string>): Plan =>
  plan.map((it) => (done.has(it.id) ? { ...it, progress: 'complete' } : it));

/** Throws on a circle of needs, as `longestChain` does. */
export function whatIf(plan: Plan, done: ReadonlySet<string>, ground: Ground): WhatIf {
  const then = withDone(plan, done);
  const before = new Set(readyNext(plan, ground).map((it) => it.id));
  const ready = readyNext(then, ground);
  return { becomesReady: ready.filter((it) => !before.has(it.id)), ready, chain: longestChain(then, ground) };
}
