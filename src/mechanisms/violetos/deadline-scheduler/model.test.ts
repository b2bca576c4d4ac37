import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const choose = (by: number, it: number) => ({ choose: { by, it } });
const steal = (by: number, it: number) => ({ steal: { by, it } });
const tick = { tick: {} };
const one = { cpus: 1 };

test('a CPU that chooses takes in every new task, with its penalty as the key', () => {
  const { tasks } = stateAfter({ tasks: 4 }, choose(0, 0));
  expect(tasks).toMatchObject([{ queued: false }, { key: 3 }, { key: 2 }, { key: 1 }]);
  expect((tasks as { home: number }[]).map(({ home }) => home)).toEqual([0, 0, 0, 0]);
});

test('the task before is queued after the choice, so two alternate whatever their priorities', () => {
  const turns = [choose(0, 0), tick, choose(0, 1), tick, choose(0, 0)];
  expect(stateAfter({ ...one, tasks: 2 }, ...turns)).toMatchObject({ cpus: [{ runs: 0 }], tasks: [{}, { key: 3 }] });
});

test('a key comes nearer by one with each unit of time, and becomes overdue', () => {
  const { tasks } = stateAfter(one, choose(0, 0), tick, choose(0, 2), tick);
  expect(tasks).toMatchObject([{ key: -1 }, { key: 1 }, { key: 0, queued: false }]);
});

test('a CPU steals only with nothing of its own, and the stolen task has a new home', () => {
  const first = [choose(0, 0), steal(1, 2), tick, steal(1, 1)];
  expect(stateAfter({}, ...first).tasks).toMatchObject([{}, { home: 1, stolen: true }, { home: 1, queued: true, key: 2 }]);
  expect(() => stateAfter({}, ...first, choose(0, 1))).toThrow('it is new, or queued with this CPU');
  const own = [choose(0, 0), steal(1, 2), tick, { sleep: { it: 2 } }, { wake: { it: 2 } }];
  expect(() => stateAfter({}, ...own, steal(1, 1))).toThrow('there is nothing new, and nothing of its own');
});

test('a task wakes on the queue of its home, with a key as if it were new', () => {
  const { tasks } = stateAfter({}, choose(0, 0), steal(1, 2), tick, { sleep: { it: 2 } }, choose(0, 1), { wake: { it: 2 } });
  expect(tasks).toMatchObject([{}, {}, { home: 1, queued: true, key: 2 }]);
});

test('time does not pass while a CPU can choose', () => {
  expect(() => stateAfter({}, choose(0, 0), tick, tick)).toThrow('no task waits for a CPU that can choose');
});
