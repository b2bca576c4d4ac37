import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mechanism } from './model.ts';
import { machine } from '../run/machine.ts';
import { Layout } from '../state/layout.ts';
import { checkSchema, SchemaError } from './schema-check.ts';
import {
  bits,
  bool,
  flags,
  id,
  list,
  oneOf,
  option,
  orderedTable,
  perId,
  queue,
  range,
  setOf,
  table,
  tuple,
  type Schema,
} from './schema.ts';

const task = id('task');
const tasks = table(task, 2, { on: bool });
const nobody = id('nobody');

/** What no compiler would let through, too. */
const wrong: [string, object, string][] = [
  ['a record', { job: { on: bool } }, 'job: a record is no field; a field is bool,'],
  ['a string', { job: 'on' }, 'job: a string is no field'],
  ['a function', { job: () => bool }, 'job: a function is no field'],
  ['nothing', { job: undefined }, 'job: nothing is no field'],
  ['an array', { job: [bool] }, 'job: an array is no field'],
  ['a record in a row', { tasks: table(task, 1, { at: { on: bool } } as never) }, 'task.at: a record is no field'],
  ['a kind that there is not', { job: { is: 'float' } }, 'job: a record is no field'],
  ['a queue of queues', { jobs: queue(queue(bool, 1) as never, 2) }, 'jobs: a queue of a queue; what it holds is bool,'],
  ['an option of a table', { tasks, job: option(tasks as never) }, 'job: a table is no single value'],
  ['a queue of -1', { jobs: queue(bool, -1) }, 'jobs: a queue of -1 items; it has an integer from 0 to 1024.'],
  ['a queue of 2.5', { jobs: queue(bool, 2.5) }, 'jobs: a queue of 2.5 items'],
  ['a queue of text', { jobs: queue(bool, '3' as never) }, 'jobs: a queue of a string items'],
  ['a list of -1', { disk: list(-1, bool) }, 'disk: a list of -1 places'],
  ['a table of -1', { tasks: table(task, -1, {}) }, 'tasks: a table of -1 rows'],
  ['a table of NaN', { tasks: orderedTable(task, NaN, {}) }, 'tasks: a table of NaN rows'],
  ['no words', { mode: oneOf() }, 'mode: there are no words'],
  ['a word twice', { mode: oneOf('on', 'on') }, "mode: 'on' stands there twice"],
  ['a right twice', { may: flags('read', 'read') }, "may: 'read' stands there twice"],
  ['a word that is none', { mode: oneOf(1 as never) }, 'mode: a number is no word'],
  ['an unknown kind of row', { owner: option(task) }, "owner: No table has rows of the kind 'task'; the state has no table."],
  ['another kind of row', { tasks, owner: nobody }, "owner: No table has rows of the kind 'nobody'; there are rows of task."],
  ['a value for an unknown kind', { trust: perId(task, bool) }, "trust: No table has rows of the kind 'task'"],
  ['a row of an empty table', { tasks: table(task, 0, {}), owner: task }, 'owner: it names a row of a table without rows'],
  ['two tables of a kind', { a: table(task, 1, {}), b: table(task, 1, {}) }, "b: there is already a table of the kind 'task'"],
  [
    'a table in a row',
    { tasks: table(task, 1, { inner: table(nobody, 1, {}) }) },
    'task.inner: a table stands in a row; a table stands at the top',
  ],
  ['a name of the engine in a row', { tasks: table(task, 1, { word: bool }) }, "task.word: the engine keeps its own 'word' there"],
  ['a name of the engine', { shift: bool }, "shift: the engine keeps its own 'shift' there"],
  ['a name of the engine for a table', { index: tasks }, "index: the engine keeps its own 'index' there"],
  ['a name of the language', { constructor: bool }, "constructor: 'constructor' is no name of a field"],
  ['a name of the language in a tuple', { pair: tuple({ toString: bool }) }, "pair.toString: 'toString' is no name of a field"],
  ['too many tuples', { pair: tuple({ a: bits(7), b: bits(7) }) }, 'pair: A tuple of a, b has 16384 values or more; at most 4096'],
  ['too large an option', { at: option(bits(31)) }, 'at: an option of 2147483648 values; at most 65535'],
  ['an option of an option', { at: option(option(bool)) }, 'at: an option of an option'],
  ['too large a set', { tasks: table(task, 13, {}), all: setOf(task) }, 'all: a set of 13 members; a set has at most 12'],
  ['a set of numbers', { all: setOf(range(0, 3) as never) }, 'all: a set of a range; a set is of rows (setOf) or of words (flags).'],
  ['a range that is none', { at: range(3, 2) }, 'at: range(3, 2); a range goes from an integer'],
  ['a range of fractions', { at: range(0, 0.5) }, 'at: range(0, 0.5)'],
  ['too wide bits', { at: bits(32) }, 'at: bits(32); the width is an integer from 1 to 31.'],
  [
    'a state without end',
    { disk: list(1024, bits(31)), other: list(1024, bits(31)), last: table(task, 1024, { a: bits(31), b: bits(31), c: bits(31) }) },
    'The state: it takes about',
  ],
  ['no state', [] as object, 'The state: an array is no state; it is a record of fields'],
];

describe('F6: a state that cannot be one is refused with its field', () => {
  test.each(wrong)('%s', (_, schema, sentence) => {
    expect(() => checkSchema(schema)).toThrow(SchemaError);
    expect(() => checkSchema(schema)).toThrow(sentence);
    expect(() => mechanism({ parameters: {}, state: () => schema as Schema })).toThrow(sentence);
  });
});

test('F6: what an action is about is refused in the same way', () => {
  const model = (args: object) => {
    const of = mechanism({ parameters: {}, state: () => ({ tasks }) });
    const act = of.action({ says: 'It acts.', args: args as { it: typeof bool }, then: () => {} });
    return () => machine(of.model({ id: 'test/act', title: 'Act', actions: { act }, always: {}, sometimes: {} }));
  };
  expect(model({ it: nobody })).toThrow("'it' of 'act': No table has rows of the kind 'nobody'");
  expect(model({ it: queue(bool, 1) })).toThrow("'it' of 'act': a queue is no single value");
  expect(model({ it: bits(31) })).toThrow("'act': its arguments have 2147483648 combinations");
});

test('F6: a field may not be called as the budget of a fault', () => {
  const of = mechanism({
    parameters: {},
    faults: { loses: { doc: 'It is lost.', times: 1 } },
    state: () => ({ 'loses left': bool }),
  });
  expect(() => machine(of.model({ id: 'test/lost', title: 'Lost', actions: {}, always: {}, sometimes: {} }))).toThrow(
    'loses left: the engine',
  );
});

const anything = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
const name = fc.oneof(fc.constantFrom('a', 'b', 'is', 'index', '__proto__', 'toString', ''), fc.string({ maxLength: 3 }));
/** Kinds, and what looks like one. */
const { kind: nearly } = fc.letrec<{ kind: unknown }>((tie) => ({
  kind: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(bool, range(0, 3), bits(2), oneOf('x', 'y'), id('a'), id('b'), flags('r', 'w')),
    anything,
    fc.record(
      {
        is: fc.constantFrom('bool', 'range', 'bits', 'oneOf', 'id', 'option', 'set', 'tuple', 'queue', 'list', 'perId', 'table', 'other'),
        of: tie('kind'),
        kind: fc.constantFrom('a', 'b', 'c', ''),
        fields: fc.dictionary(name, tie('kind'), { maxKeys: 3 }),
        names: fc.oneof(fc.array(fc.string({ maxLength: 2 }), { maxLength: 4 }), anything),
        ...Object.fromEntries(
          ['count', 'most', 'width', 'low', 'high'].map((each) => [each, fc.oneof(fc.integer({ min: -1, max: 5 }), anything)]),
        ),
        ordered: fc.boolean(),
      },
      { requiredKeys: ['is'] },
    ),
  ),
}));

test('F6: any data as a state is laid out, or refused with a sentence', () => {
  let laidOut = 0;
  fc.assert(
    fc.property(fc.oneof(anything, fc.dictionary(name, nearly, { maxKeys: 3 })), (schema) => {
      try {
        const { words } = new Layout(schema as Schema);
        laidOut += words.length > 0 ? 1 : 0;
      } catch (error) {
        expect(error).toBeInstanceOf(SchemaError);
        expect((error as Error).message).toMatch(/^[^\n]*: [^]+; [^]+\.$/);
      }
    }),
    { numRuns: 3_000 },
  );
  expect(laidOut).toBeGreaterThan(50);
});

test('F7: a row and the state cannot be spread, and are used in every other way', () => {
  const of = mechanism({
    parameters: {},
    state: () => ({ tasks: table(task, 2, { k: range(0, 3), next: option(task) }), n: range(0, 3) }),
  });
  of.action({
    says: '{by} acts.',
    args: { by: task },
    when: {
      // @ts-expect-error: a spread would copy no field
      'a spread row': ({ by }) => ({ ...by }).k === 0,
      // @ts-expect-error: a spread would copy no field
      'a spread state': (_, s) => ({ ...s }).n === 0,
      'a field of its own': ({ by: { k } }) => k === 0,
      'rows that are the same': ({ by }, s) => s.tasks.some((each) => each === by && !each.next?.next),
    },
    then: ({ by }, s) => {
      // @ts-expect-error: nothing is left over of what cannot be spread
      const { k, ...rest } = by;
      s.n = Math.min(3, k + Object.keys(rest).length);
    },
  });
});
