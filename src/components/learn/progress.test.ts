import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, merged, nothing, progressIn, textOf, withDraft, withRead, withSolved, type Progress } from './progress.ts';
import { fragmentOfProgress, openProgress, progressLinkIn } from './progress-link.ts';
import { hundredDamaged, some } from './progress.fixture.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}(\/[a-z][a-z0-9-]{0,8})?$/);
const progress: fc.Arbitrary<Progress> = fc.record({
  solved: fc.array(id).map((ids) => new Set(ids)),
  drafts: fc.array(fc.tuple(id, fc.string({ unit: 'binary', maxLength: 40 }))).map((all) => new Map(all)),
  read: fc
    .array(
      fc.tuple(
        id,
        fc.array(id).map((ids) => new Set(ids)),
      ),
    )
    .map((all) => new Map(all)),
});

test('what is written is read again, whatever it is', () => {
  fc.assert(
    fc.property(progress, (it) => {
      expect(progressIn(textOf(it))).toEqual(it);
    }),
  );
});

test('a text that was written to by hand without a change of meaning is read', () => {
  expect(progressIn(JSON.stringify(JSON.parse(textOf(some))))).toEqual(some);
});

test('nothing that was solved, read or written is lost by a merge', () => {
  fc.assert(
    fc.property(progress, progress, (into, from) => {
      const both = merged(into, from);
      expect(new Set([...into.solved, ...from.solved])).toEqual(both.solved);
      for (const [lab, draft] of into.drafts) expect(both.drafts.get(lab)).toBe(draft);
      for (const lab of from.drafts.keys()) expect(both.drafts.has(lab)).toBe(true);
      for (const { read } of [into, from])
        for (const [path, steps] of read) for (const step of steps) expect(both.read.get(path)?.has(step)).toBe(true);
      expect(merged(both, from)).toEqual(both);
      const { solved, drafts, read } = difference(both, from);
      expect([solved, drafts, read]).toEqual([0, 0, 0]);
    }),
  );
});

test('a merge says what it adds', () => {
  const from = withDraft(withSolved(withRead(some, 'rust', 'last-lab', true), 'zos/new'), 'violetos/prism-turn', '[]');
  expect(difference(some, from)).toEqual({ solved: 1, drafts: 0, otherDrafts: 1, read: 1 });
  expect(difference(nothing, some)).toEqual({ solved: 3, drafts: 2, otherDrafts: 0, read: 2 });
});

test('a step that is no longer read, and a draft that is no longer there, are gone', () => {
  const less = withRead(withDraft(some, 'avyos/mount-order', undefined), 'rust', 'first-lab', false);
  expect([...less.drafts.keys()]).toEqual(['violetos/prism-turn']);
  expect(less.read.get('rust')).toEqual(new Set(['read-the-overview']));
  expect(progressIn(textOf(less))).toEqual(less);
});

test('an answer without end is not kept, because it could not be read again', () => {
  const long = withDraft(some, 'zos/long', 'x'.repeat(30_001));
  expect(progressIn(textOf(long))).toEqual(some);
});

describe('a text that is something else is refused in a sentence', () => {
  const changed = (change: object): string => JSON.stringify({ ...(JSON.parse(textOf(some)) as object), ...change });
  test.each([
    ['', 'it is no JSON, or was cut off'],
    ['null', 'it is not progress of this site'],
    ['[]', 'it is not progress of this site'],
    ['{"orrery":"trace"}', 'it is not progress of this site'],
    [changed({ version: 2 }), 'it is in version 2 of its form, and this page reads version 1'],
    [changed({ solved: {} }), '\u201csolved\u201d is no list of at most 1000'],
    [changed({ solved: ['Q'] }), 'an entry of \u201csolved\u201d is no name of a lab or a step'],
    [changed({ drafts: [] }), '\u201cdrafts\u201d is missing'],
    [changed({ drafts: { a: 7 } }), 'the answer to \u201ca\u201d is no text'],
    [changed({ read: { a: [7] } }), 'an entry of \u201ca\u201d is no name'],
    [changed({ solved: [] }), 'it was changed or damaged after it was written'],
    [JSON.stringify('x'.repeat(2_000_001)), 'it has 2000003 characters'],
    ['{"orrery":"progress","version":1,"solved":["__proto__"]}', 'no name of a lab'],
  ])('%#', (text, says) => {
    expect(() => progressIn(text)).toThrow(RangeError);
    expect(() => progressIn(text)).toThrow(says);
  });
});

describe('a link', () => {
  test('holds what was solved and read, and no answer', async () => {
    const fragment = await fragmentOfProgress(some);
    expect(fragment.length).toBeLessThan(300);
    expect(await openProgress(progressLinkIn(fragment)!)).toEqual({ ...some, drafts: new Map() });
  });

  test('that is damaged is told, and one for somebody else is passed over', async () => {
    const link = progressLinkIn(await fragmentOfProgress(some))!;
    for (const bad of ['', '!', 'AAAA', link.slice(0, -9), link.slice(5)]) await expect(openProgress(bad)).rejects.toThrow(RangeError);
    expect(progressLinkIn('#edit=x')).toBeUndefined();
  });
});

test('each of 100 damaged files gives a sentence', () => {
  for (const bad of hundredDamaged()) expect(() => progressIn(bad), bad).toThrow(/^The progress cannot be read: .{10,150}\.$/);
});
