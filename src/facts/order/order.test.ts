/** Ready-next, the longest chain, what-if and as-of against the definitions worked out the slow way, on 10,000 random graphs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../../records/reader.ts';
import { bySide, sourcesIn, type Sources } from '../evidence.ts';
import { allMoments, milestonesAt, momentsOf, platformsAt } from './as-of.ts';
import { longestChain } from './chain.ts';
import { grounds, groupedNeeds, planOf, type Ground, type Plan } from './graph.ts';
import { readyNext, waitsBehind, waitsFor } from './ready.ts';
import { whatIf } from './what-if.ts';

/** Graphs without a circle: a step needs only steps with a smaller index; the order in the list is another one. */
const plans = fc
  .array(
    fc.record({
      order: fc.nat(5),
      progress: fc.constantFrom('complete' as const, 'open' as const, 'open' as const, 'open' as const, 'closed' as const),
      needs: fc.array(fc.record({ back: fc.integer({ min: 1, max: 7 }), basis: fc.constantFrom('stated' as const, 'derived' as const) }), {
        maxLength: 5,
      }),
    }),
    { maxLength: 8 },
  )
  .map((rows): Plan =>
    rows.map(({ order, progress, needs }, i) => ({
      id: `m${i}`,
      order,
      progress,
      needs: groupedNeeds(
        `m${i}`,
        needs.filter((it) => it.back <= i).map(({ back, basis }) => ({ id: `m${i - back}`, basis, why: `${basis} ${back}` })),
      ),
    })),
  );

const counts = (basis: string, ground: Ground): boolean => ground === 'both' || basis === ground;
const needIds = (plan: Plan, id: string, ground: Ground): string[] =>
  plan
    .find((it) => it.id === id)!
    .needs.filter((edge) => edge.reasons.some((it) => counts(it.basis, ground)))
    .map((edge) => edge.needs);
const progress = (plan: Plan, id: string): string | undefined => plan.find((it) => it.id === id)?.progress;

const slowReady = (plan: Plan, ground: Ground): string[] =>
  plan
    .filter((it) => it.progress === 'open' && !needIds(plan, it.id, ground).some((need) => progress(plan, need) !== 'complete'))
    .map((it) => it.id);

/** Every chain there is, by trying each next step; then the longest, and of those the first by order and id. */
function slowChain(plan: Plan, ground: Ground): string[] {
  const open = plan.filter((it) => it.progress === 'open');
  const chains = (path: string[]): string[][] => [
    path,
    ...open.filter((it) => needIds(plan, it.id, ground).includes(path.at(-1)!)).flatMap((it) => chains([...path, it.id])),
  ];
  const key = (ids: string[]): string => ids.map((id) => `${plan.find((it) => it.id === id)!.order}${id}`).join(' ');
  return open.flatMap((it) => chains([it.id])).sort((a, b) => b.length - a.length || (key(a) < key(b) ? -1 : 1))[0] ?? [];
}

test('what stands behind the next need is all that is not complete on a way to it, and not the need itself', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(...grounds), (plan, ground) => {
      const unmet = (id: string): string[] => needIds(plan, id, ground).filter((it) => progress(plan, it) !== 'complete');
      const reached = (id: string): string[] => unmet(id).flatMap((it) => [it, ...reached(it)]);
      for (const { id } of plan) {
        const direct = unmet(id);
        expect(waitsBehind(plan, id, ground).sort()).toEqual([...new Set(reached(id))].filter((it) => !direct.includes(it)).sort());
      }
    }),
  );
});

test('ready-next, longest chain and what-if agree with brute force on 10,000 random graphs', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(...grounds), fc.uniqueArray(fc.nat(9)), (plan, ground, marks) => {
      expect(readyNext(plan, ground).map((it) => it.id)).toEqual(slowReady(plan, ground));
      const chain = longestChain(plan, ground);
      expect(chain.ids).toEqual(slowChain(plan, ground));
      expect(chain.edges.map((it) => [it.needs, it.of])).toEqual(chain.ids.slice(1).map((id, i) => [chain.ids[i], id]));
      expect(chain.edges.every((edge) => edge.reasons.length > 0 && edge.reasons.every((it) => counts(it.basis, ground)))).toBe(true);

      const done = new Set(marks.map((i) => `m${i}`));
      const then = plan.map((it) => (done.has(it.id) ? { ...it, progress: 'complete' as const } : it));
      const seen = whatIf(plan, done, ground);
      expect(seen.ready.map((it) => it.id)).toEqual(slowReady(then, ground));
      expect(seen.becomesReady.map((it) => it.id)).toEqual(slowReady(then, ground).filter((id) => !slowReady(plan, ground).includes(id)));
      expect(seen.chain.ids).toEqual(slowChain(then, ground));
    }),
    { numRuns: 10_000, seed: 4 },
  );
});

const days = ['2025-01-31', '2025-10-16', '2026-02-21', '2026-08-21'];

test('as-of agrees with brute force on 10,000 random lists of observations', () => {
  const observations = fc.array(
    fc.record({
      asOf: fc.constantFrom('undated', ...days),
      cite: fc.constantFrom([{ source: 'primary' }], [{ source: 'repository' }]),
      status: fc.nat(),
    }),
    { maxLength: 6 },
  );
  const sources: Sources = (id) => (id === 'primary' ? 'documented' : 'found');
  fc.assert(
    fc.property(observations, fc.constantFrom('2024-01-01', ...days, '2026-02-22'), (list, day) => {
      const newest = days.filter((it) => it <= day && list.some((one) => one.asOf === it)).at(-1);
      expect(bySide(list, sources).at({ at: 'day', day })).toBe(list.filter((it) => it.asOf === newest).at(-1));
      expect(bySide(list, sources).at({ at: 'documented' })).toBe(list.filter((it) => it.cite[0]!.source === 'primary')[0]);
      const undated = list.filter((it) => it.asOf === 'undated' && it.cite[0]!.source !== 'primary');
      expect(bySide(list, sources).at({ at: 'found-undated' })).toBe(undated.at(-1));
      expect(momentsOf([list], sources)).toEqual({
        days: days.filter((it) => list.some((one) => one.asOf === it)),
        documented: list.some((it) => it.cite[0]!.source === 'primary'),
        foundUndated: undated.length > 0,
      });
    }),
    { numRuns: 10_000, seed: 4 },
  );
});

test('a circle is refused by name', () => {
  const plan = ['a', 'b'].map((id, order) => ({
    id,
    order,
    progress: 'open' as const,
    needs: groupedNeeds(id, [{ id: id === 'a' ? 'b' : 'a', basis: 'stated', why: 'so' }]),
  }));
  expect(() => longestChain(plan, 'stated')).toThrow('A circle of needs among a, b');
  expect(longestChain(plan, 'derived').ids).toEqual(['a']);
});

const { entries } = readContent(process.cwd());
const sources = sourcesIn(entries);
const documented = planOf(
  entries.milestones.filter((it) => it.data.system === 'themelios'),
  (it) => bySide(it.status, sources).at({ at: 'documented' })?.status,
);
const short = (id: string): string => id.replace('themelios-phase-', '');
const drawn = (edges: readonly { of: string; needs: string; reasons: readonly { basis: string }[] }[]): string[] =>
  edges.map((it) => `${short(it.of)} needs ${short(it.needs)} (${[...new Set(it.reasons.map((r) => r.basis))].join(', ')})`);

test('ThemeliOS as documented: what is ready next, with the edges that make it so', () => {
  const ready = (ground: Ground) => readyNext(documented, ground).map((it) => [short(it.id), drawn(it.because)]);
  expect(ready('stated')).toEqual([['3', ['3 needs 2 (stated)']]]);
  expect(ready('derived')).toEqual([
    ['3', []],
    ['4', ['4 needs 2 (derived)']],
    ['7', ['7 needs 0 (derived)', '7 needs 1 (derived)']],
  ]);
  expect(ready('both')).toEqual([['3', ['3 needs 2 (stated)']]]);
  expect(waitsFor(documented, 'themelios-phase-4', 'both').map((it) => short(it.needs))).toEqual(['3']);
});

test('ThemeliOS as documented: the longest chain, with the edges that make it', () => {
  const stated = longestChain(documented, 'stated');
  expect(stated.ids.map(short)).toEqual(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  expect(drawn(stated.edges)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `${n} needs ${n - 1} (stated)`));
  expect(drawn(longestChain(documented, 'derived').edges)).toEqual([
    '5 needs 4 (derived)',
    '6 needs 5 (derived)',
    '8 needs 6 (derived)',
    '9 needs 8 (derived)',
  ]);
  expect(drawn(longestChain(documented, 'both').edges)).toEqual([
    '4 needs 3 (stated)',
    '5 needs 4 (stated, derived)',
    '6 needs 5 (stated, derived)',
    '7 needs 6 (stated)',
    '8 needs 7 (stated, derived)',
    '9 needs 8 (stated, derived)',
    '10 needs 9 (stated)',
    '11 needs 10 (stated, derived)',
    '12 needs 11 (stated)',
  ]);
  expect(longestChain(documented, 'both').ids).toEqual(stated.ids);
});

test('ThemeliOS as documented, and Phase 3 were done: Phase 4 is ready, and nine remain', () => {
  const then = whatIf(documented, new Set(['themelios-phase-3']), 'both');
  expect(then.becomesReady.map((it) => short(it.id))).toEqual(['4']);
  expect(then.chain.ids).toHaveLength(9);
});

test('the days of the records; ThemeliOS has none, and its later copies are found without a date', () => {
  const moments = allMoments(entries);
  expect(moments.days).toContain('2025-10-16');
  expect(moments).toMatchObject({ documented: true, foundUndated: true });
  const at = (day: string, id: string) => milestonesAt(entries, { at: 'day', day }).find((it) => it.id === id)?.observation?.status;
  expect(at('2025-02-20', 'starina-roadmap-6')).toBeUndefined();
  expect(at('2025-04-09', 'starina-roadmap-6')).toBe('in-progress');
  expect(at('2025-04-10', 'starina-roadmap-6')).toBe('complete');
  expect(at('2026-11-20', 'themelios-phase-3')).toBeUndefined();
  const found = milestonesAt(entries, { at: 'found-undated' });
  expect(found.find((it) => it.id === 'themelios-phase-3')?.observation?.status).toBe('complete');
  const rpi = (day: string) =>
    platformsAt(entries, { at: 'day', day }).find((it) => it.id === 'violetos-raspberry-pi-4')?.observation?.state;
  expect(['2025-11-02', '2025-11-03', '2025-11-11', '2026-08-18', '2026-08-19'].map(rpi)).toEqual([
    undefined,
    'planned',
    'partial',
    'partial',
    'planned',
  ]);
});
