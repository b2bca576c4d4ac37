import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cited, entriesOf, ground, seen } from './entries.fixture.ts';
import { bySide, sourcesIn, type Observed } from './evidence.ts';

const sources = sourcesIn(entriesOf(...ground));
const sides = <T extends Observed>(list: readonly T[]) => {
  const { documented, found } = bySide(list, sources);
  return { documented, found };
};
const documented = { asOf: 'undated', cite: [cited()], says: 'it turns' };
const found = { asOf: '2026-01-02', cite: [seen], says: 'it stands' };
const later = { asOf: '2026-01-20', cite: [{ ...seen, commit: 'abcdef2' }], says: 'it fell' };

test('the two sides are what the document says and what the repository showed last', () => {
  expect(sides([documented, found, later])).toEqual({ documented, found: later });
});

test('a side without an observation says nothing', () => {
  expect(sides([documented])).toEqual({ documented, found: undefined });
  expect(sides([found])).toEqual({ documented: undefined, found });
  expect(sides([])).toEqual({ documented: undefined, found: undefined });
});

test('what the document says is not always written first, and of two of its words the first counts', () => {
  expect(sides([found, documented, { ...documented, says: 'again' }])).toEqual({ documented, found });
});

test('an observation of a source that is not there belongs to neither', () => {
  const lost = { asOf: 'undated', cite: [{ source: 'nothing', lines: [1, 1] as [number, number] }] };
  expect(sides([lost])).toEqual({ documented: undefined, found: undefined });
});

test('an observation that rests on both kinds of source is documented: a primary source says it', () => {
  const both = { asOf: '2026-01-02', cite: [seen, cited()] };
  expect(sides([both])).toEqual({ documented: both, found: undefined });
});

test('at any moment, of any list, what is documented cites a primary source and what was found cites none', () => {
  const observation = fc.record({
    asOf: fc.constantFrom('undated', '2026-01-02', '2026-01-20'),
    cite: fc.array(fc.constantFrom(cited(), seen, { source: 'nothing' }), { minLength: 1, maxLength: 3 }),
  });
  const citesPrimary = ({ cite }: Observed) => cite.some(({ source }) => source === 'orbit-readme');
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 6 }), (list) => {
      const { documented, found, everFound, at } = bySide(list, sources);
      for (const it of [documented, at({ at: 'documented' })]) expect(it === undefined || citesPrimary(it)).toBe(true);
      for (const it of [found, at({ at: 'found-undated' }), ...everFound]) expect(it !== undefined && citesPrimary(it)).toBe(false);
      expect(documented === undefined).toBe(!list.some(citesPrimary));
      expect(at({ at: 'day', day: '2026-01-01' })).toBeUndefined();
    }),
  );
});

/** Code that would answer the question by itself: by the kind of a source, or by an observation's place in its list. */
const asksItself =
  /\bkind\b\)? *[!=]==? *['"](primary|upstream)['"]|\b(status|states|upstream)\??!?\.?\[0\]|\b(status|states)\??\.slice\(1\)/;

test('no other code asks whether a source is primary, or takes the first observation for the documented one', () => {
  const src = join(import.meta.dirname, '..');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (it) => /(?<!\.test|\.fixture)\.(ts|tsx|astro)$/.test(it) && !it.startsWith('engine/'), // a state of a model is no observation
  );
  const asking = files.flatMap((file) =>
    readFileSync(join(src, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (asksItself.test(line) ? [`src/${file}:${i + 1}: use bySide of src/facts/evidence.ts: ${line.trim()}`] : [])),
  );
  expect(asking.filter((it) => !it.startsWith('src/facts/evidence.ts:'))).toEqual([]);
});

test.each([
  "source.kind === 'primary'",
  "find(entries, 'sources', id)?.data.kind !== 'upstream'",
  'entry.data.status[0]!.status',
  'const own = it.status?.[0];',
  'it.status?.slice(1).map(',
  'platform.data.states[0]',
])('the check above finds `%s`', (line) => {
  expect(line).toMatch(asksItself);
});
