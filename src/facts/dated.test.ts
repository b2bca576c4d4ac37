import { describe, expect, test } from 'vitest';
import { datedFacts, keyOf, undatedCount } from './dated.ts';
import { cited, deliverable, drift, entriesOf, ground, milestone, platform, seen, upstream } from './entries.fixture.ts';

const said = { asOf: 'undated', status: 'not-started' as const, cite: [cited()] };
const found = (asOf: string, status: 'complete' | 'in-progress' = 'complete') => ({ asOf, status, cite: [seen] });
const entries = entriesOf(
  ...ground,
  milestone('orbit-1', {
    status: [said, found('2026-01-02', 'in-progress'), found('2026-01-20')],
    deliverables: [deliverable('wheel', { status: [said, found('2026-01-20')] }), deliverable('crank')],
  }),
  platform('orbit-board', { states: [{ asOf: 'undated', state: 'planned', cite: [cited()] }] }),
  drift('orbit-stop'),
);

describe('datedFacts', () => {
  test('has one item for each record and day, newest first', () => {
    expect(datedFacts(entries).map(keyOf)).toEqual([
      'sources/orbit-upstream/2026-02-01',
      'milestones/orbit-1/2026-01-20',
      'drift/orbit-stop/2026-01-02',
      'milestones/orbit-1/2026-01-02',
      'systems/orbit/2026-01-02',
    ]);
  });

  test('tells what was said before, and what was said of parts on the same day', () => {
    const [, latest] = datedFacts(entries);
    expect(latest).toMatchObject({
      kind: 'milestone',
      whole: { now: [found('2026-01-20')], before: found('2026-01-02', 'in-progress') },
      parts: [{ deliverable: { id: 'wheel' }, now: [found('2026-01-20')], before: said }],
    });
  });

  test('keeps two observations of a day together', () => {
    const twice = entriesOf(...ground, milestone('orbit-1', { status: [found('2026-01-02', 'in-progress'), found('2026-01-02')] }));
    const [fact] = datedFacts(twice).filter((it) => it.kind === 'milestone');
    expect(fact?.whole).toEqual({ now: [found('2026-01-02', 'in-progress'), found('2026-01-02')], before: undefined });
  });

  test('is of one system where one is named', () => {
    const other = entriesOf(...ground, milestone('apogee-1', { system: 'apogee', status: [found('2026-01-02')] }));
    expect(datedFacts(other, 'apogee').map(keyOf)).toEqual(['milestones/apogee-1/2026-01-02']);
  });

  test('does not depend on the order of the files', () => {
    const reversed = { ...entries, milestones: entries.milestones.toReversed(), sources: [upstream(), ...entries.sources.slice(0, 1)] };
    expect(datedFacts(reversed).map(keyOf)).toEqual(datedFacts(entries).map(keyOf));
  });
});

test('one observation more, anywhere, is one item more, and every other keeps its name', () => {
  const days = ['2025-12-01', '2026-01-10', '2026-01-21', '2026-03-01'];
  const before = datedFacts(entries).map(keyOf);
  for (const day of days) {
    const status = [...entries.milestones[0]!.data.status, found(day)].sort((a, b) =>
      a.asOf === 'undated' ? -1 : a.asOf < b.asOf ? -1 : 1,
    );
    const more = { ...entries, milestones: [{ ...entries.milestones[0]!, data: { ...entries.milestones[0]!.data, status } }] };
    const after = datedFacts(more).map(keyOf);
    expect(after.filter((it) => !before.includes(it))).toEqual([`milestones/orbit-1/${day}`]);
    expect(after.filter((it) => before.includes(it))).toEqual(before);
  }
});

test('what carries no date is counted, for one system or for all', () => {
  expect(undatedCount(entries)).toBe(3);
  expect(undatedCount(entries, 'orbit')).toBe(3);
  expect(undatedCount(entries, 'apogee')).toBe(0);
});
