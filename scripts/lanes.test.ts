/** Tasks side by side: never more than there are lanes, never before what they wait for, and no lane idle that could work. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLanes } from './lanes.mjs';

interface Planned {
  readonly name: string;
  readonly after: readonly string[];
  readonly lanes: number;
}

/** Tasks that wait only for earlier ones, so that none wait for each other. */
const plans = (lanes: number) =>
  fc
    .array(fc.record({ earlier: fc.array(fc.nat(20), { maxLength: 3 }), lanes: fc.integer({ min: 1, max: lanes }) }), { maxLength: 12 })
    .map((all): Planned[] =>
      all.map((it, i) => ({
        name: `t${i}`,
        after: [...new Set(it.earlier)].filter((n) => n < i).map((n) => `t${n}`),
        lanes: it.lanes,
      })),
    );

test('every task runs once, after those it waits for, and within the lanes', async () => {
  const lanes = 2;
  await fc.assert(
    fc.asyncProperty(plans(lanes), fc.scheduler(), async (planned, scheduler) => {
      const begun: string[] = [];
      const ended = new Set<string>();
      let taken = 0;
      const tasks = planned.map(({ name, after, lanes: takes }) => ({
        name,
        after,
        lanes: takes,
        run: async (results: Readonly<Record<string, string>>) => {
          begun.push(name);
          taken += takes;
          expect(taken).toBeLessThanOrEqual(lanes);
          for (const it of after) expect(results[it]).toBe(`result of ${it}`);
          await scheduler.schedule(Promise.resolve(), name);
          taken -= takes;
          ended.add(name);
          return `result of ${name}`;
        },
      }));
      const all = inLanes(tasks, lanes);
      await scheduler.waitFor(all);
      expect([...begun].sort()).toEqual(planned.map(({ name }) => name).sort());
      expect(ended.size).toBe(planned.length);
    }),
    { numRuns: 200, seed: 4 },
  );
});

test('two tasks that wait for nothing run side by side, and one for both lanes alone', async () => {
  const open: string[] = [];
  const seen: string[][] = [];
  const task = (name: string, lanes: number) => ({
    name,
    lanes,
    run: async () => {
      open.push(name);
      await new Promise((done) => setImmediate(done));
      seen.push([...open].sort());
      open.splice(open.indexOf(name), 1);
    },
  });
  await inLanes([task('a', 1), task('whole', 2), task('b', 1)], 2);
  expect(seen).toEqual([['a', 'b'], ['b'], ['whole']]);
});

const nothing = (): void => undefined;

test.each([
  [[{ name: 'a', after: ['b'], run: nothing }], 'The task a waits for b, and there is no such task.'],
  [[{ name: 'a', lanes: 3, run: nothing }], 'The task a takes 3 lanes, and there are 2.'],
  [
    [
      { name: 'a', after: ['b'], run: nothing },
      { name: 'b', after: ['a'], run: nothing },
    ],
    'These tasks wait for each other: a, b.',
  ],
])('what cannot be run is refused with a sentence: %#', async (tasks, says) => {
  await expect(inLanes(tasks, 2)).rejects.toThrow(says);
});

test('what a task throws ends everything', async () => {
  const failing = { name: 'a', run: () => Promise.reject(new Error('no disk')) };
  await expect(inLanes([failing], 1)).rejects.toThrow('no disk');
});
