import { describe, expect, test } from 'vitest';
import { newestOf, tallyOf } from './counts.ts';
import { cited, entriesOf, ground, milestone, platform, seen } from '../../facts/entries.fixture.ts';

const said = (status: 'complete' | 'unknown' | 'not-started') => ({ asOf: 'undated', status, cite: [cited()] });
const found = (status: 'complete' | 'dropped', asOf = '2026-01-02') => ({ asOf, status, cite: [seen] });

describe('tallyOf', () => {
  const entries = entriesOf(
    ...ground,
    milestone('orbit-1', { status: [said('complete'), found('complete')] }),
    milestone('orbit-2', { status: [said('unknown'), found('complete', '2026-01-20')] }),
    milestone('orbit-3', { status: [said('not-started'), found('dropped')] }),
    milestone('orbit-4', { status: [found('complete', 'undated')] }),
    milestone('apogee-1', { system: 'apogee', status: [said('complete')] }),
  );

  test('counts what each side says of a system, and gives the newest day', () => {
    expect(tallyOf(entries, 'orbit', 'documented')).toEqual({ complete: 1, unknown: 1, total: 3, asOf: 'undated' });
    expect(tallyOf(entries, 'orbit', 'found')).toEqual({ complete: 3, unknown: 0, total: 3, asOf: '2026-01-20' });
  });

  test('is nothing where a side says nothing', () => {
    expect(tallyOf(entries, 'apogee', 'found')).toBeUndefined();
    expect(tallyOf(entries, 'perigee', 'documented')).toBeUndefined();
  });
});

describe('newestOf', () => {
  const documented = { asOf: 'undated', state: 'planned' as const, cite: [cited()] };
  const of = (all: ReturnType<typeof platform>['data']['states']) =>
    newestOf(entriesOf(...ground), platform('orbit-board', { states: all }));

  test('is what was found last, or else what is documented', () => {
    expect(of([documented])).toEqual({ state: 'planned', side: 'documented', asOf: 'undated' });
    expect(of([documented, { ...documented, state: 'supported', asOf: '2026-01-02', cite: [seen] }])).toEqual({
      state: 'supported',
      side: 'found',
      asOf: '2026-01-02',
    });
  });
});
