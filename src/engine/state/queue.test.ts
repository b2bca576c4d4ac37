import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Layout } from './layout.ts';
import { id, list, perId, queue, range, table } from '../language/schema.ts';

const task = id('task');

test('a queue is first in, first out', () => {
  const { state } = new Layout({ ready: queue(task, 2), tasks: table(task, 3, {}) });
  const [a, b, c] = state.tasks;
  state.ready.push(b);
  state.ready.push(a);
  expect(() => state.ready.push(c)).toThrow('ready is full and cannot take task 2');
  expect(state.ready.shift()).toBe(b);
  expect(state.ready.items).toEqual([a]);
  state.ready.shift();
  expect(state.ready.first).toBeUndefined();
  expect(() => state.ready.shift()).toThrow('ready is empty');
});

const item = fc.integer({ min: 1, max: 6 });
const someOperation = fc.oneof(
  item.map((of) => ({ push: of })),
  item.map((of) => ({ remove: of })),
  fc.constant({ shift: true }),
  fc.constant({ clear: true }),
);

test('a queue agrees with an array, and equal queues have equal words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(someOperation, { maxLength: 40 }), (most, operations) => {
      const schema = { before: range(0, 2), line: queue(range(1, 6), most), after: range(0, 2) };
      const { state, words } = new Layout(schema);
      const array: number[] = [];
      for (const operation of operations) {
        if ('push' in operation && array.length < most) {
          state.line.push(operation.push);
          array.push(operation.push);
        } else if ('remove' in operation) {
          state.line.remove(operation.remove);
          if (array.includes(operation.remove)) array.splice(array.indexOf(operation.remove), 1);
        } else if ('clear' in operation) {
          state.line.clear();
          array.length = 0;
        } else if ('shift' in operation && array.length > 0) expect(state.line.shift()).toBe(array.shift());
        expect([state.line.length, state.line.first, ...state.line.items]).toEqual([array.length, array[0], ...array]);
        for (const each of [1, 2, 3, 4, 5, 6]) {
          expect(state.line.has(each)).toBe(array.includes(each));
          expect(state.line.count(each)).toBe(array.filter((other) => other === each).length);
        }
      }
      const fresh = new Layout(schema);
      for (const each of array) fresh.state.line.push(each);
      expect(words).toEqual(fresh.words);
      expect([state.before, state.after]).toEqual([0, 0]);
    }),
  );
});

test('a mapping has one value for every row', () => {
  const { state } = new Layout({ tasks: table(task, 3, { trust: perId(task, range(0, 9)) }) });
  const [a, b, c] = state.tasks;
  a.trust.set(b, 4);
  b.trust.set(c, 9);
  expect(a.trust.items).toEqual([0, 4, 0]);
  expect([a.trust.get(b), b.trust.get(b), b.trust.get(c)]).toEqual([4, 0, 9]);
});

test('a list is read and written by number, and names its field when there is no such number', () => {
  const { state } = new Layout({ disks: table(task, 2, { blocks: list(3, range(0, 9)) }), spare: list(0, range(0, 1)) });
  const [first, second] = state.disks;
  first.blocks.set(2, 7);
  second.blocks.set(0, 1);
  expect([first.blocks.items, second.blocks.items, first.blocks.length, state.spare.length]).toEqual([[0, 0, 7], [1, 0, 0], 3, 0]);
  expect(first.blocks.get(2)).toBe(7);
  for (const place of [3, -1, 0.5, NaN]) {
    expect(() => first.blocks.get(place)).toThrow(`task.blocks has no place ${place}; there are 3, counted from 0`);
    expect(() => first.blocks.set(place, 1)).toThrow(RangeError);
  }
  expect(() => first.blocks.set(0, 10)).toThrow('task.blocks cannot be 10');
  expect(() => state.spare.get(0)).toThrow('spare has no place 0');
});

test('a list agrees with an array, and equal lists have equal words', () => {
  const writes = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -3, max: 40 })));
  fc.assert(
    fc.property(writes, (written) => {
      const schema = { before: range(0, 2), slots: list(5, range(-3, 40)), after: range(0, 2) };
      const { state, words } = new Layout(schema);
      const array = [-3, -3, -3, -3, -3];
      for (const [place, value] of written) {
        state.slots.set(place, value);
        array[place] = value;
        expect(state.slots.items).toEqual(array);
      }
      const fresh = new Layout(schema);
      for (const [place, value] of array.entries()) fresh.state.slots.set(place, value);
      expect(words).toEqual(fresh.words);
      expect([state.before, state.after]).toEqual([0, 0]);
    }),
  );
});
