/** Every task is done once, by whom has time, and its answer or its error comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealt, Desks, type Desk } from './desks.ts';

describe('desks', () => {
  test('each has its own tasks, and no more at once than it takes', async () => {
    const done: string[] = [];
    let most = 0;
    let busy = 0;
    const desk = (name: string, atOnce: number): Desk<number, number> => ({
      atOnce,
      does: async (task) => {
        if (name === 'b') most = Math.max(most, (busy += 1));
        await Promise.resolve();
        if (name === 'b') busy -= 1;
        done.push(`${name}${task}`);
        return task * 2;
      },
    });
    const desks = new Desks([desk('a', 1), desk('b', 2)]);
    const answers = Array.from({ length: 8 }, (_, i) => desks.ask(i % 2, i));
    expect(await Promise.all(answers)).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
    expect(done.map((it) => it.slice(1)).toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(done[0]).toBe('a0');
    expect(most).toBe(2);
  });

  test('who has done his takes from the end of what waits for another', async () => {
    const done: number[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const desks = new Desks<number, void>([
      { atOnce: 1, does: () => held },
      { atOnce: 1, does: (task) => void done.push(task) },
    ]);
    const first = desks.ask(0, 0);
    const others = [1, 2, 3].map((task) => desks.ask(0, task));
    await Promise.all(others);
    expect(done.toSorted()).toEqual([1, 2, 3]);
    release();
    await first;
  });

  test('an error is that of its task alone, thrown or rejected', async () => {
    const desks = new Desks<string, string>([
      {
        atOnce: 1,
        does: (task) => {
          if (task === 'throws') throw new Error('thrown');
          return task === 'rejects' ? Promise.reject(new Error('rejected')) : task;
        },
      },
    ]);
    const answers = await Promise.allSettled(['a', 'throws', 'rejects', 'b'].map((task) => desks.ask(0, task)));
    expect(answers.map((it) => (it.status === 'fulfilled' ? it.value : (it.reason as Error).message))).toEqual([
      'a',
      'thrown',
      'rejected',
      'b',
    ]);
  });
});

test('a list is dealt so that each desk does a stretch of it', () => {
  expect(dealt(['a', 'b', 'c', 'd', 'e'], 2)).toEqual(['a', 'd', 'b', 'e', 'c']);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 5 }), (list, desks) => {
      const order = dealt(list, desks);
      expect(order.toSorted()).toEqual(list.toSorted());
      expect(dealt(list, 1)).toEqual(list);
      if (list.length % desks !== 0) return;
      const stretches = Array.from({ length: desks }, (_, desk) => order.filter((__, at) => at % desks === desk));
      expect(stretches.flat()).toEqual(list);
    }),
  );
});
