/** Small mechanisms without sense, for tests that compare two ways of running one. Clauses read some of up to three arguments, and not always. */
// oxlint-disable-next-line no-restricted-imports -- only tests import this file
import fc from 'fast-check';
import { clear } from '../state/clear.ts';
import type { Erased } from '../language/erased.ts';
import { mechanism, type Action, type Mechanism } from '../language/model.ts';
import { bool, id, option, orderedTable, perId, queue, range, setOf, type Scalar } from '../language/schema.ts';

const cell = id('cell');
const names = ['a', 'b', 'c'];

const someClause = fc.record({
  salt: fc.nat(1000),
  /** Which arguments it reads, in which order. */
  reads: fc.array(fc.nat(2), { maxLength: 3 }),
  /** What of the state it looks at. */
  looks: fc.constantFrom('nothing', 'mode', 'count', 'line', 'trust', 'told', 'last', 'cells'),
});
const someAction = fc.record({
  salt: fc.nat(1000),
  kinds: fc.array(fc.constantFrom<Scalar>(cell, bool, range(0, 2)), { maxLength: 3 }),
  clauses: fc.array(someClause, { maxLength: 4 }),
  does: fc.constantFrom('nothing', 'count', 'line', 'trust', 'told', 'last', 'clear'),
});
type Clause = ReturnType<typeof someClause.generate>['value'];
type Sketch = ReturnType<typeof someAction.generate>['value'];

const stir = (a: number, b: number): number => (Math.imul(a + 1, 7919) ^ Math.imul(b + 3, 104_729)) >>> 1;
const numberOf = (value: Erased): number => (typeof value === 'object' ? value.index : Number(value));

/** A number that follows from one part of the state. */
function look(at: Clause['looks'], s: Erased): number {
  switch (at) {
    case 'nothing':
      return 0;
    case 'mode':
    case 'count':
      return s[at];
    case 'line':
      return s.line.length + (s.line.first?.value ?? 7);
    case 'trust':
      return s.trust.items.filter(Boolean).length + (s.trust.get(s.cells[1]) ? 5 : 0);
    case 'told':
      return s.told.size + (s.told.has(s.cells[2]) ? 5 : 0);
    case 'last':
      return s.last === null ? 9 : s.last.value;
    case 'cells':
      return s.cells.findIndex((each: Erased) => each.value > 0);
  }
}

/** Changes one part of the state; some read what they change, or write twice. */
function act(on: Sketch['does'], s: Erased, number: number): void {
  const cell = s.cells[number % s.cells.length];
  switch (on) {
    case 'nothing':
      return;
    case 'count':
      s.count = (s.count + 1 + (number % 7)) % 41;
      return;
    case 'line':
      if (s.line.length === s.line.most) s.line.shift();
      if (number % 3 === 0) s.line.remove(cell);
      else s.line.push(cell);
      return;
    case 'trust':
      s.trust.set(cell, !s.trust.get(cell));
      return;
    case 'told':
      s.told = s.told.has(cell) ? s.told.without(cell) : s.told.with(cell);
      return;
    case 'last':
      s.last = s.last === null ? cell : null;
      if (s.last) s.last.value = 2 - s.last.value;
      return;
    case 'clear':
      clear(cell);
      if (number % 2 === 0) cell.value = cell.value + 1;
  }
}

/** True two times in three; it stops reading early when it is already false. */
function holds({ salt, reads, looks }: Clause, s: Erased, args: Erased): boolean {
  let number = looks === 'nothing' ? salt : stir(salt, look(looks, s));
  for (const read of reads) {
    const name = names[read]!;
    if (!(name in args)) continue;
    number = stir(number, numberOf(args[name]));
    if (number % 5 === 0) return false;
  }
  return number % 3 > 0;
}

const cells = mechanism({
  parameters: {},
  state: () => ({
    cells: orderedTable(cell, 3, { value: range(0, 2) }),
    mode: range(0, 3),
    count: range(0, 40), // more than four bits
    line: queue(cell, 2),
    trust: perId(cell, bool),
    told: setOf(cell),
    last: option(cell),
  }),
});

const actionOf = ({ salt, kinds, clauses, does }: Sketch): Action =>
  cells.action({
    says: 'Something happens.',
    args: Object.fromEntries(kinds.map((kind, i) => [names[i]!, kind])),
    when: Object.fromEntries(clauses.map((clause, i) => [`clause ${i}`, (args: Erased, s: Erased) => holds(clause, s, args)])),
    then: (args: Erased, s: Erased) => {
      const number = names.filter((name) => name in args).reduce((sum, name) => stir(sum, numberOf(args[name])), salt);
      s.cells[number % s.cells.length]!.value = (number >> 3) % 3;
      if (number % 4 === 0) s.mode = (number >> 5) % 4;
      act(does, s, number >> 2);
    },
  });

/** At most four actions; the states can be many, so a search should have a limit. */
export const someMechanism: fc.Arbitrary<Mechanism> = fc.array(someAction, { minLength: 1, maxLength: 4 }).map((sketches) => {
  const actions = Object.fromEntries(sketches.map((sketch, i) => [`action${i}`, actionOf(sketch)]));
  const final = () => true;
  return cells.model({ id: 'test/random', title: 'Random', actions, always: {}, sometimes: {}, final });
});
