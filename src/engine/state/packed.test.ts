import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clear } from './clear.ts';
import type { Erased } from '../language/erased.ts';
import { Layout } from './layout.ts';
import { plainFields } from './plain.ts';
import {
  bits,
  bool,
  flags,
  id,
  oneOf,
  option,
  orderedTable,
  perId,
  queue,
  range,
  setOf,
  table,
  tuple,
  type Scalar,
  type Schema,
} from '../language/schema.ts';

const frame = id('frame');
const task = id('task');

test('what is written is what is read', () => {
  const { state, words } = new Layout({ frames: table(frame, 3, { owner: option(task), uses: range(0, 5) }), tasks: table(task, 2, {}) });
  state.frames[1].owner = state.tasks[1];
  state.frames[2].uses = 5;
  expect(state.frames[1].owner).toBe(state.tasks[1]);
  expect(state.frames.map((each: { uses: number }) => each.uses)).toEqual([0, 0, 5]);
  expect(words).toHaveLength(1);
});

const someScalar = fc.oneof(
  fc.constantFrom<Scalar>(bool, frame, setOf(task), flags('a', 'b', 'c'), oneOf('only'), oneOf('x', 'y', 'z')),
  fc.integer({ min: 1, max: 6 }).map(bits),
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(20)).map(([low, more]) => range(low, low + more)),
  fc.constantFrom<Scalar>(bool, frame, task, range(1, 3)).map(option),
  fc.constant(tuple({ to: option(task), what: oneOf('data', 'handle') })),
);
const someFields = fc.dictionary(fc.constantFrom(...'abcdefgh'), someScalar, { maxKeys: 8 });
/** Now and then so many bits that a row needs more than one word. */
const padding = fc.constantFrom<Schema>({}, { wide: bits(31), wider: bits(30) });
const someSchema = fc
  .record({
    top: someFields,
    ofFrame: someFields,
    padding,
    ofTask: someFields,
    frames: fc.integer({ min: 1, max: 4 }),
    tasks: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ top, ofFrame, padding: pad, ofTask, frames, tasks }) => ({
    frames: table(frame, frames, { ...ofFrame, ...pad }),
    tasks: orderedTable(task, tasks, ofTask),
    ...top,
  }));

/** Writes some value of its kind to every field, and returns what was written where. */
function writeAll(layout: Layout, schema: Schema, random: Iterator<number>) {
  const write = (object: Erased, fields: Schema) =>
    Object.entries(fields).flatMap(([name, field]): { object: Erased; name: string; value: unknown }[] => {
      if (field.is === 'table') return object[name].flatMap((row: object) => write(row, field.fields));
      const codec = layout.codec(field as Scalar);
      const code = random.next().value % codec.size;
      const value = codec.values ? codec.values[code] : codec.low + code;
      object[name] = value;
      return [{ object, name, value }];
    });
  return write(layout.state, schema);
}
const someNumbers = fc.infiniteStream(fc.nat());

test('fields of any schema are independent of each other, and the words are the whole state', () => {
  fc.assert(
    fc.property(someSchema, someNumbers, (schema, numbers) => {
      const layout = new Layout(schema);
      const written = writeAll(layout, schema, numbers);
      for (const { object, name, value } of written) expect(object[name]).toBe(value);
      const words = layout.words.slice();
      const before = plainFields(schema, layout.state);
      writeAll(layout, schema, numbers);
      layout.words.set(words);
      expect(plainFields(schema, layout.state)).toEqual(before);
    }),
  );
});

test('a cleared row is all zero and the others are as they were', () => {
  fc.assert(
    fc.property(someSchema, someNumbers, fc.nat(3), (schema, numbers, row) => {
      const layout = new Layout(schema);
      const fresh = plainFields(schema, layout.state)['frames'] as object[];
      writeAll(layout, schema, numbers);
      const before = plainFields(schema, layout.state);
      const at = row % fresh.length;
      clear(layout.state.frames[at]);
      expect(plainFields(schema, layout.state)).toEqual({ ...before, frames: (before['frames'] as object[]).with(at, fresh[at]!) });
    }),
  );
});

test('a write that is out of range names the field', () => {
  const { state } = new Layout({
    frames: table(frame, 2, { uses: range(1, 5), busy: bool, owner: option(task), sharers: setOf(task) }),
    tasks: table(task, 1, { phase: oneOf('ready', 'done'), waits: queue(frame, 1), left: perId(frame, range(0, 3)) }),
    bitmap: bits(4),
  });
  const [first] = state.frames;
  const [only] = state.tasks;
  const wrong: [() => unknown, string][] = [
    [() => (first.uses = 0), 'frame.uses cannot be 0'],
    [() => (first.uses = 1.5), 'frame.uses cannot be 1.5'],
    [() => (first.busy = 1), 'frame.busy cannot be 1'],
    [() => (first.owner = undefined), 'frame.owner cannot be undefined'],
    [() => (first.owner = first), 'frame.owner cannot be frame 0'],
    [() => (first.sharers = [only]), 'frame.sharers cannot be'],
    [() => (only.phase = 'dead'), 'task.phase cannot be dead'],
    [() => only.left.set(first, 4), 'task.left cannot be 4'],
    [() => only.waits.push(null), 'task.waits cannot be null'],
    [() => (state.bitmap = 16), 'bitmap cannot be 16'],
  ];
  for (const [write, message] of wrong) expect(write).toThrow(message);
});

test('a range inside an option is checked too', () => {
  const { state } = new Layout({ until: option(range(0, 3)) });
  expect(() => (state.until = 7)).toThrow('until cannot be 7');
});

test('equal tuples are the same object, wherever their kind was written', () => {
  const { state } = new Layout({ one: tuple({ on: bool }), other: tuple({ on: bool }) });
  state.one = { on: true };
  state.other = { on: true };
  expect(state.one).toBe(state.other);
});
