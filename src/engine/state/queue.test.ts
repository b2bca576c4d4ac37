import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Layout } from './layout.ts';
import { id, perId, queue, range, table } from '../language/schema.ts';

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
        } else if ('shift' in operation && array.length > 0) expect(state.line.shift()).toBe(array.shift());
        expect([state.line.length, state.line.first, ...state.line.items]).toEqual([array.length, array[0], ...array]);
        for (const each of [1, 2, 3, 4, 5, 6]) expect(state.line.has(each)).toBe(array.includes(each));
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
