import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Erased } from '../language/erased.ts';
import { mechanism } from '../language/model.ts';
import { bool, id, option, orderedTable, queue, range, setOf, table, type Scalar, type Schema } from '../language/schema.ts';
import { machine } from '../run/machine.ts';
import { explore } from '../search/explore.ts';
import { decode } from '../state/codec.ts';
import { Layout } from '../state/layout.ts';
import { Renaming } from './renaming.ts';
import { canonical } from './symmetry.ts';

const a = id('a');
const b = id('b');
const c = id('c');

const permutations = (items: readonly number[]): number[][] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

/** Every state that differs from this one only in the order of alike rows. */
function orbitOf(layout: Layout, words: Int32Array): Int32Array[] {
  let orbit = [words.slice()];
  for (const renaming of layout.tables.flatMap((each) => Renaming.of(layout, each) ?? [])) {
    orbit = orbit.flatMap((state) =>
      permutations([...renaming.place.keys()]).map((order) => {
        const renamed = state.slice();
        renaming.place.set(order);
        renaming.apply(renamed);
        return renamed;
      }),
    );
  }
  return orbit;
}

/** Writes some value to every field. */
function fill(layout: Layout, schema: Schema, numbers: readonly number[]): void {
  let next = 0;
  const number = (below: number) => numbers[next++ % numbers.length]! % below;
  const write = (object: Erased, fields: Schema): void => {
    for (const [name, field] of Object.entries(fields)) {
      if (field.is === 'table') for (const row of object[name]) write(row, field.fields);
      else if (field.is === 'queue') {
        const codec = layout.codec(field.of as Scalar);
        for (let left = number(field.most + 1); left > 0; left--) object[name].push(decode(codec, number(codec.size)));
      } else {
        const codec = layout.codec(field as Scalar);
        object[name] = decode(codec, number(codec.size));
      }
    }
  };
  write(layout.state, schema);
}

const formOf = (layout: Layout, words: Int32Array): string => {
  const form = words.slice();
  canonical({ layout })?.(form);
  return form.join();
};

const kinds = fc.constantFrom<Scalar>(a, b, c, option(a), option(b), option(c), setOf(a), setOf(b), bool, range(0, 2));
const someFields = fc.dictionary(fc.constantFrom('p', 'q', 'r'), kinds, { maxKeys: 3 });
const rows = fc.integer({ min: 1, max: 3 });
/** Tables that name each other in any way, the first now and then with an order, the last now and then named by a queue. */
const someSchema = fc
  .record({ counts: fc.tuple(rows, rows, rows), of: fc.tuple(someFields, someFields, someFields), top: someFields, way: fc.nat(5) })
  .map(({ counts, of, top, way }): Schema => ({
    as: (way === 0 ? orderedTable : table)(a, counts[0], of[0]),
    bs: table(b, counts[1], of[1]),
    cs: table(c, counts[2], of[2]),
    ...top,
    ...(way === 1 && { line: queue(c, 2) }),
  }));
const someNumbers = fc.array(fc.nat(10_000), { minLength: 60, maxLength: 60 });

test('F4: the form of a form is that form, and a form is its state in another order', () => {
  let moved = 0;
  fc.assert(
    fc.property(someSchema, someNumbers, (schema, numbers) => {
      const layout = new Layout(schema);
      fill(layout, schema, numbers);
      const words = layout.words.slice();
      const form = formOf(layout, words);
      if (form !== words.join()) moved++;
      expect(formOf(layout, Int32Array.from(form.split(',').map(Number)))).toBe(form);
      expect(orbitOf(layout, words).map((each) => each.join())).toContain(form);
    }),
    { numRuns: 1_000 },
  );
  expect(moved).toBeGreaterThan(100);
});

test('F4: where a row goes is told as it is done', () => {
  fc.assert(
    fc.property(someSchema, someNumbers, (schema, numbers) => {
      const layout = new Layout(schema);
      fill(layout, schema, numbers);
      const canon = canonical({ layout });
      fc.pre(canon !== undefined);
      const words = layout.words.slice();
      const moves = canon!.moving(words);
      expect(words.join()).toBe(formOf(layout, layout.words));
      const again = layout.words.slice();
      for (const each of layout.tables) {
        const renaming = Renaming.of(layout, each);
        if (!renaming || !moves.has(each.kind)) continue;
        renaming.place.set(moves.get(each.kind)!);
        renaming.apply(again);
      }
      expect(again).toEqual(words);
    }),
    { numRuns: 300 },
  );
});

/** Each row names at most one, in the next table: no rings, so that the order promises one form. */
const layered = fc
  .record({
    counts: fc.tuple(rows, rows, rows),
    toB: fc.constantFrom<Scalar>(b, option(b)),
    toC: fc.constantFrom<Scalar>(c, option(c)),
    top: fc.constantFrom<Schema>({}, { p: a }, { p: option(b), q: setOf(c) }, { p: c, q: c }),
    marked: fc.boolean(),
  })
  .map(({ counts, toB, toC, top, marked }): Schema => ({
    as: table(a, counts[0], { toB }),
    bs: table(b, counts[1], marked ? { toC, mark: bool } : { toC }),
    cs: table(c, counts[2], marked ? {} : { mark: bool }),
    ...top,
  }));

test('F4: states that differ in the order of rows alone have one form, where rows name each other without rings', () => {
  fc.assert(
    fc.property(layered, someNumbers, (schema, numbers) => {
      const layout = new Layout(schema);
      fill(layout, schema, numbers);
      const forms = new Set(orbitOf(layout, layout.words).map((each) => formOf(layout, each)));
      expect([...forms]).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});

describe('F4: tables that name each other', () => {
  const of = mechanism({ parameters: {}, state: () => ({ as: table(a, 2, { that: b, me: a }), bs: table(b, 2, {}) }) });
  const rest = of.action({ says: 'Nothing changes.', then: () => {} });
  const swap = of.action({
    says: '{by} takes {it}.',
    args: { by: a, it: b },
    then: ({ by, it }) => {
      by.that = it;
      by.me = by;
    },
  });
  const model = (actions: object) => of.model({ id: 'test/two', title: 'Two', actions: actions as never, always: {}, sometimes: {} });

  test('an action that does nothing leaves one state', () => {
    const m = machine(model({ rest }));
    expect([explore(m).states, explore(m, { canon: canonical(m) }).states]).toEqual([1, 1]);
  });

  test('the states of a symmetric search are as many as there are orbits', () => {
    const m = machine(model({ swap }));
    const least = new Set<string>();
    explore(m).each(() =>
      least.add(
        orbitOf(m.layout, m.words)
          .map((each) => each.join())
          .toSorted()[0]!,
      ),
    );
    expect(explore(m, { canon: canonical(m) }).states).toBe(least.size);
  });
});
