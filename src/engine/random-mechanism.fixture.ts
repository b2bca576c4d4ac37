/** Small mechanisms without sense, for tests that compare two ways of running one. Clauses read some of up to three arguments, and not always. */
// oxlint-disable-next-line no-restricted-imports -- only tests import this file
import fc from 'fast-check';
import type { Erased } from './erased.ts';
import { mechanism, type Action, type Mechanism } from './model.ts';
import { bool, id, orderedTable, range, type Scalar } from './schema.ts';

const cell = id('cell');
const names = ['a', 'b', 'c'];

const someClause = fc.record({
  salt: fc.nat(1000),
  /** Which arguments it reads, in which order. */
  reads: fc.array(fc.nat(2), { maxLength: 3 }),
  looks: fc.boolean(),
});
const someAction = fc.record({
  salt: fc.nat(1000),
  kinds: fc.array(fc.constantFrom<Scalar>(cell, bool, range(0, 2)), { maxLength: 3 }),
  clauses: fc.array(someClause, { maxLength: 4 }),
});
type Clause = ReturnType<typeof someClause.generate>['value'];
type Sketch = ReturnType<typeof someAction.generate>['value'];

const stir = (a: number, b: number): number => (Math.imul(a + 1, 7919) ^ Math.imul(b + 3, 104_729)) >>> 1;
const numberOf = (value: Erased): number => (typeof value === 'object' ? value.index : Number(value));

/** True two times in three; it stops reading early when it is already false. */
function holds({ salt, reads, looks }: Clause, s: Erased, args: Erased): boolean {
  let number = looks ? stir(salt, s.mode) : salt;
  for (const read of reads) {
    const name = names[read]!;
    if (!(name in args)) continue;
    number = stir(number, numberOf(args[name]));
    if (number % 5 === 0) return false;
  }
  return number % 3 > 0;
}

const cells = mechanism({
  config: {},
  state: () => ({ cells: orderedTable(cell, 3, { value: range(0, 2) }), mode: range(0, 3) }),
});

const actionOf = ({ salt, kinds, clauses }: Sketch): Action =>
  cells.action({
    says: 'Something happens.',
    args: Object.fromEntries(kinds.map((kind, i) => [names[i]!, kind])),
    when: Object.fromEntries(clauses.map((clause, i) => [`clause ${i}`, (s: Erased, args: Erased) => holds(clause, s, args)])),
    then: (s, args: Erased) => {
      const number = names.filter((name) => name in args).reduce((sum, name) => stir(sum, numberOf(args[name])), salt);
      s.cells[number % s.cells.length]!.value = (number >> 3) % 3;
      if (number % 4 === 0) s.mode = (number >> 5) % 4;
    },
  });

/** At most four verbs over 108 states. */
export const someMechanism: fc.Arbitrary<Mechanism> = fc.array(someAction, { minLength: 1, maxLength: 4 }).map((sketches) => {
  const actions = Object.fromEntries(sketches.map((sketch, i) => [`action${i}`, actionOf(sketch)]));
  const final = () => true;
  return cells.model({ id: 'test/random', title: 'Random', actions, always: {}, sometimes: {}, final });
});
