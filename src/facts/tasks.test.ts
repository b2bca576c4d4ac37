import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '../schemas/tasks.ts';
import type { Entry } from './entries.ts';
import { entriesOf, milestone, seen, task, upstream } from './entries.fixture.ts';
import { badTasks } from './integrity/tasks.ts';
import { readyTasks, tasksIn } from './tasks.ts';

const done = { asOf: '2026-01-20', status: 'done' as const, cite: [seen] };
const stateOf = (...records: readonly Entry[]) =>
  Object.fromEntries(tasksIn(entriesOf(upstream(), ...records)).map(({ entry, state }) => [entry.id, state]));

describe('a task', () => {
  test('is ready when all before it are done, and is not offered when it is done itself', () => {
    const [first, second, third] = [task('a'), task('b', { after: ['a'] }), task('c', { after: ['a', 'b'] })];
    expect(stateOf(first, second, third)).toEqual({ a: 'ready', b: 'blocked', c: 'blocked' });
    expect(stateOf({ ...first, data: { ...first.data, status: [...first.data.status, done] } }, second, third)).toEqual({
      a: 'done',
      b: 'ready',
      c: 'blocked',
    });
  });

  test('whose deliverable was found complete later is done; found earlier, or only documented, says nothing', () => {
    const of = (asOf: string) =>
      milestone('orbit-1', {
        deliverables: [
          {
            id: 'turn',
            title: 'It turns',
            area: 'kernel',
            cite: [seen],
            status: [{ asOf, status: 'complete', cite: [seen] }],
          },
        ],
      });
    const it = task('a', { milestone: 'orbit-1', deliverable: 'turn' });
    expect(stateOf(it, of('2026-01-20'))).toEqual({ a: 'done' });
    expect(stateOf(it, of('2025-12-31'))).toEqual({ a: 'ready' });
    expect(stateOf(it, of('undated'))).toEqual({ a: 'ready' });
  });

  test('says what waits for it', () => {
    const [first] = tasksIn(entriesOf(task('a'), task('b', { after: ['a'] }), task('c')));
    expect(first!.unlocks.map(({ id }) => id)).toEqual(['b']);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const someTasks = fc.tuple(
  ...ids.map((id, nth) =>
    fc.record({
      id: fc.constant(id),
      after: fc.subarray(ids.slice(0, nth)),
      status: fc.array(fc.constantFrom('open', 'done'), { minLength: 1, maxLength: 2 }),
    }),
  ),
);

test('S1: whatever the records say, none is offered that is done or waits for one that is not', () => {
  fc.assert(
    fc.property(someTasks, (tasks) => {
      const status = (words: readonly string[]): Task['status'] =>
        words.map((word, i) => ({ asOf: `2026-01-0${i + 1}`, status: word as 'open' | 'done', cite: [seen] }));
      const records = tasks.map(({ id, after, status: words }) => task(id, { after, status: status(words) }));
      const isDone = (id: string) => tasks.find((it) => it.id === id)!.status.at(-1) === 'done';
      const offered = readyTasks(entriesOf(...records)).map(({ entry }) => entry.id);
      expect(offered).toEqual(tasks.filter(({ id, after }) => !isDone(id) && after.every(isDone)).map(({ id }) => id));
    }),
  );
});

test('what cannot be is told: a circle, a stranger, a deliverable that is not there', () => {
  const told = (...records: readonly Entry[]) => badTasks(entriesOf(...records)).map(({ says }) => says);
  expect(told(task('a', { after: ['b'] }), task('b', { after: ['a'] }))).toEqual(['a circle: a waits for b waits for a']);
  expect(told(task('a', { after: ['a'] }))).toEqual(['this task waits for itself']);
  expect(told(task('a', { after: ['b'] }), task('b', { system: 'probe' }))).toEqual(['b is a task of another system']);
  expect(told(task('a', { deliverable: 'turn' }))).toEqual(['a deliverable belongs to a milestone']);
  expect(told(task('a', { milestone: 'orbit-1', deliverable: 'trun' }), milestone('orbit-1'))).toEqual([
    "orbit-1 has no deliverable 'trun'",
  ]);
  expect(told(task('a', { system: 'probe', milestone: 'orbit-1' }), milestone('orbit-1'))).toEqual(['orbit-1 is of another system']);
});
