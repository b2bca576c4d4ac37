/** The lines of the snapshot tell a schema whole and show, in few records, all that the records show. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Published, Schema } from './compatibility.ts';
import { fromLines, toLines } from './snapshot-lines.ts';

const key = fc
  .oneof(fc.constantFrom('properties', 'a/b', '~', '[0]', '$ref', '0'), fc.string({ maxLength: 4 }))
  .filter((it) => it !== '__proto__');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { withCrossShrink: true },
    fc.constantFrom(null, true, 'string', 0, 'x/y'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test('a schema comes back as it was, whatever its names', () => {
  fc.assert(
    fc.property(value, (schema) => {
      expect(fromLines(toLines({ schema: schema as Schema, data: { count: 1 } }))).toEqual({ schema, data: { count: 1 } });
    }),
    { numRuns: 2_000, seed: 4 },
  );
});

const many = Array.from({ length: 100 }, (_, i) => ({ id: `r${i}`, state: i < 97 ? 'complete' : 'open', cite: [{ line: i }] }));
const published: Published = {
  schema: { type: 'object', properties: { state: { enum: ['complete', 'open'] } } },
  data: {
    version: '1.0.0',
    records: [
      ...many,
      {
        id: 'z',
        state: null,
        cite: [],
        note: 'Only here.',
        lines: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  },
};

test('of many records that show the same one is kept, and each that shows something new', () => {
  const { records } = fromLines(toLines(published)).data as { records: { id: string; state: string | null; note?: string }[] };
  expect(records.length).toBe(3);
  expect(records.map(({ state }) => state).sort()).toEqual(['complete', null, 'open'].sort());
  expect(records.filter(({ note }) => note)).toHaveLength(1);
});

test('what stands beside the records is kept', () => {
  expect(fromLines(toLines(published)).data).toMatchObject({ version: '1.0.0' });
});

test('a line of another kind is refused by its number', () => {
  expect(() => fromLines(`${toLines(published)}["more",1]\n`)).toThrow(/^line 7 of the snapshot begins with neither/);
});
