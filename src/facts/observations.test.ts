import { expect, test } from 'vitest';
import { cited, entriesOf, ground, seen } from './entries.fixture.ts';
import { clocksOf } from './observations.ts';

const entries = entriesOf(...ground);
const documented = { asOf: 'undated', cite: [cited()], says: 'it turns' };
const found = { asOf: '2026-01-02', cite: [seen], says: 'it stands' };
const later = { asOf: '2026-01-20', cite: [{ ...seen, commit: 'abcdef2' }], says: 'it fell' };

test('the two clocks are what the document says and what the repository showed last', () => {
  expect(clocksOf(entries, [documented, found, later])).toEqual({ documented, found: later });
});

test('a clock without an observation stands still', () => {
  expect(clocksOf(entries, [documented])).toEqual({ documented, found: undefined });
  expect(clocksOf(entries, [found])).toEqual({ documented: undefined, found });
  expect(clocksOf(entries, [])).toEqual({ documented: undefined, found: undefined });
});

test('what the document says is not always written first, and of two of its words the first counts', () => {
  expect(clocksOf(entries, [found, documented, { ...documented, says: 'again' }])).toEqual({ documented, found });
});

test('an observation on a source that is not there belongs to neither', () => {
  const lost = { asOf: 'undated', cite: [{ source: 'nothing', lines: [1, 1] as [number, number] }] };
  expect(clocksOf(entries, [lost])).toEqual({ documented: undefined, found: undefined });
});
