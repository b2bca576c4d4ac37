/** What-if: the plan that is sent answers like the one it came from, an address keeps what is asked, and the answer is said in words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grounds, groupedNeeds, type Plan } from '../../facts/order/graph.ts';
import { whatIf } from '../../facts/order/what-if.ts';
import { answerTo, askedIn, asksNothing, nothingAsked, planFrom, queryFor, sentPlan, type Asked } from './what-if-plan.ts';

const plans = fc
  .array(
    fc.record({
      progress: fc.constantFrom('complete' as const, 'open' as const, 'open' as const, 'closed' as const),
      needs: fc.array(fc.record({ back: fc.integer({ min: 1, max: 5 }), basis: fc.constantFrom('stated' as const, 'derived' as const) }), {
        maxLength: 4,
      }),
    }),
    { maxLength: 8 },
  )
  .map((rows): Plan =>
    rows.map(({ progress, needs }, i) => ({
      id: `m${i}`,
      order: i,
      progress,
      needs: groupedNeeds(
        `m${i}`,
        needs.filter((it) => it.back <= i).map(({ back, basis }) => ({ id: `m${i - back}`, basis, why: `${basis} ${back}` })),
      ),
    })),
  );
const askings = fc
  .record({ done: fc.uniqueArray(fc.nat(9)), ground: fc.constantFrom(...grounds) })
  .map(({ done, ground }): Asked => ({ done: new Set(done.map((i) => `m${i}`)), ground }));

test('the plan that is sent gives the same answers', () => {
  fc.assert(
    fc.property(plans, askings, (plan, { done, ground }) => {
      const there = planFrom(JSON.parse(JSON.stringify(sentPlan(plan, (id) => id))));
      const [ours, theirs] = [whatIf(plan, done, ground), whatIf(there, done, ground)];
      const ids = (all: readonly { readonly id: string }[]) => all.map((it) => it.id);
      expect(ids(theirs.ready)).toEqual(ids(ours.ready));
      expect(ids(theirs.becomesReady)).toEqual(ids(ours.becomesReady));
      expect(theirs.chain.ids).toEqual(ours.chain.ids);
      expect(theirs.chain.edges.map((it) => [it.of, it.needs])).toEqual(ours.chain.edges.map((it) => [it.of, it.needs]));
    }),
    { numRuns: 1000, seed: 4 },
  );
});

test('an address keeps what is asked, and what else stands in it', () => {
  fc.assert(
    fc.property(askings, fc.constantFrom('', '?q=a%20b', '?done=m1&edges=stated', '?done=x'), (asked, search) => {
      const query = queryFor(search, asked);
      expect(askedIn(query, (id) => id.startsWith('m'))).toEqual(asked);
      expect(queryFor(query, asked)).toBe(query);
      expect(new URLSearchParams(query).get('q')).toBe(new URLSearchParams(search).get('q'));
      expect(queryFor(query, nothingAsked)).toBe(queryFor(search, nothingAsked));
    }),
  );
});

test('an address that asks what is not there asks nothing', () => {
  expect(askedIn('?done=elsewhere,,&edges=all', (id) => id === 'm1')).toEqual(nothingAsked);
  expect(asksNothing(nothingAsked)).toBe(true);
  expect(queryFor('', { done: new Set(['themelios-phase-3', 'themelios-phase-4']), ground: 'both' })).toBe(
    '?done=themelios-phase-3,themelios-phase-4',
  );
});

test('the answer in words', () => {
  const names = ['zero', 'one', 'two', 'three'];
  const plan: Plan = names.map((_, i) => ({
    id: `m${i}`,
    order: i,
    progress: i === 0 ? 'complete' : 'open',
    needs: groupedNeeds(`m${i}`, i === 0 ? [] : [{ id: `m${i - 1}`, basis: i === 3 ? 'derived' : 'stated', why: 'so' }]),
  }));
  const label = (id: string) => `Phase ${id.slice(1)}`;
  const says = (done: readonly string[], ground: Asked['ground']) => {
    const asked = { done: new Set(done), ground };
    return answerTo(asked, whatIf(plan, asked.done, ground), label);
  };
  expect(says([], 'both')).toBe('Phase 1 could start; three milestones remain in the longest chain.');
  expect(says(['m1'], 'both')).toBe('With Phase 1 done, Phase 2 could start; two milestones remain in the longest chain.');
  expect(says(['m3'], 'both')).toBe('With Phase 3 done, nothing new could start; two milestones remain in the longest chain.');
  expect(says([], 'derived')).toBe(
    'On the derived edges alone, Phase 1 and Phase 2 could start; two milestones remain in the longest chain.',
  );
  expect(says(['m1', 'm2'], 'stated')).toBe(
    'With Phase 1 and Phase 2 done, on the stated edges alone, nothing new could start; one milestone remains in the longest chain.',
  );
  expect(says(['m1', 'm2', 'm3'], 'both')).toBe('With Phase 1, Phase 2 and Phase 3 done, nothing new could start; no milestone remains.');
});
