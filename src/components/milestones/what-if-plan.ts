/**
 * What a page needs of a plan to answer what-if: as little as can be sent, and back again; what an address asks; and the
 * answer in one sentence. Leaves out the page itself (`what-if-page.ts`).
 */
import { countInWords } from '../../facts/count-words.ts';
import { grounds, groupedNeeds, type Ground, type Plan, type Progress } from '../../facts/order/graph.ts';
import type { WhatIf } from '../../facts/order/what-if.ts';

export interface SentStep {
  readonly id: string;
  /** What the source calls it: `Phase 3`. */
  readonly label: string;
  readonly order: number;
  readonly progress: Progress;
  readonly needs: readonly { readonly id: string; readonly basis: 'stated' | 'derived' }[];
}

/** The steps of a plan without their sentences, which stand in the page. */
export const sentPlan = (plan: Plan, labelOf: (id: string) => string): SentStep[] =>
  plan.map(({ id, order, progress, needs }) => ({
    id,
    label: labelOf(id),
    order,
    progress,
    needs: needs.flatMap((edge) => edge.reasons.map(({ basis }) => ({ id: edge.needs, basis }))),
  }));

export const planFrom = (sent: readonly SentStep[]): Plan =>
  sent.map(({ id, order, progress, needs }) => ({
    id,
    order,
    progress,
    needs: groupedNeeds(
      id,
      needs.map((it) => ({ ...it, why: '' })),
    ),
  }));

/** What the reader asks: which milestones were done, and on which edges. */
export interface Asked {
  readonly done: ReadonlySet<string>;
  readonly ground: Ground;
}
export const nothingAsked: Asked = { done: new Set(), ground: 'both' };
export const asksNothing = ({ done, ground }: Asked): boolean => done.size === 0 && ground === nothingAsked.ground;

/** What an address asks, as far as the page knows it. */
export function askedIn(search: string, known: (id: string) => boolean): Asked {
  const query = new URLSearchParams(search);
  const ground = grounds.find((it) => it === query.get('edges')) ?? nothingAsked.ground;
  return { done: new Set((query.get('done') ?? '').split(',').filter(known)), ground };
}

/** The query of an address that asks this, with what else stands in it. The ids are in the order in which they were marked. */
export function queryFor(search: string, { done, ground }: Asked): string {
  const query = new URLSearchParams(search);
  query.delete('done');
  query.delete('edges');
  const parts = query.size > 0 ? [`${query}`] : [];
  if (done.size > 0) parts.push(`done=${[...done].map(encodeURIComponent).join(',')}`);
  if (ground !== nothingAsked.ground) parts.push(`edges=${ground}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const groundWords: Record<Ground, string> = {
  both: 'stated and derived edges together',
  stated: 'the stated edges alone',
  derived: 'the derived edges alone',
};

/** The answer in words: `With Phase 3 done, Phase 4 could start; nine milestones remain in the longest chain.` */
export function answerTo({ done, ground }: Asked, { becomesReady, ready, chain }: WhatIf, labelOf: (id: string) => string): string {
  const labels = (all: readonly { readonly id: string }[]): string => listed(all.map((it) => labelOf(it.id)));
  const given = [
    ...(done.size > 0 ? [`With ${listed([...done].map(labelOf))} done`] : []),
    ...(ground === nothingAsked.ground ? [] : [`${done.size > 0 ? 'on' : 'On'} ${groundWords[ground]}`]),
  ].join(', ');
  const starts =
    done.size === 0
      ? `${ready.length > 0 ? labels(ready) : 'nothing'} could start`
      : `${becomesReady.length > 0 ? labels(becomesReady) : 'nothing new'} could start`;
  const left = chain.ids.length;
  const remains =
    left === 0
      ? 'no milestone remains'
      : `${countInWords(left)} ${left === 1 ? 'milestone remains' : 'milestones remain'} in the longest chain`;
  return `${given === '' ? '' : `${given}, `}${starts}; ${remains}.`.replace(/^./, (first) => first.toUpperCase());
}
